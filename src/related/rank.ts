import { type Reason, reasonsOf, summaryOf } from "./compare.js";
import { isCopy } from "./copies.js";
import { filterDay, isoDate } from "./day-number.js";
import { decodeProfile, encodeProfile, profileDay, profileId } from "./encode-profile.js";
import { hashString } from "./hash.js";
import type { Profile } from "./profile.js";
import { readLayout, wordAt } from "./profile-layout.js";
import { Matcher } from "./similarity.js";
import { NO_DAY } from "./store.js";

export interface RelatedOptions {
  /** Most articles returned. Default: 10. */
  readonly limit?: number;
  /** Articles of a lower score are left out. 0 to 1. Default: 0.05. */
  readonly minScore?: number;
  /** Ids of topics: only articles that have all of them, with a score of 0.3 or more. Default: any. */
  readonly topics?: readonly string[];
  /** Ids of entities: only articles that have all of them among their 20 most salient ones. Default: any. */
  readonly entities?: readonly string[];
  /** ISO date: only articles of this day and later. Default: any. */
  readonly from?: string;
  /** ISO date: only articles of this day and earlier. Default: any. */
  readonly to?: string;
  /** So many days between two articles halve the score. Default: time does not count. */
  readonly halfLifeDays?: number;
  /** Whether copies of the article asked about, and of one another, are all listed. Default: false, one of each. */
  readonly duplicates?: boolean;
  /** Most articles of one story, so that a list does not tell one thing again and again. Default: 4. */
  readonly perStory?: number;
}

export interface RelatedArticle {
  readonly id: string;
  /** 0 to 1. */
  readonly score: number;
  /** Whether it is a copy of the article asked about, or of one listed before: republished, with small edits at most. */
  readonly duplicate: boolean;
  readonly title?: string;
  /** ISO date. */
  readonly date?: string;
  /** Strongest first; their weights add up to the score. */
  readonly reasons: readonly Reason[];
  /** The strongest reasons in one line: «بوتين، أردوغان · دبلوماسية». */
  readonly summary: string;
}

/** Two articles that are this alike tell one story. */
const SAME_STORY = 0.6;

/**
 * Orders candidates by how related they are to an article, the most related first, ties by id. The same candidates in
 * any order give the same list; the article itself is not in it.
 * @param candidates encoded profiles.
 * @throws DataFormatError when one of them is no profile of this version, RangeError when `from` or `to` is no ISO date or a
 *   number is out of range.
 */
export function rankRelated(
  query: Profile,
  candidates: readonly Uint8Array[],
  options: RelatedOptions = {},
): RelatedArticle[] {
  const { limit = 10, minScore = 0.05, duplicates = false, perStory = 4, halfLifeDays } = options;
  expectAtLeast("limit", limit, 0);
  expectAtLeast("minScore", minScore, 0);
  expectAtLeast("perStory", perStory, 1);
  expectAtLeast("halfLifeDays", halfLifeDays ?? Number.MIN_VALUE, Number.MIN_VALUE, "more than 0");
  const matcher = new Matcher(query);
  const passes = filterOf(options);
  const scored: { bytes: Uint8Array; score: number }[] = [];
  for (const bytes of candidates) {
    if (!passes(bytes)) continue;
    const score = matcher.compare(bytes) * decay(query.day, profileDay(bytes), halfLifeDays);
    if (score >= minScore) scored.push({ bytes, score });
  }
  scored.sort((a, b) => b.score - a.score || (profileId(a.bytes) < profileId(b.bytes) ? -1 : 1));

  const listed: Listed[] = [];
  const asked = encodeProfile(query);
  let askedAgain = false;
  for (const { bytes, score } of scored) {
    if (listed.length >= limit) break;
    if (profileId(bytes) === query.id) continue;
    const copyOfQuery = isCopy(asked, bytes);
    const copyOfListed = listed.some((other) => isCopy(other.bytes, bytes));
    if (!duplicates) {
      if (copyOfListed || (copyOfQuery && askedAgain)) continue;
      if (listed.filter((other) => other.matcher.compare(bytes) >= SAME_STORY).length >= perStory) continue;
    }
    askedAgain ||= copyOfQuery;
    const profile = decodeProfile(bytes);
    listed.push({
      profile,
      bytes,
      score,
      duplicate: copyOfQuery || copyOfListed,
      matcher: new Matcher(profile),
    });
  }
  return listed.map((item) => describe(query, matcher, item));
}

interface Listed {
  readonly profile: Profile;
  readonly bytes: Uint8Array;
  readonly score: number;
  readonly duplicate: boolean;
  readonly matcher: Matcher;
}

function describe(
  query: Profile,
  matcher: Matcher,
  { profile, bytes, score, duplicate }: Listed,
): RelatedArticle {
  const similarity = matcher.compare(bytes);
  const reasons = reasonsOf(query, profile, matcher, similarity);
  if (score !== similarity) reasons.push({ kind: "time", weight: score - similarity });
  return {
    id: profile.id,
    score,
    duplicate,
    ...(profile.title === "" ? {} : { title: profile.title }),
    ...(profile.day === NO_DAY ? {} : { date: isoDate(profile.day) }),
    reasons,
    summary: summaryOf(reasons),
  };
}

function expectAtLeast(name: string, value: number, least: number, what = `${least} or more`): void {
  if (!(value >= least)) throw new RangeError(`Expected ${name} to be ${what}; got ${value}`);
}

/** What is left of a score after the days between two articles. */
function decay(a: number, b: number, halfLifeDays: number | undefined): number {
  if (halfLifeDays === undefined || a === NO_DAY || b === NO_DAY) return 1;
  return 2 ** (-Math.abs(a - b) / halfLifeDays);
}

/** The filters of the options as one test of an encoded profile. */
function filterOf({ topics = [], entities = [], from, to }: RelatedOptions): (bytes: Uint8Array) => boolean {
  const topicHashes = topics.map((id) => hashString(id) | 0);
  const entityHashes = entities.map((id) => hashString(id) | 0);
  const first = from === undefined ? NO_DAY + 1 : filterDay("from", from);
  const last = to === undefined ? Number.POSITIVE_INFINITY : filterDay("to", to);
  const anyDay = from === undefined && to === undefined;
  return (bytes) => {
    const layout = readLayout(bytes);
    const day = profileDay(bytes);
    return (
      (anyDay || (day >= first && day <= last)) &&
      topicHashes.every((hash) => hasHash(bytes, layout.topicHashes, layout.topicCount, hash)) &&
      entityHashes.every((hash) => hasHash(bytes, layout.entityHashes, layout.entityCount, hash))
    );
  };
}

function hasHash(bytes: Uint8Array, start: number, count: number, hash: number): boolean {
  for (let i = 0; i < count; i++) if (wordAt(bytes, start + 4 * i) === hash) return true;
  return false;
}
