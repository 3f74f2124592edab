import { evenLane, LANES, oddLane, type TaggerModel } from "../../data/tagger-model.js";
import { WORD_LISTS } from "../../data/word-lists.js";
import {
  after,
  BEFORE_FEATURES,
  before,
  FEATURE_COUNT,
  type FeatureList,
  PAIR_FEATURES,
  writeBefore,
  writePairs,
} from "./features.js";
import { type KeptSums, keptSumsFor } from "./kept-sums.js";
import { LABEL_COUNT } from "./labels.js";
import type { TokenSigns } from "./token-signs.js";
import { BEHIND_PROCLITIC } from "./word-table.js";

/** Score of O for words that are in no name. */
const CERTAIN = 50;
/** In no list of names, and as it stands, without a proclitic. */
const FUNCTION_ONLY =
  WORD_LISTS["function-words"] | WORD_LISTS["given-names"] | WORD_LISTS["name-particles"] | BEHIND_PROCLITIC;

/**
 * An unlisted token is looked at no further when O is so far ahead by the word, the words around and the place: pairs
 * of words change little then. Of 67,000 names in raw news this changes 60.
 */
const CLEAR_LEAD = 1;

/** Used anew for each token. */
const features = new Int32Array(FEATURE_COUNT);
const offsets = new Int32Array(FEATURE_COUNT);
const sums = new Int32Array(LANES);
let scratch = new Float64Array(0);

/** A cleared column for the scores of so many tokens, the same for each sentence: no garbage. */
function columnFor(tokens: number): Float64Array {
  const size = tokens * LABEL_COUNT;
  if (scratch.length < size) scratch = new Float64Array(2 * size);
  return scratch.subarray(0, size).fill(0);
}

/**
 * Scores of every label for tokens `[start, end)`, by (token - start) * LABEL_COUNT + label. They stand until the next
 * call.
 */
export function scoreTokens(model: TaggerModel, signs: TokenSigns, start: number, end: number): Float64Array {
  const { step, mask } = model;
  const kept = keptSumsFor(model, signs.words);
  const scores = columnFor(end - start);
  for (let token = start; token < end; token++) {
    const at = (token - start) * LABEL_COUNT;
    if (isFunctionWord(signs, token)) {
      scores[at] = CERTAIN;
      continue;
    }
    const unlisted = signs.listed[token] === 0;
    sums.fill(0);
    addKept(kept, signs, token, unlisted);
    if (!unlisted) {
      writeBefore(signs, token, mask, features);
      addRows(model, BEFORE_FEATURES);
    }
    if (!unlisted || leadOfOutside() * step < CLEAR_LEAD) {
      writePairs(signs, token, mask, features);
      addRows(model, PAIR_FEATURES);
    }
    for (let lane = 0; lane < LANES; lane++) {
      const sum = sums[lane]!;
      scores[at + 2 * lane] = evenLane(sum) * step;
      if (2 * lane + 1 < LABEL_COUNT) scores[at + 2 * lane + 1] = oddLane(sum) * step;
    }
  }
  return scores;
}

/** How far O is ahead of the best other label, in steps. */
function leadOfOutside(): number {
  let best = oddLane(sums[0]!);
  for (let lane = 1; lane < LANES; lane++) {
    best = Math.max(best, evenLane(sums[lane]!));
    if (2 * lane + 1 < LABEL_COUNT) best = Math.max(best, oddLane(sums[lane]!));
  }
  return evenLane(sums[0]!) - best;
}

/** Whether a word is a particle, pronoun or verb of saying, outside of every listed name. */
function isFunctionWord({ listed, words, entries }: TokenSigns, token: number): boolean {
  return (
    listed[token] === 0 && (words.lists[entries[token]!]! & FUNCTION_ONLY) === WORD_LISTS["function-words"]
  );
}

/** Adds the sums that are kept; of the word before only for a token that the lexicon does not list. */
function addKept(kept: KeptSums, signs: TokenSigns, token: number, unlisted: boolean): void {
  const { entries, count } = signs;
  const prev = before(token, 1, count);
  const next = after(token, 1, count);
  const own = entries[token]!;
  offsets[0] = kept.ofWord(own);
  offsets[1] = kept.ofWord(entries[next]!) + 2 * LANES;
  offsets[2] = kept.ofWord(entries[before(token, 2, count)]!) + 3 * LANES;
  offsets[3] = kept.ofWord(entries[after(token, 2, count)]!) + 4 * LANES;
  offsets[4] = kept.ofMatches(signs, token, prev, next);
  offsets[5] = kept.ofShapes(signs, token, prev);
  offsets[6] = kept.ofPlace(signs, token);
  offsets[7] = kept.ofEvidence(signs, token, own);
  if (unlisted) offsets[8] = kept.ofWord(entries[prev]!) + LANES;
  addLanes(kept.lanes, unlisted ? 9 : 8);
}

/** Adds the weights of the listed features to the sums. */
function addRows(model: TaggerModel, list: FeatureList): void {
  let count = 0;
  for (let i = 0; i < list.length; i++) {
    const offset = model.offsetOf(features[list[i]!]!);
    if (offset >= 0) offsets[count++] = offset;
  }
  addLanes(model.lanes, count);
}

/** Adds the lanes at the first offsets to the sums. Written out lane by lane, so that the sums stay in registers. */
function addLanes(lanes: Int32Array, count: number): void {
  let [s0, s1, s2, s3, s4, s5, s6, s7, s8] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const at = offsets[i]!;
    s0 = (s0 + lanes[at]!) | 0;
    s1 = (s1 + lanes[at + 1]!) | 0;
    s2 = (s2 + lanes[at + 2]!) | 0;
    s3 = (s3 + lanes[at + 3]!) | 0;
    s4 = (s4 + lanes[at + 4]!) | 0;
    s5 = (s5 + lanes[at + 5]!) | 0;
    s6 = (s6 + lanes[at + 6]!) | 0;
    s7 = (s7 + lanes[at + 7]!) | 0;
    s8 = (s8 + lanes[at + 8]!) | 0;
  }
  sums[0]! += s0;
  sums[1]! += s1;
  sums[2]! += s2;
  sums[3]! += s3;
  sums[4]! += s4;
  sums[5]! += s5;
  sums[6]! += s6;
  sums[7]! += s7;
  sums[8]! += s8;
}
