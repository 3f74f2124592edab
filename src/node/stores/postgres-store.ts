import type { Pool, PoolClient } from "pg";
import { DataFormatError } from "../../data/container.js";
import {
  type CandidateQuery,
  isArticleId,
  planCandidates,
  planPut,
  type RelatedStore,
  type StoredArticle,
} from "../../pipeline.js";
import { parsePostgresUrl } from "./postgres-url.js";
import { loadPackage, StoreError } from "./store-error.js";

export interface PostgresOptions {
  /** The schema that holds the tables; also `?schema=` of the address. Made when it is not there. Default: "khabar". */
  readonly schema?: string;
  /** Whether tables that are not there are made. Default: true. */
  readonly create?: boolean;
  /** Milliseconds that a writer waits for others that write. Default: 10,000. */
  readonly wait?: number;
}

const VERSION = 1;
/** Rows read at once while all articles are gone through. */
const PAGE = 500;
/** Connections per store. */
const CONNECTIONS = 4;
/** Error codes of PostgreSQL. */
const UNDEFINED_TABLE = "42P01";
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Postings are rows, so that the newest articles under a key are one walk back in their index. An article keeps its
 * keys, too: its postings are found by them when it goes. Rows of up to 8 kB stay whole and uncompressed.
 */
const tables = (schema: string): string => `
CREATE TABLE IF NOT EXISTS ${schema}.format (version integer NOT NULL);
CREATE TABLE IF NOT EXISTS ${schema}.articles (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  day integer NOT NULL,
  keys integer[] NOT NULL,
  profile bytea NOT NULL
) WITH (toast_tuple_target = 8160);
CREATE TABLE IF NOT EXISTS ${schema}.postings (key integer, number bigint, PRIMARY KEY (key, number));
INSERT INTO ${schema}.format SELECT ${VERSION} WHERE NOT EXISTS (SELECT FROM ${schema}.format);
`;

/**
 * Keeps articles in PostgreSQL 14 or later, for readers and writers on many machines. Every `put` is one transaction;
 * writers take turns, readers never wait.
 */
export class PostgresStore implements RelatedStore {
  /** The address without its password, for messages. */
  private readonly name: string;
  private readonly schema: string;
  private readonly pool: Pool;
  private readonly wait: number;

  private constructor(name: string, schema: string, pool: Pool, wait: number) {
    this.name = name;
    this.schema = schema;
    this.pool = pool;
    this.wait = wait;
  }

  /**
   * Connects, and makes the tables when they are not there.
   * @param url `postgres://user:password@host:port/database?schema=name`; all but the scheme may be left out.
   * @throws DataFormatError when the tables are of another version.
   * @throws StoreError when the server cannot be reached or refuses, or `pg` is not installed.
   */
  static async open(url: string, options: PostgresOptions = {}): Promise<PostgresStore> {
    const { name, connection, schema = "khabar" } = parsePostgresUrl(url);
    const { default: pg } = await loadPackage(
      () => import("pg"),
      "A store in PostgreSQL",
      "npm install pg@8",
    );
    const pool = new pg.Pool({ connectionString: connection, max: CONNECTIONS, application_name: "khabar" });
    // A connection that breaks while nobody uses it is replaced with the next query.
    pool.on("error", () => {});
    const quoted = pg.escapeIdentifier(options.schema ?? schema);
    const store = new PostgresStore(name, quoted, pool, options.wait ?? 10_000);
    try {
      await store.prepareTables(options.create ?? true);
    } catch (error) {
      await pool.end();
      throw error;
    }
    return store;
  }

  async put(articles: readonly StoredArticle[]): Promise<void> {
    const planned = planPut(articles);
    if (planned.length === 0) return;
    const ids = planned.map(({ id }) => id);
    const keys = planned.map((article) => Array.from(new Set(article.keys), signed));
    await this.write(async (client) => {
      await this.drop(client, ids);
      await client.query(
        `WITH added AS (
           INSERT INTO ${this.schema}.articles (id, day, keys, profile)
           SELECT id, day, keys::integer[], profile
           FROM unnest($1::text[], $2::integer[], $3::text[], $4::bytea[]) WITH ORDINALITY AS a (id, day, keys, profile, place)
           ORDER BY place
           RETURNING number, keys
         )
         INSERT INTO ${this.schema}.postings (key, number)
         SELECT key, number FROM added, unnest(keys) AS key ORDER BY key, number`,
        [
          ids,
          planned.map(({ day }) => day),
          keys.map((list) => `{${list.join(",")}}`),
          planned.map(({ profile }) => Buffer.from(profile.buffer, profile.byteOffset, profile.length)),
        ],
      );
    });
  }

  async remove(ids: readonly string[]): Promise<number> {
    return this.write((client) => this.drop(client, ids.filter(isArticleId)));
  }

  async get(id: string): Promise<Uint8Array | undefined> {
    if (!isArticleId(id)) return undefined;
    const rows = await this.query(`SELECT profile FROM ${this.schema}.articles WHERE id = $1`, [id]);
    return rows[0]?.profile as Uint8Array | undefined;
  }

