import { type CandidateQuery, NO_DAY, type StoredArticle } from "./store.js";

/** UTF-8 bytes: what an index of PostgreSQL can hold, with room to spare. */
const LONGEST_ID = 2048;
const LARGEST = 0x7fff_ffff;

/** A candidate query with its defaults filled in. */
export interface CandidatePlan {
  /** Each once. */
  readonly keys: readonly number[];
  /** Parallel to the keys. */
  readonly weights: readonly number[];
  readonly perKey: number;
  readonly limit: number;
  /** Each once. */
  readonly allOf: readonly number[];
  /** The days that pass, both ends included; undefined when all pass, those without a date, too. */
  readonly days: readonly [from: number, to: number] | undefined;
}

/**
 * Checks a query and fills in its defaults, so that every store understands it alike.
 * @throws RangeError when a number of it is out of its range.
 */
export function planCandidates(query: CandidateQuery): CandidatePlan {
  const { keys, weights, allOf = [], fromDay, toDay } = query;
  if (weights !== undefined && weights.length !== keys.length)
    throw new RangeError(`Expected one weight for each of ${keys.length} keys; got ${weights.length}`);
  const weightOf = new Map<number, number>();
  for (const [i, key] of keys.entries())
    if (!weightOf.has(key)) weightOf.set(key, whole("a weight", weights?.[i] ?? 1, -LARGEST));
  return {
    keys: [...weightOf.keys()],
    weights: [...weightOf.values()],
    perKey: whole("perKey", query.perKey, 1),
    limit: whole("limit", query.limit ?? LARGEST, 0),
    allOf: [...new Set(allOf)],
    days:
      fromDay === undefined && toDay === undefined
        ? undefined
        : [whole("fromDay", fromDay ?? NO_DAY + 1, NO_DAY + 1), whole("toDay", toDay ?? LARGEST, NO_DAY)],
  };
}

/**
 * The insertion numbers of the candidates, the newest first.
 * @param found for each key of the plan, the numbers of the newest articles under it.
 */
export function chooseCandidates(plan: CandidatePlan, found: readonly (readonly number[])[]): number[] {
  const weights = new Map<number, number>();
  for (const [i, numbers] of found.entries())
    for (const number of numbers) weights.set(number, (weights.get(number) ?? 0) + plan.weights[i]!);
  const chosen = [...weights.keys()];
  if (chosen.length > plan.limit) {
    chosen.sort((a, b) => weights.get(b)! - weights.get(a)! || b - a);
    chosen.length = plan.limit;
  }
  return chosen.sort((a, b) => b - a);
}

/**
 * The articles of one call of `put` as they count: of two with the same id the last one, in its place.
 * @throws RangeError when an id, a day or a profile is none that every store can keep.
 */
export function planPut(articles: readonly StoredArticle[]): StoredArticle[] {
  const byId = new Map<string, StoredArticle>();
  for (const article of articles) {
    if (!isArticleId(article.id))
      throw new RangeError(
        `Expected an article id of 1 to ${LONGEST_ID} UTF-8 bytes without U+0000; got ${JSON.stringify(article.id.slice(0, 80))}`,
      );
    whole(`the day of article "${article.id}"`, article.day, NO_DAY);
    if (article.profile.length === 0)
      throw new RangeError(`Expected the profile of article "${article.id}"; got no bytes`);
    byId.delete(article.id);
    byId.set(article.id, article);
  }
  return [...byId.values()];
}

/** Databases keep ids as UTF-8 text without U+0000: whether an id comes back from one as it was. */
export function isArticleId(id: string): boolean {
  const bytes = new TextEncoder().encode(id);
  return (
    id !== "" &&
    bytes.length <= LONGEST_ID &&
    !id.includes("\0") &&
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) === id
  );
}

function whole(name: string, value: number, least: number): number {
  if (!Number.isInteger(value) || value < least || value > LARGEST)
    throw new RangeError(`Expected a whole number from ${least} to ${LARGEST} as ${name}; got ${value}`);
  return value;
}
