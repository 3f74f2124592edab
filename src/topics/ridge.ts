import { decompose, substitute } from "./cholesky.js";
import type { LabelledVector } from "./naive-bayes.js";
import { articleVector, type FeatureVectors } from "./word-vectors.js";

/**
 * Ridge regression of topics on sparse documents and on the sums of their words' vectors, solved over documents rather
 * than features: there are far fewer of them. It corrects where naive Bayes counts the same evidence twice, learns of
 * words by their kin, and stays a sum over features.
 *
 * Source: Hoerl, Kennard: Ridge Regression, Technometrics 1970; in its dual form (Saunders et al., ICML 1998).
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
  const size = documents.length;
  const { dimensions, values } = vectors;
  const sums = documents.map((document) => articleVector(document, vectors));
  const worth = worthOf(sums);
  const matrix = similarities(documents, features);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) matrix[i * size + j]! += worth * product(sums[i]!, sums[j]!);
    matrix[i * size + i]! += pull;
  }
  decompose(matrix, size);
  const weights = new Float32Array(features * topics);
  const target = new Float64Array(size);
  for (let topic = 0; topic < topics; topic++) {
    let mean = 0;
    for (let i = 0; i < size; i++) {
      target[i] = documents[i]!.topics.includes(topic) ? 1 : 0;
      mean += target[i]! / size;
    }
    for (let i = 0; i < size; i++) target[i]! -= mean;
    substitute(matrix, size, target);
    const direction = new Float64Array(dimensions);
    documents.forEach((document, i) => {
      document.features.forEach((feature, k) => {
        weights[feature * topics + topic]! += target[i]! * document.weights[k]!;
      });
      for (let d = 0; d < dimensions; d++) direction[d]! += worth * target[i]! * sums[i]![d]!;
    });
    for (let feature = 0; feature < features && dimensions > 0; feature++)
      weights[feature * topics + topic]! += product(
        direction,
        values.subarray(feature * dimensions, (feature + 1) * dimensions),
      );
  }
  return weights;
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

/** Products of all pairs of documents; only the lower triangle is filled. */
function similarities(documents: readonly LabelledVector[], features: number): Float64Array {
  const size = documents.length;
  const matrix = new Float64Array(size * size);
  const dense = new Float64Array(features);
  for (let i = 0; i < size; i++) {
    const { features: mine, weights } = documents[i]!;
    for (let k = 0; k < mine.length; k++) dense[mine[k]!] = weights[k]!;
    for (let j = 0; j <= i; j++) {
      const other = documents[j]!;
      let sum = 0;
      for (let k = 0; k < other.features.length; k++) sum += dense[other.features[k]!]! * other.weights[k]!;
      matrix[i * size + j] = sum;
    }
    for (let k = 0; k < mine.length; k++) dense[mine[k]!] = 0;
  }
  return matrix;
}
