// Writes src/clean/phrases.generated.ts from lexicons/clean/*.tsv.
//   node build/training/clean/generate-phrases.js
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { phrasesModule } from "./phrases-module.js";

const folder = "lexicons/clean";
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".tsv"))
  .sort();
const files = names.map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }));
writeFileSync("src/clean/phrases.generated.ts", phrasesModule(files));
