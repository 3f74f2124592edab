import { Command } from "commander";
import { type RelatedStore, type StoredArticle, storedArticle } from "../index.js";
import { isArticleId } from "../pipeline.js";
import { existingFiles } from "./existing-files.js";
import { Failures } from "./failures.js";
import { plural } from "./plural.js";
import { Profiler } from "./profiler.js";
import { startProgress } from "./progress.js";
import { type ArticleRecord, readArticles } from "./read-articles.js";
import { addReadingOptions, type ReadingOptions } from "./reading-options.js";
import { storeOption, withStore } from "./related-store.js";

/** Articles that are put at once. */
const BATCH = 500;

interface IndexCommandOptions extends ReadingOptions {
  readonly store: string;
  readonly quiet: boolean;
}

export function relatedIndexCommand(): Command {
  const command = new Command("index")
    .description("Put articles into a store, or replace those of the same id.")
    .argument(
      "[files...]",
      "articles: JSON lines {id, title?, text, date?}, plain text or HTML pages; stdin without. Lines of `khabar tag --keep` are not tagged again",
      existingFiles,
    )
    .addOption(storeOption())
    .option("--quiet", "no progress and no summary", false);
  return addReadingOptions(command)
    .addHelpText(
      "after",
      "\nWhat is put stays, even when the run is killed: articles are committed by the hundreds.\n\nExample:\n  $ khabar related index --store news.db articles.jsonl\n  $ khabar tag --keep articles.jsonl | khabar related index --store news.db",
    )
    .action(run);
}

async function run(files: readonly string[], options: IndexCommandOptions, command: Command): Promise<void> {
  const failures = new Failures(options.errors);
  await withStore(command, options.store, true, async (store) => {
    const count = await indexFiles(store, files, options, failures);
    if (!options.quiet)
      process.stderr.write(
        `${plural(count, "article")} indexed; ${plural(await store.size(), "article")} in the store\n`,
      );
  });
  failures.close();
  if (failures.count > 0) {
    process.stderr.write(`${plural(failures.count, "record")} could not be indexed\n`);
    process.exitCode = 1;
  }
}

async function indexFiles(
  store: RelatedStore,
  files: readonly string[],
  options: IndexCommandOptions,
  failures: Failures,
): Promise<number> {
  const profiler = new Profiler(options);
  const progress = options.quiet ? undefined : startProgress(files, true);
  let batch: StoredArticle[] = [];
  let count = 0;
  const put = async (): Promise<void> => {
    await store.put(batch);
    count += batch.length;
    batch = [];
  };
  for (const file of files.length === 0 ? [undefined] : files)
    for await (const record of readArticles(file, failures)) {
      const article = await storable(profiler, record);
      if (typeof article === "string")
        failures.report({ file: file ?? "stdin", line: record.line, message: article });
      else batch.push(article);
      if (batch.length === BATCH) await put();
      progress?.update(file, record.bytesRead);
    }
  await put();
  progress?.stop();
  return count;
}

/** An article as the store keeps it, or why it cannot be kept. */
async function storable(
  profiler: Profiler,
  { article, record }: ArticleRecord,
): Promise<StoredArticle | string> {
  const { id } = article;
  if (id === null || id === undefined || id === "") return "no id: an article needs one to be found by";
  if (!isArticleId(String(id))) return "id: expected at most 2,048 UTF-8 bytes without U+0000";
  const profile = await profiler.profile(article, record);
  return typeof profile === "string" ? profile : storedArticle(profile);
}
