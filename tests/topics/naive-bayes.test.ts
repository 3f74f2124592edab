import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitLogistic, logitOf, predictLogistic } from "../../src/topics/logistic.js";
import { type LabelledVector, scoreVector, toVector, trainNaiveBayes } from "../../src/topics/naive-bayes.js";

describe("toVector", () => {
  test("has length 1: long articles do not speak louder", () => {
    const { weights } = toVector([0, 1, 2], [1, 5, 40], [1, 2, 3]);
    expect(Math.hypot(...weights)).toBeCloseTo(1, 12);
  });

  test("damps counts: ten times as often is not ten times as much", () => {
    const { weights } = toVector([0, 1], [1, 10], [1, 1]);
    expect(weights[1]! / weights[0]!).toBeCloseTo(Math.log1p(10) / Math.log1p(1), 12);
  });

  test("a rarer feature weighs more, one that is everywhere nothing", () => {
    const { weights } = toVector([0, 1, 2], [1, 1, 1], [0.5, 2, -1]);
    expect(weights[1]).toBeGreaterThan(weights[0]!);
    expect(weights[2]! + 0).toBe(0);
  });

  test("an article without features is an empty vector", () => {
    expect(toVector([], [], [])).toEqual({ features: [], weights: [] });
  });
});

/** Features 0 to 3; topic 0 has 0 and 1, topic 1 has 2; 3 is everywhere. */
const TOY: readonly LabelledVector[] = [
  { features: [0, 1, 3], weights: [0.6, 0.6, 0.5], topics: [0] },
  { features: [0, 3], weights: [0.9, 0.4], topics: [0] },
  { features: [2, 3], weights: [0.9, 0.4], topics: [1] },
  { features: [2, 3], weights: [0.8, 0.6], topics: [1] },
  { features: [3], weights: [1], topics: [] },
];

describe("naive Bayes on a toy corpus", () => {
  const weights = trainNaiveBayes(TOY, 4, 2, 0.1);
  const at = (feature: number, topic: number): number => weights[feature * 2 + topic]!;

  test("features speak for their topic and against the other", () => {
    expect(at(0, 0)).toBeGreaterThan(1);
    expect(at(1, 0)).toBeGreaterThan(0.5);
    expect(at(2, 1)).toBeGreaterThan(1);
    expect(at(0, 1)).toBeLessThan(-1);
    expect(at(2, 0)).toBeLessThan(-1);
  });

  test("a feature that is everywhere says less than any other", () => {
    for (const topic of [0, 1])
      for (const feature of [0, 2]) expect(Math.abs(at(3, topic))).toBeLessThan(Math.abs(at(feature, topic)));
  });

  test("its figures are the formula's", () => {
    const inside = 0.6 + 0.9;
    const insideTotal = 0.6 + 0.6 + 0.5 + 0.9 + 0.4;
    const total = insideTotal + 0.9 + 0.4 + 0.8 + 0.6 + 1;
    const share = (inside + 0.1) / (insideTotal + 0.4);
    const elsewhere = 0.1 / (total - insideTotal + 0.4);
    expect(at(0, 0)).toBeCloseTo(Math.log(share / elsewhere), 5);
  });

  test("scores are weighted sums", () => {
    const scores = scoreVector({ features: [0, 2], weights: [0.8, 0.1] }, weights, 2);
    expect(scores[0]).toBeCloseTo(0.8 * at(0, 0) + 0.1 * at(2, 0), 6);
    expect(scores[0]).toBeGreaterThan(scores[1]!);
  });

  test("more smoothing, weaker evidence", () => {
    const smooth = trainNaiveBayes(TOY, 4, 2, 5);
    expect(Math.abs(smooth[0]!)).toBeLessThan(Math.abs(at(0, 0)));
  });

  test("finite for any corpus, also for topics without articles", () => {
    const vector = fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 6 }).chain((features) =>
      fc.record({
        features: fc.constant(features),
        weights: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: features.length,
          maxLength: features.length,
        }),
        topics: fc.uniqueArray(fc.nat({ max: 2 })),
      }),
    );
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 10 }), (documents) => {
        for (const weight of trainNaiveBayes(documents, 6, 3, 0.03))
          expect(Number.isFinite(weight)).toBe(true);
      }),
      { seed: 131, numRuns: 300 },
    );
  });
});

describe("logistic regression", () => {
  test("finds the threshold between two groups", () => {
    const inputs = [-3, -2, -1, 1, 2, 3].map((x) => [x]);
    const coefficients = fitLogistic(inputs, [0, 0, 0, 1, 1, 1], 0.1);
    expect(predictLogistic(coefficients, [-2])).toBeLessThan(0.2);
    expect(predictLogistic(coefficients, [2])).toBeGreaterThan(0.8);
    expect(predictLogistic(coefficients, [0])).toBeCloseTo(0.5, 2);
  });

  test("without any input it gives the share of positives", () => {
    const coefficients = fitLogistic([[0], [0], [0], [0]], [1, 0, 0, 0]);
    expect(predictLogistic(coefficients, [0])).toBeCloseTo(0.25, 4);
  });

  test("is calibrated: predictions add up to the positives", () => {
    const inputs = Array.from({ length: 200 }, (_, i) => [(i % 20) / 10, ((i * 7) % 13) / 13]);
    const targets = inputs.map(([a, b], i) => (a! + b! + ((i * 31) % 17) / 17 > 1.6 ? 1 : 0));
    const coefficients = fitLogistic(inputs, targets, 0.01);
    const predicted = inputs.reduce((sum, input) => sum + predictLogistic(coefficients, input), 0);
    expect(predicted).toBeCloseTo(
      targets.reduce<number>((sum, target) => sum + target, 0),
      2,
    );
  });

  test("recovers the coefficients that made the probabilities", () => {
    // Every input twice, weighted by its probability through repetition.
    const truth = [1.5, -1, 0.3];
    const inputs: number[][] = [];
    const targets: number[] = [];
    for (let a = -2; a <= 2; a += 0.5)
      for (let b = -2; b <= 2; b += 0.5) {
        const positives = Math.round(100 * predictLogistic(Float64Array.from(truth), [a, b]));
        for (let i = 0; i < 100; i++) {
          inputs.push([a, b]);
          targets.push(i < positives ? 1 : 0);
        }
      }
    const fitted = fitLogistic(inputs, targets, 1e-6);
    expect(fitted[0]).toBeCloseTo(1.5, 1);
    expect(fitted[1]).toBeCloseTo(-1, 1);
    expect(fitted[2]).toBeCloseTo(0.3, 1);
  });

  test("a ridge pulls coefficients towards zero, not the intercept", () => {
    const inputs = [[-1], [1]];
    const [weak] = fitLogistic(inputs, [0, 1], 0.5);
    const [strong] = fitLogistic(inputs, [0, 1], 5);
    expect(strong).toBeLessThan(weak!);
    expect(strong).toBeGreaterThan(0);
  });

  test("separable and constant inputs stay finite", () => {
    for (const coefficient of fitLogistic(
      [
        [5, 5],
        [5, 5],
      ],
      [1, 1],
    ))
      expect(Number.isFinite(coefficient)).toBe(true);
  });

  test("logitOf is the log-odds of predictLogistic", () => {
    const coefficients = [2, -1, 0.5];
    const p = predictLogistic(coefficients, [0.3, 0.7]);
    expect(Math.log(p / (1 - p))).toBeCloseTo(logitOf(coefficients, [0.3, 0.7]), 10);
  });
});
