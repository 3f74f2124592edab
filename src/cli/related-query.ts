import { Command, InvalidArgumentError, Option } from "commander";
import { ENTITY_TYPES } from "../data/entity-classes.js";
import {
  decodeProfile,
  type Profile,
  type RelatedArticle,
  type RelatedOptions,
  type RelatedStore,
  related,
} from "../index.js";
import { existingFiles } from "./existing-files.js";
import { Failures } from "./failures.js";
import { fraction } from "./fraction.js";
import { checkDays, isoDay } from "./iso-day.js";
import { Output } from "./output.js";
import { plural } from "./plural.js";
import { Profiler } from "./profiler.js";
import { readArticles } from "./read-articles.js";
import { addReadingOptions, type ReadingOptions } from "./reading-options.js";
import { storeOption, withStore } from "./related-store.js";
import { renderRelated } from "./render-related.js";
import { roundedReasons, roundShare } from "./round-share.js";
import { wholeNumber } from "./whole-number.js";

interface QueryOptions extends ReadingOptions {
  readonly store: string;
  readonly limit: number;
  readonly format: "jsonl" | "text";
  readonly id?: readonly string[];
  readonly topic?: readonly string[];
  readonly entity?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly halfLife?: number;
  readonly minScore?: number;
  readonly duplicates: boolean;
}

export function relatedQueryCommand(): Command {
  const command = new Command("query")
    .description("Find the stored articles that are related to each of the given ones, best first.")
    .argument(
      "[files...]",
      "articles: JSON lines {id?, title?, text, date?}, plain text or HTML pages; stdin without. They need not be stored",
      existingFiles,
    )
    .addOption(storeOption())
    .addOption(
      new Option("--id <id>", "ask about a stored article instead; may be repeated").argParser(several),
    )
    .option("--limit <n>", "articles to find", wholeNumber(1, 1000), 10)
    .addOption(new Option("--format <format>", "what to write").choices(["jsonl", "text"]).default("jsonl"))
    .option("--topic <id>", "only articles on this topic, as diplomacy or syria; may be repeated", several)
    .option(
      "--entity <id>",
      "only articles that name this entity, as place/russia; may be repeated",
      entityIds,
    )
    .option("--from <day>", "only articles of this day and later", isoDay)
    .option("--to <day>", "only articles of this day and earlier", isoDay)
    .option("--half-life <days>", "halve the score for so many days between two articles", positive)
    .option("--min-score <score>", "leave out what is less related, from 0 to 1", fraction)
    .option("--duplicates", "list copies one by one, not one for each group", false);
  return addReadingOptions(command)
    .addHelpText(
      "after",
      "\nWrites {id, related: [{id, score, duplicate, title, date, reasons, summary}]} for each article.\n\nExample:\n  $ khabar related query --store news.db --limit 5 article.txt\n  $ khabar related query --store news.db --id a17 --topic diplomacy --from 2021-09-01 --format text",
    )
    .action(run);
}

async function run(files: readonly string[], options: QueryOptions, command: Command): Promise<void> {
  if (options.id !== undefined && files.length > 0)
    command.error("error: --id asks about a stored article; leave the files out", { exitCode: 2 });
  checkDays(command, options);
  const failures = new Failures(options.errors);
  await withStore(command, options.store, false, async (store) => {
    const output = new Output();
    const asked =
      options.id === undefined
        ? readProfiles(files, options, failures)
        : storedProfiles(store, options.id, failures);
    for await (const { id, profile } of asked) {
      const found = await related(store, profile, relatedOptions(options));
      await output.write(
        options.format === "text"
          ? renderRelated(id, profile, found)
          : `${JSON.stringify({ ...(id === undefined ? {} : { id }), related: found.map(rounded) })}\n`,
      );
    }
    await output.flush();
  });
  failures.close();
  if (failures.count > 0) {
    process.stderr.write(`${plural(failures.count, "record")} could not be read\n`);
    process.exitCode = 1;
  }
}

/** An article that is asked about, with its id as it was given. */
interface Asked {
  readonly id: string | number | undefined;
  readonly profile: Profile;
}

async function* readProfiles(
  files: readonly string[],
  options: QueryOptions,
  failures: Failures,
): AsyncGenerator<Asked> {
  const profiler = new Profiler(options);
  for (const file of files.length === 0 ? [undefined] : files)
    for await (const { article, record, line } of readArticles(file, failures)) {
      const profile = await profiler.profile(article, record);
      if (typeof profile === "string") failures.report({ file: file ?? "stdin", line, message: profile });
      else yield { id: article.id ?? undefined, profile };
    }
}

async function* storedProfiles(
  store: RelatedStore,
  ids: readonly string[],
  failures: Failures,
): AsyncGenerator<Asked> {
  for (const id of ids) {
    const bytes = await store.get(id);
    if (bytes === undefined)
      failures.report({ file: `--id ${id}`, line: 0, message: "no such article in the store" });
    else yield { id, profile: decodeProfile(bytes) };
  }
}

function relatedOptions(options: QueryOptions): RelatedOptions {
  const { limit, duplicates, topic, entity, from, to, halfLife, minScore } = options;
  return {
    limit,
    duplicates,
    ...(topic === undefined ? {} : { topics: topic }),
    ...(entity === undefined ? {} : { entities: entity }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(halfLife === undefined ? {} : { halfLifeDays: halfLife }),
    ...(minScore === undefined ? {} : { minScore }),
  };
}

function rounded(article: RelatedArticle): RelatedArticle {
  return { ...article, score: roundShare(article.score), reasons: roundedReasons(article.reasons) };
}

function several(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

function entityIds(value: string, previous: readonly string[] | undefined): string[] {
  const [type, name] = value.split("/", 2);
  if (!name || !(ENTITY_TYPES as readonly string[]).includes(type!))
    throw new InvalidArgumentError(`Expected an id as place/russia; types: ${ENTITY_TYPES.join(", ")}.`);
  return several(value, previous);
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0 && Number.isFinite(number))) throw new InvalidArgumentError("Expected a number above 0.");
  return number;
}
