import type { LabelledVector } from "./naive-bayes.js";

/** Passes over the documents; later ones change next to nothing. */
const PASSES = 8;
/** Largest step of a pass that counts as converged. */
const TOLERANCE = 0.02;

/**
 * Linear support vector machines with squared hinge loss, one topic against all others.
 *
 * Source: Hsieh et al., A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008.
 * @param cost of errors; larger fits the documents more closely.
 * @param order numbers of the documents that are learnt from, shuffled; the same order gives the same weights.
 * @returns weights by feature * topics + topic, and a bias per topic.
 */
export function trainSvm(
  documents: readonly LabelledVector[],
  features: number,
  topics: number,
  cost: number,
  order: Uint32Array,
): { weights: Float32Array; biases: Float64Array } {
  const packed = pack(documents);
  const weights = new Float32Array(features * topics);
  const biases = new Float64Array(topics);
  const targets = new Int8Array(documents.length);
  for (let topic = 0; topic < topics; topic++) {
    documents.forEach((document, i) => {
      targets[i] = document.topics.includes(topic) ? 1 : -1;
    });
    const one = trainOne(packed, order, targets, features, cost);
    for (let feature = 0; feature < features; feature++) weights[feature * topics + topic] = one[feature]!;
    biases[topic] = one[features]!;
  }
  return { weights, biases };
}

interface Packed {
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
  readonly weights: Float32Array;
  /** Squared lengths, with the bias as a feature of weight 1. */
  readonly squares: Float64Array;
}

function pack(documents: readonly LabelledVector[]): Packed {
  const starts = new Uint32Array(documents.length + 1);
  documents.forEach(({ features }, i) => {
    starts[i + 1] = starts[i]! + features.length;
  });
  const features = new Uint32Array(starts.at(-1)!);
  const weights = new Float32Array(starts.at(-1)!);
  const squares = new Float64Array(documents.length).fill(1);
  documents.forEach((document, i) => {
    features.set(document.features, starts[i]);
    weights.set(document.weights, starts[i]);
    for (const weight of document.weights) squares[i]! += weight * weight;
  });
  return { starts, features, weights, squares };
}

/** The weights of one topic, the bias last. */
function trainOne(
  { starts, features, weights, squares }: Packed,
  order: Uint32Array,
  targets: Int8Array,
  size: number,
  cost: number,
): Float64Array {
  const found = new Float64Array(size + 1);
  const alphas = new Float64Array(targets.length);
  const diagonal = 0.5 / cost;
  for (let pass = 0; pass < PASSES; pass++) {
    let largest = 0;
    for (let turn = 0; turn < order.length; turn++) {
      const i = order[turn]!;
      const target = targets[i]!;
      const end = starts[i + 1]!;
      let sum = found[size]!;
      for (let k = starts[i]!; k < end; k++) sum += found[features[k]!]! * weights[k]!;
      const old = alphas[i]!;
      const gradient = target * sum - 1 + diagonal * old;
      const alpha = Math.max(0, old - gradient / (squares[i]! + diagonal));
      const step = (alpha - old) * target;
      if (step === 0) continue;
      alphas[i] = alpha;
      for (let k = starts[i]!; k < end; k++) found[features[k]!]! += step * weights[k]!;
      found[size]! += step;
      largest = Math.max(largest, Math.abs(step));
    }
    if (largest < TOLERANCE) break;
  }
  return found;
}

/** A random order, the same for the same seed: Fisher-Yates with a linear congruential generator. */
export function shuffled(size: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  let state = seed >>> 0;
  for (let i = size - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 4294967296) * (i + 1));
    const kept = order[i]!;
    order[i] = order[other]!;
    order[other] = kept;
  }
  return order;
}
