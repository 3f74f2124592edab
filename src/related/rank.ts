import { compareProfiles, type Reason, summaryOf } from "./compare.js";
import { dayNumber, isoDate } from "./day-number.js";
import { decodeProfile, encodeProfile } from "./encode-profile.js";
import type { Profile } from "./profile.js";
import { resemblance } from "./signature.js";
import { columnsOf, partsOf, similarityOf } from "./similarity.js";
import { NO_DAY } from "./store.js";

export interface RelatedOptions {
  /** Most articles returned. Default: 10. */
  readonly limit?: number;
  /** Articles of a lower score are left out. 0 to 1. Default: 0. */
  readonly minScore?: number;
  /** Ids of topics: only articles that have all of them. Default: any. */
  readonly topics?: readonly string[];
  /** Ids of entities: only articles that name all of them. Default: any. */
  readonly entities?: readonly string[];
  /** ISO date: only articles of this day and later. Default: any. */
  readonly from?: string;
  /** ISO date: only articles of this day and earlier. Default: any. */
  readonly to?: string;
  /** After so many days between two articles the score is halved. Default: time does not count. */
  readonly halfLifeDays?: number;
  /** Whether copies of the article itself, and of one another, are all listed. Default: false. */
  readonly duplicates?: boolean;
}

export interface RelatedArticle {
  readonly id: string;
  /** 0 to 1. */
  readonly score: number;
  /** Whether it is a copy of the article asked about, or of one listed before. */
  readonly duplicate: boolean;
  readonly title?: string;
  /** ISO date. */
  readonly date?: string;
  /** Strongest first; they add up to the score. */
  readonly reasons: readonly Reason[];
  /** The strongest reasons in one line: «بوتين، أردوغان · دبلوماسية». */
  readonly summary: string;
}

/** Share of shingles from which an article is a copy. */
const COPY = 0.6;

/** Orders candidates by how related they are, the most related first; ties by id. */
export function rankRelated(
  query: Profile,
  candidates: readonly Uint8Array[],
  { limit = 10, minScore = 0, duplicates = false, halfLifeDays, ...filters }: RelatedOptions = {},
): RelatedArticle[] {
  const asked = columnsOf(encodeProfile(query));
  const scored = candidates
    .map((bytes) => {
      const profile = decodeProfile(bytes);
      return {
        profile,
        score: similarityOf(partsOf(asked, columnsOf(bytes))) * decayOf(query, profile, halfLifeDays),
      };
    })
    .filter(({ profile, score }) => profile.id !== query.id && score >= minScore && passes(profile, filters))
    .sort((a, b) => b.score - a.score || (a.profile.id < b.profile.id ? -1 : 1));
  const listed: RelatedArticle[] = [];
  const shown: Profile[] = [query];
  for (const { profile, score } of scored) {
    if (listed.length === limit) break;
    const duplicate = shown.some((other) => resemblance(other.signature, profile.signature) >= COPY);
    const ofQuery = resemblance(query.signature, profile.signature) >= COPY;
    if (duplicate && !duplicates && (!ofQuery || listed.some((other) => other.duplicate))) continue;
    shown.push(profile);
    const decay = decayOf(query, profile, halfLifeDays);
    const reasons = compareProfiles(query, profile).reasons.map((reason) => ({
      ...reason,
      weight: reason.weight * decay,
    }));
    listed.push({
      id: profile.id,
      score,
      duplicate,
      ...(profile.title === "" ? {} : { title: profile.title }),
      ...(profile.day === NO_DAY ? {} : { date: isoDate(profile.day) }),
      reasons,
      summary: summaryOf(reasons),
    });
  }
  return listed;
}

function passes(
  profile: Profile,
  filters: Pick<RelatedOptions, "topics" | "entities" | "from" | "to">,
): boolean {
  const { topics = [], entities = [], from, to } = filters;
  if ((from !== undefined || to !== undefined) && profile.day === NO_DAY) return false;
  return (
    topics.every((id) => profile.topics.some((topic) => topic.id === id)) &&
    entities.every((id) => profile.entities.some((entity) => entity.id === id)) &&
    (from === undefined || profile.day >= dayNumber(from)) &&
    (to === undefined || profile.day <= dayNumber(to))
  );
}

function decayOf(a: Profile, b: Profile, halfLifeDays: number | undefined): number {
  if (halfLifeDays === undefined || a.day === NO_DAY || b.day === NO_DAY) return 1;
  return 2 ** (-Math.abs(a.day - b.day) / halfLifeDays);
}
