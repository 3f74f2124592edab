import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { Command, Option } from "commander";
import { MOST_LABELS } from "../data/label.js";
import type { LabelledArticle } from "../document.js";
import { readLabelled } from "../node/read-labelled.js";
import { crossValidateTopics, isArabic, trainTopics } from "../pipeline.js";
import { existingFilesOrInput, STANDARD_INPUT, writableFile } from "./existing-files.js";
import { Failures } from "./failures.js";
import { Output } from "./output.js";
import { plural } from "./plural.js";
import { renderReportText } from "./report.js";
import { TopicScores } from "./score-topics.js";
import { cardFile, type ModelFacts, topicCard } from "./topic-card.js";
import { reportFile, topicReport, topicReportJson, writeReport } from "./topic-report.js";
import { version } from "./version.js";
import { wholeNumber } from "./whole-number.js";

interface TrainOptions {
  readonly out: string;
  readonly folds: number;
  readonly report?: string | false;
  readonly seed: number;
  readonly clean: boolean;
  readonly samples: number;
  readonly format: "text" | "json";
}

export function trainTopicsCommand(): Command {
  return new Command("topics")
    .description("Train topics of your own, in seconds, and say how good they are.")
    .argument(
      "<files...>",
      'JSON lines {id?, title?, text, labels: […]}, or label: "…", or topics: […]; gzipped when the name ends in .gz; - is stdin',
      existingFilesOrInput,
    )
    .requiredOption(
      "--out <file>",
      "where to write the model; gzipped when the name ends in .gz; a model card (.md) is written beside it",
      writableFile,
    )
    .option(
      "--folds <n>",
      "models that are trained, each without a part of the texts, to score that part; 0: none",
      wholeNumber(0, 100),
      5,
    )
    .option("--report <file>", "write the report to a file, too: .html, .md, .json or .txt", reportFile)
    .option("--no-report", "no cross-validation and no report, as with --folds 0")
    .option("--samples <n>", "articles with errors to show", wholeNumber(0), 5)
    .addOption(
      new Option("--format <format>", "how to print the report").choices(["text", "json"]).default("text"),
    )
    .option(
      "--seed <n>",
      "decides the order of the texts and the folds; the same files and options give the same bytes",
      wholeNumber(0, 2 ** 32 - 1),
      7,
    )
    .option("--no-clean", "boilerplate counts as text; tag with --no-clean, too")
    .addHelpText(
      "after",
      `
Any text of one line, of up to 200 code units, is a label. Texts get as many labels as those of the file have. The report trains
one more model per fold and takes that many times as long as the training; copies of a text are in the same fold.
Exit code: 0 done, 1 some lines could not be used, 2 wrong usage.

Example:
  $ khabar train topics examples/own-topics.jsonl --out mine.khb.gz
  $ khabar tag --topics mine.khb.gz articles.jsonl`,
    )
    .action(run);
}

async function run(files: readonly string[], options: TrainOptions, command: Command): Promise<void> {
  const { out, seed, clean, report } = options;
  const folds = report === false ? 0 : options.folds;
  if (typeof report === "string" && folds === 0) command.error("error: --report needs --folds of 2 or more");
  if (folds === 1) command.error("error: --folds is 0, or 2 or more");
  const card = cardFile(out);
  const failures = new Failures(undefined);
  const articles = await readAll(files, failures);
  const labels = new Set(articles.flatMap((article) => article.labels));
  if (labels.size === 0) throw new Error(`no labels to learn; ${out} was not written`);
  if (labels.size > MOST_LABELS)
    throw new Error(
      `${labels.size} different labels; expected at most ${MOST_LABELS}; ${out} was not written`,
    );
  const names = files.map((file) => (file === STANDARD_INPUT ? "-" : basename(file)));
  const provenance = {
    files: names,
    articles: articles.length,
    labels: labels.size,
    seed,
    clean,
    khabar: version,
  };
  const bytes = trainTopics(articles, { seed, clean, provenance });
  writeFileSync(out, out.endsWith(".gz") ? gzipSync(bytes, { level: 9 }) : bytes);
  process.stderr.write(`${out}: ${plural(articles.length, "article")}, ${plural(labels.size, "label")}\n`);
  const foreign = articles.filter((article) => !isArabic(article)).length;
  if (foreign > 0)
    process.stderr.write(`${plural(foreign, "article")} not in Arabic: nothing was learnt from them\n`);
  const scores = scoreFolds(articles, Math.min(folds, articles.length), { seed, clean });
  const facts: ModelFacts = { out, files: names, articles, labels: labels.size, folds, seed, clean };
  writeFileSync(card, topicCard(facts, scores));
  if (scores !== undefined) await printReport(scores, facts, options);
  else if (folds > 0) process.stderr.write("too few articles for a report\n");
  failures.close();
  if (failures.count > 0) {
    process.stderr.write(`${plural(failures.count, "line")} could not be used\n`);
    process.exitCode = 1;
  }
}

async function readAll(files: readonly string[], failures: Failures): Promise<LabelledArticle[]> {
  const articles: LabelledArticle[] = [];
  for (const name of files) {
    const file = name === STANDARD_INPUT ? undefined : name;
    const report = (line: number, message: string): void =>
      failures.report({ file: file ?? "stdin", line, message });
    for await (const { id, title, text, labels } of readLabelled(file, report))
      articles.push({ id, title, text, labels });
  }
  return articles;
}

/** Every article scored by a model that did not see it; undefined when there are too few. */
function scoreFolds(
  articles: readonly LabelledArticle[],
  folds: number,
  options: { readonly seed: number; readonly clean: boolean },
): TopicScores | undefined {
  if (folds < 2) return undefined;
  const progress = (fold: number): void => {
    if (process.stderr.isTTY === true) process.stderr.write(`cross-validation: fold ${fold} of ${folds}\n`);
  };
  const topics = crossValidateTopics(articles, folds, options, progress);
  const scores = new TopicScores();
  articles.forEach((article, i) => {
    scores.add(article, topics[i]!);
  });
  return scores;
}

async function printReport(
  scores: TopicScores,
  { out, articles, labels, folds, seed }: ModelFacts,
  { report, format, samples }: TrainOptions,
): Promise<void> {
  const context = {
    title: `Topics: ${basename(out)}`,
    facts: [
      ["articles, labels", `${articles.length}, ${labels}`],
      ["cross-validation", `${Math.min(folds, articles.length)} folds, seed ${seed}`],
    ] as const,
    samples,
  };
  if (typeof report === "string") writeReport(report, scores, context);
  const output = new Output();
  await output.write(
    format === "json"
      ? `${JSON.stringify(topicReportJson(scores, samples))}\n`
      : renderReportText(topicReport(scores, context)),
  );
  await output.flush();
}
