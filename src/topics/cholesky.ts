/** Cholesky decomposition of a symmetric positive matrix in place; only the lower triangle is read and filled. */
export function decompose(matrix: Float64Array, size: number): void {
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

/** Solves for one target in place, by a matrix that `decompose` has decomposed. */
export function substitute(matrix: Float64Array, size: number, target: Float64Array): void {
  forward(matrix, size, target);
  for (let i = size - 1; i >= 0; i--) {
    let sum = target[i]!;
    for (let k = i + 1; k < size; k++) sum -= matrix[k * size + i]! * target[k]!;
    target[i] = sum / matrix[i * size + i]!;
  }
}

/** The first half of `substitute`: solves by the lower triangle. */
export function forward(matrix: Float64Array, size: number, target: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = target[i]!;
    for (let k = 0; k < i; k++) sum -= matrix[i * size + k]! * target[k]!;
    target[i] = sum / matrix[i * size + i]!;
  }
}
