import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OffsetMap, type Side } from "../../src/text/offset-map.js";

const SIDES: readonly Side[] = ["before", "after"];

describe("toRaw and toFolded, row by row", () => {
  /** Pairs; then every folded offset with its raw offset before and after; then the same from raw to folded. */
  const rows: readonly [
    name: string,
    pairs: readonly number[],
    raw: readonly (readonly [folded: number, before: number, after: number])[],
    folded: readonly (readonly [raw: number, before: number, after: number])[],
  ][] = [
    ["an empty text", [], [[0, 0, 0]], [[0, 0, 0]]],
    [
      "an unchanged text",
      [3, -1],
      [
        [0, 0, 0],
        [1, 1, 1],
        [3, 3, 3],
      ],
      [
        [0, 0, 0],
        [2, 2, 2],
        [3, 3, 3],
      ],
    ],
    [
      "«محمّد» to «محمد»: the shadda belongs to the mim before it",
      [2, -1, 2, 1, 1, -1],
      [
        [0, 0, 0],
        [2, 2, 2],
        [3, 4, 4],
        [4, 5, 5],
      ],
      [
        [2, 2, 2],
        [3, 2, 3],
        [4, 3, 3],
        [5, 4, 4],
      ],
    ],
    [
      "a deletion: the offset where it stood has two raw sides",
      [2, -1, 1, 0, 2, -1],
      [
        [1, 1, 1],
        [2, 2, 3],
        [3, 4, 4],
      ],
      [
        [2, 2, 2],
        [3, 2, 2],
        [4, 3, 3],
      ],
    ],
    [
      "a deletion at the start and one at the end",
      [1, 0, 2, -1, 1, 0],
      [
        [0, 0, 1],
        [1, 2, 2],
        [2, 3, 4],
      ],
      [
        [0, 0, 0],
        [1, 0, 0],
        [3, 2, 2],
        [4, 2, 2],
      ],
    ],
    [
      "an insertion: «قال.لقد» to «قال. لقد»",
      [4, -1, 0, 1, 3, -1],
      [
        [4, 4, 4],
        [5, 4, 4],
        [6, 5, 5],
        [8, 7, 7],
      ],
      [
        [3, 3, 3],
        [4, 4, 5],
        [5, 6, 6],
      ],
    ],
    [
      "one unit becomes two: «ﻻ» to «لا» has no inner offset",
      [1, -1, 1, 2, 1, -1],
      [
        [1, 1, 1],
        [2, 1, 2],
        [3, 2, 2],
      ],
      [
        [1, 1, 1],
        [2, 3, 3],
        [3, 4, 4],
      ],
    ],
    [
      "everything was deleted",
      [3, 0],
      [[0, 0, 3]],
      [
        [0, 0, 0],
        [1, 0, 0],
        [3, 0, 0],
      ],
    ],
  ];

  test.each(rows)("%s", (_, pairs, raw, folded) => {
    const map = OffsetMap.fromPairs(pairs);
    for (const [offset, before, after] of raw)
      expect([offset, map.toRaw(offset, "before"), map.toRaw(offset, "after")]).toEqual([
        offset,
        before,
        after,
      ]);
    for (const [offset, before, after] of folded)
      expect([offset, map.toFolded(offset, "before"), map.toFolded(offset, "after")]).toEqual([
        offset,
        before,
        after,
      ]);
  });
});

describe("fromPairs", () => {
  test.each<[name: string, pairs: number[], merged: number[]]>([
    ["unchanged runs merge", [2, -1, 3, -1], [5, -1]],
    ["deletions merge", [1, 0, 2, 0, 4, -1], [3, 0, 4, -1]],
    ["replacements stay apart: each is one whole", [1, 1, 1, 1], [1, 1, 1, 1]],
    ["empty pairs vanish", [0, -1, 0, 0, 2, -1], [2, -1]],
    ["insertions stay", [0, 2, 0, 3], [0, 2, 0, 3]],
  ])("%s", (_, pairs, merged) => {
    expect(OffsetMap.fromPairs(pairs).toJSON()).toEqual(merged);
  });

  test("lengths of both texts are sums", () => {
    const map = OffsetMap.fromPairs([2, -1, 2, 1, 1, 0, 0, 4]);
    expect([map.rawLength, map.foldedLength]).toEqual([5, 7]);
  });

  test.each<[name: string, pairs: number[], message: string]>([
    ["an odd list", [1, -1, 2], "An offset map has pairs; got 3 numbers"],
    [
      "a negative length",
      [2, -1, -3, 1],
      "Pair 1 of the offset map is [-3, 1]; expected lengths, or -1 as the second",
    ],
    ["a second number below -1", [2, -2], "Pair 0 of the offset map is [2, -2]"],
    ["a fraction", [1.5, -1], "Pair 0 of the offset map is [1.5, -1]"],
  ])("%s is refused with its values", (_, pairs, message) => {
    expect(() => OffsetMap.fromPairs(pairs)).toThrow(RangeError);
    expect(() => OffsetMap.fromPairs(pairs)).toThrow(message);
  });
});

