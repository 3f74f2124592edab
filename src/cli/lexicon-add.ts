import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { Lexicon } from "../data/lexicon.js";
import { reviewLexicon } from "../data/lexicon-check.js";
import { formatFinding, formatProblem } from "../data/problems.js";
import { readPackageData } from "../node/load-khabar.js";
import { readTableFiles } from "../node/read-tables.js";
import { checkLexicon, splitWords } from "../pipeline.js";
import { existingPath } from "./lexicon-check.js";
import { plural } from "./plural.js";

export function addCommand(): Command {
  return new Command("add")
    .description("Compile tables of your own into a lexicon for `khabar tag --lexicon`.")
    .argument(
      "<paths...>",
      "tables or folders of tables: tab-separated, columns id, ar, class and more",
      existingPath,
    )
    .requiredOption("--out <file>", "where to write the lexicon")
    .addHelpText(
      "after",
      "\nThe columns are those of khabar's own tables; id, ar and class are enough. Where a name is one of khabar's, too, it\nthen means your entity.\n\nExample:\n  $ khabar lexicon add mine.tsv --out mine.khb\n  $ khabar tag --lexicon mine.khb articles.jsonl",
    )
    .action(run);
}

function run(paths: readonly string[], { out }: { out: string }): void {
  const tables = readTableFiles(paths).map((table) => ({ ...table, user: true }));
  const { bytes, problems } = checkLexicon(tables, new Lexicon(readPackageData("lexicon")));
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
  if (problems.length > 0) {
    process.stderr.write(`${plural(problems.length, "problem")}; ${out} was not written\n`);
    process.exitCode = 1;
    return;
  }
  for (const finding of reviewLexicon(tables, splitWords))
    process.stderr.write(`${formatFinding(finding)}\n`);
  writeFileSync(out, bytes);
  process.stderr.write(`${out}: entities: ${new Lexicon(bytes).entityCount}\n`);
}
