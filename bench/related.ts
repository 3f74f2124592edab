// Stores of related articles at growing sizes, beside MiniSearch: indexing, queries, memory, size.
//   npm run build && node build/bench/related.js ENGINE TAGGED.jsonl [SIZE …]
// ENGINE is memory, an SQLite file to be made, postgres://… or minisearch; TAGGED.jsonl is what `khabar tag --keep` wrote, and articles that it is
// too short for are made of two of it each. Queries are titles alone, and whole articles; the time to read and tag them is left out.
// On a machine that others use, too, seconds of the processor say more than those of the clock.
import { statSync } from "node:fs";
import { performance } from "node:perf_hooks";
import {
  type CandidateQuery,
  MemoryStore,
  type Profile,
  type RelatedStore,
  related,
  storedArticle,
} from "../src/index.js";
import { createKhabar } from "../src/khabar.js";
import { openIndex } from "../src/node/stores/open-index.js";
import { readPackageDataFrom } from "./data.js";
import { miniSearchEngine } from "./minisearch-engine.js";
import { type TaggedArticle, taggedArticles } from "./tagged-articles.js";

/** What is measured: something that articles are put into and found in. */
export interface Engine<Query> {
  put(articles: readonly TaggedArticle[]): Promise<void>;
  /** Makes a query of an article, before the clock starts. */
  ask(article: TaggedArticle): Query;
  /** Ids of the ten best. */
  find(query: Query): Promise<string[]>;
  /** Ends a run of puts, as a command does that has indexed its files. */
  settle?(): Promise<void>;
  bytes?(): number;
  /** What finding candidates took of all that `find` did. */
  readonly candidates?: Stopwatch;
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

async function khabarEngine(): Promise<Engine<Profile>> {
  let store: RelatedStore = target === "memory" ? new MemoryStore() : await openIndex(target);
  const ask = ({ article, document }: TaggedArticle): Profile => khabar.profile(article, document);
  const candidates = new Stopwatch();
  const watched = {
    candidates: (query: CandidateQuery) => candidates.time(() => store.candidates(query)),
  } as RelatedStore;
  return {
    candidates,
    async settle() {
      if (target === "memory") return;
      await store.close();
      store = await openIndex(target);
    },
    put: (articles) => store.put(articles.map((article) => storedArticle(ask(article)))),
    ask,
    find: async (profile) => (await related(watched, profile, { limit: 10 })).map(({ id }) => id),
    ...(target === "memory" || target.includes("://") ? {} : { bytes: () => statSync(target).size }),
  };
}

/** The title alone, tagged anew. */
function titleOf({ article }: TaggedArticle): TaggedArticle {
  const title = { text: article.title ?? article.text?.slice(0, 80) ?? "" };
  return { article: title, document: khabar.read(title) };
}

/** Adds up what tasks take. */
class Stopwatch {
  readonly times: number[] = [];
  cpu = 0;

  async time<T>(task: () => Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    const start = performance.now();
    const result = await task();
    this.times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    this.cpu += (user + system) / 1000;
    return result;
  }

  /** The time below which a share of the tasks stayed, in milliseconds. */
  quantile(share: number): string {
    const sorted = this.times.toSorted((a, b) => a - b);
    return sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1);
  }

  get clock(): number {
    return this.times.reduce((sum, time) => sum + time, 0);
  }
}

async function run<Query>(engine: Engine<Query>): Promise<void> {
  const checkpoints = sizes.length === 0 ? [5000, 50_000] : sizes.map(Number);
  const asked: TaggedArticle[] = [];
  const puts = new Stopwatch();
  let batch: TaggedArticle[] = [];
  let count = 0;
  for await (const article of taggedArticles(file, Math.max(...checkpoints))) {
    batch.push(article);
    count++;
    if (asked.length < QUERIES && count % 20 === 0) asked.push(article);
    if (batch.length < BATCH && !checkpoints.includes(count)) continue;
    const full = batch;
    batch = [];
    await puts.time(() => engine.put(full));
    if (!checkpoints.includes(count)) continue;
    await puts.time(async () => engine.settle?.());
    reportPuts(engine, count, puts);
    await query(engine, "titles", asked.map(titleOf));
    await query(engine, "whole articles", asked);
  }
}

function reportPuts<Query>(engine: Engine<Query>, count: number, { clock, cpu }: Stopwatch): void {
  const perSecond = (milliseconds: number): number => Math.round((1000 * count) / milliseconds);
  const disk = engine.bytes === undefined ? "" : `, ${Math.round(engine.bytes() / 1e6)} MB on disk`;
  process.stdout.write(
    `${target.replace(/:\/\/.*/, "")}, ${count} articles: ${perSecond(clock)} articles/s of the clock, ${perSecond(cpu)} of the processor; ` +
      `${Math.round(process.memoryUsage.rss() / 1e6)} MB of memory${disk}\n`,
  );
}

async function query<Query>(
  engine: Engine<Query>,
  name: string,
  asked: readonly TaggedArticle[],
): Promise<void> {
  const queries = asked.map((article) => engine.ask(article));
  for (const each of queries.slice(0, 20)) await engine.find(each);
  const watch = new Stopwatch();
  const before = engine.candidates?.cpu ?? 0;
  let found = 0;
  for (const each of queries) found += (await watch.time(() => engine.find(each))).length;
  const lookups = ((engine.candidates?.cpu ?? 0) - before) / queries.length;
  const split = engine.candidates === undefined ? "" : `, ${lookups.toFixed(1)} of them in the store`;
  process.stdout.write(
    `  ${name}: p50 ${watch.quantile(0.5)} ms, p95 ${watch.quantile(0.95)} ms of the clock, ${(watch.cpu / queries.length).toFixed(1)} ms of the processor${split} (${found} found)\n`,
  );
}

if (target === "minisearch") await run(miniSearchEngine());
else await run(await khabarEngine());
process.exit(0);
