import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Column, DataFormatError, decodeContainer, encodeContainer } from "../../src/data/container.js";
import { TOPIC_MODEL_VERSION, TopicModel } from "../../src/data/topic-model.js";
import { createKhabar, trainTopics } from "../../src/index.js";
import { packageData } from "../helpers/real-khabar.js";
import { tinyLexicon } from "../helpers/tiny-lexicon.js";

const TYPES = {
  "words.alphabet": "u16",
  "words.letters": "u8",
  "words.starts": "u32",
  "trie.labels": "u32",
  "trie.firstChild": "u32",
  "trie.senses": "u32",
  "entities.names": "u8",
  "entities.starts": "u32",
  rarity: "f32",
  weights: "i16",
  "lexicon.starts": "u32",
  "lexicon.topics": "u16",
  "lexicon.weights": "f32",
} as const;
type Name = keyof typeof TYPES;
const NAMES = Object.keys(TYPES) as Name[];

const model = trainTopics([
  { text: "هطلت أمطار غزيرة على الساحل وهبت رياح", labels: ["طقس"] },
  { text: "هطلت أمطار على المدينة وهبت رياح باردة", labels: ["طقس", "محليات"] },
  { text: "فاز المنتخب بهدفين في المباراة", labels: ["رياضة"] },
]);
const reader = createKhabar({ lexicon: tinyLexicon() });
const TEXTS = [
  "هطلت أمطار وهبت رياح باردة على NATO في الساحل",
  "المنتخب\n\nبهدفين ".repeat(30),
  "ﻷمطارُ ـــ 🌧️ \ud800",
];

interface Parts {
  readonly meta: Record<string, unknown>;
  readonly columns: Record<Name, Column>;
}

function partsOf(bytes: Uint8Array): Parts {
  const container = decodeContainer(bytes, "topics", TOPIC_MODEL_VERSION);
  const columns = NAMES.map((name) => [name, container.column(name, TYPES[name])] as const);
  return { meta: { ...container.meta }, columns: Object.fromEntries(columns) as Record<Name, Column> };
}
const encode = ({ meta, columns }: Parts): Uint8Array =>
  encodeContainer("topics", TOPIC_MODEL_VERSION, meta, columns);

