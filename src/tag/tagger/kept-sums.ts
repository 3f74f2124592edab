import { LANES, type TaggerModel } from "../../data/tagger-model.js";
import {
  EVIDENCE_FEATURES,
  FEATURE_COUNT,
  type FeatureList,
  MATCH_FEATURES,
  PLACE_FEATURES,
  SHAPE_FEATURES,
  WORD_PLACES,
  writeEvidence,
  writeMatches,
  writePlace,
  writeShapes,
} from "./features.js";
import { NameScreen } from "./name-screen.js";
import type { TokenSigns } from "./token-signs.js";
import type { WordTable } from "./word-table.js";

/** Sums per word: one for each place that it can have beside a token. */
const PLACES = WORD_PLACES.length;
/** Sums kept per group of features with few values, a power of two. */
const SLOTS = 1 << 13;

/**
 * Sums of weights that come again and again, in lanes: what a word adds in each place that it can have beside a token,
 * and what a group of signs adds that take few values together. They are made when they are first needed. The sums are
 * of whole numbers, so that it makes no difference which of them are kept.
 */
export class KeptSums {
  readonly lanes: Int32Array;
  readonly screen: NameScreen;
  private readonly model: TaggerModel;
  private readonly words: WordTable;
  /** Entries that have been summed. */
  private wordsRead = 0;
  private readonly firstWord: number;
  /** The two keys of each slot; a slot holds the sum that was last asked for. */
  private readonly keys: Int32Array;
  private readonly features = new Int32Array(FEATURE_COUNT);

  constructor(model: TaggerModel, words: WordTable) {
    this.model = model;
    this.words = words;
    this.screen = new NameScreen(words, model.step);
    this.firstWord = GROUPS * SLOTS * LANES;
    this.lanes = new Int32Array(this.firstWord + words.capacity * PLACES * LANES);
    this.keys = new Int32Array(GROUPS * SLOTS * 2).fill(NO_KEY);
  }

  /** Sums the weights of words that are new in the table. To be called before tokens with such words are asked for. */
  readNewWords(): void {
    for (; this.wordsRead < this.words.size; this.wordsRead++) this.sumWord(this.wordsRead);
  }

  /** Where the sums of an entry start, one for each of WORD_PLACES. */
  ofWord(entry: number): number {
    return this.firstWord + entry * PLACES * LANES;
  }

  /** Where the sum of MATCH_FEATURES starts. */
  ofMatches(signs: TokenSigns, token: number, prev: number, next: number): number {
    const { listed } = signs;
    const key = listed[token]! | (listed[prev]! << 10) | (listed[next]! << 20);
    const second = signs.listedClass[token]! | (signs.elsewhere[token]! << 10);
    const slot = slotOf(0, key, second);
    if (!this.holds(slot, key, second)) {
      writeMatches(signs, token, this.model.mask, this.features);
      this.sumGroup(slot, MATCH_FEATURES);
    }
    return slot * LANES;
  }

  /** Where the sum of SHAPE_FEATURES starts. */
  ofShapes(signs: TokenSigns, token: number, prev: number): number {
    const key = signs.shape[token]! | (signs.shape[prev]! << 16);
    const slot = slotOf(1, key, 0);
    if (!this.holds(slot, key, 0)) {
      writeShapes(signs, token, this.model.mask, this.features);
      this.sumGroup(slot, SHAPE_FEATURES);
    }
    return slot * LANES;
  }

  /** Where the sum of PLACE_FEATURES starts. */
  ofPlace(signs: TokenSigns, token: number): number {
    const proclitics = signs.shape[token]! >> 10;
    const key =
      signs.trigger[token]! |
      (signs.quote[token]! << 8) |
      (signs.position[token]! << 16) |
      (proclitics << 23);
    const slot = slotOf(2, key, 0);
    if (!this.holds(slot, key, 0)) {
      writePlace(signs, token, this.model.mask, this.features);
      this.sumGroup(slot, PLACE_FEATURES);
    }
    return slot * LANES;
  }

  /** Where the sum of EVIDENCE_FEATURES starts. */
  ofEvidence(signs: TokenSigns, token: number, entry: number): number {
    const key = signs.evidence[token]!;
    const second = signs.words.coarse[entry]! | (signs.trigger[token]! << 10);
    const slot = slotOf(3, key, second);
    if (!this.holds(slot, key, second)) {
      writeEvidence(signs, token, this.model.mask, this.features);
      this.sumGroup(slot, EVIDENCE_FEATURES);
    }
    return slot * LANES;
  }

  /** Whether a slot holds the sum of these keys; if not, it is to be made now. */
  private holds(slot: number, key: number, second: number): boolean {
    const { keys } = this;
    if (keys[2 * slot] === key && keys[2 * slot + 1] === second) return true;
    keys[2 * slot] = key;
    keys[2 * slot + 1] = second;
    return false;
  }

  private sumWord(entry: number): void {
    const at = this.ofWord(entry);
    for (let place = 0; place < PLACES; place++) {
      const { write, features } = WORD_PLACES[place]!;
      write(this.words, entry, this.model.mask, this.features);
      this.sum(features, at + place * LANES);
    }
    this.screen.add(entry, this.words.lists[entry]!, this.lanes, at);
  }

  private sumGroup(slot: number, list: FeatureList): void {
    this.lanes.fill(0, slot * LANES, (slot + 1) * LANES);
    this.sum(list, slot * LANES);
  }

  private sum(list: FeatureList, to: number): void {
    const { model, lanes, features } = this;
    const weights = model.lanes;
    for (let i = 0; i < list.length; i++) {
      const from = model.offsetOf(features[list[i]!]!);
      if (from >= 0) for (let k = 0; k < LANES; k++) lanes[to + k]! += weights[from + k]!;
    }
  }
}

const GROUPS = 4;
/** No sign has it. */
const NO_KEY = -1;

/** The only slot that the sum of a group may be in. */
function slotOf(group: number, key: number, second: number): number {
  const hash = Math.imul(key ^ (key >>> 15) ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b);
  return group * SLOTS + ((hash ^ (hash >>> 16)) & (SLOTS - 1));
}

const kept = new WeakMap<TaggerModel, WeakMap<WordTable, KeptSums>>();

/** The sums of a model for a table of words. */
export function keptSumsFor(model: TaggerModel, words: WordTable): KeptSums {
  let byTable = kept.get(model);
  if (byTable === undefined) {
    byTable = new WeakMap();
    kept.set(model, byTable);
  }
  let sums = byTable.get(words);
  if (sums === undefined) {
    sums = new KeptSums(model, words);
    byTable.set(words, sums);
  }
  return sums;
}
