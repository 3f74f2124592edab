/** A logistic regression: coefficients, the last one the intercept. */
export type Coefficients = Float64Array;

/**
 * Fits a logistic regression by Newton's method with a small ridge; a handful of inputs, so a few steps do.
 * @param inputs rows of equal length.
 * @param targets 1 or 0 per row.
 * @param ridge strength of the pull towards zero, in rows; of all coefficients or of each.
 */
export function fitLogistic(
  inputs: readonly ArrayLike<number>[],
  targets: ArrayLike<number>,
  ridge: number | ArrayLike<number> = 1,
): Coefficients {
  const size = (inputs[0]?.length ?? 0) + 1;
  const coefficients = new Float64Array(size);
  const pullOf = (i: number): number => (typeof ridge === "number" ? ridge : ridge[i]!);
  for (let step = 0; step < 25; step++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (let row = 0; row < inputs.length; row++) {
      const p = predictLogistic(coefficients, inputs[row]!);
      const spread = Math.max(p * (1 - p), 1e-6);
      for (let i = 0; i < size; i++) {
        const xi = i === size - 1 ? 1 : inputs[row]![i]!;
        gradient[i]! += (targets[row]! - p) * xi;
        for (let j = 0; j <= i; j++) hessian[i]![j]! += spread * xi * (j === size - 1 ? 1 : inputs[row]![j]!);
      }
    }
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) hessian[i]![j] = hessian[j]![i]!;
      if (i < size - 1) gradient[i]! -= pullOf(i) * coefficients[i]!;
      hessian[i]![i]! += i < size - 1 ? pullOf(i) : 1e-6;
    }
    const delta = solve(hessian, gradient);
    let change = 0;
    for (let i = 0; i < size; i++) {
      coefficients[i]! += delta[i]!;
      change = Math.max(change, Math.abs(delta[i]!));
    }
    if (change < 1e-7) break;
  }
  return coefficients;
}

/** The log-odds of a row. */
export function logitOf(coefficients: ArrayLike<number>, input: ArrayLike<number>): number {
  let sum = coefficients[coefficients.length - 1]!;
  for (let i = 0; i < coefficients.length - 1; i++) sum += coefficients[i]! * input[i]!;
  return sum;
}

export function predictLogistic(coefficients: ArrayLike<number>, input: ArrayLike<number>): number {
  return 1 / (1 + Math.exp(-logitOf(coefficients, input)));
}

/** Solves a symmetric system by elimination with pivoting. */
function solve(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  const n = vector.length;
  const a = matrix.map((row, i) => Float64Array.from([...row, vector[i]!]));
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(a[row]![column]!) > Math.abs(a[pivot]![column]!)) pivot = row;
    [a[column], a[pivot]] = [a[pivot]!, a[column]!];
    const divisor = a[column]![column]! || 1e-12;
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = a[row]![column]! / divisor;
      if (factor !== 0) for (let k = column; k <= n; k++) a[row]![k]! -= factor * a[column]![k]!;
    }
  }
  return Float64Array.from({ length: n }, (_, i) => a[i]![n]! / (a[i]![i]! || 1e-12));
}
