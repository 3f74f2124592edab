// Stores of related articles at growing sizes, beside MiniSearch: indexing, queries, memory, size.
//   npm run build && node build/bench/related.js ENGINE TAGGED.jsonl [SIZE …]
// ENGINE is memory, an SQLite file to be made, postgres://… or minisearch; TAGGED.jsonl is what `khabar tag --keep` wrote. Articles that the
// file is too short for are made of two of it each. Queries are titles, as of articles without text, and whole articles.
import { statSync } from "node:fs";
import { performance } from "node:perf_hooks";
import type { Article, Document } from "../src/document.js";
import { MemoryStore, type Profile, type RelatedStore, related, storedArticle } from "../src/index.js";
import { createKhabar } from "../src/khabar.js";
import { openIndex } from "../src/node/stores/open-index.js";
import { readPackageDataFrom } from "./data.js";
import { miniSearchEngine } from "./minisearch-engine.js";
import { type TaggedArticle, taggedArticles } from "./tagged-articles.js";

/** What is measured: something that articles are put into and found in. */
export interface Engine {
  put(articles: readonly TaggedArticle[]): Promise<void>;
  /** Ids of the ten best. */
  query(article: Article, document: Document | undefined): Promise<string[]>;
  /** Milliseconds of the last query that went by before the search itself, for reading the article. */
  readonly reading?: number;
  bytes(): number | undefined;
}

const BATCH = 500;
const QUERIES = 200;
const [target = "memory", file = "", ...sizes] = process.argv.slice(2);

const data = (name: string): Uint8Array => readPackageDataFrom(`dist/data/${name}.khb.gz`);
const khabar = createKhabar({
  lexicon: data("lexicon"),
  tagger: data("tagger"),
  topics: data("topics"),
  related: data("related"),
});

async function khabarEngine(): Promise<Engine> {
  const store: RelatedStore = target === "memory" ? new MemoryStore() : await openIndex(target);
  return {
    reading: 0,
    async put(articles) {
      await store.put(
        articles.map(({ article, document }) => storedArticle(khabar.profile(article, document))),
      );
    },
    async query(article, document) {
      const start = performance.now();
      const profile: Profile = khabar.profile(article, document);
      (this as { reading: number }).reading = performance.now() - start;
      return (await related(store, profile, { limit: 10 })).map(({ id }) => id);
    },
    bytes: () => (target === "memory" || target.includes("://") ? undefined : statSync(target).size),
  };
}

/** Takes what a task needs: seconds of the clock and of the processor. */
async function timed<T>(task: () => Promise<T>): Promise<{ result: T; seconds: number; cpu: number }> {
  const before = process.cpuUsage();
  const start = performance.now();
  const result = await task();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { result, seconds, cpu: (user + system) / 1e6 };
}

/** Finds what is related to every so many-th article, and tells the times in milliseconds. */
async function queries(engine: Engine, name: string, asked: readonly TaggedArticle[]): Promise<void> {
  const times: number[] = [];
  let found = 0;
  const { cpu } = await timed(async () => {
    for (const { article, document } of asked) {
      const start = performance.now();
      found += (await engine.query(article, document)).length;
      times.push(performance.now() - start - (engine.reading ?? 0));
    }
  });
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.floor(share * (times.length - 1))]!.toFixed(1);
  process.stdout.write(
    `  ${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, processor ${((1000 * cpu) / asked.length).toFixed(1)} ms a query with reading (${found} found)\n`,
  );
}

const engine = target === "minisearch" ? miniSearchEngine() : await khabarEngine();
const asked: TaggedArticle[] = [];
let batch: TaggedArticle[] = [];
let count = 0;
let seconds = 0;
let cpu = 0;
const checkpoints = sizes.length === 0 ? [5000, 50_000] : sizes.map(Number);
const last = Math.max(...checkpoints);
const put = async (): Promise<void> => {
  const full = batch;
  batch = [];
  const spent = await timed(() => engine.put(full));
  seconds += spent.seconds;
  cpu += spent.cpu;
  count += full.length;
};
for await (const article of taggedArticles(file, last)) {
  batch.push(article);
  if (asked.length < QUERIES && (count + batch.length) % 20 === 0) asked.push(article);
  if (batch.length === BATCH) await put();
  if (batch.length > 0 || !checkpoints.includes(count)) continue;
  const size = engine.bytes();
  process.stdout.write(
    `${target.replace(/:\/\/.*/, "")} with ${count} articles: ${Math.round(count / seconds)} articles/s, ${Math.round(count / cpu)} per second of the processor; ` +
      `${Math.round(process.memoryUsage.rss() / 1e6)} MB of memory${size === undefined ? "" : `, ${Math.round(size / 1e6)} MB on disk`}\n`,
  );
  await queries(engine, "titles", asked.map(titleOf));
  await queries(engine, "whole articles", asked);
}
process.exit(0);

/** The title alone, to be tagged anew. */
function titleOf({ article }: TaggedArticle): TaggedArticle {
  const title = { text: article.title ?? article.text?.slice(0, 80) ?? "" };
  return { article: title, document: khabar.read(title) };
}
