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
  return scaleVector(features, counts.map(Math.log1p), rarity);
}

/** `toVector` of counts that are damped already. */
export function scaleVector(
  features: readonly number[],
  damped: readonly number[],
  rarity: ArrayLike<number>,
): SparseVector {
  const weights = new Array<number>(features.length);
  let squares = 0;
  for (let i = 0; i < features.length; i++) {
    const weight = damped[i]! * Math.max(0, rarity[features[i]!]!);
    weights[i] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < weights.length; i++) weights[i]! /= length;
  return { features, weights };
}

/**
 * One interface over estimates of naive Bayes weights; all give a weight per feature and topic, to be summed:
 * - `one-against-rest`: log of how much more a feature weighs in documents of the topic than in the rest. Shipped: an
 *   article has several topics, and only this one compares each topic with its own rest.
 * - `multinomial`: log of the feature's share in documents of the topic.
 * - `complement`: minus the log of its share in all other documents; steadier for topics of few documents.
 * - `weight-normalized`: complement, scaled so that the weights of each topic have the same sum.
 */
export type NaiveBayesVariant = "one-against-rest" | "multinomial" | "complement" | "weight-normalized";

/** What naive Bayes learns from: weights of features by topic and over all documents. */
interface NaiveBayesSums {
  /** By feature * topics + topic. */
  readonly inside: Float64Array;
  readonly all: Float64Array;
  readonly insideTotal: Float64Array;
  readonly total: number;
}

/**
 * Naive Bayes weights from documents of damped, length-normalized counts.
 *
 * Source: Rennie et al., Tackling the Poor Assumptions of Naive Bayes Text Classifiers, ICML 2003.
 * @param smoothing pseudo-weight of every feature in both classes.
 * @returns weights by feature * topics + topic.
 */
export function trainNaiveBayes(
  documents: readonly LabelledVector[],
  features: number,
  topics: number,
  smoothing: number,
  variant: NaiveBayesVariant = "one-against-rest",
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
  return weightsOf({ inside, all, insideTotal, total }, smoothing, variant);
}

/** The weights of a variant from the sums. */
function weightsOf(
  { inside, all, insideTotal, total }: NaiveBayesSums,
  smoothing: number,
  variant: NaiveBayesVariant,
): Float32Array {
  const features = all.length;
  const topics = insideTotal.length;
  const weights = new Float32Array(features * topics);
  const pseudo = smoothing * features;
  for (let feature = 0; feature < features; feature++) {
    for (let topic = 0; topic < topics; topic++) {
      const here = inside[feature * topics + topic]!;
      const share = (here + smoothing) / (insideTotal[topic]! + pseudo);
      const elsewhere = (all[feature]! - here + smoothing) / (total - insideTotal[topic]! + pseudo);
      weights[feature * topics + topic] =
        variant === "one-against-rest"
          ? Math.log(share / elsewhere)
          : variant === "multinomial"
            ? Math.log(share)
            : -Math.log(elsewhere);
    }
  }
  if (variant === "weight-normalized") equalize(weights, features, topics);
  return weights;
}

/** Scales the weights of each topic to a mean size of 1. */
function equalize(weights: Float32Array, features: number, topics: number): void {
  for (let topic = 0; topic < topics; topic++) {
    let sum = 0;
    for (let at = topic; at < weights.length; at += topics) sum += Math.abs(weights[at]!);
    for (let at = topic; at < weights.length; at += topics) weights[at]! *= features / (sum || 1);
  }
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