  /** One query; a filter is looked up article by article, after the index. */
  async candidates(query: CandidateQuery): Promise<Uint8Array[]> {
    const { keys, weights, perKey, limit, allOf, days } = planCandidates(query);
    const filtered = allOf.length > 0 || days !== undefined;
    const [from, to] = days ?? [-0x8000_0000, 0x7fff_ffff];
    const filter = `AND (SELECT a.day BETWEEN $5 AND $6 AND a.keys @> $7::integer[]
      FROM ${this.schema}.articles a WHERE a.number = p.number)`;
    const rows = await this.query(
      `WITH found AS (
         SELECT number, sum(weight) AS weight
         FROM unnest($1::integer[], $2::integer[]) AS k (key, weight) CROSS JOIN LATERAL (
           SELECT p.number FROM ${this.schema}.postings p WHERE p.key = k.key ${filtered ? filter : ""}
           ORDER BY p.number DESC LIMIT $3
         ) AS newest
         GROUP BY number ORDER BY weight DESC, number DESC LIMIT $4
       )
       SELECT profile FROM found JOIN ${this.schema}.articles USING (number) ORDER BY number DESC`,
      [keys.map(signed), weights, perKey, limit, ...(filtered ? [from, to, allOf.map(signed)] : [])],
    );
    return rows.map(({ profile }) => profile as Uint8Array);
  }

  async size(): Promise<number> {
    const [row] = await this.query(`SELECT count(*)::integer AS size FROM ${this.schema}.articles`);
    return row!.size as number;
  }

  async *all(): AsyncGenerator<Uint8Array> {
    const [end] = await this.query(`SELECT coalesce(max(number), 0) AS last FROM ${this.schema}.articles`);
    const page = `SELECT number, profile FROM ${this.schema}.articles
      WHERE number > $1 AND number <= $2 ORDER BY number LIMIT ${PAGE}`;
    for (let after: unknown = 0; ; ) {
      const rows = await this.query(page, [after, end!.last]);
      for (const { profile } of rows) yield profile as Uint8Array;
      if (rows.length < PAGE) return;
      after = rows.at(-1)!.number;
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** Makes the tables, under a lock: `IF NOT EXISTS` alone does not hold when two make them at once. */
  private async prepareTables(create: boolean): Promise<void> {
    let version = await this.version();
    if (version === undefined && create) {
      await this.write(async (client) => {
        // Asked first: who may not make schemas may still make tables in one that is there.
        const { rows } = await client.query("SELECT to_regnamespace($1) IS NULL AS missing", [this.schema]);
        if (rows[0].missing) await client.query(`CREATE SCHEMA ${this.schema}`);
        await client.query(tables(this.schema));
      });
      version = await this.version();
    }
    if (version === undefined)
      throw new StoreError(
        "missing-store",
        `${this.name}: no such store (schema ${this.schema}); \`khabar related index\` makes one`,
      );
    if (version !== VERSION)
      throw new DataFormatError(
        `${this.name}: the store has format version ${version}; this library reads version ${VERSION}`,
      );
  }

  /** The version of the tables; undefined when there are none. */
  private async version(): Promise<unknown> {
    return this.explaining(async () => {
      try {
        const { rows } = await this.pool.query(`SELECT version FROM ${this.schema}.format`);
        return rows[0]?.version;
      } catch (error) {
        if ((error as { code?: string }).code === UNDEFINED_TABLE) return undefined;
        throw error;
      }
    });
  }

  /** Removes articles with their postings. */
  private async drop(client: PoolClient, ids: readonly string[]): Promise<number> {
    const { rows } = await client.query(
      `WITH gone AS (DELETE FROM ${this.schema}.articles WHERE id = ANY ($1) RETURNING number, keys),
       cleared AS (
         DELETE FROM ${this.schema}.postings p USING gone, unnest(gone.keys) AS k (key)
         WHERE p.key = k.key AND p.number = gone.number
       )
       SELECT count(*)::integer AS removed FROM gone`,
      [ids],
    );
    return rows[0].removed as number;
  }

  /** A transaction that no other writer of the schema runs beside: so none waits for one that waits for it. */
  private write<T>(change: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.explaining(async () => {
      const client = await this.pool.connect();
      let broken: Error | undefined;
      try {
        await client.query("BEGIN");
        await client.query("SELECT set_config('lock_timeout', $1, true)", [String(this.wait)]);
        await client.query("SELECT pg_advisory_xact_lock(hashtext('khabar'), hashtext($1))", [this.schema]);
        const result = await change(client);
        await client.query("COMMIT");
        return result;
      } catch (error) {
        await client.query("ROLLBACK").catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    });
  }

  private query(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return this.explaining(async () => (await this.pool.query(sql, values)).rows);
  }

  /** Says what the errors of PostgreSQL mean for the store; the address is named without its password. */
  private async explaining<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      if (error instanceof StoreError || error instanceof DataFormatError) throw error;
      const { code, message, errors } = error as { code?: string; message: string; errors?: Error[] };
      if (code === LOCK_NOT_AVAILABLE)
        throw new StoreError(
          "busy",
          `${this.name}: others are writing to the store; try again when they are done`,
        );
      // A host of several addresses fails with a list of errors and no message.
      throw new StoreError("failed", `${this.name}: ${message || errors?.[0]?.message || code}`);
    }
  }
}

/** Keys are unsigned, integers of PostgreSQL are not. */
function signed(key: number): number {
  return key | 0;
}
