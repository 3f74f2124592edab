import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, test } from "vitest";
import { DataFormatError } from "../../../src/data/container.js";
import { openIndex } from "../../../src/node/stores/open-index.js";
import { SqliteStore } from "../../../src/node/stores/sqlite-store.js";
import { names, randomArticles, stored } from "../../helpers/stored-articles.js";

const folder = mkdtempSync(join(tmpdir(), "khabar-sqlite-"));
let count = 0;
const fresh = (): string => join(folder, `${count++}.db`);

describe("files that are no store", () => {
  test("another file", async () => {
    const path = fresh();
    writeFileSync(path, "ليس قاعدة بيانات ".repeat(500));
    await expect(SqliteStore.open(path)).rejects.toThrow(new DataFormatError(`${path}: not an SQLite file`));
    expect(readFileSync(path, "utf8")).toContain("ليس قاعدة");
  });

  test("another program's SQLite file, which stays as it was", async () => {
    const path = fresh();
    const database = new Database(path);
    database.exec("CREATE TABLE articles (id)");
    database.close();
    const message = `${path}: an SQLite file, but no store of related articles`;
    await expect(SqliteStore.open(path)).rejects.toThrow(new DataFormatError(message));
    const again = new Database(path);
    expect(again.prepare("SELECT name FROM sqlite_schema").raw().all()).toEqual([["articles"]]);
    expect(again.prepare("PRAGMA journal_mode").raw().all()).toEqual([["delete"]]);
  });

  test("a store of a later version", async () => {
    const path = fresh();
    await (await SqliteStore.open(path)).close();
    new Database(path).exec("PRAGMA user_version = 2");
    const message = `${path}: the store has format version 2; this library reads version 1`;
    await expect(SqliteStore.open(path)).rejects.toThrow(new DataFormatError(message));
  });

  test("a store that was cut short", async () => {
    const path = fresh();
    const store = await SqliteStore.open(path);
    await store.put(randomArticles(300, 1));
    await store.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, 8192));
    const read = async (): Promise<void> => {
      const damaged = await SqliteStore.open(path);
      for await (const profile of damaged.all()) expect(profile.length).toBeGreaterThan(0);
      await damaged.put(randomArticles(300, 2));
    };
    await expect(read()).rejects.toThrow(DataFormatError);
  });

  test("a folder, and a folder that is not there", async () => {
    for (const path of [folder, join(folder, "none", "x.db")])
      await expect(SqliteStore.open(path)).rejects.toMatchObject({
        name: "StoreError",
        code: "failed",
        message: `${path}: cannot be opened; expected a file in a folder that may be written to`,
      });
  });

  test("none, when it must be there", async () => {
    const path = fresh();
    await expect(openIndex(path, { create: false })).rejects.toMatchObject({ code: "missing-store" });
    expect(existsSync(path)).toBe(false);
  });
});

describe("several at once", () => {
  test("a writer waits for another, and says so when it takes too long", async () => {
    const path = fresh();
    const store = await SqliteStore.open(path, { wait: 200 });
    await store.put([stored("a", [1])]);
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    await expect(store.put([stored("b", [1])])).rejects.toMatchObject({
      code: "busy",
      message: `${path}: another process is writing to the store; try again when it is done`,
    });
    // Readers do not wait.
    expect(names(await store.candidates({ keys: Uint32Array.of(1), perKey: 5 }))).toEqual(["a@1"]);
    other.exec("COMMIT");
    await store.put([stored("b", [1])]);
    expect(await store.size()).toBe(2);
  });

  test("two processes that make the file and write at the same time lose nothing", async () => {
    const path = fresh();
    const writer = new URL("../../helpers/put-articles.mjs", import.meta.url).pathname;
    const run = (name: string): Promise<number | null> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [writer, path, name, "30"], { stdio: "inherit" });
        child.once("close", resolve);
      });
    expect(await Promise.all([run("أ"), run("ب")])).toEqual([0, 0]);
    const store = await SqliteStore.open(path);
    expect(await store.size()).toBe(2 * 30 * 20 + 20);
    for (const name of ["أ", "ب"]) expect(await store.get(`${name}/29/19`)).toBeDefined();
  });
});

test("after many articles the index is one part, and finds what it found before", async () => {
  const path = fresh();
  const store = await SqliteStore.open(path);
  const articles = randomArticles(3000, 4);
  for (let i = 0; i < articles.length; i += 100) await store.put(articles.slice(i, i + 100));
  const query = { keys: articles[7]!.keys, perKey: 40 };
  const before = names(await store.candidates(query));
  const parts = (): unknown[][] =>
    new Database(path).prepare("SELECT count(DISTINCT segid) FROM postings_idx").raw().all() as unknown[][];
  expect(parts()[0]![0]).toBeGreaterThan(1);
  await store.close();
  expect(parts()).toEqual([[1]]);
  const again = await SqliteStore.open(path);
  expect(names(await again.candidates(query))).toEqual(before);
  // A few more leave the large part alone.
  await again.put(randomArticles(20, 5));
  await again.close();
  expect(parts()).toEqual([[2]]);
});

test("a batch that fails half way leaves nothing behind", async () => {
  const path = fresh();
  const store = await SqliteStore.open(path);
  await store.put([stored("a", [1])]);
  new Database(path).exec(
    "CREATE TRIGGER full BEFORE INSERT ON profiles WHEN (SELECT count(*) FROM profiles) >= 3 BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  );
  await expect(store.put(randomArticles(10, 1))).rejects.toMatchObject({
    code: "failed",
    message: `${path}: disk full`,
  });
  expect(await store.size()).toBe(1);
  expect(names(await store.candidates({ keys: Uint32Array.of(1, 0), perKey: 5 }))).toEqual(["a@1"]);
});

test("lookups walk the index; none reads a whole table", async () => {
  const path = fresh();
  await (await SqliteStore.open(path)).put(randomArticles(50, 1));
  const database = new Database(path);
  const plan = (sql: string): string[] =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .raw()
      .all()
      .map((row) => String((row as unknown[])[3]));
  expect(
    plan(`SELECT p.rowid FROM postings p CROSS JOIN articles a ON a.number = p.rowid
      WHERE p.postings MATCH 'a' AND a.day BETWEEN 1 AND 2 ORDER BY p.rowid DESC LIMIT 3`),
  ).toEqual([
    expect.stringMatching(/^SCAN p VIRTUAL TABLE INDEX \d+:M/),
    "SEARCH a USING INTEGER PRIMARY KEY (rowid=?)",
  ]);
});
