import { encodeProfile } from "./encode-profile.js";
import type { Profile } from "./profile.js";
import { profileKeys } from "./profile-keys.js";
import type { StoredArticle } from "./store.js";

/**
 * A profile as stores keep it.
 * @example
 * await store.put(articles.map((article) => storedArticle(khabar.profile(article))));
 */
export function storedArticle(profile: Profile): StoredArticle {
  const { id, day } = profile;
  return { id, day, keys: profileKeys(profile), profile: encodeProfile(profile) };
}
