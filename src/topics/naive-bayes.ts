/** A document as a sparse vector: feature numbers and their weights. */
export interface SparseVector {
  readonly features: readonly number[];
  readonly weights: readonly number[];
}

/** A document with the numbers of its topics. */
export interface LabelledVector extends SparseVector {
  readonly topics: readonly number[];
}

/** Counts are damped, weighted by rarity, and scaled to length 1: long articles do not speak louder. */
export function toVector(
  features: readonly number[],
  counts: readonly number[],
  rarity: ArrayLike<number>,
): SparseVector {
  const weights = new Array<number>(features.length);
  let squares = 0;
  for (let i = 0; i < features.length; i++) {
    const weight = Math.log1p(counts[i]!) * Math.max(0, rarity[features[i]!]!);
    weights[i] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < weights.length; i++) weights[i]! /= length;
  return { features, weights };
}

/**
 * Weights of evidence of a transformed multinomial naive Bayes, one topic against all others: the log of how much more
 * a feature weighs in documents of the topic than in the rest.
 *
 * Source: Rennie et al., Tackling the Poor Assumptions of Naive Bayes Text Classifiers, ICML 2003 (damped, normalized
 * counts; the complement's estimate).
 * @param smoothing pseudo-weight of every feature in both classes.
 * @returns weights by feature * topics + topic.
 */
export function trainNaiveBayes(
  documents: readonly LabelledVector[],
  features: number,
  topics: number,
  smoothing: number,
): Float32Array {
  const inside = new Float64Array(features * topics);
  const all = new Float64Array(features);
  const insideTotal = new Float64Array(topics);
  let total = 0;
  for (const document of documents) {
    document.features.forEach((feature, i) => {
      const weight = document.weights[i]!;
      all[feature]! += weight;
      total += weight;
      for (const topic of document.topics) {
        inside[feature * topics + topic]! += weight;
        insideTotal[topic]! += weight;
      }
    });
  }
  const weights = new Float32Array(features * topics);
  for (let feature = 0; feature < features; feature++) {
    for (let topic = 0; topic < topics; topic++) {
      const here = inside[feature * topics + topic]!;
      const there = all[feature]! - here;
      const share = (here + smoothing) / (insideTotal[topic]! + smoothing * features);
      const shareElsewhere = (there + smoothing) / (total - insideTotal[topic]! + smoothing * features);
      weights[feature * topics + topic] = Math.log(share / shareElsewhere);
    }
  }
  return weights;
}

/** Scores of a document by topic: the weighted sum of its features' evidence. */
export function scoreVector(vector: SparseVector, weights: ArrayLike<number>, topics: number): Float64Array {
  const scores = new Float64Array(topics);
  vector.features.forEach((feature, i) => {
    const weight = vector.weights[i]!;
    for (let topic = 0; topic < topics; topic++)
      scores[topic]! += weight * weights[feature * topics + topic]!;
  });
  return scores;
}
