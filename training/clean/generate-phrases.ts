// Writes src/clean/phrases.generated.ts from lexicons/clean/*.tsv.
//   npx tsx training/clean/generate-phrases.ts
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);
const folder = new URL("lexicons/clean/", root);
const target = new URL("src/clean/phrases.generated.ts", root);

const wheres = ["line", "start", "end", "inside", "glued", "anywhere", "word"];
const effects = ["none", "headlines", "tags", "tail"];
const strengths = ["weak", "page", "always"];

const groups = new Map<string, string[]>();
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith(".tsv"))
  .sort()) {
  const rule = file.replace(/\.tsv$/, "");
  let header = true;
  readFileSync(new URL(file, folder), "utf8")
    .split("\n")
    .forEach((line, index) => {
      if (line === "" || line.startsWith("#")) return;
      if (header) {
        header = false;
        if (line !== "phrase\twhere\teffect\tstrength")
          throw new Error(`${file}:${index + 1}: unknown header`);
        return;
      }
      const [phrase = "", where = "", effect = "", strength = "", ...rest] = line.split("\t");
      const bad = (what: string, given: string, choices: readonly string[]): Error =>
        new Error(`${file}:${index + 1}: ${what} is "${given}", expected one of ${choices.join(", ")}`);
      if (phrase.trim() === "" || phrase.includes("|") || rest.length > 0)
        throw new Error(`${file}:${index + 1}: a row is a phrase without "|" and three columns`);
      if (!wheres.includes(where)) throw bad("where", where, wheres);
      if (!effects.includes(effect)) throw bad("effect", effect, effects);
      if (!strengths.includes(strength)) throw bad("strength", strength, strengths);
      const key = [rule, where, effect, strength].join("\t");
      const phrases = groups.get(key) ?? [];
      if (!phrases.includes(phrase)) phrases.push(phrase);
      groups.set(key, phrases);
    });
}

const rows = [...groups].map(([key, phrases]) => {
  const [rule, where, effect, strength] = key.split("\t");
  const sorted = phrases.sort((a, b) => (a < b ? -1 : 1)).join("|");
  return `  [${[rule, where, effect, strength].map((part) => JSON.stringify(part)).join(", ")},\n    ${JSON.stringify(sorted)}],`;
});
const lines = [
  "// Generated from lexicons/clean by training/clean/generate-phrases.ts; do not edit.",
  'import type { PhraseGroup } from "./phrase-table.js";',
  "",
  "/** Rule, where, effect, strength, and the phrases, separated by a bar. */",
  "export const phraseGroups: readonly PhraseGroup[] = [",
  ...rows,
  "];",
  "",
];
writeFileSync(target, lines.join("\n"));
