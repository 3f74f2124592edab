import { checkProfile } from "./encode-profile.js";
import { IN_TITLE, USES } from "./profile.js";

/** The parts that a similarity is the weighted mean of; each is 0 to 1. */
export const PARTS = ["terms", "title", "entities", "topics", "cover"] as const;
export type Part = (typeof PARTS)[number];

/** What each part counts; together 1. */
export const PART_WEIGHTS: readonly number[] = [0.35, 0.15, 0.25, 0.1, 0.15];

/** A term's or entity's damped weight. */
export function termWeight(rarity: number, uses: number): number {
  return rarity * (1 + Math.log(Math.max(1, uses & USES))) * (uses & IN_TITLE ? 1.5 : 1);
}
export function entityWeight(rarity: number, salience: number): number {
  return rarity * Math.sqrt(salience);
}

/** The numbers of an encoded profile as columns. */
export interface Columns {
  readonly terms: Int32Array;
  readonly termWeights: Float64Array;
  /** Rarity of the terms of the title, 0 of others. */
  readonly titleWeights: Float64Array;
  readonly rarities: Float64Array;
  readonly entities: Int32Array;
  readonly entityWeights: Float64Array;
  readonly topics: Int32Array;
  readonly topicWeights: Float64Array;
}

/** @throws DataFormatError when the bytes are no profile. */
export function columnsOf(bytes: Uint8Array): Columns {
  const layout = checkProfile(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hashes = (start: number, count: number): Int32Array =>
    Int32Array.from({ length: count }, (_, i) => view.getInt32(start + 4 * i, true));
  const weights = (count: number, weigh: (i: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => weigh(i));
  const [, terms = 0, entities = 0, topics = 0] = bytes;
  return {
    terms: hashes(layout.termHashes, terms),
    termWeights: weights(terms, (i) => termWeight(bytes[layout.rarities + i]!, bytes[layout.uses + i]!)),
    titleWeights: weights(terms, (i) =>
      bytes[layout.uses + i]! & IN_TITLE ? bytes[layout.rarities + i]! : 0,
    ),
    rarities: weights(terms, (i) => bytes[layout.rarities + i]!),
    entities: hashes(layout.entityHashes, entities),
    entityWeights: weights(entities, (i) =>
      entityWeight(bytes[layout.entityRarities + i]!, bytes[layout.saliences + i]!),
    ),
    topics: hashes(layout.topicHashes, topics),
    topicWeights: weights(topics, (i) => bytes[layout.scores + i]!),
  };
}

/** The parts of the similarity of two profiles, in the order of `PARTS`; NaN where the two do not tell. */
export function partsOf(a: Columns, b: Columns): number[] {
  return [
    cosine(a.terms, a.termWeights, b.terms, b.termWeights),
    cosine(a.terms, a.titleWeights, b.terms, b.titleWeights),
    cosine(a.entities, a.entityWeights, b.entities, b.entityWeights),
    cosine(a.topics, a.topicWeights, b.topics, b.topicWeights),
    Math.max(coverOf(a, b), coverOf(b, a)),
  ];
}

/** The weighted mean of the parts that can be told. */
export function similarityOf(parts: readonly number[]): number {
  let sum = 0;
  let weights = 0;
  parts.forEach((part, i) => {
    if (Number.isNaN(part)) return;
    sum += PART_WEIGHTS[i]! * part;
    weights += PART_WEIGHTS[i]!;
  });
  return weights === 0 ? 0 : Math.min(1, sum / weights);
}

function cosine(a: Int32Array, aWeights: Float64Array, b: Int32Array, bWeights: Float64Array): number {
  let aa = 0;
  let bb = 0;
  for (const weight of aWeights) aa += weight * weight;
  for (const weight of bWeights) bb += weight * weight;
  if (aa === 0 || bb === 0) return Number.NaN;
  let dot = 0;
  for (let i = 0; i < a.length; i++) {
    const j = b.indexOf(a[i]!);
    if (j >= 0) dot += aWeights[i]! * bWeights[j]!;
  }
  return dot / Math.sqrt(aa * bb);
}

/** The share of a's terms that b has, by rarity. */
function coverOf(a: Columns, b: Columns): number {
  let shared = 0;
  let all = 0;
  for (let i = 0; i < a.terms.length; i++) {
    const weight = a.rarities[i]! ** 2;
    all += weight;
    if (b.terms.includes(a.terms[i]!)) shared += weight;
  }
  return all === 0 ? Number.NaN : shared / all;
}
