import { evenLane, LANES, oddLane, type TaggerModel } from "../../data/tagger-model.js";
import { CERTAIN, markCertain } from "./certain-tokens.js";
import type { Chain } from "./chain.js";
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

/**
 * An unlisted token is looked at no further when O is so far ahead by the word, the words around and the place: pairs
 * of words change little then. Of 67,000 names in raw news this changes 60.
 */
const CLEAR_LEAD = 1;

/** Used anew for each token. */
const features = new Int32Array(FEATURE_COUNT);
const offsets = new Int32Array(FEATURE_COUNT);
let scratch = makeScratch(512);

/** Used anew for each sentence. */
function makeScratch(tokens: number): {
  readonly scores: Float64Array;
  readonly sums: Int32Array;
  readonly leads: Float64Array;
} {
  return {
    scores: new Float64Array(tokens * LABEL_COUNT),
    sums: new Int32Array(tokens * LANES),
    leads: new Float64Array(2 * tokens),
  };
}

/**
 * Scores of every label for tokens `[start, end)`, by (token - start) * LABEL_COUNT + label; of tokens that are surely in
 * no name only that of O, CERTAIN. They stand until the next call.
 * @param chain tells which tokens have no chance to be in a name. Without it, only those that the screen rules out have none.
 */
export function scoreTokens(
  model: TaggerModel,
  signs: TokenSigns,
  start: number,
  end: number,
  chain?: Chain,
): Float64Array {
  const { step } = model;
  const length = end - start;
  if (scratch.leads.length < 2 * length) scratch = makeScratch(2 * length);
  const { scores, sums, leads } = scratch;
  sums.fill(0, 0, length * LANES);
  const kept = keptSumsFor(model, signs.words);
  kept.readNewWords();
  for (let token = start; token < end; token++) {
    const at = token - start;
    if (kept.screen.rulesOut(signs, token)) {
      leads[2 * at] = CERTAIN;
      leads[2 * at + 1] = CERTAIN;
      continue;
    }
    sumToken(model, kept, signs, token, sums, at * LANES);
    leads[2 * at] = step * leadOverBegins(sums, at * LANES);
    leads[2 * at + 1] = step * leadOverInsides(sums, at * LANES);
  }
  if (chain !== undefined) markCertain(chain, leads, length);
  for (let i = 0; i < length; i++) {
    if (leads[2 * i] === CERTAIN) scores[i * LABEL_COUNT] = CERTAIN;
    else unpack(sums, i * LANES, step, scores, i * LABEL_COUNT);
  }
  return scores.subarray(0, length * LABEL_COUNT);
}

/** Sums the weights of a token, in lanes. */
function sumToken(
  model: TaggerModel,
  kept: KeptSums,
  signs: TokenSigns,
  token: number,
  sums: Int32Array,
  to: number,
): void {
  const unlisted = signs.listed[token] === 0;
  addKept(kept, signs, token, unlisted, sums, to);
  if (unlisted) {
    const lead = Math.min(leadOverBegins(sums, to), leadOverInsides(sums, to));
    if (lead * model.step >= CLEAR_LEAD) return;
  } else {
    writeBefore(signs, token, model.mask, features);
    addRows(model, BEFORE_FEATURES, sums, to);
  }
  writePairs(signs, token, model.mask, features);
  addRows(model, PAIR_FEATURES, sums, to);
}

/** How far O is ahead of the best label that a name begins with, in steps. */
function leadOverBegins(sums: Int32Array, from: number): number {
  let best = oddLane(sums[from]!);
  for (let lane = 1; 2 * lane + 1 < LABEL_COUNT; lane++) {
    const odd = oddLane(sums[from + lane]!);
    if (odd > best) best = odd;
  }
  return evenLane(sums[from]!) - best;
}

/** How far O is ahead of the best label that a name goes on with, in steps. */
function leadOverInsides(sums: Int32Array, from: number): number {
  let best = evenLane(sums[from + 1]!);
  for (let lane = 2; 2 * lane < LABEL_COUNT; lane++) {
    const even = evenLane(sums[from + lane]!);
    if (even > best) best = even;
  }
  return evenLane(sums[from]!) - best;
}

function unpack(sums: Int32Array, from: number, step: number, scores: Float64Array, to: number): void {
  for (let lane = 0; lane < LANES; lane++) {
    const sum = sums[from + lane]!;
    scores[to + 2 * lane] = evenLane(sum) * step;
    if (2 * lane + 1 < LABEL_COUNT) scores[to + 2 * lane + 1] = oddLane(sum) * step;
  }
}

/** Adds the sums that are kept; of the word before only for a token that the lexicon does not list. */
function addKept(
  kept: KeptSums,
  signs: TokenSigns,
  token: number,
  unlisted: boolean,
  sums: Int32Array,
  to: number,
): void {
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
  addLanes(kept.lanes, unlisted ? 9 : 8, sums, to);
}

/** Adds the weights of the listed features to the sums. */
function addRows(model: TaggerModel, list: FeatureList, sums: Int32Array, to: number): void {
  let count = 0;
  for (let i = 0; i < list.length; i++) {
    const offset = model.offsetOf(features[list[i]!]!);
    if (offset >= 0) offsets[count++] = offset;
  }
  addLanes(model.lanes, count, sums, to);
}

/** Adds the lanes at the first offsets to the sums. Written out lane by lane, so that the sums stay in registers. */
function addLanes(lanes: Int32Array, count: number, sums: Int32Array, to: number): void {
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
  sums[to]! += s0;
  sums[to + 1]! += s1;
  sums[to + 2]! += s2;
  sums[to + 3]! += s3;
  sums[to + 4]! += s4;
  sums[to + 5]! += s5;
  sums[to + 6]! += s6;
  sums[to + 7]! += s7;
  sums[to + 8]! += s8;
}
