// The text of src/clean/phrases.generated.ts, from the rows of lexicons/clean/*.tsv.
import { readRows } from "../read-rows.js";

/** One lexicon file: `share-labels.tsv` and its text. */
export interface PhraseFile {
  readonly name: string;
  readonly text: string;
}

const header = "phrase\twhere\teffect\tstrength";
const wheres = ["line", "start", "end", "inside", "glued", "anywhere", "word"];
const effects = ["none", "headlines", "tags", "tail"];
const strengths = ["weak", "page", "always"];

/** Checks the rows and writes the module; throws `file:line what was found, what was expected`. */
export function phrasesModule(files: readonly PhraseFile[]): string {
  const groups = new Map<string, string[]>();
  for (const { name, text } of files) readFile(name, text, groups);
  const rows = [...groups].map(([key, phrases]) => {
    const parts = key.split("\t").map((part) => JSON.stringify(part));
    const sorted = [...phrases].sort((a, b) => (a < b ? -1 : 1)).join("|");
    return `  [${parts.join(", ")},\n    ${JSON.stringify(sorted)}],`;
  });
  return [
    "// Generated from lexicons/clean by training/clean/generate-phrases.ts; do not edit.",
    'import type { PhraseGroup } from "./phrase-table.js";',
    "",
    "/** Rule, where, effect, strength, and the phrases, separated by a bar. */",
    "export const phraseGroups: readonly PhraseGroup[] = [",
    ...rows,
    "];",
    "",
  ].join("\n");
}

function readFile(name: string, text: string, groups: Map<string, string[]>): void {
  const rule = name.replace(/\.tsv$/, "");
  for (const { cells, fail } of readRows(name, text, header)) {
    const [phrase = "", where = "", effect = "", strength = ""] = cells;
    if (cells.length !== 4 || phrase.trim() === "" || phrase.includes("|"))
      fail('a row is a phrase without "|" and three more columns');
    if (!wheres.includes(where)) fail(`where is "${where}", expected one of ${wheres.join(", ")}`);
    if (!effects.includes(effect)) fail(`effect is "${effect}", expected one of ${effects.join(", ")}`);
    if (!strengths.includes(strength))
      fail(`strength is "${strength}", expected one of ${strengths.join(", ")}`);
    const key = [rule, where, effect, strength].join("\t");
    const phrases = groups.get(key) ?? [];
    if (!phrases.includes(phrase)) phrases.push(phrase);
    groups.set(key, phrases);
  }
}
