import { describe, expect, test } from "vitest";
import { boilerplateProbability } from "../../src/clean/chain-probability.js";

/** Sums over all label sequences; the definition. */
function byEnumeration(scores: readonly number[], enter: number, leave: number): number[] {
  const marginals = scores.map(() => 0);
  let total = 0;
  for (let labels = 0; labels < 1 << scores.length; labels++) {
    let score = 0;
    for (let i = 0; i < scores.length; i++) {
      const is = (labels >> i) & 1;
      const was = i === 0 ? is : (labels >> (i - 1)) & 1;
      score += is === 1 ? (scores[i] ?? 0) : 0;
      if (was !== is) score += is === 1 ? enter : leave;
    }
    const weight = Math.exp(score);
    total += weight;
    for (let i = 0; i < scores.length; i++)
      if (((labels >> i) & 1) === 1) marginals[i] = (marginals[i] ?? 0) + weight;
  }
  return marginals.map((sum) => sum / total);
}

describe("boilerplateProbability", () => {
  test.each([
    ["one line", [0.7], -1, -2],
    ["neighbours pull", [3, -0.5, 3], -2, -2],
    ["free passes", [1, -2, 0.5, 4], 0, 0],
    ["unlike costs", [-1, 2, 2, -3, 0.1], -1.5, -0.2],
  ])("equals the sum over all sequences: %s", (_name, scores, enter, leave) => {
    const expected = byEnumeration(scores, enter, leave);
    const got = boilerplateProbability(Float64Array.from(scores), enter, leave);
    expected.forEach((value, i) => {
      expect(got[i]).toBeCloseTo(value, 10);
    });
  });

  test("extreme scores give no NaN", () => {
    const got = boilerplateProbability(Float64Array.from([1e4, -1e4, 1e4]), -50, -50);
    expect([...got].every((p) => p >= 0 && p <= 1)).toBe(true);
  });
});
