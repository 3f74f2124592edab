import { isoDate } from "./day-number.js";
import { decodeProfile, profileDay, profileId } from "./encode-profile.js";
import type { Profile } from "./profile.js";
import { queryKeys } from "./profile-keys.js";
import { Matcher } from "./similarity.js";
import { NO_DAY } from "./store.js";

export interface StoryOptions {
  /** From this similarity on an article belongs to a story. 0 to 1. Default: 0.4. */
  readonly minSimilarity?: number;
  /** A story without a new article for more days than this is over. Default: 4. */
  readonly gapDays?: number;
  /** Stories of fewer articles are left out. Default: 2. */
  readonly minArticles?: number;
}

/** Articles about one event, over time. */
export interface Story {
  /** The id of its first article. */
  readonly id: string;
  /** Title of its most central article. */
  readonly title: string;
  /** ISO dates; absent when no article has one. */
  readonly from?: string;
  readonly to?: string;
  /** Ids, by day and id. */
  readonly articles: readonly string[];
  /** Those that most of its articles are about, the main one first. */
  readonly entities: readonly { readonly id: string; readonly name: string; readonly weight: number }[];
}

/** Articles of a story that a new one is compared with: the first, which tells the event, and the latest. */
const LATEST = 5;
/** A story joins an article when this many of its articles, or all, are alike to it on average. */
const ALIKE = 3;
/** Stories that are compared with an article. */
const MOST_CANDIDATES = 24;
/** Articles under one key that are looked at, the latest. */
const PER_KEY = 24;
const MOST_ENTITIES = 6;
/** Articles among which the central one is sought. */
const MOST_CENTRAL = 24;

interface OpenStory {
  readonly members: Uint8Array[];
  lastDay: number;
}

/**
 * Groups articles into stories as they come. Each joins the story that it is most like, or opens one of its own, so the
 * same articles in the same order give the same stories, however they are split into calls.
 * @example
 * const builder = new StoryBuilder();
 * for (const profile of profiles) builder.add(encodeProfile(profile));
 * builder.stories()[0].title;
 */
export class StoryBuilder {
  private readonly options: Required<StoryOptions>;
  private readonly all: OpenStory[] = [];
  /** The latest stories under each key, by number. */
  private readonly byKey = new Map<number, number[]>();

  constructor({ minSimilarity = 0.4, gapDays = 4, minArticles = 2 }: StoryOptions = {}) {
    this.options = { minSimilarity, gapDays, minArticles };
  }

  /**
   * Adds an encoded article; articles come in the order of their days.
   * @returns the id of its story, which is that of the story's first article.
   * @throws DataFormatError when the bytes are no profile.
   */
  add(article: Uint8Array): string {
    const profile = decodeProfile(article);
    const { keys, weights } = queryKeys(profile);
    let story = this.find(profile, keys, weights);
    if (story < 0) story = this.all.push({ members: [], lastDay: profile.day }) - 1;
    const { members } = this.all[story]!;
    members.push(article);
    this.all[story]!.lastDay = Math.max(this.all[story]!.lastDay, profile.day);
    for (const key of keys) this.note(key, story);
    return profileId(members[0]!);
  }

  /** The stories so far, in the order of their first articles. */
  stories(): Story[] {
    return this.all
      .filter(({ members }) => members.length >= this.options.minArticles)
      .map(({ members }) => describe(members));
  }

  /** The story that an article is most like, or -1. */
  private find(profile: Profile, keys: Uint32Array, weights: readonly number[]): number {
    const { minSimilarity, gapDays } = this.options;
    const found = new Map<number, number>();
    keys.forEach((key, i) => {
      for (const story of this.byKey.get(key) ?? []) found.set(story, (found.get(story) ?? 0) + weights[i]!);
    });
    const candidates = [...found]
      .filter(([story]) => Math.abs(profile.day - this.all[story]!.lastDay) <= gapDays)
      .sort((a, b) => b[1] - a[1] || b[0] - a[0])
      .slice(0, MOST_CANDIDATES);
    const matcher = new Matcher(profile);
    let best = -1;
    let bestSimilarity = minSimilarity;
    for (const [story] of candidates) {
      const { members } = this.all[story]!;
      const compared = members.length <= LATEST + 1 ? members : [members[0]!, ...members.slice(-LATEST)];
      const alike = compared
        .map((member) => matcher.compare(member))
        .sort((a, b) => b - a)
        .slice(0, ALIKE);
      const similarity = alike.reduce((sum, value) => sum + value, 0) / alike.length;
      if (similarity < bestSimilarity || (best >= 0 && similarity === bestSimilarity)) continue;
      best = story;
      bestSimilarity = similarity;
    }
    return best;
  }

  private note(key: number, story: number): void {
    const stories = this.byKey.get(key);
    if (stories === undefined) this.byKey.set(key, [story]);
    else if (!stories.includes(story)) {
      stories.push(story);
      if (stories.length > PER_KEY) stories.shift();
    }
  }
}

/**
 * The stories among articles, given as encoded profiles in any order: they are taken by day and id.
 * @throws DataFormatError when one of them is no profile.
 */
export function buildStories(articles: Iterable<Uint8Array>, options?: StoryOptions): Story[] {
  const builder = new StoryBuilder(options);
  for (const { bytes } of inOrder([...articles])) builder.add(bytes);
  return builder.stories();
}

function inOrder(articles: readonly Uint8Array[]): { bytes: Uint8Array; id: string }[] {
  return articles
    .map((bytes) => ({ bytes, id: profileId(bytes) }))
    .sort((a, b) => profileDay(a.bytes) - profileDay(b.bytes) || (a.id < b.id ? -1 : 1));
}

function describe(members: readonly Uint8Array[]): Story {
  const ordered = inOrder(members);
  const days = ordered.map(({ bytes }) => profileDay(bytes)).filter((day) => day !== NO_DAY);
  const profiles = ordered.map(({ bytes }) => decodeProfile(bytes));
  return {
    id: profileId(members[0]!),
    title: centralOf(
      ordered.map(({ bytes }) => bytes),
      profiles,
    ).title,
    ...(days.length === 0 ? {} : { from: isoDate(days[0]!), to: isoDate(days.at(-1)!) }),
    articles: ordered.map(({ id }) => id),
    entities: mainEntities(profiles),
  };
}

/** The article that is most like the others; of those with a title, when any has one. */
function centralOf(members: readonly Uint8Array[], profiles: readonly Profile[]): Profile {
  const sample = members.slice(0, MOST_CENTRAL);
  let best = profiles[0]!;
  let most = -1;
  profiles.slice(0, MOST_CENTRAL).forEach((profile) => {
    const matcher = new Matcher(profile);
    const alike = sample.reduce((sum, other) => sum + matcher.compare(other), 0);
    const value = profile.title === "" ? 0 : alike;
    if (value <= most) return;
    most = value;
    best = profile;
  });
  return best;
}

function mainEntities(profiles: readonly Profile[]): Story["entities"] {
  const totals = new Map<string, { id: string; name: string; weight: number }>();
  for (const { entities } of profiles)
    for (const { id, name, salience } of entities) {
      const total = totals.get(id) ?? { id, name, weight: 0 };
      total.weight += salience / 255 / profiles.length;
      totals.set(id, total);
    }
  return [...totals.values()]
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ENTITIES)
    .map((entity) => ({ ...entity, weight: Math.round(entity.weight * 1e4) / 1e4 }));
}
