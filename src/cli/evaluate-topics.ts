import { Command, Option } from "commander";
import { loadKhabar } from "../node/load-khabar.js";
import { readLabelled } from "../node/read-labelled.js";
import { existingFile, existingFilesOrInput, STANDARD_INPUT } from "./existing-files.js";
import { Failures } from "./failures.js";
import { Output } from "./output.js";
import { plural } from "./plural.js";
import { renderReportText } from "./report.js";
import { TopicScores } from "./score-topics.js";
import { reportFile, topicReport, topicReportJson, writeReport } from "./topic-report.js";
import { wholeNumber } from "./whole-number.js";

interface EvaluateOptions {
  readonly format: "text" | "json";
  readonly topics?: string;
  readonly report?: string;
  readonly tagger: boolean;
  readonly clean: boolean;
  readonly samples: number;
}

export function evaluateTopicsCommand(): Command {
  return new Command("topics")
    .description(
      "Score the topics that khabar assigns, or those of a model of your own, against annotated ones.",
    )
    .argument(
      "<files...>",
      'JSON lines {id?, title?, text, date?, topics: […], countries?: […]}, or labels: […], or label: "…"; gzipped when the name ends in .gz; - is stdin',
      existingFilesOrInput,
    )
    .option(
      "--topics <file>",
      "score a model that `khabar train topics` made instead of the shipped one",
      existingFile,
    )
    .addOption(new Option("--format <format>", "what to write").choices(["text", "json"]).default("text"))
    .option("--report <file>", "write the report to a file, too: .html, .md, .json or .txt", reportFile)
    .option("--samples <n>", "articles with errors to show", wholeNumber(0), 5)
    .option("--no-tagger", "entities of lexicons and patterns only")
    .option("--no-clean", "boilerplate counts as text")
    .addHelpText(
      "after",
      `
A topic counts as assigned from a score of 0.5; countries are ISO 3166-1 codes. Score a model on articles that it was not trained on:
\`khabar train topics\` does so by itself. Exit code: 0 done, 1 some lines could not be used, 2 wrong usage.

Example:
  $ echo '{"text": "ارتفعت أسعار النفط في البورصة", "topics": ["energy", "economy"]}' | khabar evaluate topics -
  $ khabar evaluate topics --topics mine.khb.gz annotated.jsonl`,
    )
    .action(run);
}

async function run(files: readonly string[], options: EvaluateOptions): Promise<void> {
  const { topics, tagger, clean, samples } = options;
  const khabar = loadKhabar({ tagger, topics: topics ?? true, related: false });
  const failures = new Failures(undefined);
  const scores = new TopicScores();
  for (const name of files) {
    const file = name === STANDARD_INPUT ? undefined : name;
    const report = (line: number, message: string): void =>
      failures.report({ file: file ?? "stdin", line, message });
    for await (const record of readLabelled(file, report))
      scores.add(record, khabar.read(record, { clean }).topics);
  }
  const labels = scores.byLabel().map(({ label }) => label);
  const unknown = labels.filter((label) => khabar.explainTopic({}, label) === undefined);
  if (unknown.length > 0)
    process.stderr.write(
      `labels that the model does not know: ${unknown.slice(0, 20).join(", ")}${unknown.length > 20 ? ", …" : ""}\n`,
    );
  const context = {
    title: `Topics: ${topics ?? "khabar's own"}`,
    facts: [["articles, labels", `${scores.articles}, ${labels.length}`]] as const,
    samples,
  };
  if (options.report !== undefined) writeReport(options.report, scores, context);
  const output = new Output();
  await output.write(
    options.format === "json"
      ? `${JSON.stringify(topicReportJson(scores, samples))}\n`
      : renderReportText(topicReport(scores, context)),
  );
  await output.flush();
  failures.close();
  if (failures.count > 0) {
    process.stderr.write(`${plural(failures.count, "line")} could not be used\n`);
    process.exitCode = 1;
  }
}
