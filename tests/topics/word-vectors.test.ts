import { describe, expect, test } from "vitest";
import { decompose, substitute } from "../../src/topics/cholesky.js";
import { trainRidge } from "../../src/topics/ridge.js";
import { articleVector, featureVectors, NO_VECTORS, spreadLexicon } from "../../src/topics/word-vectors.js";

// «استيطان» and «مستوطن» stand in like articles, «مباراة» in others; the fourth feature has no vector.
const words = {
  stems: ["استيط", "مستوط", "مبارا"],
  rarity: [1, 1, 1],
  dimensions: 2,
  values: Float32Array.from([Math.SQRT1_2, 0, Math.SQRT1_2, 0, 0, 1]),
};
const featureOf = new Map([
  ["استيط", 0],
  ["مبارا", 1],
  ["مستوط", 2],
]);
const vectors = featureVectors(words, featureOf, 4);

describe("vectors of words", () => {
  test("each stands at its feature, and a feature without one has zeros", () => {
    const zeros = [0, 0];
    const first = [Math.fround(Math.SQRT1_2), 0];
    expect([...vectors.values]).toEqual([...first, 0, 1, ...first, ...zeros]);
  });

  test("that of an article is the weighted sum of its words", () => {
    const sum = articleVector({ features: [0, 1, 3], weights: [2, 0.5, 9] }, vectors);
    expect(sum[0]).toBeCloseTo(Math.SQRT2, 6);
    expect(sum[1]).toBe(0.5);
  });
});

describe("a lexicon spread by vectors", () => {
  const spread = spreadLexicon([[0, 0, 3]], vectors, [1, 1, 1, 1], 2);

  test("speaks for the kin of an entry, and for no other word", () => {
    expect(spread[2 * 2]).toBeCloseTo(1.5, 4);
    expect(spread[2 * 2]).toBeCloseTo(spread[0]!, 9);
    expect(spread[1 * 2]).toBeCloseTo(0, 9);
    expect(spread[3 * 2]).toBe(0);
  });

  test("says nothing of the other topics", () => {
    for (let feature = 0; feature < 4; feature++) expect(spread[feature * 2 + 1]).toBe(0);
  });

  test("without vectors there is nothing to spread", () => {
    const none = spreadLexicon([[0, 0, 3]], featureVectors(NO_VECTORS, featureOf, 4), [1, 1, 1, 1], 2);
    expect([...none]).toEqual(new Array(8).fill(0));
  });
});

describe("ridge regression over words and vectors", () => {
  const documents = [
    { features: [0], weights: [1], topics: [0] },
    { features: [1], weights: [1], topics: [1] },
  ];

  test("learns of a word that no document has from its kin", () => {
    const weights = trainRidge(documents, 4, 2, 0.5, vectors);
    expect(weights[2 * 2]).toBeGreaterThan(0.1);
    expect(weights[2 * 2 + 1]).toBeLessThan(0);
    expect(weights[3 * 2]).toBe(0);
  });

  test("without vectors it knows nothing of that word", () => {
    const weights = trainRidge(documents, 4, 2, 0.5, featureVectors(NO_VECTORS, featureOf, 4));
    expect(weights[0]).toBeGreaterThan(0.1);
    expect(weights[2 * 2]).toBe(0);
  });
});

test("a decomposed matrix solves for a target", () => {
  const matrix = Float64Array.from([4, 0, 2, 3]);
  const target = Float64Array.from([8, 7]);
  decompose(matrix, 2);
  substitute(matrix, 2, target);
  // 4a + 2b = 8, 2a + 3b = 7
  expect(target[0]).toBeCloseTo(1.25, 12);
  expect(target[1]).toBeCloseTo(1.5, 12);
});
