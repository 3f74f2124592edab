import { bitCount, type TaggerModel } from "../../data/tagger-model.js";
import { FEATURE_COUNT, writeFeatures } from "./features.js";
import type { TokenSigns } from "./token-signs.js";

/** Scores of every label for tokens `[start, end)`, by (token - start) * labels + label. */
export function scoreTokens(model: TaggerModel, signs: TokenSigns, start: number, end: number): Float64Array {
  const { labels, weights, used, ranks, step, mask } = model;
  const scores = new Float64Array((end - start) * labels);
  const features = new Int32Array(FEATURE_COUNT);
  for (let token = start; token < end; token++) {
    writeFeatures(signs, token, mask, features);
    const at = (token - start) * labels;
    for (let i = 0; i < FEATURE_COUNT; i++) {
      // Most features of running text have no weights: one bit tells, and no row is read.
      const row = features[i]!;
      const bits = used[row >> 5]!;
      const bit = 1 << (row & 31);
      if ((bits & bit) === 0) continue;
      const from = (ranks[row >> 5]! + bitCount(bits & (bit - 1))) * labels;
      for (let label = 0; label < labels; label++) scores[at + label]! += weights[from + label]!;
    }
    for (let label = 0; label < labels; label++) scores[at + label]! *= step;
  }
  return scores;
}
