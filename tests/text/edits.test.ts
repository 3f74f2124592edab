import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, type Edit } from "../../src/text/edits.js";

describe("applyEdits, row by row", () => {
  test.each<[name: string, raw: string, edits: Edit[], text: string, pairs: number[]]>([
    ["no edits", "وقال", [], "وقال", [4, -1]],
    ["an empty text", "", [], "", []],
    ["an insertion", "قال.لقد", [{ start: 4, end: 4, text: " " }], "قال. لقد", [4, -1, 0, 1, 3, -1]],
    ["a deletion", "بو\u200cتين", [{ start: 2, end: 3, text: "" }], "بوتين", [2, -1, 1, 0, 3, -1]],
    ["a replacement", "إس-٤٠٠", [{ start: 3, end: 6, text: "400" }], "إس-400", [3, -1, 3, 3]],
    [
      "edits that touch",
      "أبجد",
      [
        { start: 0, end: 2, text: "x" },
        { start: 2, end: 2, text: "y" },
        { start: 2, end: 4, text: "" },
      ],
      "xy",
      [2, 1, 0, 1, 2, 0],
    ],
    ["an insertion at the end", "نهاية", [{ start: 5, end: 5, text: "." }], "نهاية.", [5, -1, 0, 1]],
  ])("%s", (_, raw, edits, text, pairs) => {
    const rewrite = applyEdits(raw, edits);
    expect(rewrite.text).toBe(text);
    expect(rewrite.map.toJSON()).toEqual(pairs);
  });
});

describe("edits are sorted, apart and inside, and that is checked", () => {
  test.each<[name: string, edits: Edit[], message: string]>([
    [
      "unsorted",
      [
        { start: 3, end: 4, text: "" },
        { start: 1, end: 2, text: "" },
      ],
      "Edit 1 is [1, 2); expected a span within [4, 5), sorted and apart",
    ],
    [
      "overlapping",
      [
        { start: 0, end: 3, text: "" },
        { start: 2, end: 4, text: "" },
      ],
      "Edit 1 is [2, 4); expected a span within [3, 5), sorted and apart",
    ],
    ["behind the end", [{ start: 4, end: 6, text: "" }], "Edit 0 is [4, 6); expected a span within [0, 5)"],
    ["before the start", [{ start: -1, end: 1, text: "" }], "Edit 0 is [-1, 1)"],
    ["backwards", [{ start: 3, end: 2, text: "" }], "Edit 0 is [3, 2)"],
  ])("%s", (_, edits, message) => {
    expect(() => applyEdits("12345", edits)).toThrow(RangeError);
    expect(() => applyEdits("12345", edits)).toThrow(message);
  });
});

const textAndEdits = fc.string({ unit: "binary", maxLength: 30 }).chain((raw) =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: raw.length }), { maxLength: 8 }),
      fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 4 }),
    )
    .map(([cuts, texts]) => {
      const sorted = [...cuts].sort((a, b) => a - b);
      const edits: Edit[] = [];
      for (let i = 0; i + 1 < sorted.length; i += 2)
        edits.push({ start: sorted[i]!, end: sorted[i + 1]!, text: texts[i / 2]! });
      return { raw, edits };
    }),
);

describe("properties", () => {
  test("every folded span of unchanged units is the raw slice that it maps to", () => {
    fc.assert(
      fc.property(textAndEdits, ({ raw, edits }) => {
        const { text, map } = applyEdits(raw, edits);
        let rawAt = 0;
        let foldedAt = 0;
        for (const edit of [...edits, { start: raw.length, end: raw.length, text: "" }]) {
          const kept = edit.start - rawAt;
          for (let a = 0; a < kept; a++) {
            const start = map.toRaw(foldedAt + a, "after");
            const end = map.toRaw(foldedAt + kept, "before");
            expect(raw.slice(start, end)).toBe(text.slice(foldedAt + a, foldedAt + kept));
            expect([start, end]).toEqual([rawAt + a, edit.start]);
          }
          foldedAt += kept + edit.text.length;
          rawAt = edit.end;
        }
      }),
      { seed: 21, numRuns: 1000 },
    );
  });

  test("the map knows both lengths", () => {
    fc.assert(
      fc.property(textAndEdits, ({ raw, edits }) => {
        const { text, map } = applyEdits(raw, edits);
        expect([map.rawLength, map.foldedLength]).toEqual([raw.length, text.length]);
      }),
      { seed: 22, numRuns: 500 },
    );
  });

  test("two rewrites, one after the other, are one rewrite with the composed map", () => {
    fc.assert(
      fc.property(textAndEdits, fc.nat(), fc.string({ maxLength: 3 }), ({ raw, edits }, at, more) => {
        const first = applyEdits(raw, edits);
        const place = first.text.length === 0 ? 0 : at % (first.text.length + 1);
        const second = applyEdits(first.text, [{ start: place, end: place, text: more }]);
        const map = first.map.compose(second.map);
        expect([map.rawLength, map.foldedLength]).toEqual([raw.length, second.text.length]);
        for (let start = 0; start < second.text.length; start++) {
          const through = first.map.toRaw(second.map.toRaw(start, "before"), "before");
          const through2 = first.map.toRaw(second.map.toRaw(start, "after"), "after");
          expect(map.toRaw(start, "before")).toBeLessThanOrEqual(through2);
          expect(map.toRaw(start, "after")).toBeGreaterThanOrEqual(through);
        }
      }),
      { seed: 23, numRuns: 500 },
    );
  });
});
