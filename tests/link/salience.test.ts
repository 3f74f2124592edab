import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EntityType, MentionKind } from "../../src/document.js";
import { type Position, salienceOf } from "../../src/link/salience.js";
import { read } from "../helpers/tiny-lexicon.js";

const at = (sentence: number, more: Partial<Position> = {}): Position => ({
  sentence,
  kind: "name",
  inTitle: false,
  type: "person",
  ...more,
});

describe("salienceOf", () => {
  test.each<[name: string, more: Position[], less: Position[]]>([
    ["the title counts more than the text", [at(0, { inTitle: true })], [at(0)]],
    ["the top counts more than the bottom", [at(0)], [at(12)]],
    ["two mentions count more than one", [at(0), at(3)], [at(0)]],
    ["two sentences count more than one", [at(2), at(3)], [at(2), at(2)]],
    ["a name counts more than a role", [at(0)], [at(0, { kind: "role" })]],
    ["a role counts more than a nationality", [at(0, { kind: "role" })], [at(0, { kind: "demonym" })]],
    ["who acts counts more than where", [at(0)], [at(0, { type: "place" })]],
  ])("%s", (_, more, less) => {
    const [first, second] = salienceOf([more, less]);
    expect(first).toBeGreaterThan(second!);
  });

  test("fades towards the bottom, but not below a floor", () => {
    const [top, third, far, farther] = salienceOf([[at(0)], [at(3)], [at(60)], [at(600)]]);
    expect(third! / top!).toBeCloseTo(0.5, 10);
    expect(far! / top!).toBeCloseTo(0.35, 10);
    expect(farther).toBe(far);
  });

  test("nothing has no salience", () => {
    expect(salienceOf([])).toEqual([]);
  });

  test("adds up to 1", () => {
    const position = fc.record({
      inTitle: fc.boolean(),
      sentence: fc.nat({ max: 500 }),
      kind: fc.constantFrom<MentionKind>("name", "role", "demonym"),
      type: fc.constantFrom<EntityType>("person", "place", "organization", "weapon", "event", "other"),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(position, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 20 }),
        (entities) => {
          const sum = salienceOf(entities).reduce((total, share) => total + share, 0);
          expect(sum).toBeCloseTo(1, 9);
        },
      ),
      { seed: 101, numRuns: 500 },
    );
  });
});

describe("in a document", () => {
  test("saliences add up to 1 but for rounding, most salient first", () => {
    const { entities } = read({
      title: "بوتين يلتقي أردوغان في سوتشي",
      text: "التقى بوتين أردوغان. وقال أردوغان إن تركيا وروسيا. ثم زار لبنان وسوريا ومصر وفرنسا.",
    });
    const saliences = entities.map(({ salience }) => salience);
    expect(saliences.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 3);
    expect(saliences).toEqual([...saliences].sort((a, b) => b - a));
    expect(
      entities
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["person/recep-tayyip-erdogan", "person/vladimir-putin"]);
  });

  test("the title counts: who stands there is ahead of who stands in the text", () => {
    const text = "قال بوتين. وقال أردوغان.";
    const shareOf = (title: string): number =>
      read({ title, text }).entities.find(({ id }) => id === "person/recep-tayyip-erdogan")!.salience;
    expect(shareOf("أردوغان يتحدث")).toBeGreaterThan(shareOf("تصريحات جديدة"));
    expect(shareOf("أردوغان يتحدث")).toBeGreaterThan(0.5);
  });
});
