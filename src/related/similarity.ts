import { encodeProfile } from "./encode-profile.js";
import { LEAD, type Profile } from "./profile.js";
import { gramAt, type Layout, readLayout, wordAt } from "./profile-layout.js";
import * as table from "./term-weights.js";
import { longWeights, shortWeights } from "./weights.generated.js";

/**
 * The parts that a similarity is the weighted mean of, each 0 to 1 and 1 for an article and itself; between two languages
 * the mean counts less:
 * - `terms`: cosine of what the two go on about
 * - `rare`: cosine of what sets the two apart from other articles
 * - `title`: cosine of the pieces of the titles' words
 * - `entities`: cosine of the entities by salience and rarity
 * - `subjects`: cosine of the subjects
 * - `cover`: how far the longer one answers for the terms of the shorter one
 * - `names`: how far the longer one names the entities of the shorter one
 */
export const PARTS = ["terms", "rare", "title", "entities", "subjects", "cover", "names"] as const;
export const [TERMS, RARE, TITLE, ENTITIES, SUBJECTS, COVER, NAMES] = [0, 1, 2, 3, 4, 5, 6];

/** From this many words on an article is not at all short; from `VERY_SHORT` down it is fully so, as a headline is. */
const VERY_SHORT = 25;

/** How much the shorter of two articles is a headline rather than an article: 0 to 1. */
function shortness(length: number): number {
  return Math.max(0, Math.min(1, (LEAD - length) / (LEAD - VERY_SHORT)));
}

/** The parts that say nothing of articles in two languages. */
const OF_WORDS = [TERMS, RARE, TITLE, COVER];

/**
 * What a similarity without words is worth of one with them: entities and subjects of two reports are always more alike
 * than their words. Least squares on 300 graded pairs, each compared with and without the parts of words.
 */
const ACROSS = 0.7;

/** Similarities are rounded to one in so many: sums in another order, and an article with itself, come out alike. */
const GRAIN = 1e9;

const SLOTS = 512;

/** Compares one article with many, without making objects: the columns of the others are read in place. */
export class Matcher {
  /** The parts of the last comparison, in the order of `PARTS`; NaN where the two do not tell. */
  readonly parts = new Float64Array(PARTS.length);
  /** What each part counts in the last comparison; together 1, less between two languages, or all 0. */
  readonly weights = new Float64Array(PARTS.length);
  private readonly bytes: Uint8Array;
  private readonly layout: Layout;
  private readonly length: number;
  /** Index of the term + 1 by hash. */
  private readonly slots = new Int32Array(SLOTS);
  private readonly hashes: Int32Array;
  private readonly norms: Norms;

  constructor(profile: Profile) {
    this.bytes = encodeProfile(profile);
    this.layout = readLayout(this.bytes);
    this.length = profile.length;
    const { termCount, termHashes } = this.layout;
    this.hashes = Int32Array.from({ length: termCount }, (_, i) => wordAt(this.bytes, termHashes + 4 * i));
    for (let i = 0; i < termCount; i++) {
      let slot = this.hashes[i]! & (SLOTS - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      this.slots[slot] = i + 1;
    }
    this.norms = normsOf(this.bytes, this.layout);
  }

  /** The term that has a hash, or -1. */
  private find(hash: number): number {
    for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const at = this.slots[slot]! - 1;
      if (at < 0 || this.hashes[at] === hash) return at;
    }
  }

  /**
   * The similarity with another article, by its encoded profile: 0 to 1.
   * @throws DataFormatError when the bytes are no profile.
   */
  compare(other: Uint8Array): number {
    const layout = readLayout(other);
    const length = wordAt(other, 8) >>> 0;
    const norms = normsOf(other, layout);
    const sameLanguage = other[14] === this.bytes[14] && other[15] === this.bytes[15];
    if (sameLanguage) this.compareTerms(other, layout, norms, length);
    else for (const part of OF_WORDS) this.parts[part!] = Number.NaN;
    this.compareEntities(other, layout, norms, length);
    this.compareSubjects(other, layout);
    return this.join(shortness(Math.min(length, this.length)), sameLanguage ? 1 : ACROSS);
  }

  private compareTerms(other: Uint8Array, layout: Layout, norms: Norms, length: number): void {
    const { bytes, parts } = this;
    const { rarities, uses } = this.layout;
    let plain = 0;
    let damped = 0;
    let mine = 0;
    let theirs = 0;
    for (let j = 0; j < layout.termCount; j++) {
      const i = this.find(wordAt(other, layout.termHashes + 4 * j));
      if (i < 0) continue;
      const rarity = bytes[rarities + i]!;
      const use = bytes[uses + i]!;
      const otherRarity = other[layout.rarities + j]!;
      const otherUse = other[layout.uses + j]!;
      plain +=
        table.PLAIN_USES[use]! *
        table.PLAIN_RARITY[rarity]! *
        table.PLAIN_USES[otherUse]! *
        table.PLAIN_RARITY[otherRarity]!;
      damped +=
        table.DAMPED_USES[use]! *
        table.FULL_RARITY[rarity]! *
        table.DAMPED_USES[otherUse]! *
        table.FULL_RARITY[otherRarity]!;
      mine += table.FULL_RARITY[rarity]! * table.answer(otherUse, length);
      theirs += table.FULL_RARITY[otherRarity]! * table.answer(use, this.length);
    }
    parts[TERMS!] = cosine(plain, this.norms.plain, norms.plain);
    parts[RARE!] = cosine(damped, this.norms.damped, norms.damped);
    parts[TITLE!] = cosine(
      sharedGrams(bytes, this.layout, other, layout),
      this.layout.gramCount,
      layout.gramCount,
    );
    parts[COVER!] = ofShorter(length - this.length, mine / this.norms.rarity, theirs / norms.rarity);
  }

