import { existsSync, statSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import { reviewLexicon } from "../data/lexicon-check.js";
import { formatFinding } from "../data/problems.js";
import type { TableSource } from "../data/table.js";
import { lexiconFolderOf, readTableFiles, readTables } from "../node/read-tables.js";
import { splitWords } from "../pipeline.js";
import { Output } from "./output.js";
import { plural } from "./plural.js";

/** Where the tables stand in a checkout. */
const CHECKOUT = "lexicons";

export function checkCommand(): Command {
  return new Command("check")
    .description("Validate lexicon tables: file:line: error|warning: message.")
    .argument("[paths...]", `folders or tables; default: ./${CHECKOUT}`, existingPath)
    .option("--strict", "count warnings as errors", false)
    .addHelpText(
      "after",
      "\nA table of a lexicon folder (lexicons/tag/people/gulf.tsv) is checked against the others of the folder.\nExit code: 0 without errors, 1 with errors, 2 for wrong usage.\n\nExample:\n  $ khabar lexicon check lexicons\n  $ khabar lexicon check --strict mine.tsv",
    )
    .action(run);
}

/** Gathers paths that exist. */
export function existingPath(path: string, previous: readonly string[] | undefined): string[] {
  if (!existsSync(path)) throw new InvalidArgumentError("No such file or folder.");
  return [...(previous ?? []), path];
}

async function run(
  paths: readonly string[],
  { strict }: { strict: boolean },
  command: Command,
): Promise<void> {
  if (paths.length === 0 && !existsSync(CHECKOUT))
    command.error(`error: there is no ./${CHECKOUT} here; name the folders or tables to check`, {
      exitCode: 2,
    });
  const asked = readTableFiles(paths.length === 0 ? [CHECKOUT] : paths);
  const names = new Set(asked.map(({ file }) => file));
  const findings = reviewLexicon([...asked, ...neighbours(paths, names)], splitWords).filter(({ file }) =>
    names.has(file),
  );
  const output = new Output();
  for (const finding of findings) await output.write(`${formatFinding(finding)}\n`);
  await output.flush();
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  process.stderr.write(
    `${plural(asked.length, "table")}: ${plural(errors, "error")}, ${plural(warnings, "warning")}\n`,
  );
  if (errors > 0 || (strict && warnings > 0)) process.exitCode = 1;
}

/** The other tables of the folders that single files belong to: names clash across tables, demonyms point into others. */
function neighbours(paths: readonly string[], asked: ReadonlySet<string>): TableSource[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const folder = statSync(path).isDirectory() ? undefined : lexiconFolderOf(path);
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders].flatMap(readTables).filter(({ file }) => !asked.has(file));
}
