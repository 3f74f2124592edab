import { DataFormatError, decodeContainer, encodeContainer } from "../data/container.js";
import { packStrings, Strings } from "../data/strings.js";
import { type CandidatePlan, chooseCandidates, planCandidates, planPut } from "./candidate-plan.js";
import type { CandidateQuery, RelatedStore, StoredArticle } from "./store.js";

const KIND = "related";
const VERSION = 1;

/**
 * Keeps articles in memory, in a browser or anywhere else; `toBytes` and `fromBytes` carry them over to another run.
 * For tens of thousands of articles; the stores of `khabar/node` hold more than memory does.
 * @example
 * const store = new MemoryStore();
 * await store.put(articles);
 * const again = MemoryStore.fromBytes(store.toBytes());
 * await again.size(); // articles.length
 */
export class MemoryStore implements RelatedStore {
  /** By insertion number, in its order. */
  private readonly articles = new Map<number, StoredArticle>();
  private readonly numbers = new Map<string, number>();
  /** Insertion numbers under each key, ascending; those of articles that are gone stay until they are many. */
  private readonly postings = new Map<number, number[]>();
  private last = 0;
  private gone = 0;

  /**
   * Reads what `toBytes` wrote.
   * @throws DataFormatError when the bytes are no store, damaged, or of another version.
   */
  static fromBytes(bytes: Uint8Array): MemoryStore {
    const store = new MemoryStore();
    for (const article of decodeArticles(bytes)) store.add(article);
    return store;
  }

  /** All articles as bytes, with a version and a checksum. The same articles put in the same order give the same bytes. */
  toBytes(): Uint8Array {
    const articles = [...this.articles.values()];
    const ids = packStrings(articles.map(({ id }) => id));
    const keys = concatenate(
      Uint32Array,
      articles.map((article) => article.keys),
    );
    const profiles = concatenate(
      Uint8Array,
      articles.map((article) => article.profile),
    );
    return encodeContainer(
      KIND,
      VERSION,
      {},
      {
        ids: ids.bytes,
        idStarts: ids.starts,
        days: Int32Array.from(articles, ({ day }) => day),
        keys: keys.values,
        keyStarts: keys.starts,
        profiles: profiles.values,
        profileStarts: profiles.starts,
      },
    );
  }

  async put(articles: readonly StoredArticle[]): Promise<void> {
    const planned = planPut(articles);
    for (const { id } of planned) this.drop(id);
    for (const { id, day, keys, profile } of planned)
      this.add({ id, day, keys: Uint32Array.from(new Set(keys)).sort(), profile: profile.slice() });
    this.sweep();
  }

  async remove(ids: readonly string[]): Promise<number> {
    const removed = ids.filter((id) => this.drop(id)).length;
    this.sweep();
    return removed;
  }

  async get(id: string): Promise<Uint8Array | undefined> {
    const number = this.numbers.get(id);
    return number === undefined ? undefined : this.articles.get(number)!.profile;
  }

  async candidates(query: CandidateQuery): Promise<Uint8Array[]> {
    const plan = planCandidates(query);
    const found = plan.keys.map((key) => this.newest(key, plan));
    return chooseCandidates(plan, found).map((number) => this.articles.get(number)!.profile);
  }

  async size(): Promise<number> {
    return this.articles.size;
  }

  async *all(): AsyncGenerator<Uint8Array> {
    for (const { profile } of [...this.articles.values()]) yield profile;
  }

  async close(): Promise<void> {}

  private newest(key: number, plan: CandidatePlan): number[] {
    const numbers = this.postings.get(key) ?? [];
    const found: number[] = [];
    for (let i = numbers.length - 1; i >= 0 && found.length < plan.perKey; i--) {
      const article = this.articles.get(numbers[i]!);
      if (article !== undefined && passes(article, plan)) found.push(numbers[i]!);
    }
    return found;
  }

  private add(article: StoredArticle): void {
    const number = ++this.last;
    this.articles.set(number, article);
    this.numbers.set(article.id, number);
    for (const key of article.keys) {
      const numbers = this.postings.get(key);
      if (numbers === undefined) this.postings.set(key, [number]);
      else numbers.push(number);
    }
  }

  private drop(id: string): boolean {
    const number = this.numbers.get(id);
    if (number === undefined) return false;
    this.numbers.delete(id);
    this.articles.delete(number);
    this.gone++;
    return true;
  }

  /** Takes the numbers of articles that are gone out of the postings once they are as many as those that are there. */
  private sweep(): void {
    if (this.gone <= this.articles.size) return;
    this.gone = 0;
    for (const [key, numbers] of this.postings) {
      const left = numbers.filter((number) => this.articles.has(number));
      if (left.length > 0) this.postings.set(key, left);
      else this.postings.delete(key);
    }
  }
}

/** Whether an article has the keys and the day that a query asks for. */
function passes({ keys, day }: StoredArticle, { allOf, days }: CandidatePlan): boolean {
  if (days !== undefined && (day < days[0] || day > days[1])) return false;
  return allOf.every((key) => includesSorted(keys, key));
}

function includesSorted(values: Uint32Array, wanted: number): boolean {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return values[low] === wanted;
}

/** Reads the columns of `toBytes`; checks all that the store relies on. */
function decodeArticles(bytes: Uint8Array): StoredArticle[] {
  const container = decodeContainer(bytes, KIND, VERSION);
  const days = container.column("days", "i32");
  const keys = container.column("keys", "u32");
  const profiles = container.column("profiles", "u8");
  const idBytes = container.column("ids", "u8");
  const starts = (name: string, end: number): Uint32Array => {
    const column = container.column(name, "u32");
    const ascending = column.every((start, i) => i === 0 || start >= column[i - 1]!);
    if (column.length !== days.length + 1 || !ascending || column[0] !== 0 || column.at(-1) !== end)
      throw new DataFormatError(`The column "${name}" of the ${KIND} file does not fit the others`);
    return column;
  };
  const ids = new Strings({ bytes: idBytes, starts: starts("idStarts", idBytes.length) });
  const keyStarts = starts("keyStarts", keys.length);
  const profileStarts = starts("profileStarts", profiles.length);
  const articles = Array.from(days, (day, i) => ({
    id: ids.get(i),
    day,
    keys: keys.slice(keyStarts[i]!, keyStarts[i + 1]!),
    profile: profiles.slice(profileStarts[i]!, profileStarts[i + 1]!),
  }));
  for (const { id, keys } of articles)
    if (!keys.every((key, i) => i === 0 || key > keys[i - 1]!))
      throw new DataFormatError(`The keys of article "${id}" in the ${KIND} file are not in order`);
  try {
    if (planPut(articles).length === articles.length) return articles;
  } catch (error) {
    throw new DataFormatError(`The ${KIND} file is damaged: ${(error as Error).message}`);
  }
  throw new DataFormatError(`The ${KIND} file holds an article twice`);
}

/** Columns one after the other, and where each starts: one more entry than columns. */
function concatenate<T extends Uint8Array | Uint32Array>(
  type: new (length: number) => T,
  columns: readonly T[],
): { values: T; starts: Uint32Array } {
  const starts = new Uint32Array(columns.length + 1);
  for (const [i, column] of columns.entries()) starts[i + 1] = starts[i]! + column.length;
  const values = new type(starts[columns.length]!);
  for (const [i, column] of columns.entries()) values.set(column, starts[i]!);
  return { values, starts };
}
