import { describe, expect, test } from "vitest";
import type { EntityType, Method } from "../../src/document.js";
import { confidenceOfName, isTooDoubtful } from "../../src/link/confidence.js";
import type { Claim } from "../../src/text/claim.js";

function confidence(method: Method, probability?: number, type?: EntityType): number {
  const claim = {
    field: 0,
    firstToken: 0,
    endToken: 1,
    cut: 0,
    sense: -1,
    place: -1,
    slotToken: -1,
    slotCut: 0,
  };
  return confidenceOfName(
    {
      ...claim,
      method,
      ...(type === undefined ? {} : { type }),
      ...(probability === undefined ? {} : { probability }),
    } as Claim,
    method,
  );
}

describe("confidence of names", () => {
  test("the tagger alone is less sure than it says", () => {
    for (const probability of [0.6, 0.7, 0.8, 0.9, 0.99])
      expect(confidence("tagger", probability, "person")).toBeLessThan(probability);
  });

  test("what lexicon and tagger agree on is mostly right, even where the tagger hesitates", () => {
    expect(confidence("lexicon", 0.5, "person")).toBeGreaterThan(0.65);
    expect(confidence("lexicon", 0.999, "person")).toBeGreaterThan(0.97);
  });

  test("what the tagger passes over counts for more than the tagger says", () => {
    expect(confidence("lexicon", 0.1)).toBeGreaterThan(0.55);
    expect(confidence("lexicon", 0.1)).toBeLessThan(confidence("lexicon", 0.9, "person"));
  });

  test.each<Method>(["tagger", "lexicon"])(
    "more probable is more confident, and never certain: %s",
    (method) => {
      let last = 0;
      for (let i = 0; i <= 100; i++) {
        const value = confidence(method, i / 100, "place");
        expect(value).toBeGreaterThanOrEqual(last);
        expect(value).toBeLessThan(1);
        last = value;
      }
      expect(last).toBeGreaterThan(0.95);
    },
  );

  test("without a tagger it is that of the method", () => {
    expect(confidence("pattern")).toBe(0.95);
    expect(confidence("context")).toBe(0.8);
  });
});

describe("names that no lexicon lists", () => {
  test.each<[EntityType, number | undefined, boolean]>([
    ["person", 0.45, true],
    ["person", 0.55, false],
    ["place", 0.55, true],
    ["place", 0.65, false],
    ["person", undefined, false],
  ])("%s at %s: too doubtful %s", (type, probability, doubtful) => {
    expect(isTooDoubtful(type, probability)).toBe(doubtful);
  });
});
