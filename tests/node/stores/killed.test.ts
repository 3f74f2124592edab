import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, test } from "vitest";
import { SqliteStore } from "../../../src/node/stores/sqlite-store.js";
import { seededRandom } from "../../../src/tag/tagger/seeded-random.js";
import { names } from "../../helpers/stored-articles.js";

const WRITER = new URL("../../helpers/index-forever.mjs", import.meta.url).pathname;
const ROUNDS = 6;
const BATCH = 40;

/** Lets the writer run and kills it. @returns the last batch that it said was put, or `before` when none was. */
async function killedAfter(target: string, first: number, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [WRITER, target, String(first)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const started = new Promise<void>((resolve) =>
    child.stdout.on("data", (piece: Buffer) => {
      output += piece.toString("utf8");
      resolve();
    }),
  );
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await Promise.race([started, ended]);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill("SIGKILL");
  await ended;
  expect(child.signalCode).toBe("SIGKILL");
  const acknowledged = output.slice(0, output.lastIndexOf("\n")).split("\n");
  return acknowledged[0] === "" ? first - 1 : Number(acknowledged.at(-1));
}

/** What must be in the store once batches 0 to `last` are: each article as the last batch that put it left it. */
function expected(last: number): Map<string, string> {
  const articles = new Map<string, string>();
  for (let batch = 0; batch <= last; batch++)
    for (let i = 0; i < BATCH; i++)
      articles.set(i % 3 === 0 && batch > 0 ? `${batch - 1}/${i + 1}` : `${batch}/${i}`, `${batch}:${i}`);
  return articles;
}

describe("a writer that is killed with SIGKILL", () => {
  test("loses no batch that was put, leaves none half put, and damages nothing", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "khabar-killed-")), "news.db");
    const random = seededRandom(3);
    let next = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const last = await killedAfter(path, next, random() * 250);

      const store = await SqliteStore.open(path, { create: false });
      const held = new Map<string, string>();
      // The batch that was under way may have been committed without being told.
      const complete = (await store.get(`${last + 1}/1`)) === undefined ? last : last + 1;
      for await (const profile of store.all()) {
        const [name] = names([profile])[0]!.split(" ");
        held.set(name!, name!);
      }
      expect([...held.keys()].sort()).toEqual([...expected(complete).values()].sort());
      expect(await store.size()).toBe(expected(complete).size);
      for (const [id, name] of [...expected(complete)].slice(-2 * BATCH))
        expect(names([(await store.get(id))!])[0]!.split(" ")[0]).toBe(name);
      const under = await store.candidates({ keys: Uint32Array.of(1_000_001), perKey: 100_000 });
      expect(under).toHaveLength(
        [...expected(complete).values()].filter((name) => name.endsWith(":1")).length,
      );
      await store.close();

      const database = new Database(path);
      expect(database.prepare("PRAGMA integrity_check").raw().all()).toEqual([["ok"]]);
      database.exec("INSERT INTO postings (postings) VALUES ('integrity-check')");
      database.close();
      next = complete + 1;
    }
    expect(next).toBeGreaterThan(ROUNDS);
  }, 120_000);
});