  private compareEntities(other: Uint8Array, layout: Layout, norms: Norms, length: number): void {
    const { bytes, parts } = this;
    const { entityHashes, entityCount, entityRarities, saliences } = this.layout;
    let dot = 0;
    let mine = 0;
    let theirs = 0;
    for (let i = 0; i < entityCount; i++) {
      const hash = wordAt(bytes, entityHashes + 4 * i);
      for (let j = 0; j < layout.entityCount; j++) {
        if (wordAt(other, layout.entityHashes + 4 * j) !== hash) continue;
        const rarity = table.ENTITY_RARITY[bytes[entityRarities + i]!]!;
        const otherRarity = table.ENTITY_RARITY[other[layout.entityRarities + j]!]!;
        const salience = bytes[saliences + i]!;
        const otherSalience = other[layout.saliences + j]!;
        mine += rarity * table.nameAnswer(otherSalience, salience);
        theirs += otherRarity * table.nameAnswer(salience, otherSalience);
        dot += rarity * table.SALIENCE[salience]! * otherRarity * table.SALIENCE[otherSalience]!;
        break;
      }
    }
    parts[ENTITIES!] = cosine(dot, this.norms.entities, norms.entities);
    parts[NAMES!] = ofShorter(length - this.length, mine / this.norms.names, theirs / norms.names);
  }

  private compareSubjects(other: Uint8Array, layout: Layout): void {
    const { bytes } = this;
    const { topicHashes, topicCount, scores, countries } = this.layout;
    let dot = 0;
    for (let i = 0; i < topicCount; i++) {
      if (bytes[countries + i] === 1) continue;
      for (let j = 0; j < layout.topicCount; j++)
        if (wordAt(other, layout.topicHashes + 4 * j) === wordAt(bytes, topicHashes + 4 * i))
          dot += bytes[scores + i]! * other[layout.scores + j]!;
    }
    this.parts[SUBJECTS!] = cosine(dot, subjectNorm(bytes, this.layout), subjectNorm(other, layout));
  }

  /**
   * The weighted mean of the parts that tell.
   * @param trust what a mean of 1 is worth.
   */
  private join(short: number, trust: number): number {
    const { parts, weights } = this;
    let sum = 0;
    let total = 0;
    for (let part = 0; part < parts.length; part++) {
      const weight = (1 - short) * longWeights[part]! + short * shortWeights[part]!;
      weights[part] = parts[part]! >= 0 ? weight : 0;
      total += weights[part]!;
    }
    // Two articles are not alike by their subjects alone.
    const nothing = Number.isNaN(parts[TERMS!]!) && Number.isNaN(parts[ENTITIES!]!);
    if (total === 0 || nothing) {
      weights.fill(0);
      return 0;
    }
    for (let part = 0; part < parts.length; part++) {
      weights[part]! *= trust / total;
      if (weights[part]! > 0) sum += weights[part]! * parts[part]!;
    }
    return Math.min(1, Math.round(sum * GRAIN) / GRAIN);
  }
}

/** Sums of squared weights of an article, and sums of rarities. */
interface Norms {
  readonly plain: number;
  readonly damped: number;
  readonly rarity: number;
  readonly entities: number;
  readonly names: number;
}

function normsOf(bytes: Uint8Array, layout: Layout): Norms {
  let plain = 0;
  let damped = 0;
  let rarity = 0;
  for (let i = 0; i < layout.termCount; i++) {
    const rare = bytes[layout.rarities + i]!;
    const use = bytes[layout.uses + i]!;
    plain += (table.PLAIN_USES[use]! * table.PLAIN_RARITY[rare]!) ** 2;
    damped += (table.DAMPED_USES[use]! * table.FULL_RARITY[rare]!) ** 2;
    rarity += table.FULL_RARITY[rare]!;
  }
  let entities = 0;
  let names = 0;
  for (let i = 0; i < layout.entityCount; i++) {
    const rare = table.ENTITY_RARITY[bytes[layout.entityRarities + i]!]!;
    entities += (rare * table.SALIENCE[bytes[layout.saliences + i]!]!) ** 2;
    names += rare;
  }
  return { plain, damped, rarity, entities, names };
}

/** How many pieces two titles share. */
function sharedGrams(a: Uint8Array, aLayout: Layout, b: Uint8Array, bLayout: Layout): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < aLayout.gramCount && j < bLayout.gramCount) {
    const mine = gramAt(a, aLayout, i);
    const theirs = gramAt(b, bLayout, j);
    if (mine === theirs) shared++;
    if (mine <= theirs) i++;
    if (theirs <= mine) j++;
  }
  return shared;
}

function subjectNorm(bytes: Uint8Array, layout: Layout): number {
  let sum = 0;
  for (let i = 0; i < layout.topicCount; i++)
    if (bytes[layout.countries + i] !== 1) sum += bytes[layout.scores + i]! ** 2;
  return sum;
}

/** NaN when one side has nothing to compare. */
function cosine(dot: number, a: number, b: number): number {
  return a === 0 || b === 0 ? Number.NaN : Math.min(1, dot / Math.sqrt(a * b));
}

/** What the shorter of two articles says; of two of equal length, the greater one. */
function ofShorter(longer: number, mine: number, theirs: number): number {
  return longer > 0 ? mine : longer < 0 ? theirs : Math.max(mine, theirs);
}