describe("errors carry the values", () => {
  const map = OffsetMap.fromPairs([2, -1, 2, 1]);
  test.each<[name: string, run: () => unknown, message: string]>([
    [
      "folded offset behind the end",
      () => map.toRaw(4, "after"),
      "Offset 4 is out of range for a folded text of 3",
    ],
    [
      "folded offset before the start",
      () => map.toRaw(-1, "after"),
      "Offset -1 is out of range for a folded text of 3",
    ],
    [
      "raw offset behind the end",
      () => map.toFolded(5, "before"),
      "Offset 5 is out of range for a raw text of 4",
    ],
    [
      "no number at all",
      () => map.toRaw(Number.NaN, "before"),
      "Offset NaN is out of range for a folded text of 3",
    ],
    [
      "a map that does not follow",
      () => map.compose(OffsetMap.identity(9)),
      "A map of 9 units cannot follow one that yields 3",
    ],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(RangeError);
    expect(run).toThrow(message);
  });
});

describe("compose", () => {
  test.each<[name: string, first: number[], second: number[], together: number[]]>([
    ["with an unchanged text, before", [5, -1], [2, -1, 2, 1, 1, -1], [2, -1, 2, 1, 1, -1]],
    ["with an unchanged text, after", [2, -1, 2, 1, 1, -1], [4, -1], [2, -1, 2, 1, 1, -1]],
    [
      "folding, then a space put in behind the stop",
      [2, -1, 2, 1, 4, -1],
      [4, -1, 0, 1, 3, -1],
      [2, -1, 2, 1, 1, -1, 0, 1, 3, -1],
    ],
    [
      "an insertion that is deleted again leaves nothing",
      [2, -1, 0, 1, 2, -1],
      [2, -1, 1, 0, 2, -1],
      [4, -1],
    ],
    [
      "a deletion, then an insertion at the same place",
      [1, -1, 2, 0, 1, -1],
      [1, -1, 0, 3, 1, -1],
      [1, -1, 2, 3, 1, -1],
    ],
    ["replacements that overlap become one", [2, 3, 1, -1], [1, -1, 3, 1], [3, 2]],
  ])("%s", (_, first, second, together) => {
    expect(OffsetMap.fromPairs(first).compose(OffsetMap.fromPairs(second)).toJSON()).toEqual(together);
  });
});

/** Any map of a raw text of `length` units; `least` 1 leaves out bare insertions and deletions. */
function mapsOf(length: number, least: 0 | 1): fc.Arbitrary<OffsetMap> {
  const piece = fc.record({
    raw: fc.integer({ min: least, max: 4 }),
    folded: fc.oneof(
      { arbitrary: fc.constant(-1), weight: 3 },
      { arbitrary: fc.integer({ min: least, max: 4 }), weight: 4 },
    ),
  });
  return fc.array(piece, { maxLength: 8 }).map((pieces) => {
    const pairs: number[] = [];
    let left = length;
    for (const { raw, folded } of pieces) {
      const taken = Math.min(raw, left);
      if (taken < least) break;
      pairs.push(taken, folded);
      left -= taken;
    }
    pairs.push(left, -1);
    return OffsetMap.fromPairs(pairs);
  });
}

function chainsOf(least: 0 | 1): fc.Arbitrary<readonly [OffsetMap, OffsetMap, OffsetMap]> {
  return fc
    .integer({ min: 0, max: 12 })
    .chain((length) =>
      mapsOf(length, least).chain((a) =>
        mapsOf(a.foldedLength, least).chain((b) =>
          mapsOf(b.foldedLength, least).map((c) => [a, b, c] as const),
        ),
      ),
    );
}

