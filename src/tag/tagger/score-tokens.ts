import { bitCount, LANE_BIAS, type TaggerModel } from "../../data/tagger-model.js";
import { WORD_LISTS } from "../../data/word-lists.js";
import { FEATURE_COUNT, SCREENING_FEATURES, writeFeatures } from "./features.js";
import { BEHIND_PROCLITIC, type TokenSigns } from "./token-signs.js";

/**
 * A token whose word, form and clusters put O this far ahead of every other label is not looked at further: function
 * words and verbs, seven of ten tokens. On 3,000 raw articles this changes one name in 900.
 */
const CLEAR_LEAD = 4;

/** Score of O for words that are in no name. */
const CERTAIN = 50;
/** In no list of names, and as it stands, without a proclitic. */
const FUNCTION_ONLY =
  WORD_LISTS["function-words"] | WORD_LISTS["given-names"] | WORD_LISTS["name-particles"] | BEHIND_PROCLITIC;

/** Scores of every label for tokens `[start, end)`, by (token - start) * labels + label. */
export function scoreTokens(model: TaggerModel, signs: TokenSigns, start: number, end: number): Float64Array {
  const { labels, step, mask, width } = model;
  const scores = new Float64Array((end - start) * labels);
  const features = new Int32Array(FEATURE_COUNT);
  const sums = new Int32Array(width);
  for (let token = start; token < end; token++) {
    const at = (token - start) * labels;
    if (isFunctionWord(signs, token)) {
      scores[at] = CERTAIN;
      continue;
    }
    writeFeatures(signs, token, mask, features);
    sums.fill(0);
    let rows = addRows(model, features, 0, SCREENING_FEATURES, sums);
    if (leadOfOutside(sums, labels) * step < CLEAR_LEAD)
      rows += addRows(model, features, SCREENING_FEATURES, FEATURE_COUNT, sums);
    const bias = rows * LANE_BIAS;
    for (let label = 0; label < labels; label++) scores[at + label] = (laneOf(sums, label) - bias) * step;
  }
  return scores;
}

/** Whether a word is a particle, pronoun or verb of saying, outside of every listed name. */
function isFunctionWord(signs: TokenSigns, token: number): boolean {
  return signs.listed[token] === 0 && (signs.lists[token]! & FUNCTION_ONLY) === WORD_LISTS["function-words"];
}

/** Adds the weights of features `[from, to)` to the sums; returns how many of them have weights. */
function addRows(
  model: TaggerModel,
  features: Int32Array,
  from: number,
  to: number,
  sums: Int32Array,
): number {
  const { lanes, used, ranks, width } = model;
  let rows = 0;
  for (let i = from; i < to; i++) {
    // Most features of running text have no weights: one bit tells, and no row is read.
    const row = features[i]!;
    const bits = used[row >> 5]!;
    const bit = 1 << (row & 31);
    if ((bits & bit) === 0) continue;
    const at = (ranks[row >> 5]! + bitCount(bits & (bit - 1))) * width;
    for (let k = 0; k < width; k++) sums[k]! += lanes[at + k]!;
    rows++;
  }
  return rows;
}

/** The sum of a label, with its bias. */
function laneOf(sums: Int32Array, label: number): number {
  return (sums[label >> 1]! >>> (16 * (label & 1))) & 0xffff;
}

/** How far label 0, O, is ahead of the best other one, in steps. */
function leadOfOutside(sums: Int32Array, labels: number): number {
  let best = 0;
  for (let label = 1; label < labels; label++) best = Math.max(best, laneOf(sums, label));
  return laneOf(sums, 0) - best;
}
