import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IncrementalNaiveBayes } from "../../src/topics/incremental.js";
import {
  type LabelledVector,
  type NaiveBayesVariant,
  trainNaiveBayes,
} from "../../src/topics/naive-bayes.js";

const FEATURES = 6;
const TOPICS = 3;
const document: fc.Arbitrary<LabelledVector> = fc
  .record({
    features: fc.uniqueArray(fc.nat({ max: FEATURES - 1 }), { maxLength: FEATURES }),
    weight: fc.double({ min: 0, max: 1, noNaN: true }),
    topics: fc.uniqueArray(fc.nat({ max: TOPICS - 1 }), { maxLength: 2 }),
  })
  .map(({ features, weight, topics }) => ({
    features,
    weights: features.map((f) => weight / (f + 1)),
    topics,
  }));
const VARIANTS: readonly NaiveBayesVariant[] = [
  "one-against-rest",
  "multinomial",
  "complement",
  "weight-normalized",
];

describe("a naive Bayes that learns one document at a time", () => {
  test("what was learnt and forgotten leaves no trace", () => {
    fc.assert(
      fc.property(fc.array(document), document, (documents, extra) => {
        const state = new IncrementalNaiveBayes(FEATURES, TOPICS);
        for (const one of documents) state.learn(one);
        const before = state.weights(0.1);
        state.learn(extra);
        state.forget(extra);
        expect(state.weights(0.1)).toEqual(before);
      }),
    );
  });

  test.each(VARIANTS.map((variant) => [variant]))("%s: weights are those of training at once", (variant) => {
    fc.assert(
      fc.property(fc.array(document), (documents) => {
        const state = new IncrementalNaiveBayes(FEATURES, TOPICS);
        for (const one of documents) state.learn(one);
        const together = trainNaiveBayes(documents, FEATURES, TOPICS, 0.1, variant);
        state.weights(0.1, variant).forEach((weight, i) => {
          expect(weight).toBeCloseTo(together[i]!, 3);
        });
      }),
    );
  });

  test("an unknown feature or topic is refused, and nothing is learnt", () => {
    const state = new IncrementalNaiveBayes(2, 1);
    const before = state.weights(0.1);
    expect(() => state.learn({ features: [0, 2], weights: [1, 1], topics: [0] })).toThrow("No feature 2");
    expect(() => state.learn({ features: [0], weights: [1], topics: [1] })).toThrow(RangeError);
    expect(state.weights(0.1)).toEqual(before);
  });
});
