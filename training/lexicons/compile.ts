// Compiles the tables of lexicons/ into one file.
//   node build/training/lexicons/compile.js OUT.khb
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatProblem } from "../../src/data/problems.js";
import type { TableSource } from "../../src/data/table.js";
import { checkLexicon } from "../../src/pipeline.js";

/** Every table that is compiled: those of the tag and link stages. */
function readTables(folder: string, rooms = ["tag", "link"]): TableSource[] {
  return rooms.flatMap((room) =>
    readdirSync(join(folder, room), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsv"))
      .map((name) => {
        const file = `${room}/${name.replaceAll("\\", "/")}`;
        return { file, text: readFileSync(join(folder, file), "utf8") };
      }),
  );
}

const out = process.argv[2];
if (out === undefined) throw new Error("usage: compile.js OUT.khb");
const { bytes, problems } = checkLexicon(readTables("lexicons"));
for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
writeFileSync(out, bytes);
if (problems.length > 0) process.exitCode = 1;
