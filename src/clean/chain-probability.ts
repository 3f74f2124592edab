/**
 * The probability that each line is boilerplate, from the sums of its feature weights and its neighbours: the
 * marginals of a linear-chain conditional random field with two labels (Lafferty et al. 2001), forwards and backwards.
 */
export function boilerplateProbability(scores: Float64Array, enter: number, leave: number): Float64Array {
  const count = scores.length;
  const forward = new Float64Array(count);
  let odds = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0) odds = logAdd(odds, enter) - logAdd(odds + leave, 0);
    odds += scores[i] ?? 0;
    forward[i] = odds;
  }
  const probability = new Float64Array(count);
  let back = 0;
  for (let i = count - 1; i >= 0; i--) {
    probability[i] = 1 / (1 + Math.exp(-((forward[i] ?? 0) + back)));
    const next = (scores[i] ?? 0) + back;
    back = logAdd(next, leave) - logAdd(next + enter, 0);
  }
  return probability;
}

/** log(e^a + e^b) without overflow. */
function logAdd(a: number, b: number): number {
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
