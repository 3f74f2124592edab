import type { TaggerModel } from "../../data/tagger-model.js";
import { FEATURE_COUNT, writeFeatures } from "./features.js";
import type { TokenSigns } from "./token-signs.js";

/** Scores of every label for tokens `[start, end)`, by (token - start) * labels + label. */
export function scoreTokens(model: TaggerModel, signs: TokenSigns, start: number, end: number): Float64Array {
  const { labels, weights, step, mask } = model;
  const scores = new Float64Array((end - start) * labels);
  const features = new Int32Array(FEATURE_COUNT);
  const sums = new Int32Array(labels);
  for (let token = start; token < end; token++) {
    writeFeatures(signs, token, mask, features);
    sums.fill(0);
    for (let i = 0; i < FEATURE_COUNT; i++) {
      const row = features[i]! * labels;
      for (let label = 0; label < labels; label++) sums[label]! += weights[row + label]!;
    }
    const at = (token - start) * labels;
    for (let label = 0; label < labels; label++) scores[at + label] = sums[label]! * step;
  }
  return scores;
}
