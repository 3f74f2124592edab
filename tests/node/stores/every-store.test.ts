import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openIndex } from "../../../src/node/stores/open-index.js";
import { MemoryStore } from "../../../src/related/memory-store.js";
import { type CandidateQuery, NO_DAY, type RelatedStore } from "../../../src/related/store.js";
import { seededRandom } from "../../../src/tag/tagger/seeded-random.js";
import { NaiveStore } from "../../helpers/naive-store.js";
import { type PostgresServer, postgresPrograms, startPostgres } from "../../helpers/postgres.js";
import { allNames, names, randomArticles, stored } from "../../helpers/stored-articles.js";

const folder = mkdtempSync(join(tmpdir(), "khabar-stores-"));
let server: PostgresServer | undefined;
let count = 0;

beforeAll(async () => {
  if (postgresPrograms !== undefined) server = await startPostgres();
});
afterAll(() => server?.stop());

/** An empty store, and how it is opened again with what it holds. */
interface Opened {
  store: RelatedStore;
  reopen(): Promise<RelatedStore>;
}

async function opened(target: string): Promise<Opened> {
  const store = await openIndex(target);
  return {
    store,
    async reopen() {
      await store.close();
      return openIndex(target, { create: false });
    },
  };
}

const STORES: Readonly<Record<string, () => Promise<Opened>>> = {
  memory: async () => {
    const store = new MemoryStore();
    return { store, reopen: async () => MemoryStore.fromBytes(store.toBytes()) };
  },
  sqlite: () => opened(join(folder, `${count++}.db`)),
  ...(postgresPrograms === undefined
    ? {}
    : { postgres: () => opened(`${server!.url}&schema=${encodeURIComponent(`مخزن "${count++}"`)}`) }),
};

describe.each(Object.entries(STORES))("%s store", (_, make) => {
  test("an empty one finds nothing", async () => {
    const { store } = await make();
    expect(await store.size()).toBe(0);
    expect(await store.get("a")).toBeUndefined();
    expect(await store.remove(["a"])).toBe(0);
    expect(await store.candidates({ keys: Uint32Array.of(1), perKey: 5 })).toEqual([]);
    expect(await allNames(store)).toEqual([]);
    await store.put([]);
    await store.close();
  });

  test("puts, replaces, removes and opens again as a plain list does", async () => {
    const { store, reopen } = await make();
    const naive = new NaiveStore();
    const articles = randomArticles(400, 1);
    const changed = randomArticles(400, 2).map((article) =>
      stored(article.id, [...article.keys], article.day, 2),
    );
    for (const batch of [
      articles.slice(0, 150),
      articles.slice(150),
      changed.slice(100, 160),
      articles.slice(120, 130),
    ]) {
      await store.put(batch);
      naive.put(batch);
    }
    const gone = ["مقال 3", "مقال 125", "مقال 399", "ليس هنا", "مقال 3"];
    expect(await store.remove(gone)).toBe(naive.remove(gone));
    const again = await reopen();
    await again.put(changed.slice(0, 5));
    naive.put(changed.slice(0, 5));

    expect(await again.size()).toBe(naive.list.length);
    expect(await allNames(again)).toEqual(names(naive.list.map(({ profile }) => profile)));
    expect(names([(await again.get("مقال 100"))!])).toEqual(["مقال 100@2"]);
    expect(await again.get("مقال 399")).toBeUndefined();
    let found = 0;
    for (const query of queries(randomArticles(400, 1).map(({ keys }) => keys))) {
      const expected = names(naive.candidates(query));
      expect(names(await again.candidates(query))).toEqual(expected);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(1000);
    await again.close();
  });

  test("of two articles with one id in a batch the last one counts, in its place", async () => {
    const { store } = await make();
    await store.put([stored("a", [1]), stored("b", [1]), stored("a", [1, 2], NO_DAY, 2)]);
    expect(names(await store.candidates({ keys: Uint32Array.of(1), perKey: 9 }))).toEqual(["a@2", "b@1"]);
    expect(await store.size()).toBe(2);
    await store.close();
  });

  test("a key that a replaced article has lost no longer finds it", async () => {
    const { store } = await make();
    await store.put([stored("a", [1, 2])]);
    await store.put([stored("a", [2, 3], NO_DAY, 2)]);
    expect(await store.candidates({ keys: Uint32Array.of(1), perKey: 9 })).toEqual([]);
    expect(names(await store.candidates({ keys: Uint32Array.of(3, 2), perKey: 9 }))).toEqual(["a@2"]);
    await store.close();
  });

  test("ids are any text but U+0000 and halves of pairs; bytes come back as they were", async () => {
    const { store } = await make();
    const ids = ["'; DROP TABLE articles; --", "👩‍🚀", "\ufeffx", 'a\nb\\{}"', "x".repeat(2048), " "];
    const profile = Uint8Array.from({ length: 512 }, (_, i) => i % 256);
    await store.put(ids.map((id) => ({ ...stored(id, [7]), profile })));
    for (const id of ids) expect(Uint8Array.from((await store.get(id))!)).toEqual(profile);
    expect(await store.remove(ids)).toBe(ids.length);
    for (const id of ["", "a\0b", "\ud83d", "x".repeat(2049)])
      await expect(store.put([stored("good", [1]), stored(id, [1])])).rejects.toThrow(RangeError);
    await store.put([stored("a", [1]), stored("\ufffd", [1])]);
    for (const id of ["a\0b", "\ud83d"]) {
      expect(await store.get(id)).toBeUndefined();
      expect(await store.remove([id])).toBe(0);
    }
    expect(await store.size()).toBe(2);
    await store.close();
  });

  test("what every store must refuse", async () => {
    const { store } = await make();
    const article = stored("a", [1]);
    await expect(store.put([{ ...article, day: 1.5 }])).rejects.toThrow('the day of article "a"; got 1.5');
    await expect(store.put([{ ...article, profile: new Uint8Array() }])).rejects.toThrow(RangeError);
    const keys = Uint32Array.of(1, 2);
    await expect(store.candidates({ keys, perKey: 0 })).rejects.toThrow("as perKey; got 0");
    await expect(store.candidates({ keys, perKey: 1, weights: [1] })).rejects.toThrow(
      "one weight for each of 2 keys",
    );
    await expect(store.candidates({ keys, perKey: 1, fromDay: Number.NaN })).rejects.toThrow(
      "as fromDay; got NaN",
    );
    await store.close();
  });
});

/** Queries of every shape, by the keys of real articles. */
function queries(keysOf: readonly Uint32Array[]): CandidateQuery[] {
  const random = seededRandom(5);
  const below = (end: number): number => Math.floor(random() * end);
  return Array.from({ length: 60 }, (_, i) => {
    const keys = keysOf[below(keysOf.length)]!;
    const fromDay = 15_000 + below(100);
    return {
      keys: Uint32Array.of(...keys, 12_345, keys[0]!),
      perKey: 1 + below(40),
      ...(i % 2 === 0 ? { weights: Array.from({ length: keys.length + 2 }, () => below(5)) } : {}),
      ...(i % 3 === 0 ? { limit: below(30) } : {}),
      ...(i % 4 === 1 ? { allOf: keys.slice(0, 1 + below(2)) } : {}),
      ...(i % 5 === 2 ? { fromDay } : i % 5 === 3 ? { fromDay, toDay: fromDay + below(30) } : {}),
      ...(i % 5 === 4 ? { toDay: fromDay } : {}),
    };
  });
}
