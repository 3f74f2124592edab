// Writes src/clean/phrases.generated.ts from lexicons/clean/*.tsv.
//   npx tsx training/clean/generate-phrases.ts
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { phrasesModule } from "./phrases-module.js";

const root = new URL("../../", import.meta.url);
const folder = new URL("lexicons/clean/", root);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".tsv"))
  .sort();
const files = names.map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
writeFileSync(new URL("src/clean/phrases.generated.ts", root), phrasesModule(files));