const chains = chainsOf(0);

/** Every mapping that a map gives: both directions, both sides, all offsets. */
function everyOffset(map: OffsetMap): number[][] {
  const from = (length: number, at: (offset: number, side: Side) => number): number[] =>
    Array.from({ length: length + 1 }, (_, offset) => SIDES.map((side) => at(offset, side))).flat();
  return [
    from(map.foldedLength, (offset, side) => map.toRaw(offset, side)),
    from(map.rawLength, (offset, side) => map.toFolded(offset, side)),
  ];
}

describe("properties", () => {
  // Where an insertion meets a deletion in the middle text the two orders may merge differently.
  test("compose is associative at every offset and on both sides, for maps of replacements", () => {
    fc.assert(
      fc.property(chainsOf(1), ([a, b, c]) => {
        const left = a.compose(b).compose(c);
        const right = a.compose(b.compose(c));
        expect(everyOffset(left)).toEqual(everyOffset(right));
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  test("folding, then two rounds of insertions: compose is associative", () => {
    const insertions = (length: number): fc.Arbitrary<OffsetMap> =>
      fc.array(fc.integer({ min: 0, max: length }), { maxLength: 3 }).map((places) => {
        const pairs: number[] = [];
        let at = 0;
        for (const place of [...new Set(places)].sort((x, y) => x - y)) {
          pairs.push(place - at, -1, 0, 1);
          at = place;
        }
        return OffsetMap.fromPairs([...pairs, length - at, -1]);
      });
    const folds = fc.integer({ min: 0, max: 12 }).chain((length) => mapsOf(length, 1));
    const triples = folds.chain((a) =>
      insertions(a.foldedLength).chain((b) => insertions(b.foldedLength).map((c) => [a, b, c] as const)),
    );
    fc.assert(
      fc.property(triples, ([a, b, c]) => {
        expect(everyOffset(a.compose(b).compose(c))).toEqual(everyOffset(a.compose(b.compose(c))));
      }),
      { seed: 13, numRuns: 3000 },
    );
  });

  test("compose keeps both lengths", () => {
    fc.assert(
      fc.property(chains, ([a, b]) => {
        const both = a.compose(b);
        expect([both.rawLength, both.foldedLength]).toEqual([a.rawLength, b.foldedLength]);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  test("mapping is monotonic, and before is never behind after", () => {
    fc.assert(
      fc.property(chains, ([map]) => {
        for (const side of SIDES)
          for (let offset = 1; offset <= map.foldedLength; offset++)
            expect(map.toRaw(offset, side)).toBeGreaterThanOrEqual(map.toRaw(offset - 1, side));
        for (let offset = 0; offset <= map.foldedLength; offset++)
          expect(map.toRaw(offset, "before")).toBeLessThanOrEqual(map.toRaw(offset, "after"));
      }),
      { seed: 9, numRuns: 1000 },
    );
  });

  test("the ends map to the ends", () => {
    fc.assert(
      fc.property(chains, ([map]) => {
        expect(map.toRaw(0, "before")).toBe(0);
        expect(map.toRaw(map.foldedLength, "after")).toBe(map.rawLength);
        expect(map.toFolded(0, "before")).toBe(0);
        expect(map.toFolded(map.rawLength, "after")).toBe(map.foldedLength);
      }),
      { seed: 10, numRuns: 1000 },
    );
  });

  test("JSON round trip", () => {
    fc.assert(
      fc.property(chains, ([map]) => {
        const again = OffsetMap.fromPairs(JSON.parse(JSON.stringify(map)) as number[]);
        expect(again.toJSON()).toEqual(map.toJSON());
        expect(everyOffset(again)).toEqual(everyOffset(map));
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  test("an identity map says so and maps every offset to itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (length) => {
        const map = OffsetMap.identity(length);
        expect(map.isIdentity).toBe(true);
        for (let offset = 0; offset <= length; offset++)
          for (const side of SIDES) expect(map.toRaw(offset, side)).toBe(offset);
      }),
      { seed: 12, numRuns: 40 },
    );
  });
});
