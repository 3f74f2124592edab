import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article, Document, Field } from "../../src/document.js";
import { TINY_TABLES, tinyKhabar } from "../helpers/tiny-lexicon.js";

const FIELDS: readonly Field[] = ["title", "text"];

/** What holds for every document, whatever the article. */
function expectSound(article: Article, document: Document): void {
  let order = -1;
  let end = 0;
  const ids = new Set(document.entities.map(({ id }) => id));
  for (const mention of document.mentions) {
    const field = FIELDS.indexOf(mention.field);
    if (field !== order) {
      expect(field).toBeGreaterThan(order);
      order = field;
      end = 0;
    }
    // One assertion per mention where all is well: there may be a million.
    const sound =
      Number.isInteger(mention.start) &&
      mention.start >= end &&
      mention.end > mention.start &&
      article[mention.field]!.slice(mention.start, mention.end) === mention.text &&
      mention.confidence >= 0 &&
      mention.confidence <= 1 &&
      ids.has(mention.entity);
    if (!sound) expect.fail(`unsound mention ${JSON.stringify(mention)}`);
    end = mention.end;
  }
  for (const block of document.boilerplate) {
    expect(block.start).toBeGreaterThanOrEqual(0);
    expect(block.end).toBeGreaterThan(block.start);
    expect(block.end).toBeLessThanOrEqual(article[block.field]!.length);
  }
  const sum = document.entities.reduce((total, { salience }) => total + salience, 0);
  if (document.entities.length > 0)
    expect(Math.abs(sum - 1)).toBeLessThan(1e-4 * document.entities.length + 1e-9);
}

/** Words of the tiny lexicon, so that random texts name somebody. */
const vocabulary = [
  ...new Set(TINY_TABLES.flatMap(({ text }) => text.match(/[ء-يA-Z]+/g) ?? [])),
  ..."إس-400 إس٤٠٠ S400 F-16 #حزب_الله سي.إن.إن أ.ف.ب ﷺ ﻻوروبا بوتين\u200f مُحَمَّد ســوريا".split(" "),
];
const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...vocabulary), weight: 8 },
  {
    arbitrary: fc.constantFrom(
      "و",
      "ب",
      "ل",
      "وب",
      "لل",
      "ال",
      "-",
      "_",
      "#",
      ".",
      "\n",
      "،",
      "«",
      "»",
      "ّ",
      "ـ",
    ),
    weight: 6,
  },
  { arbitrary: fc.string({ unit: "binary", maxLength: 4 }), weight: 2 },
  { arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), weight: 2 },
);
const newsLike = fc
  .array(fc.tuple(piece, fc.constantFrom(" ", " ", " ", "")), { maxLength: 60 })
  // Two designations that touch, «S400S400», are left out.
  .map((pieces) => pieces.map(([word, space]) => word + (/[0-9٠-٩]/.test(word) ? " " : space)).join(""));
const dates = fc.constantFrom(
  undefined,
  null,
  "",
  "2021-09-29",
  "أمس",
  "9999-99-99",
  "2010-01-05T10:00:00+03:00",
);

describe("any text", () => {
  test("news-like noise: sound documents, with and without boilerplate", () => {
    fc.assert(
      fc.property(newsLike, newsLike, dates, fc.boolean(), (title, text, date, clean) => {
        const article: Article = { title, text, ...(date === undefined ? {} : { date }) };
        expectSound(article, tinyKhabar().read(article, { clean }));
      }),
      { seed: 111, numRuns: 1500 },
    );
  });

  test("any UTF-16: code points, lone surrogates, controls", () => {
    const units = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
      .map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), units), (text) => {
        expectSound({ text }, tinyKhabar().read({ text }));
      }),
      { seed: 112, numRuns: 1000 },
    );
  });

  test("reading is pure: the same article gives the same document", () => {
    fc.assert(
      fc.property(newsLike, (text) => {
        expect(tinyKhabar().read({ text })).toEqual(tinyKhabar().read({ text }));
      }),
      { seed: 113, numRuns: 200 },
    );
  });

  test.each<[name: string, article: Article]>([
    ["nothing", {}],
    ["null fields", { id: null, title: null, text: null, date: null, url: null }],
    ["empty strings", { title: "", text: "" }],
    ["a title only", { title: "بوتين في سوتشي" }],
    ["spaces", { text: " \n\t\u00a0" }],
    ["another language", { text: "The president arrived in Sochi." }],
  ])("%s", (_, article) => {
    expectSound(article, tinyKhabar().read(article));
  });

  test("an id is passed through, null is not", () => {
    expect(tinyKhabar().read({ id: 7, text: "بوتين" }).id).toBe(7);
    expect(tinyKhabar().read({ id: "a", text: "بوتين" }).id).toBe("a");
    expect("id" in tinyKhabar().read({ id: null, text: "بوتين" })).toBe(false);
  });
});

describe("huge texts finish", () => {
  test.each<[name: string, make: () => string, mentions: number | undefined]>([
    ["one word a million times", () => "كلمة ".repeat(1_000_000), 0],
    ["one name 200,000 times", () => "بوتين ".repeat(200_000), 200_000],
    ["a hundred thousand marks on one letter", () => `قال بو${"ّ".repeat(100_000)}تين إن`, 1],
    ["a hundred thousand tatweels", () => `قال بو${"ـ".repeat(100_000)}تين إن`, 1],
    [
      "one line of ten million characters",
      () => `${"ثم وصل الوفد إلى هناك وعاد بعد ذلك ".repeat(290_000)}بوتين`,
      1,
    ],
    ["one word of ten million characters", () => "ب".repeat(10_000_000), 0],
    ["ten million line breaks", () => `بوتين${"\n".repeat(10_000_000)}بوتين`, 2],
    ["a million full stops", () => `قال${".".repeat(1_000_000)} بوتين`, 1],
    ["a million hyphens between name parts", () => `حسن${"-".repeat(1_000_000)}نصر الله`, 0],
    ["one long hashtag", () => `#${"بوتين_".repeat(100_000)}`, 100_000],
    ["ten thousand titles in a row", () => `حسن ${"الشيخ ".repeat(10_000)}نصر الله`, 0],
    ["a hundred thousand bidi controls", () => `قال \u202e${"\u200f".repeat(100_000)}بوتين\u202c`, 1],
  ])(
    "%s",
    (_, make, mentions) => {
      const text = make();
      for (const clean of [false, true]) {
        const document = tinyKhabar().read({ text }, { clean });
        expectSound({ text }, document);
        if (mentions !== undefined && !clean) expect(document.mentions.length).toBe(mentions);
      }
    },
    300_000,
  );
});
