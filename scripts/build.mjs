// Builds the package: TypeScript to dist/, the development code to build/, lexicons and models to dist/data/.
//   node scripts/build.mjs [--if-stale]     --if-stale: only when a source is newer than the last build
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const stamp = "dist/.built";
const sources = [
  "src",
  "lexicons",
  "models",
  "training",
  "package.json",
  "tsconfig.json",
  "tsconfig.build.json",
];

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", process.stderr, process.stderr] });
  if (status !== 0) process.exit(status ?? 1);
}

const stale = !existsSync(stamp) || Math.max(...sources.map(newest)) > statSync(stamp).mtimeMs;
if (stale || !process.argv.includes("--if-stale")) {
  rmSync("dist", { recursive: true, force: true });
  rmSync("build", { recursive: true, force: true });
  run("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json");
  run("node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
  mkdirSync("dist/data", { recursive: true });
  run("build/training/lexicons/compile.js", "dist/data/lexicon.khb.gz");
  for (const model of ["tagger", "topics", "related"])
    cpSync(`models/${model}.khb.gz`, `dist/data/${model}.khb.gz`);
  writeFileSync(stamp, "");
}
