import { existsSync } from "node:fs";
import type Libsql from "libsql";
import { DataFormatError } from "../../data/container.js";
import {
  type CandidatePlan,
  type CandidateQuery,
  chooseCandidates,
  isArticleId,
  planCandidates,
  planPut,
  type RelatedStore,
  type StoredArticle,
} from "../../pipeline.js";
import { loadPackage, StoreError } from "./store-error.js";

export interface SqliteOptions {
  /** Whether a file that is not there is made. Default: true. */
  readonly create?: boolean;
  /** Milliseconds that a writer waits for another process that writes. Default: 10,000. */
  readonly wait?: number;
}

/** "khbr": says what the file is, in SQLite's own header field for it. */
const APPLICATION = 0x6b686272;
const VERSION = 1;
/** Rows read at once while all articles are gone through. */
const PAGE = 500;
/** Pages of the index that are written at once while its parts are joined. */
const MERGED_PAGES = 1000;
/** From this share of new articles on, the parts are joined when the store is closed. */
const MANY = 0.25;

/**
 * Postings are a contentless full-text index with a key for a word: a list of numbers under each, packed and sorted.
 * Profiles stand apart from articles, so that filters by day read few pages. Numbers are never given twice.
 */
const SCHEMA = `
CREATE TABLE articles (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, day INTEGER NOT NULL) STRICT;
CREATE TABLE profiles (number INTEGER PRIMARY KEY, profile BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE postings USING fts5(keys, content='', contentless_delete=1, detail=none, tokenize='ascii');
PRAGMA application_id = ${APPLICATION};
PRAGMA user_version = ${VERSION};
`;

/**
 * Numbers of the newest articles under a key, as one string: rows of their own cost more than finding them. Days are
 * looked up number by number, after the index.
 */
const NEWEST = `SELECT group_concat(number) FROM (
  SELECT rowid AS number FROM postings WHERE postings MATCH ? ORDER BY rowid DESC LIMIT ?)`;
const NEWEST_OF_DAYS = `SELECT group_concat(number) FROM (
  SELECT p.rowid AS number FROM postings p CROSS JOIN articles a ON a.number = p.rowid
  WHERE p.postings MATCH ? AND a.day BETWEEN ? AND ? ORDER BY p.rowid DESC LIMIT ?)`;
const PROFILES =
  "SELECT profile FROM profiles WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number DESC";

/**
 * Keeps articles in an SQLite file. Every `put` is one transaction that is on the disk when it returns; a process that
 * is killed loses nothing that was put before. Several processes may read and write: writers take turns.
 */
export class SqliteStore implements RelatedStore {
  private readonly path: string;
  private readonly database: Libsql.Database;
  private readonly statements = new Map<string, Libsql.Statement>();
  /** Articles put since the file was opened. */
  private added = 0;

  private constructor(path: string, database: Libsql.Database) {
    this.path = path;
    this.database = database;
  }

  /**
   * Opens a file, or makes it.
   * @throws DataFormatError when the file is no store, damaged, or of another version.
   * @throws StoreError when it cannot be opened, or `libsql` is not installed.
   */
  static async open(
    path: string,
    { create = true, wait = 10_000 }: SqliteOptions = {},
  ): Promise<SqliteStore> {
    if (!create && !existsSync(path))
      throw new StoreError("missing-store", `${path}: no such store; \`khabar related index\` makes one`);
    const { default: Database } = await loadPackage(
      () => import("libsql"),
      "A store in an SQLite file",
      "npm install libsql@0.5",
    );
    return explaining(path, () => {
      const database = new Database(path, { timeout: wait });
      const store = new SqliteStore(path, database);
      try {
        store.prepareFile();
        return store;
      } catch (error) {
        database.close();
        throw error;
      }
    });
  }

  async put(articles: readonly StoredArticle[]): Promise<void> {
    const planned = planPut(articles);
    this.write(() => {
      for (const { id } of planned) this.drop(id);
      for (const { id, day, keys, profile } of planned) {
        const { lastInsertRowid } = this.sql("INSERT INTO articles (id, day) VALUES (?, ?)").run(id, day);
        this.sql("INSERT INTO profiles (number, profile) VALUES (?, ?)").run(lastInsertRowid, profile);
        const words = Array.from(new Set(keys), wordOf).join(" ");
        this.sql("INSERT INTO postings (rowid, keys) VALUES (?, ?)").run(lastInsertRowid, words);
      }
    });
    this.added += planned.length;
  }

  async remove(ids: readonly string[]): Promise<number> {
    return this.write(() => ids.filter((id) => isArticleId(id) && this.drop(id)).length);
  }

  async get(id: string): Promise<Uint8Array | undefined> {
    if (!isArticleId(id)) return undefined;
    const [row] = this.rows("SELECT profile FROM articles JOIN profiles USING (number) WHERE id = ?", id);
    return row?.[0] as Uint8Array | undefined;
  }

  async candidates(query: CandidateQuery): Promise<Uint8Array[]> {
    const plan = planCandidates(query);
    const filter = plan.allOf.map((key) => ` AND ${wordOf(key)}`).join("");
    const found = plan.keys.map((key) => this.newest(wordOf(key) + filter, plan));
    const chosen = JSON.stringify(chooseCandidates(plan, found));
    return this.rows(PROFILES, chosen).map(([profile]) => profile as Uint8Array);
  }

