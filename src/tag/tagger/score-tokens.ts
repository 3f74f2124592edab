import { evenLane, LANES, oddLane, type TaggerModel } from "../../data/tagger-model.js";
import { WORD_LISTS } from "../../data/word-lists.js";
import { after, before, FEATURE_COUNT, writeInPlace } from "./features.js";
import { LABEL_COUNT } from "./labels.js";
import type { TokenSigns } from "./token-signs.js";
import { PLACES, wordScoresFor } from "./word-scores.js";
import { BEHIND_PROCLITIC } from "./word-table.js";

/** Score of O for words that are in no name. */
const CERTAIN = 50;
/** In no list of names, and as it stands, without a proclitic. */
const FUNCTION_ONLY =
  WORD_LISTS["function-words"] | WORD_LISTS["given-names"] | WORD_LISTS["name-particles"] | BEHIND_PROCLITIC;

/** Scores of every label for tokens `[start, end)`, by (token - start) * LABEL_COUNT + label. */
export function scoreTokens(model: TaggerModel, signs: TokenSigns, start: number, end: number): Float64Array {
  const { step, mask } = model;
  const { entries, count } = signs;
  const words = wordScoresFor(model, signs.words);
  const scores = new Float64Array((end - start) * LABEL_COUNT);
  const features = new Int32Array(FEATURE_COUNT).fill(-1);
  const sums = new Int32Array(LANES);
  const places = new Int32Array(PLACES);
  for (let token = start; token < end; token++) {
    const at = (token - start) * LABEL_COUNT;
    if (isFunctionWord(signs, token)) {
      scores[at] = CERTAIN;
      continue;
    }
    writeInPlace(signs, token, mask, features);
    sums.fill(0);
    addRows(model, features, sums);
    places[0] = words.offsetOf(entries[token]!);
    places[1] = words.offsetOf(entries[before(token, 1, count)]!) + LANES;
    places[2] = words.offsetOf(entries[after(token, 1, count)]!) + 2 * LANES;
    places[3] = words.offsetOf(entries[before(token, 2, count)]!) + 3 * LANES;
    places[4] = words.offsetOf(entries[after(token, 2, count)]!) + 4 * LANES;
    addLanes(words.lanes, places, sums);
    for (let lane = 0; lane < LANES; lane++) {
      const sum = sums[lane]!;
      scores[at + 2 * lane] = evenLane(sum) * step;
      if (2 * lane + 1 < LABEL_COUNT) scores[at + 2 * lane + 1] = oddLane(sum) * step;
    }
  }
  return scores;
}

/** Whether a word is a particle, pronoun or verb of saying, outside of every listed name. */
function isFunctionWord({ listed, words, entries }: TokenSigns, token: number): boolean {
  return (
    listed[token] === 0 && (words.lists[entries[token]!]! & FUNCTION_ONLY) === WORD_LISTS["function-words"]
  );
}

const offsets = new Int32Array(FEATURE_COUNT);

/** Adds the weights of features to the sums. */
function addRows(model: TaggerModel, features: Int32Array, sums: Int32Array): void {
  let count = 0;
  for (let i = 0; i < FEATURE_COUNT; i++) {
    const row = features[i]!;
    if (row < 0) continue;
    const offset = model.offsetOf(row);
    if (offset >= 0) offsets[count++] = offset;
  }
  addLanes(model.lanes, offsets, sums, count);
}

/** Adds the lanes at some offsets to the sums. Written out lane by lane, so that the sums stay in registers. */
function addLanes(lanes: Int32Array, from: Int32Array, sums: Int32Array, count = from.length): void {
  let [s0, s1, s2, s3, s4, s5, s6, s7, s8] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const at = from[i]!;
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
