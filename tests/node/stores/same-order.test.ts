import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  MemoryStore,
  type RelatedArticle,
  type RelatedOptions,
  type RelatedStore,
  related,
  storedArticle,
} from "../../../src/index.js";
import { openIndex } from "../../../src/node/stores/open-index.js";
import { generatedNews } from "../../helpers/generated-news.js";
import { type PostgresServer, postgresPrograms, startPostgres } from "../../helpers/postgres.js";
import { realKhabar } from "../../helpers/real-khabar.js";

let server: PostgresServer | undefined;
const folder = mkdtempSync(join(tmpdir(), "khabar-order-"));
beforeAll(async () => {
  if (postgresPrograms !== undefined) server = await startPostgres();
});
afterAll(() => server?.stop());

const OPTIONS: Readonly<Record<string, RelatedOptions>> = {
  "as it is": { limit: 20 },
  "copies listed": { limit: 20, duplicates: true },
  "by topic": { topics: ["diplomacy"] },
  "by entity": { entities: ["person/vladimir-putin"] },
  "by topic and entity": { topics: ["russia"], entities: ["place/sochi"], limit: 50 },
  "by day": { from: "2021-03-01", to: "2021-06-20" },
  "up to a day, the newer first": { to: "2021-05-05", halfLifeDays: 14 },
  "above a score": { minScore: 0.2 },
};

test("the same articles give the same lists in every store, with every option", async () => {
  const khabar = realKhabar();
  const profiles = generatedNews(500, 11).map((article) => khabar.profile(article));
  const articles = profiles.map(storedArticle);
  const targets = [join(folder, "news.db"), ...(server === undefined ? [] : [server.url])];
  const opened: RelatedStore[] = [
    new MemoryStore(),
    ...(await Promise.all(targets.map((target) => openIndex(target)))),
  ];
  for (const store of opened) {
    // The same end by other ways: in one batch, in many, with articles that are replaced and removed again.
    await store.put(articles.slice(0, 200));
    for (let i = 200; i < articles.length; i += 50) await store.put(articles.slice(i, i + 50));
    await store.put(articles.slice(40, 60));
    expect(await store.remove(articles.slice(100, 130).map(({ id }) => id))).toBe(30);
    await store.put(articles.slice(110, 115));
  }
  const memory = opened[0] as MemoryStore;
  const again = await Promise.all(
    targets.map(async (target, i) => {
      await opened[i + 1]!.close();
      return openIndex(target, { create: false });
    }),
  );
  const stores = [memory, MemoryStore.fromBytes(memory.toBytes()), ...again];

  const counts: Record<string, number> = {};
  for (const [name, options] of Object.entries(OPTIONS))
    for (const profile of profiles.filter((_, i) => i % 25 === 0)) {
      const lists: RelatedArticle[][] = [];
      for (const store of stores) lists.push(await related(store, profile, options));
      for (const list of lists.slice(1)) expect(list).toEqual(lists[0]);
      counts[name] = (counts[name] ?? 0) + lists[0]!.length;
    }
  for (const name of Object.keys(OPTIONS)) expect(counts[name], name).toBeGreaterThan(50);
  await Promise.all(again.map((store) => store.close()));
});
