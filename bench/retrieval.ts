// Whether a title finds its article among the bodies of all: mean reciprocal rank at 10, beside MiniSearch.
//   npm run build && node build/bench/retrieval.js ARTICLES.jsonl[.gz] [COUNT]     default: the first 5,000
import MiniSearch from "minisearch";
import type { Article } from "../src/document.js";
import { MemoryStore, normalize, related, storedArticle } from "../src/index.js";
import { createKhabar } from "../src/khabar.js";
import { readLines } from "../src/node/read-lines.js";
import { readPackageDataFrom } from "./data.js";

const [file = "", count = "5000"] = process.argv.slice(2);
const articles: Article[] = [];
for await (const { lines } of readLines(file))
  for (const line of lines)
    if (articles.length < Number(count) && line !== "") articles.push(JSON.parse(line));

async function score(name: string, find: (title: string) => Promise<string[]>): Promise<void> {
  let sum = 0;
  for (const { id, title } of articles) {
    const rank = (await find(title ?? "")).indexOf(String(id));
    if (rank >= 0) sum += 1 / (rank + 1);
  }
  process.stdout.write(`${name}: MRR@10 ${(sum / articles.length).toFixed(3)} (${articles.length} titles)\n`);
}

function miniSearch(name: string, prepare: (text: string) => string): Promise<void> {
  const index = new MiniSearch({ fields: ["text"] });
  index.addAll(articles.map(({ id, text }) => ({ id, text: prepare(text ?? "") })));
  return score(name, async (title) =>
    index
      .search(prepare(title))
      .slice(0, 10)
      .map(({ id }) => String(id)),
  );
}

const data = (name: string): Uint8Array => readPackageDataFrom(`dist/data/${name}.khb.gz`);
const khabar = createKhabar({
  lexicon: data("lexicon"),
  tagger: data("tagger"),
  topics: data("topics"),
  related: data("related"),
});
const store = new MemoryStore();
await store.put(
  articles.map(({ id, text }) => storedArticle(khabar.profile({ id: String(id), text: text ?? "" }))),
);
await score("khabar", async (title) => {
  const found = await related(store, khabar.profile({ text: title }), { limit: 10 });
  return found.map(({ id }) => id);
});
await miniSearch("MiniSearch as it comes", (text) => text);
await miniSearch("MiniSearch over khabar's folded text", (text) => normalize(text).text);
