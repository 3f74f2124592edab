// Compiles the tables of lexicons/ into one file.
//   node build/training/lexicons/compile.js OUT.khb.gz
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { formatProblem } from "../../src/data/problems.js";
import { readTables } from "../../src/node/read-tables.js";
import { checkLexicon } from "../../src/pipeline.js";

const out = process.argv[2];
if (out === undefined) throw new Error("usage: compile.js OUT.khb.gz");
const { bytes, problems } = checkLexicon(readTables("lexicons"));
for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
writeFileSync(out, gzipSync(bytes, { level: 9 }));
if (problems.length > 0) process.exitCode = 1;
