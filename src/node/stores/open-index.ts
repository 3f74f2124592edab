import type { RelatedStore } from "../../pipeline.js";
import { PostgresStore } from "./postgres-store.js";
import { isPostgresUrl } from "./postgres-url.js";
import { SqliteStore } from "./sqlite-store.js";

export interface IndexOptions {
  /** Whether a store that is not there is made. Default: true. */
  readonly create?: boolean;
  /** Milliseconds that a writer waits for others that write. Default: 10,000. */
  readonly wait?: number;
}

/**
 * Opens a store of related articles, or makes it: an SQLite file by its path, or tables in PostgreSQL by their address.
 * The package it needs is loaded with it, `libsql` or `pg`.
 * @param target a path, or `postgres://user:password@host:port/database?schema=name`; the schema is `khabar` without.
 * @throws DataFormatError when it is no store, damaged, or of another version.
 * @throws StoreError when it cannot be opened; `code` says why.
 * @example
 * const store = await openIndex("news.db");
 * await store.size(); // 0
 * await store.close();
 */
export function openIndex(target: string, options: IndexOptions = {}): Promise<RelatedStore> {
  return isPostgresUrl(target) ? PostgresStore.open(target, options) : SqliteStore.open(target, options);
}
