import { Command } from "commander";
import { explainName, type NameExplanation, type SenseExplanation } from "../data/explain-name.js";
import { Lexicon } from "../data/lexicon.js";
import { readPackageData } from "../node/load-khabar.js";
import { splitWords } from "../pipeline.js";
import { explainOccurrences, type OccurrenceExplanation } from "./lexicon-occurrences.js";
import { needOf } from "./lexicon-policies.js";
import { Output } from "./output.js";

interface ExplainFlags {
  readonly json: boolean;
  readonly in?: string;
}

export function explainCommand(): Command {
  return new Command("explain")
    .description("Say what a word or name matches, and why.")
    .argument("<words...>", "words or names; quote names of several words")
    .option("--in <sentence>", "read a sentence, too, and say what became of the word in it")
    .option("--json", "write JSON, one line per word", false)
    .addHelpText(
      "after",
      '\nExample:\n  $ khabar lexicon explain صالح\n  $ khabar lexicon explain صور --in "نشر صور الحادث في لبنان"',
    )
    .action(run);
}

async function run(names: readonly string[], flags: ExplainFlags): Promise<void> {
  const lexicon = new Lexicon(readPackageData("lexicon"));
  const output = new Output();
  for (const name of names) {
    const explanation = explainName(lexicon, splitWords(name));
    const occurrences =
      flags.in === undefined ? undefined : explainOccurrences(lexicon, explanation, flags.in);
    if (flags.json) {
      const found = occurrences === undefined ? {} : { occurrences };
      await output.write(`${JSON.stringify({ name, ...explanation, ...found })}\n`);
    } else await output.write(`${[...describe(name, explanation), ...tell(occurrences)].join("\n")}\n\n`);
  }
  await output.flush();
}

function describe(name: string, explanation: NameExplanation): string[] {
  const { folded, lists, readings, families, nearest } = explanation;
  const lines = [`${name} (folded: ${folded.join(" ")})`];
  for (const entry of lists) lines.push(`  ${entry.word} is in ${entry.lists.join(", ")}`);
  for (const { proclitics, name: read, senses, longer, longerCount } of readings) {
    if (senses.length > 0) lines.push(`  ${proclitics === "" ? read : `${proclitics} + ${read}`}`);
    for (const sense of senses) lines.push(...describeSense(sense).map((line) => `    ${line}`));
    if (longerCount > 0) {
      const more = longerCount > longer.length ? ` … ${longerCount} in all` : "";
      lines.push(`  begins longer names: ${longer.join("، ")}${more}`);
    }
  }
  for (const { family, class: className, numbers, number } of families) {
    const known = number !== undefined && numbers.includes(number);
    const which = number === undefined ? "before a number" : `with number ${number}`;
    lines.push(
      `  weapon designation: family ${family} (${className}), ${which}; ${known ? "counts everywhere" : `numbers that need no context: ${numbers.join(", ")}; others beside a word such as «صواريخ»`}`,
    );
  }
  if (readings.every(({ senses }) => senses.length === 0) && families.length === 0)
    lines.push(
      nearest.length === 0
        ? "  no entry, and none that differs by one letter"
        : `  no entry; one letter away: ${nearest.join("، ")}`,
    );
  return lines;
}

function describeSense(sense: SenseExplanation): string[] {
  const { kind, id, ar, en, class: className, countries, prior, offices } = sense;
  const facts = [className, countries?.join(" "), prior === undefined ? "" : `prior ${prior}`].filter(
    Boolean,
  );
  const names = [en, ar].filter(Boolean).join(" · ");
  const lines = [`${kind} ${id}  ${names}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`];
  lines.push(`  ${needOf(sense)}`);
  if (offices !== undefined) lines.push(`  ${offices.join(", ")}`);
  return lines;
}

function tell(occurrences: readonly OccurrenceExplanation[] | undefined): string[] {
  if (occurrences === undefined) return [];
  if (occurrences.length === 0) return ["  in the sentence: it does not occur"];
  return occurrences.flatMap(({ start, text, mention, reasons }) => [
    mention === undefined
      ? `  in the sentence at ${start}, «${text}»: no mention`
      : `  in the sentence at ${start}, «${text}»: mention «${mention.text}» is ${mention.entity} (${mention.kind}, ${mention.method}, ${mention.confidence})`,
    ...reasons.map((reason) => `    ${reason}`),
  ]);
}
