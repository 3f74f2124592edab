// Writes src/data/english/tables.generated.ts from lexicons/english.
//   node build/training/english/generate-tables.js
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { englishModule } from "./english-tables.js";

const folder = "lexicons/english";
const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".tsv"))
  .sort();
const tables = names.map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }));
writeFileSync("src/data/english/tables.generated.ts", englishModule(tables));
