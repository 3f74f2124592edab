import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { Command } from "commander";
import { Lexicon } from "../data/lexicon.js";
import { encodeTaggerModel, TaggerModel } from "../data/tagger-model.js";
import type { AnnotatedArticle, AnnotatedMention } from "../document.js";
import { createKhabar } from "../khabar.js";
import { readPackageData } from "../node/load-khabar.js";
import { readAnnotated } from "../node/read-annotated.js";
import { readClusters } from "../node/read-clusters.js";
import { readConll } from "../node/read-conll.js";
import { trainTaggerModel } from "../pipeline.js";
import { existingFile, existingFiles, writableFile } from "./existing-files.js";
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
  readonly people?: readonly string[];
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
    .option("--epochs <n>", "times that every sentence is learned from", wholeNumber(1, 1000), 7)
    .option(
      "--seed <n>",
      "decides the order of the sentences; the same files and options give the same bytes",
      wholeNumber(0, 2 ** 32 - 1),
      7,
    )
    .option("--clusters <file>", "word clusters as JSON; default: those of the shipped model", existingFile)
    .option(
      "--people <file>",
      "CoNLL file of another scheme, of which only the people (PER) are learned; may be repeated",
      existingFiles,
    )
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
  const people = await readPeople(options.people ?? [], failures);
  const bytes = train(files, kept, people, options);
  writeFileSync(options.out, options.out.endsWith(".gz") ? gzipSync(bytes, { level: 9 }) : bytes);
  process.stderr.write(
    `${options.out}: ${plural(kept.length, "article")}, ${plural(mentionsOf(kept), "mention")}${
      people.length === 0 ? "" : `, ${plural(mentionsOf(people), "name")} of people`
    }\n`,
  );
  if (held.length > 0) await printScores(bytes, held);
  failures.close();
  if (failures.count > 0) {
    process.stderr.write(`${plural(failures.count, "line")} could not be used\n`);
    process.exitCode = 1;
  }
}

function mentionsOf(articles: readonly AnnotatedArticle[]): number {
  return articles.reduce((sum, { mentions }) => sum + mentions.length, 0);
}

async function readAll(files: readonly string[], failures: Failures): Promise<AnnotatedArticle[]> {
  const articles: AnnotatedArticle[] = [];
  for (const file of files) {
    const report = (line: number, message: string): void => failures.report({ file, line, message });
    for await (const article of readAnnotated(file, report)) articles.push(article);
  }
  return articles;
}

/** Sentences of CoNLL files are read this many together, as what stands near tells of names. */
const SENTENCES_TOGETHER = 6;

/** The people of CoNLL files, as articles of a few sentences each. */
async function readPeople(files: readonly string[], failures: Failures): Promise<AnnotatedArticle[]> {
  const articles: AnnotatedArticle[] = [];
  for (const file of files) {
    let together: AnnotatedArticle[] = [];
    const report = (line: number, message: string): void => failures.report({ file, line, message });
    for await (const { article } of readConll(file, { PER: "person", PERS: "person" }, report)) {
      together.push(article);
      if (together.length < SENTENCES_TOGETHER) continue;
      articles.push(joinLines(together));
      together = [];
    }
    if (together.length > 0) articles.push(joinLines(together));
  }
  return articles;
}

/** Sentences as the lines of one article. */
function joinLines(sentences: readonly AnnotatedArticle[]): AnnotatedArticle {
  let text = "";
  const mentions: AnnotatedMention[] = [];
  for (const sentence of sentences) {
    for (const mention of sentence.mentions)
      mentions.push({ ...mention, start: mention.start + text.length, end: mention.end + text.length });
    text += `${sentence.text}\n`;
  }
  return { text, mentions };
}

function train(
  files: readonly string[],
  articles: readonly AnnotatedArticle[],
  people: readonly AnnotatedArticle[],
  { epochs, seed, clusters, holdout, people: peopleFiles }: TrainOptions,
): Uint8Array {
  const columns =
    clusters === undefined ? new TaggerModel(readPackageData("tagger")).clusters : readClusters(clusters);
  const provenance = {
    files: files.map((file) => basename(file)),
    articles: articles.length,
    mentions: mentionsOf(articles),
    epochs,
    seed,
    ...(peopleFiles === undefined
      ? {}
      : { people: { files: peopleFiles.map((file) => basename(file)), mentions: mentionsOf(people) } }),
    ...(holdout === undefined ? {} : { holdout }),
  };
  const report = (epoch: number, loss: number): void => {
    if (process.stderr.isTTY === true)
      process.stderr.write(`epoch ${epoch} of ${epochs}  loss ${loss.toFixed(3)}\n`);
  };
  const lexicon = new Lexicon(readPackageData("lexicon"));
  return encodeTaggerModel(
    trainTaggerModel(lexicon, columns, articles, { epochs, seed, people, provenance, report }),
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
