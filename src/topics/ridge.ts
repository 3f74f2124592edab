import type { LabelledVector } from "./naive-bayes.js";
import { articleVector, type FeatureVectors } from "./word-vectors.js";

/** The conjugate gradients stop where the residual has fallen to this share, or after so many steps. */
const TOLERANCE = 1e-5;
const MOST_STEPS = 300;

/**
 * Ridge regression of topics on sparse documents and on the sums of their words' vectors, solved over documents rather
 * than features: there are far fewer of them. It corrects where naive Bayes counts the same evidence twice, learns of
 * words by their kin, and stays a sum over features.
 *
 * Source: Hoerl, Kennard: Ridge Regression, Technometrics 1970; in its dual form (Saunders et al., ICML 1998), by
 * conjugate gradients (Hestenes, Stiefel, 1952), so that the products of all pairs of documents are never made.
 * @param pull strength of the pull of weights towards zero; documents have length 1.
 * @returns weights by feature * topics + topic; the mean of each topic is left to an intercept.
 */
export function trainRidge(
  documents: readonly LabelledVector[],
  features: number,
  topics: number,
  pull: number,
  vectors: FeatureVectors,
): Float32Array {
  const { dimensions, values } = vectors;
  const weights = new Float32Array(features * topics);
  const products = new DocumentProducts(documents, features, pull, vectors);
  for (let topic = 0; topic < topics; topic++) {
    const labels = documents.map((document) => (document.topics.includes(topic) ? 1 : 0));
    const mean = labels.reduce<number>((sum, label) => sum + label, 0) / documents.length;
    const duals = products.solve(Float64Array.from(labels, (label) => label - mean));
    const { dense, direction } = products.spread(duals);
    for (let feature = 0; feature < features; feature++) {
      const row = values.subarray(feature * dimensions, (feature + 1) * dimensions);
      weights[feature * topics + topic] = dense[feature]! + products.worth * product(direction, row);
    }
  }
  return weights;
}

/** The matrix of products of all pairs of documents, which is only ever multiplied with. */
class DocumentProducts {
  private readonly documents: readonly LabelledVector[];
  /** Sums of the word vectors of each document, and what they are multiplied by, squared. */
  private readonly sums: readonly Float64Array[];
  readonly worth: number;
  private readonly pull: number;
  private readonly dense: Float64Array;
  private readonly direction: Float64Array;

  constructor(documents: readonly LabelledVector[], features: number, pull: number, vectors: FeatureVectors) {
    this.documents = documents;
    this.pull = pull;
    this.sums = documents.map((document) => articleVector(document, vectors));
    this.worth = worthOf(this.sums);
    this.dense = new Float64Array(features);
    this.direction = new Float64Array(vectors.dimensions);
  }

  /** What documents with these weights add up to, by feature and by dimension; stands until the next call. */
  spread(duals: Float64Array): { readonly dense: Float64Array; readonly direction: Float64Array } {
    const { dense, direction } = this;
    dense.fill(0);
    direction.fill(0);
    this.documents.forEach(({ features, weights }, i) => {
      const dual = duals[i]!;
      for (let k = 0; k < features.length; k++) dense[features[k]!]! += dual * weights[k]!;
      const sum = this.sums[i]!;
      for (let d = 0; d < direction.length; d++) direction[d]! += dual * sum[d]!;
    });
    return { dense, direction };
  }

  private multiply(duals: Float64Array, out: Float64Array): void {
    const { dense, direction } = this.spread(duals);
    this.documents.forEach(({ features, weights }, i) => {
      let sum = this.pull * duals[i]! + this.worth * product(direction, this.sums[i]!);
      for (let k = 0; k < features.length; k++) sum += dense[features[k]!]! * weights[k]!;
      out[i] = sum;
    });
  }

  /** The weights of documents whose products with the matrix are the target. */
  solve(target: Float64Array): Float64Array {
    const size = target.length;
    const solution = new Float64Array(size);
    const residual = target.slice();
    const step = target.slice();
    const image = new Float64Array(size);
    let square = product(residual, residual);
    const enough = square * TOLERANCE ** 2;
    for (let round = 0; round < MOST_STEPS && square > enough; round++) {
      this.multiply(step, image);
      const length = square / product(step, image);
      for (let i = 0; i < size; i++) {
        solution[i]! += length * step[i]!;
        residual[i]! -= length * image[i]!;
      }
      const next = product(residual, residual);
      for (let i = 0; i < size; i++) step[i] = residual[i]! + (next / square) * step[i]!;
      square = next;
    }
    return solution;
  }
}

/** What the vectors are multiplied by, squared, to have a length of 1 as well. */
function worthOf(sums: readonly Float64Array[]): number {
  const mean = sums.reduce((total, sum) => total + product(sum, sum), 0) / sums.length;
  return mean > 0 ? 1 / mean : 0;
}

function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}
