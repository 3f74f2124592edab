/** The day of an article without a date. No date filter lets it pass. */
export const NO_DAY = -0x8000_0000;

/** An article as a store keeps it: the store looks at nothing but the keys and the day. */
export interface StoredArticle {
  readonly id: string;
  /** Days since 1970-01-01 (UTC), or `NO_DAY`. */
  readonly day: number;
  /** Hashes under which it can be found; a key that is there twice counts once. */
  readonly keys: Uint32Array;
  /** What the ranking needs of it; bytes of `encodeProfile`. */
  readonly profile: Uint8Array;
}

/** What candidates are looked for by. The same query over the same articles gives the same list in every store. */
export interface CandidateQuery {
  /** Looked under one by one; a key that is there twice counts once. */
  readonly keys: Uint32Array;
  /** What sharing each of `keys` counts: whole numbers, parallel to them. Default: 1 each. */
  readonly weights?: readonly number[];
  /** Under each key only the newest articles are looked at, at most this many. */
  readonly perKey: number;
  /** Of all articles found, those are kept whose found keys weigh most, the newer before the older: at most this many. Default: all. */
  readonly limit?: number;
  /** Only articles that have all of these keys. */
  readonly allOf?: Uint32Array;
  /** Only articles of this day and later ones. */
  readonly fromDay?: number;
  /** Only articles of this day and earlier ones. */
  readonly toDay?: number;
}

/**
 * Keeps articles and finds candidates; what they are worth is decided by `rankRelated`. "Newest" means last put: every
 * article has an insertion number, and one that is replaced gets a new one.
 */
export interface RelatedStore {
  /** Adds articles, or replaces those of the same id, all or none. Of two with the same id the last one counts. */
  put(articles: readonly StoredArticle[]): Promise<void>;
  /** Removes articles, all or none; ids that are not there are passed over. @returns how many were there. */
  remove(ids: readonly string[]): Promise<number>;
  /** The profile of an article. */
  get(id: string): Promise<Uint8Array | undefined>;
  /** The profiles of the articles that share a key with the query, each once, the newest first. */
  candidates(query: CandidateQuery): Promise<Uint8Array[]>;
  /** How many articles there are. */
  size(): Promise<number>;
  /** All profiles, the oldest first. */
  all(): AsyncIterable<Uint8Array>;
  /** Lets go of files and connections. The store cannot be used after it. */
  close(): Promise<void>;
}
