import { describe, expect, test } from "vitest";
import { DataFormatError, encodeContainer } from "../../src/data/container.js";
import {
  bitCount,
  encodeTaggerModel,
  evenLane,
  LANES,
  oddLane,
  TAGGER_MODEL_VERSION,
  TaggerModel,
} from "../../src/data/tagger-model.js";
import { hashUnits } from "../../src/data/vocabulary.js";
import { seededRandom } from "../../src/tag/tagger/seeded-random.js";
import { clustersOf } from "../helpers/tagger.js";

const LABELS = 3;
const ROWS = 128;
const clusters = clustersOf({ وكالة: 120, لندن: 90, قالن: 12 });
const hashOf = (word: string): number => {
  const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
  return hashUnits(units, 0, units.length);
};

/** A model whose rows hold their own number and label. */
function encode(rows: readonly number[]): Uint8Array {
  const weights = new Int8Array(ROWS * LABELS);
  for (const row of rows)
    for (let label = 0; label < LABELS; label++) weights[row * LABELS + label] = row - label;
  const screen = Int8Array.from({ length: ROWS }, (_, row) => 3 - row);
  const transitions = Float32Array.from({ length: LABELS * LABELS }, (_, i) => i / 2);
  return encodeTaggerModel({
    ...clusters,
    weights,
    screen,
    step: 0.5,
    transitions,
    labels: LABELS,
    provenance: { seed: 7 },
  });
}

describe("the rows of a model", () => {
  test.each<[name: string, rows: number[]]>([
    ["none", []],
    ["the first and the last", [1, 127]],
    ["at the edges of words of 32 bits", [31, 32, 33, 63, 64, 95, 96]],
    ["all", Array.from({ length: ROWS }, (_, row) => row)],
  ])("%s", (_, rows) => {
    const model = new TaggerModel(encode(rows));
    expect([model.labels, model.step, model.mask]).toEqual([LABELS, 0.5, ROWS - 1]);
    expect([...model.transitions]).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]);
    expect(model.weights.length).toBe(rows.length * LABELS);
    let rank = 0;
    for (let row = 0; row < ROWS; row++) {
      const isUsed = rows.includes(row);
      expect(model.offsetOf(row)).toBe(isUsed ? rank * LANES : -1);
      if (!isUsed) continue;
      expect([...model.weights.subarray(rank * LABELS, (rank + 1) * LABELS)]).toEqual([
        row,
        row - 1,
        row - 2,
      ]);
      expect(model.lanes[rank * LANES]).toBe(row + ((row - 1) << 16));
      const last = model.lanes[rank * LANES + 1]!;
      expect([evenLane(last), oddLane(last)]).toEqual([row - 2, 3 - row]);
      rank++;
    }
  });

  test("the same parts give the same bytes", () => {
    expect(encode([1, 5, 77])).toEqual(encode([1, 5, 77]));
  });
});

describe("word clusters", () => {
  const model = new TaggerModel(encode([1]));

  test("by word, else by stem", () => {
    const cluster = model.clusterOf(hashOf("لندن"), hashOf("لندن"));
    expect(cluster).toBeGreaterThan(0);
    expect(model.clusterOf(hashOf("ولندن"), hashOf("لندن"))).toBe(cluster);
    expect(model.clusterOf(hashOf("باريس"), hashOf("روما"))).toBe(0);
    expect(model.coarseOf(cluster)).toBe(clusters.coarse[cluster]);
  });

  test("frequencies", () => {
    expect(["وكاله", "لندن", "قالن", "باريس"].map((word) => model.frequencyOf(hashOf(word)))).toEqual([
      120, 90, 12, 0,
    ]);
  });

  test("another model can take them", () => {
    expect(model.clusters).toEqual(clusters);
    const weights = new Int8Array(32 * LABELS);
    const transitions = new Float32Array(LABELS * LABELS);
    const screen = new Int8Array(32);
    const parts = {
      ...model.clusters,
      weights,
      screen,
      step: 1,
      transitions,
      labels: LABELS,
      provenance: {},
    };
    expect(new TaggerModel(encodeTaggerModel(parts)).clusters).toEqual(clusters);
  });

  test("there may be none", () => {
    const none = {
      ...clustersOf({}),
      weights: new Int8Array(32 * LABELS),
      screen: new Int8Array(32),
      step: 1,
      labels: LABELS,
      provenance: {},
    };
    const empty = new TaggerModel(encodeTaggerModel({ ...none, transitions: new Float32Array(9) }));
    expect([empty.clusterOf(1, 2), empty.frequencyOf(0)]).toEqual([0, 0]);
  });
});

describe("files that are refused", () => {
  test.each<[name: string, bytes: Uint8Array, message: RegExp]>([
    ["another version", encodeContainer("tagger", TAGGER_MODEL_VERSION + 1, {}, {}), /version/],
    ["another kind", encodeContainer("topics", TAGGER_MODEL_VERSION, {}, {}), /"topics"/],
    ["cut short", encode([1]).slice(0, -8), /damaged/],
    ["nothing", new Uint8Array(0), /0 bytes/],
  ])("%s", (_, bytes, message) => {
    expect(() => new TaggerModel(bytes)).toThrow(DataFormatError);
    expect(() => new TaggerModel(bytes)).toThrow(message);
  });
});

test("bitCount counts bits", () => {
  const random = seededRandom(3);
  for (const word of [0, -1, 1, -2147483648, ...Array.from({ length: 200 }, () => (random() * 2 ** 32) | 0)])
    expect(bitCount(word)).toBe((word >>> 0).toString(2).replaceAll("0", "").length);
});

test("two labels to a number: sums of each come back", () => {
  const random = seededRandom(4);
  for (let run = 0; run < 200; run++) {
    const pairs = Array.from({ length: 60 }, () => [
      Math.floor(random() * 255) - 127,
      Math.floor(random() * 255) - 127,
    ]);
    const sum = pairs.reduce((total, [even, odd]) => (total + even! + (odd! << 16)) | 0, 0);
    expect(evenLane(sum)).toBe(pairs.reduce((total, [even]) => total + even!, 0));
    expect(oddLane(sum)).toBe(pairs.reduce((total, [, odd]) => total + odd!, 0));
  }
});