/** Whether bytes are refused; what is taken must read every text. */
function isRefused(bytes: Uint8Array): boolean {
  let own: ReturnType<typeof reader.withTopics>;
  try {
    own = reader.withTopics(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(DataFormatError);
    return true;
  }
  for (const text of TEXTS)
    for (const { id, score, evidence } of own.read({ title: text, text }).topics) {
      expect(score >= 0 && score <= 1).toBe(true);
      for (const { weight } of evidence) expect(Number.isFinite(weight)).toBe(true);
      own.explainTopic({ title: text, text }, id);
    }
  return false;
}

describe("files that are refused", () => {
  const { meta, columns } = partsOf(model);
  const changed = (name: Name, change: (column: Column) => Column): Uint8Array =>
    encode({ meta, columns: { ...columns, [name]: change(columns[name]) } });
  const withEntry = (name: Name, index: number, value: number): Uint8Array =>
    changed(name, (column) => {
      const copy = column.slice();
      copy[index < 0 ? copy.length + index : index] = value;
      return copy;
    });
  const withMeta = (changes: Record<string, unknown>): Uint8Array =>
    encode({ meta: { ...meta, ...changes }, columns });

  test("the model itself is taken", () => {
    expect(isRefused(model)).toBe(false);
    expect(isRefused(encode({ meta, columns }))).toBe(false);
  });

  test.each<[name: string, bytes: Uint8Array, message: RegExp]>([
    ["a tagger", packageData("tagger"), /Expected a khabar topics file; got one of kind "tagger"/],
    ["a lexicon", tinyLexicon(), /got one of kind "lexicon"/],
    ["text", new TextEncoder().encode("خبر عاجل من العاصمة"), /other data/],
    ["nothing", new Uint8Array(0), /0 bytes/],
    ["cut short", model.slice(0, -8), /damaged or cut short/],
    [
      "a later version",
      encodeContainer("topics", TOPIC_MODEL_VERSION + 1, {}, {}),
      /version 4; this library reads version 3/,
    ],
    ["no meta", encodeContainer("topics", TOPIC_MODEL_VERSION, {}, {}), /topics: expected a list/],
    [
      "weights beyond the features",
      changed("weights", (c) => c.slice(0, -1)),
      /weights: expected \d+ entries/,
    ],
    [
      "NaN as rarity",
      withEntry("rarity", 0, Number.NaN),
      /rarity\.0: expected a number up to 1000000, got NaN/,
    ],
    ["infinite rarity", withEntry("rarity", 5, Number.POSITIVE_INFINITY), /rarity\.5: .* got Infinity/],
    [
      "a sense beyond the terms",
      withEntry("trie.senses", -1, 1e9),
      /trie\.senses\.\d+: expected a number below/,
    ],
    ["a trie in a circle", withEntry("trie.firstChild", -2, 0), /children of node/],
    ["children beyond the trie", withEntry("trie.firstChild", -1, 1e9), /last child/],
    ["words beyond the letters", withEntry("words.starts", -1, 1e9), /words\.starts/],
    ["words that run backwards", withEntry("words.starts", 1, 1e6), /words\.starts/],
    ["a letter of no alphabet", withEntry("words.letters", 0, 255), /Letter 255/],
    ["lexicon entries of no topic", changed("lexicon.topics", () => Uint16Array.of(0)), /lexicon\.starts/],
    ["infinite intercepts", withMeta({ intercepts: [0, 1e300, 0] }), /intercepts\.1/],
    ["too few intercepts", withMeta({ intercepts: [0] }), /intercepts: expected 3 entries, got 1/],
    ["a step of null", withMeta({ step: null }), /step: expected a number/],
    ["a step of 0", withMeta({ step: 0 }), /step: expected a number/],
    [
      "a label twice",
      withMeta({ topics: ["أ", "أ", "ب"].map((id) => ({ id, ar: id, en: id })) }),
      /differ, got 1 of them twice/,
    ],
    [
      "a label with a line break",
      withMeta({ topics: ["أ\n", "ج", "ب"].map((id) => ({ id, ar: id, en: id })) }),
      /topics\.0: expected no control/,
    ],
    [
      "a label that is too long",
      withMeta({ topics: ["أ".repeat(201), "ج", "ب"].map((id) => ({ id, ar: id, en: id })) }),
      /at most 200/,
    ],
    [
      "too many labels",
      withMeta({ topics: Array.from({ length: 1001 }, (_, i) => ({ id: `${i}`, ar: "أ", en: "a" })) }),
      /at most 1000/,
    ],
    ["topics that are no list", withMeta({ topics: { length: 3 } }), /topics: expected a list/],
    [
      "pieces of no length",
      withMeta({ pieces: { buckets: 1 << 15, shortest: 0, longest: 5 } }),
      /pieces\.shortest/,
    ],
    [
      "pieces too long",
      withMeta({ pieces: { buckets: 1 << 15, shortest: 3, longest: 1e9 } }),
      /pieces\.longest/,
    ],
    [
      "more pieces than features",
      withMeta({ pieces: { buckets: 1 << 20, shortest: 3, longest: 5 } }),
      /rarity/,
    ],
    ["fewer than no topics", withMeta({ range: { fewest: -1, most: 3 } }), /range\.fewest/],
    [
      "priors that are no numbers",
      withMeta({ countries: { signs: [], priors: [["EG", "1"]] } }),
      /countries\.priors\.0\.1/,
    ],
    ["one word a hundred thousand times", manyWords(), /same word too often/],
  ])("%s", (_, bytes, message) => {
    expect(() => new TopicModel(bytes)).toThrow(DataFormatError);
    expect(() => new TopicModel(bytes)).toThrow(message);
  });

  function manyWords(): Uint8Array {
    const count = 100_000;
    const words = {
      "words.alphabet": Uint16Array.of(0x628),
      "words.letters": new Uint8Array(count),
      "words.starts": Uint32Array.from({ length: count + 1 }, (_, i) => i),
    };
    return encode({ meta, columns: { ...columns, ...words } });
  }
});

describe("headers that lie about the columns", () => {
  const PREAMBLE = 20;
  /** The same file with another header, its length and checksum put right. */
  function withHeader(change: (header: string) => string): Uint8Array {
    const length = new DataView(model.buffer, model.byteOffset).getUint32(8, true);
    const body = (PREAMBLE + length + 7) & ~7;
    const json = new TextEncoder().encode(
      change(new TextDecoder().decode(model.subarray(PREAMBLE, PREAMBLE + length))),
    );
    const start = (PREAMBLE + json.length + 7) & ~7;
    const bytes = new Uint8Array(start + model.length - body);
    bytes.set(model.subarray(0, PREAMBLE));
    bytes.set(json, PREAMBLE);
    bytes.set(model.subarray(body), start);
    const view = new DataView(bytes.buffer);
    view.setUint32(8, json.length, true);
    view.setUint32(12, checksum(json), true);
    return bytes;
  }

  test("the header as it was is taken", () => {
    expect(isRefused(withHeader((header) => header))).toBe(false);
  });

  test.each<[name: string, from: RegExp, to: string, message: RegExp]>([
    ["no JSON", /^\{/, "[", /no JSON/],
    ["null", /^.*$/s, "null", /kind "undefined"/],
    ["a number", /^.*$/s, "7", /kind "undefined"/],
    ["columns over one another", /"offset":[1-9]\d*/, '"offset":0', /starts at byte 0; expected/],
    [
      "a column beyond the end",
      /("name":"weights","type":"i16","offset":\d+,"length":)\d+/,
      "$19e9",
      /ends at byte/,
    ],
    ["a column of a negative length", /"length":\d+/, '"length":-1', /wrongly or twice/],
    ["a column of half an entry", /"length":\d+/, '"length":0.5', /wrongly or twice/],
    ["a column of an unknown type", /"type":"u16"/, '"type":"__proto__"', /wrongly or twice/],
    ["a column twice", /"name":"rarity"/, '"name":"weights"', /wrongly or twice/],
    ["a column too few", /,\{"name":"lexicon.weights"[^}]*\}/, "", /no column "lexicon.weights"/],
    ["no columns", /"columns":\[.*\]/s, '"columns":5', /no meta and columns/],
    ["meta that is a list", /"meta":\{.*\},"columns"/s, '"meta":[],"columns"', /no meta and columns/],
  ])("%s", (_, from, to, message) => {
    const bytes = withHeader((header) => header.replace(from, to));
    expect(() => new TopicModel(bytes)).toThrow(DataFormatError);
    expect(() => new TopicModel(bytes)).toThrow(message);
  });

  test("any change of the header is refused, or reads every text", () => {
    const edits = fc.array(
      fc.tuple(fc.nat({ max: 2000 }), fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 3 })),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(edits, (list) => {
        isRefused(
          withHeader((header) =>
            list.reduce(
              (text, [at, put]) =>
                text.slice(0, at % text.length) + put + text.slice((at % text.length) + put.length),
              header,
            ),
          ),
        );
      }),
      { seed: 321, numRuns: 400 },
    );
  });
});

