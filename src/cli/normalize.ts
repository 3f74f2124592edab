import { Command, InvalidArgumentError } from "commander";
import { readLines } from "../node/read-lines.js";
import { RULE_NAMES } from "../normalize/rules/index.js";
import { normalize } from "../pipeline.js";
import { existingFiles } from "./existing-files.js";
import { Output } from "./output.js";

interface NormalizeFlags {
  readonly rules?: readonly string[];
  readonly without?: readonly string[];
}

export function normalizeCommand(): Command {
  return new Command("normalize")
    .description("Fold text to the form in which names are compared; one line per line.")
    .argument("[files...]", "plain text; stdin without", existingFiles)
    .option("--rules <names>", "only these rules, separated by commas", ruleList)
    .option("--without <names>", "all rules but these", ruleList)
    .addHelpText(
      "after",
      `\nRules: ${RULE_NAMES.join(", ")}\n\nExample:\n  $ echo 'مُحَمَّد السيسى' | khabar normalize\n  محمد السيسي`,
    )
    .action(run);
}

function ruleList(value: string): string[] {
  const names = value.split(",");
  const unknown = names.find((name) => !RULE_NAMES.includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`No rule "${unknown}"; choose from ${RULE_NAMES.join(", ")}.`);
  return names;
}

async function run(files: readonly string[], flags: NormalizeFlags): Promise<void> {
  const rules = (flags.rules ?? RULE_NAMES).filter((name) => !flags.without?.includes(name));
  const options = rules.length === RULE_NAMES.length ? {} : { rules };
  const output = new Output();
  for (const file of files.length === 0 ? [undefined] : files)
    for await (const { lines } of readLines(file))
      for (const line of lines) await output.write(`${normalize(line, options).text}\n`);
  await output.flush();
}