  async size(): Promise<number> {
    return this.rows("SELECT count(*) FROM articles")[0]![0] as number;
  }

  async *all(): AsyncGenerator<Uint8Array> {
    const [[last]] = this.rows("SELECT coalesce(max(number), 0) FROM articles") as [[number]];
    const page =
      "SELECT number, profile FROM profiles WHERE number > ? AND number <= ? ORDER BY number LIMIT ?";
    for (let after = 0; ; ) {
      const rows = this.rows(page, after, last, PAGE) as [number, Uint8Array][];
      for (const [, profile] of rows) yield profile;
      if (rows.length < PAGE) return;
      after = rows.at(-1)![0];
    }
  }

  /** After many articles were put this takes a while, about a tenth of the time that putting them took. */
  async close(): Promise<void> {
    if (this.added > 0 && this.added >= MANY * (await this.size())) this.joinParts();
    // Statements that are not collected yet keep the file open: what they hold back is written into it here.
    explaining(this.path, () => this.rows("PRAGMA wal_checkpoint(TRUNCATE)"));
    this.statements.clear();
    this.database.close();
  }

  private newest(match: string, { days, perKey }: CandidatePlan): number[] {
    const [row] =
      days === undefined
        ? this.rows(NEWEST, match, perKey)
        : this.rows(NEWEST_OF_DAYS, match, days[0], days[1], perKey);
    const numbers = row![0] as string | null;
    return numbers === null ? [] : numbers.split(",").map(Number);
  }

  /**
   * Joins the parts that the index has grown to: lookups in one are three times as fast as in a dozen. Done in steps,
   * so that other writers get their turn; when one takes too long, the parts stay as they are.
   */
  private joinParts(): void {
    const changes = (): number => this.rows("SELECT total_changes()")[0]![0] as number;
    try {
      for (let pages = -MERGED_PAGES; ; pages = MERGED_PAGES) {
        const before = changes();
        this.write(() => this.sql("INSERT INTO postings (postings, rank) VALUES ('merge', ?)").run(pages));
        // A step that finds nothing to do changes one row.
        if (changes() - before < 2) return;
      }
    } catch (error) {
      if (!(error instanceof StoreError && error.code === "busy")) throw error;
    }
  }

  private drop(id: string): boolean {
    const [row] = this.rows("SELECT number FROM articles WHERE id = ?", id);
    if (row === undefined) return false;
    for (const [table, column] of [
      ["articles", "number"],
      ["profiles", "number"],
      ["postings", "rowid"],
    ])
      this.sql(`DELETE FROM ${table} WHERE ${column} = ?`).run(row[0]);
    return true;
  }

  /** Makes the tables in a new file; refuses a file that is something else. */
  private prepareFile(): void {
    const pragma = (name: string): number => this.rows(`PRAGMA ${name}`)[0]![0] as number;
    const isNew = (): boolean =>
      pragma("application_id") === 0 && this.rows("SELECT 1 FROM sqlite_schema LIMIT 1").length === 0;
    if (isNew()) {
      this.database.exec("PRAGMA journal_mode = WAL");
      this.write(() => isNew() && this.database.exec(SCHEMA));
    }
    if (pragma("application_id") !== APPLICATION)
      throw new DataFormatError(`${this.path}: an SQLite file, but no store of related articles`);
    const version = pragma("user_version");
    if (version !== VERSION)
      throw new DataFormatError(
        `${this.path}: the store has format version ${version}; this library reads version ${VERSION}`,
      );
    // With FULL a put is on the disk when it returns: neither a killed process nor a power cut takes it back.
    this.database.exec("PRAGMA synchronous = FULL; PRAGMA cache_size = -16384");
  }

  private write<T>(change: () => T): T {
    return explaining(this.path, () => {
      this.database.exec("BEGIN IMMEDIATE");
      try {
        const result = change();
        this.database.exec("COMMIT");
        return result;
      } catch (error) {
        if (this.database.inTransaction) this.database.exec("ROLLBACK");
        throw error;
      }
    });
  }

  private rows(sql: string, ...values: unknown[]): unknown[][] {
    return explaining(
      this.path,
      () =>
        this.sql(sql)
          .raw()
          .all(...values) as unknown[][],
    );
  }

  /** A prepared statement, kept for the next time. */
  private sql(sql: string): Libsql.Statement {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

/** A key as a word of the full-text index. */
function wordOf(key: number): string {
  return key.toString(36);
}

/** Says what the errors of SQLite mean for the store. */
function explaining<T>(path: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (error instanceof StoreError || error instanceof DataFormatError) throw error;
    const { code = "", message } = error as { code?: string; message: string };
    if (code === "SQLITE_NOTADB") throw new DataFormatError(`${path}: not an SQLite file`);
    if (code.startsWith("SQLITE_CORRUPT")) throw new DataFormatError(`${path}: the store is damaged`);
    if (code.startsWith("SQLITE_BUSY"))
      throw new StoreError(
        "busy",
        `${path}: another process is writing to the store; try again when it is done`,
      );
    if (message.startsWith("ConnectionFailed"))
      throw new StoreError(
        "failed",
        `${path}: cannot be opened; expected a file in a folder that may be written to`,
      );
    throw new StoreError("failed", `${path}: ${message}`);
  }
}
