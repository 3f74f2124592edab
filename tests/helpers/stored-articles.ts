import { NO_DAY, type RelatedStore, type StoredArticle } from "../../src/related/store.js";
import { seededRandom } from "../../src/tag/tagger/seeded-random.js";

/** An article whose profile is its id and a version, so that a list of profiles can be read. */
export function stored(id: string, keys: readonly number[], day = NO_DAY, version = 1): StoredArticle {
  const profile = new TextEncoder().encode(`${id}@${version}`);
  return { id, day, keys: Uint32Array.from(keys), profile };
}

/** Articles with keys of very different frequency, some the largest and smallest numbers there are. */
export function randomArticles(count: number, seed: number): StoredArticle[] {
  const random = seededRandom(seed);
  const key = (): number => Math.imul(Math.floor(random() ** 3 * 300), 0x9e3779b1) >>> 0;
  return Array.from({ length: count }, (_, i) => {
    const keys = Array.from({ length: 5 + Math.floor(random() * 30) }, key);
    if (random() < 0.1) keys.push(0xffff_ffff);
    const day = random() < 0.2 ? NO_DAY : 15_000 + Math.floor(random() * 100);
    return stored(`مقال ${i}`, keys, day);
  });
}

/** What profiles say, in their order. */
export function names(profiles: readonly Uint8Array[]): string[] {
  return profiles.map((profile) => new TextDecoder().decode(profile));
}

/** All of a store's profiles. */
export async function allNames(store: RelatedStore): Promise<string[]> {
  const profiles: Uint8Array[] = [];
  for await (const profile of store.all()) profiles.push(profile);
  return names(profiles);
}
