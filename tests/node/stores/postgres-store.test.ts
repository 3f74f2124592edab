import { spawn } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DataFormatError } from "../../../src/data/container.js";
import { openIndex } from "../../../src/node/stores/open-index.js";
import { PostgresStore } from "../../../src/node/stores/postgres-store.js";
import { type PostgresServer, postgresPrograms, startPostgres } from "../../helpers/postgres.js";
import { names, randomArticles, stored } from "../../helpers/stored-articles.js";

describe("without a server", () => {
  test.each([
    [
      "a server that is not there",
      "postgres://reader:geheim%21@127.0.0.1:1/news",
      "postgres://reader@127.0.0.1:1/news: connect ECONNREFUSED",
    ],
    [
      "a password in a parameter",
      "postgresql://127.0.0.1:1/news?user=reader&password=geheim%21",
      "postgresql://127.0.0.1:1/news: connect ECONNREFUSED",
    ],
    [
      "no address",
      "postgres://reader:geheim!@[/news",
      "not a PostgreSQL address; expected postgres://user:password@host:port/database",
    ],
  ])("%s: the message says so, and has no password", async (_, url, message) => {
    const error = await openIndex(url).catch((error: unknown) => error);
    expect(error).toMatchObject({
      name: "StoreError",
      code: "failed",
      message: expect.stringContaining(message),
    });
    expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain("geheim");
  });
});

describe.skipIf(postgresPrograms === undefined)("with a server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  const sql = async (text: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return rows;
  };

  test("a wrong password or database is told without the password", async () => {
    const url = server.url.replace("khabar@/postgres", "khabar:geheim@/none");
    const error = await openIndex(url).catch((error: unknown) => error);
    expect(error).toMatchObject({
      code: "failed",
      message: expect.stringContaining('database "none" does not exist'),
    });
    expect((error as Error).message).not.toContain("geheim");
  });

  test("none, when it must be there", async () => {
    const options = { create: false, schema: "none" };
    await expect(PostgresStore.open(server.url, options)).rejects.toMatchObject({ code: "missing-store" });
    expect(await sql("SELECT 1 FROM pg_namespace WHERE nspname = 'none'")).toEqual([]);
  });

  test("tables of a later version", async () => {
    await (await PostgresStore.open(server.url, { schema: "later" })).close();
    await sql("UPDATE later.format SET version = 2");
    await expect(PostgresStore.open(server.url, { schema: "later" })).rejects.toThrow(DataFormatError);
  });

  test("a schema is one store; many are made and opened at once", async () => {
    const open = (schema: string): Promise<PostgresStore> => PostgresStore.open(server.url, { schema });
    const stores = await Promise.all(["x", "x", "x", "x", "y", "y"].map(open));
    await stores[0]!.put([stored("a", [1])]);
    expect(await Promise.all(stores.map((store) => store.size()))).toEqual([1, 1, 1, 1, 0, 0]);
    await Promise.all(stores.map((store) => store.close()));
  });

  test("a schema that its owner made is enough for who may not make schemas", async () => {
    await sql(
      "CREATE ROLE guest LOGIN; CREATE SCHEMA lent AUTHORIZATION guest; REVOKE CREATE ON DATABASE postgres FROM PUBLIC",
    );
    const url = server.url.replace("khabar@", "guest@");
    const store = await PostgresStore.open(url, { schema: "lent" });
    await store.put([stored("a", [1])]);
    expect(await store.size()).toBe(1);
    await store.close();
    await expect(PostgresStore.open(url, { schema: "own" })).rejects.toThrow("permission denied");
  });

  test("three processes write the same and other articles at once: nothing is lost, none fails", async () => {
    const url = `${server.url}&schema=shared`;
    const writer = new URL("../../helpers/put-articles.mjs", import.meta.url).pathname;
    const run = (name: string): Promise<number | null> =>
      new Promise((resolve) => {
        spawn(process.execPath, [writer, url, name, "25"], { stdio: "inherit" }).once("close", resolve);
      });
    expect(await Promise.all([run("أ"), run("ب"), run("ج")])).toEqual([0, 0, 0]);
    const store = await openIndex(url);
    expect(await store.size()).toBe(3 * 25 * 20 + 20);
    expect(await store.candidates({ keys: Uint32Array.of(7), perKey: 9999 })).toHaveLength(1520);
    await store.close();
    // Each article has the two postings of its last version and no other.
    expect(await sql("SELECT count(*)::integer AS n FROM shared.postings")).toEqual([{ n: 2 * 1520 }]);
  });

  test("a writer says so when others take too long; readers do not wait", async () => {
    const store = await PostgresStore.open(server.url, { schema: "busy", wait: 200 });
    await store.put([stored("a", [1])]);
    const other = new pg.Client({ connectionString: server.url });
    await other.connect();
    await other.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('khabar'), hashtext('"busy"'))`);
    await expect(store.put([stored("b", [1])])).rejects.toMatchObject({
      code: "busy",
      message: expect.stringContaining("others are writing to the store"),
    });
    expect(names(await store.candidates({ keys: Uint32Array.of(1), perKey: 5 }))).toEqual(["a@1"]);
    await other.end();
    await store.put([stored("b", [1])]);
    expect(await store.size()).toBe(2);
    await store.close();
  });

  test("connections that the server ends are replaced", async () => {
    const store = await PostgresStore.open(server.url, { schema: "ended" });
    await store.put(randomArticles(20, 1));
    await sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'khabar'");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await store.size()).toBe(20);
    await store.close();
  });
});
