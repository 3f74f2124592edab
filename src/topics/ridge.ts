import type { LabelledVector } from "./naive-bayes.js";

/**
 * Ridge regression of topics on sparse documents, solved over documents rather than features: there are far fewer of
 * them. It corrects where naive Bayes counts the same evidence twice, and stays a sum over features.
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
): Float32Array {
  const size = documents.length;
  const matrix = similarities(documents, features);
  for (let i = 0; i < size; i++) matrix[i * size + i]! += pull;
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
    documents.forEach((document, i) => {
      document.features.forEach((feature, k) => {
        weights[feature * topics + topic]! += target[i]! * document.weights[k]!;
      });
    });
  }
  return weights;
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

/** Cholesky decomposition in place. */
function decompose(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      const left = i * size;
      const right = j * size;
      for (let k = 0; k < j; k++) sum -= matrix[left + k]! * matrix[right + k]!;
      matrix[left + j] = i === j ? Math.sqrt(sum) : sum / matrix[right + j]!;
    }
  }
}

/** Solves for one target in place. */
function substitute(matrix: Float64Array, size: number, target: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = target[i]!;
    for (let k = 0; k < i; k++) sum -= matrix[i * size + k]! * target[k]!;
    target[i] = sum / matrix[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = target[i]!;
    for (let k = i + 1; k < size; k++) sum -= matrix[k * size + i]! * target[k]!;
    target[i] = sum / matrix[i * size + i]!;
  }
}
