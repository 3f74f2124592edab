import { filterDay } from "./day-number.js";
import type { Profile } from "./profile.js";
import { entityKey, queryKeys, topicKey } from "./profile-keys.js";
import { type RelatedArticle, type RelatedOptions, rankRelated } from "./rank.js";
import { NO_DAY, type RelatedStore } from "./store.js";

/** Articles looked at under all keys together: the fewer keys, the more under each. */
const LOOKED_AT = 6000;
const MOST_PER_KEY = 500;
/** Candidates that are ranked; a headline has few keys, which tell its candidates less well apart. */
const CANDIDATES = 300;
const HEADLINE_CANDIDATES = 600;
/** Keys of a headline at most; articles have as many as are looked under. */
const HEADLINE_KEYS = 50;

/**
 * The articles of a store that are related to one, best first.
 * @throws RangeError when `from` or `to` is no ISO date; what the store throws.
 * @example
 * const store = new MemoryStore();
 * await store.put(articles.map((article) => storedArticle(khabar.profile(article))));
 * const [first] = await related(store, khabar.profile(article), { limit: 5, topics: ["diplomacy"] });
 */
export async function related(
  store: RelatedStore,
  profile: Profile,
  options: RelatedOptions = {},
): Promise<RelatedArticle[]> {
  const { topics = [], entities = [], from, to } = options;
  const { keys, weights } = queryKeys(profile);
  const candidates = await store.candidates({
    keys,
    weights,
    perKey: Math.min(MOST_PER_KEY, Math.ceil(LOOKED_AT / Math.max(1, keys.length))),
    limit: keys.length <= HEADLINE_KEYS ? HEADLINE_CANDIDATES : CANDIDATES,
    ...(topics.length + entities.length === 0
      ? {}
      : { allOf: Uint32Array.from([...topics.map(topicKey), ...entities.map(entityKey)]) }),
    ...(from === undefined && to === undefined
      ? {}
      : { fromDay: from === undefined ? NO_DAY + 1 : filterDay("from", from) }),
    ...(to === undefined ? {} : { toDay: filterDay("to", to) }),
  });
  return rankRelated(profile, candidates, options);
}
