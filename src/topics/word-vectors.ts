import { decompose, substitute } from "./cholesky.js";
import type { SparseVector } from "./naive-bayes.js";

/** Stems of raw news as vectors: those that stand in like articles have like vectors. */
export interface WordVectors {
  readonly stems: readonly string[];
  /** Logarithm of articles by articles with the stem, parallel to `stems`. */
  readonly rarity: ArrayLike<number>;
  readonly dimensions: number;
  /** By stem * dimensions + dimension; the columns are orthonormal. */
  readonly values: Float32Array;
}

export const NO_VECTORS: WordVectors = {
  stems: [],
  rarity: [],
  dimensions: 0,
  values: new Float32Array(0),
};

/** Word vectors by feature of a model; features without one have zeros. */
export interface FeatureVectors {
  readonly dimensions: number;
  readonly values: Float32Array;
}

export function featureVectors(
  { stems, dimensions, values }: WordVectors,
  featureOf: ReadonlyMap<string, number>,
  features: number,
): FeatureVectors {
  const placed = new Float32Array(features * dimensions);
  stems.forEach((stem, i) => {
    const row = values.subarray(i * dimensions, (i + 1) * dimensions);
    placed.set(row, featureOf.get(stem)! * dimensions);
  });
  return { dimensions, values: placed };
}

/** The vector of an article: the sum of those of its words. */
export function articleVector(article: SparseVector, { dimensions, values }: FeatureVectors): Float64Array {
  const sum = new Float64Array(dimensions);
  article.features.forEach((feature, i) => {
    const weight = article.weights[i]!;
    const row = feature * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d]! += weight * values[row + d]!;
  });
  return sum;
}

/**
 * Spreads what lexicons say of words to words that stand in like articles: the linear function of the vectors that
 * comes nearest to the entries (least squares). «هاتريك» is not listed, but stands in articles with «هدف» and «مباراة».
 * @param entries triples of feature, topic, weight.
 * @param rarity by feature: how much a word counts.
 * @returns weights by feature * topics + topic.
 */
export function spreadLexicon(
  entries: readonly (readonly [feature: number, topic: number, weight: number])[],
  { dimensions, values }: FeatureVectors,
  rarity: ArrayLike<number>,
  topics: number,
): Float32Array {
  const features = rarity.length;
  const weights = new Float32Array(features * topics);
  if (dimensions === 0) return weights;
  const products = new Float64Array(dimensions * dimensions);
  for (let feature = 0; feature < features; feature++) {
    const row = values.subarray(feature * dimensions, (feature + 1) * dimensions);
    const square = rarity[feature]! ** 2;
    for (let i = 0; i < dimensions; i++)
      for (let j = 0; j <= i; j++) products[i * dimensions + j]! += square * row[i]! * row[j]!;
  }
  for (let i = 0; i < dimensions; i++) products[i * dimensions + i]! += 1e-6;
  decompose(products, dimensions);
  for (let topic = 0; topic < topics; topic++) {
    const target = new Float64Array(dimensions);
    for (const [feature, of, weight] of entries) {
      if (of !== topic || weight <= 0) continue;
      for (let d = 0; d < dimensions; d++)
        target[d]! += weight * rarity[feature]! * values[feature * dimensions + d]!;
    }
    substitute(products, dimensions, target);
    for (let feature = 0; feature < features; feature++) {
      let sum = 0;
      for (let d = 0; d < dimensions; d++) sum += values[feature * dimensions + d]! * target[d]!;
      weights[feature * topics + topic] = sum;
    }
  }
  return weights;
}
