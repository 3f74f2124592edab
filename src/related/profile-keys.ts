import { hashPair, hashString, mix, step } from "./hash.js";
import type { Profile } from "./profile.js";
import { termStrength } from "./read-terms.js";

/** Terms that an article is found under by themselves. */
const MOST_TERMS = 44;
/** Of the strongest terms and entities, all pairs are keys. */
const MOST_PAIRED = 9;
/** Places of the signature in one key: two articles that agree on all of them are likely near-duplicates. */
const BAND = 4;

const TERM = 1;
const ENTITY = 2;
const TOPIC = 3;
const PAIR = 4;
const COPY = 5;

function keyOf(kind: number, hash: number): number {
  return mix(step(mix(kind), hash));
}

/** The key of an entity, for filters. */
export function entityKey(id: string): number {
  return keyOf(ENTITY, hashString(id));
}

/** The key of a topic, for filters. */
export function topicKey(id: string): number {
  return keyOf(TOPIC, hashString(id));
}

interface Feature {
  readonly key: number;
  readonly strength: number;
}

/** Terms and entities, strongest first. */
function featuresOf({ terms, entities }: Profile): { terms: Feature[]; entities: Feature[]; all: Feature[] } {
  const words = Array.from(
    terms.hashes.subarray(0, MOST_TERMS),
    (hash, i): Feature => ({
      key: keyOf(TERM, hash),
      strength: termStrength(terms.rarities[i]!, terms.uses[i]!),
    }),
  );
  const named = entities.map(
    ({ id, rarity, salience, inTitle }): Feature => ({
      key: entityKey(id),
      strength: rarity * (1 + Math.sqrt(salience / 32)) * (inTitle ? 2 : 1),
    }),
  );
  const all = [...words, ...named].sort((a, b) => b.strength - a.strength || a.key - b.key);
  return { terms: words, entities: named, all };
}

function pairsOf(features: readonly Feature[]): Feature[] {
  const strongest = features.slice(0, MOST_PAIRED);
  return strongest.flatMap((a, i) =>
    strongest.slice(i + 1).map((b) => ({
      key: keyOf(PAIR, hashPair(a.key, b.key)),
      strength: a.strength + b.strength,
    })),
  );
}

function copyKeys({ signature }: Profile): number[] {
  const keys: number[] = [];
  for (let at = 0; at + BAND <= signature.length; at += BAND) {
    let hash = at;
    for (let i = at; i < at + BAND; i++) hash = step(hash, signature[i]!);
    keys.push(keyOf(COPY, hash));
  }
  return keys;
}

/**
 * The hashes under which an article can be found: its strong terms, its entities and topics, pairs of the strongest of
 * them, and parts of its signature. Pairs keep the lists of a large store short.
 */
export function profileKeys(profile: Profile): Uint32Array {
  const { terms, entities, all } = featuresOf(profile);
  const keys = [...terms, ...entities, ...pairsOf(all)].map(({ key }) => key);
  return Uint32Array.from(
    new Set([...keys, ...copyKeys(profile), ...profile.topics.map(({ id }) => topicKey(id))]),
  );
}

/** The keys that related articles are looked for under, and what each counts. */
export interface QueryKeys {
  readonly keys: Uint32Array;
  /** Whole numbers, parallel to `keys`. */
  readonly weights: readonly number[];
}

/** Most keys that are looked under: those of copies and pairs, and as many of single features as there is room for. */
const MOST_KEYS = 64;
/** Copies share pairs, too; a few keys of their own make it safe. */
const COPY_KEYS = 4;
/** Features that are looked for in pairs. */
const QUERY_PAIRED = 6;
/** What the strength of a key is divided by to make small whole numbers. */
const STRENGTH_UNIT = 4;
const COPY_STRENGTH = 400;

/** The keys that articles related to one are looked for under. */
export function queryKeys(profile: Profile): QueryKeys {
  const { all } = featuresOf(profile);
  const copies = copyKeys(profile)
    .slice(0, COPY_KEYS)
    .map((key): Feature => ({ key, strength: COPY_STRENGTH }));
  const pairs = pairsOf(all.slice(0, QUERY_PAIRED));
  const found = [...copies, ...pairs, ...all].slice(0, MOST_KEYS);
  return {
    keys: Uint32Array.from(found, ({ key }) => key),
    weights: found.map(({ strength }) => Math.max(1, Math.round(strength / STRENGTH_UNIT))),
  };
}