describe("mutations", () => {
  test("any change of bytes is refused", () => {
    const changes = fc.array(fc.tuple(fc.nat({ max: model.length - 1 }), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(changes, (list) => {
        const bytes = model.slice();
        for (const [at, change] of list) bytes[at]! ^= change;
        if (!Buffer.from(bytes).equals(Buffer.from(model))) expect(isRefused(bytes)).toBe(true);
      }),
      { seed: 322, numRuns: 200 },
    );
  });

  test("any change of columns with right checksums is refused, or reads every text", () => {
    const value = fc.oneof(
      fc.integer(),
      fc.double(),
      fc.constantFrom(0, 1, -1, 255, 65535, 2 ** 32 - 1, Number.NaN),
    );
    const change = fc.record({
      name: fc.constantFrom(...NAMES),
      at: fc.nat(),
      value,
      cut: fc.option(fc.nat({ max: 9 })),
    });
    let refused = 0;
    let taken = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const { meta, columns } = partsOf(model);
        for (const { name, at, value: put, cut } of changes) {
          const column = columns[name].slice();
          if (column.length > 0) column[at % column.length] = put;
          columns[name] = cut === null ? column : column.slice(0, cut);
        }
        if (isRefused(encode({ meta, columns }))) refused++;
        else taken++;
      }),
      { seed: 323, numRuns: 600 },
    );
    expect(Math.min(refused, taken)).toBeGreaterThan(20);
  });

  test("any bytes at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(isRefused(bytes)).toBe(true);
      }),
      { seed: 324, numRuns: 200 },
    );
  });
});

/** FNV-1a as the container has it. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5 ^ bytes.length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let i = 0;
  for (; i + 4 <= bytes.length; i += 4) hash = Math.imul(hash ^ view.getUint32(i, true), 0x01000193);
  for (; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}
