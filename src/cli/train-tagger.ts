import { existsSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { Command, InvalidArgumentError } from "commander";
import { Lexicon } from "../data/lexicon.js";
import { encodeTaggerModel, TaggerModel } from "../data/tagger-model.js";
import type { AnnotatedArticle } from "../document.js";
import { createKhabar } from "../khabar.js";
import { readPackageData } from "../node/load-khabar.js";
import { readAnnotated } from "../node/read-annotated.js";
import { readClusters } from "../node/read-clusters.js";
import { trainTaggerModel } from "../pipeline.js";
import { existingFile, existingFiles } from "./existing-files.js";
import { Failures } from "./failures.js";
import { foundNames } from "./found-mentions.js";
import { Output } from "./output.js";
import { plural } from "./plural.js";
import { renderScoreTable } from "./render-scores.js";
import { MentionScores } from "./score-mentions.js";
import { wholeNumber } from "./whole-number.js";

interface TrainOptions {
  readonly out: string;
  readonly epochs: number;
  readonly seed: number;
  readonly clusters?: string;
  readonly holdout?: string;
}

export function trainTaggerCommand(): Command {
  return new Command("tagger")
    .description("Train the tagger of names that no lexicon lists.")
    .argument(
      "<files...>",
      "annotated JSON lines {id, title?, text, mentions: [{field, start, end, type}]}; gzipped when the name ends in .gz",
      existingFiles,
    )
    .requiredOption(
      "--out <file>",
      "where to write the model; gzipped when the name ends in .gz",
      writableFile,
    )
    .option("--epochs <n>", "times that every sentence is learned from", wholeNumber(1, 1000), 4)
    .option(
      "--seed <n>",
      "decides the order of the sentences; the same files and options give the same bytes",
      wholeNumber(0, 2 ** 32 - 1),
      7,
    )
    .option("--clusters <file>", "word clusters as JSON; default: those of the shipped model", existingFile)
    .option("--holdout <source>", "leave the articles of this `source` out, and print their scores")
    .addHelpText(
      "after",
      `
The lexicon is the shipped one. Exit code: 0 done, 1 some lines could not be used, 2 wrong usage.

Example:
  $ echo '{"id": 1, "text": "زار قالن أنقرة", "mentions": [{"field": "text", "start": 4, "end": 8, "type": "person"}, {"field": "text", "start": 9, "end": 14, "type": "place"}]}' > mine.jsonl
  $ khabar train tagger mine.jsonl --out mine.khb.gz
  $ khabar evaluate tagger mine.jsonl --model mine.khb.gz`,
    )
    .action(run);
}

/** A path in a folder that exists: better known before the training than behind it. */
function writableFile(file: string): string {
  if (!existsSync(dirname(file))) throw new InvalidArgumentError(`No folder ${dirname(file)}.`);
  return file;
}

async function run(files: readonly string[], options: TrainOptions, command: Command): Promise<void> {
  const failures = new Failures(undefined);
  const articles = await readAll(files, failures);
  const { holdout } = options;
  const kept = articles.filter(({ source }) => holdout === undefined || source !== holdout);
  const held = articles.filter(({ source }) => holdout !== undefined && source === holdout);
  if (holdout !== undefined && held.length === 0) {
    const sources = [...new Set(articles.map(({ source }) => source ?? "none"))].sort();
    command.error(`error: no article has the source "${holdout}"; there are: ${sources.join(", ")}`);
  }
  if (kept.length === 0) throw new Error(`no articles to learn from; ${options.out} was not written`);
  const bytes = train(files, kept, options);
  writeFileSync(options.out, options.out.endsWith(".gz") ? gzipSync(bytes, { level: 9 }) : bytes);
  const mentions = kept.reduce((sum, article) => sum + article.mentions.length, 0);
  process.stderr.write(`${options.out}: ${plural(kept.length, "article")}, ${plural(mentions, "mention")}\n`);
  if (held.length > 0) await printScores(bytes, held);
  failures.close();
  if (failures.count > 0) {
    process.stderr.write(`${plural(failures.count, "line")} could not be used\n`);
    process.exitCode = 1;
  }
}

async function readAll(files: readonly string[], failures: Failures): Promise<AnnotatedArticle[]> {
  const articles: AnnotatedArticle[] = [];
  for (const file of files) {
    const report = (line: number, message: string): void => failures.report({ file, line, message });
    for await (const article of readAnnotated(file, report)) articles.push(article);
  }
  return articles;
}

function train(
  files: readonly string[],
  articles: readonly AnnotatedArticle[],
  { epochs, seed, clusters, holdout }: TrainOptions,
): Uint8Array {
  const columns =
    clusters === undefined ? new TaggerModel(readPackageData("tagger")).clusters : readClusters(clusters);
  const provenance = {
    files: files.map((file) => basename(file)),
    articles: articles.length,
    mentions: articles.reduce((sum, { mentions }) => sum + mentions.length, 0),
    epochs,
    seed,
    ...(holdout === undefined ? {} : { holdout }),
  };
  const report = (epoch: number, loss: number): void => {
    if (process.stderr.isTTY === true)
      process.stderr.write(`epoch ${epoch} of ${epochs}  loss ${loss.toFixed(3)}\n`);
  };
  const lexicon = new Lexicon(readPackageData("lexicon"));
  return encodeTaggerModel(
    trainTaggerModel(lexicon, columns, articles, { epochs, seed, provenance, report }),
  );
}

async function printScores(tagger: Uint8Array, articles: readonly AnnotatedArticle[]): Promise<void> {
  const khabar = createKhabar({ lexicon: readPackageData("lexicon"), tagger });
  const scores = new MentionScores();
  for (const article of articles) scores.add(article, foundNames(khabar.read(article)));
  const output = new Output();
  await output.write(`${renderScoreTable(scores).join("\n")}\n`);
  await output.flush();
}
