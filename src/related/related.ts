import { dayNumber } from "./day-number.js";
import type { Profile } from "./profile.js";
import { entityKey, queryKeys, topicKey } from "./profile-keys.js";
import { type RelatedArticle, type RelatedOptions, rankRelated } from "./rank.js";
import { NO_DAY, type RelatedStore } from "./store.js";

/** Articles looked at under each key. */
const PER_KEY = 64;
/** Candidates that are ranked. */
const CANDIDATES = 200;

/** The articles of a store that are related to one, best first. */
export async function related(
  store: RelatedStore,
  profile: Profile,
  options: RelatedOptions = {},
): Promise<RelatedArticle[]> {
  const { topics = [], entities = [], from, to } = options;
  const candidates = await store.candidates({
    ...queryKeys(profile),
    perKey: PER_KEY,
    limit: CANDIDATES,
    ...(topics.length + entities.length === 0
      ? {}
      : { allOf: Uint32Array.from([...topics.map(topicKey), ...entities.map(entityKey)]) }),
    ...(from === undefined && to === undefined
      ? {}
      : { fromDay: from === undefined ? NO_DAY + 1 : dayNumber(from) }),
    ...(to === undefined ? {} : { toDay: dayNumber(to) }),
  });
  return rankRelated(profile, candidates, options);
}
