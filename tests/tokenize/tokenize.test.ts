import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/normalize/normalize.js";
import { SPACE_BEFORE } from "../../src/text/tokens.js";
import {
  ARABIC,
  CHARACTER_CLASSES,
  DIGIT,
  LATIN,
  OTHER_LETTER,
} from "../../src/tokenize/character-classes.js";
import { tokenize } from "../../src/tokenize/tokenize.js";
import { described, lineStartsOf, textOf, tokensOf } from "../helpers/tokens.js";

describe("tokens, row by row", () => {
  test.each<[name: string, raw: string, tokens: string[]]>([
    ["nothing", "", []],
    ["spaces only", " \t\n\u00a0 ", []],
    ["words", "وقال بوتين", ["word:وقال", "word:بوتين"]],
    ["marks and tatweel are gone", "مُحَـمَّد", ["word:محمد"]],
    ["a word and its stop", "سوتشي.", ["word:سوتشي", "mark:."]],
    [
      "Arabic punctuation",
      "لماذا؟ نعم، لا؛",
      ["word:لماذا", "mark:؟", "word:نعم", "mark:،", "word:لا", "mark:؛"],
    ],
    ["quotation marks", "«الأهرام»", ["mark:«", "word:الاهرام", "mark:»"]],
    ["a number", "عام 2019", ["word:عام", "number:2019"]],
    ["Arabic digits with the Arabic decimal separator", "٣٫٥ مليار", ["number:3.5", "word:مليار"]],
    ["the Arabic thousands separator", "١٬٢٠٠٬٠٠٠", ["number:1,200,000"]],
    ["a number with both separators", "1,000.5", ["number:1,000.5"]],
    ["a number at the end of a sentence", "عام 2019.", ["word:عام", "number:2019", "mark:."]],
    ["two separators end a number", "1..5", ["number:1", "mark:.", "mark:.", "number:5"]],
    ["a percentage", "5%", ["number:5", "mark:%"]],
    [
      "a date keeps its slashes apart",
      "3/4/2020",
      ["number:3", "mark:/", "number:4", "mark:/", "number:2020"],
    ],
    ["Latin", "شركة Apple Inc", ["word:شركه", "latin:apple", "latin:inc"]],
    ["Latin with accents", "Erdoğan", ["latin:erdogan"]],
    ["letters and a number that touch", "S400", ["latin:s", "number:400"]],
    ["letters and a number over a hyphen", "إس-400", ["word:اس", "mark:-", "number:400"]],
    ["a suffix", "توس-1A", ["word:توس", "mark:-", "number:1", "latin:a"]],
    ["Arabic and Latin that touch", "الـGDP", ["word:ال", "latin:gdp"]],
    ["another script", "Путин 普京", ["other:Путин", "other:普京"]],
    ["an emoji", "فوز😀", ["word:فوز", "other:😀"]],
    ["a hashtag", "#روسيا", ["mark:#", "#word:روسيا"]],
    [
      "a hashtag with underscores",
      "#النظام_السوري قال",
      ["mark:#", "#word:النظام", "#word:السوري", "word:قال"],
    ],
    ["a hashtag with a number", "#رؤية_2030", ["mark:#", "#word:رويه", "#number:2030"]],
    ["a hashtag ends at punctuation", "#سوريا: هدنة", ["mark:#", "#word:سوريا", "mark::", "word:هدنه"]],
    ["an underscore outside a hashtag", "البيت_الأبيض", ["word:البيت", "word:الابيض"]],
    ["an address", "khabar.org", ["latin:khabar", "mark:.", "latin:org"]],
    ["initials", "أ.ف.ب", ["word:ا", "mark:.", "word:ف", "mark:.", "word:ب"]],
    ["zero-width joiners are no boundary", "بو\u200cتين", ["word:بوتين"]],
    ["a no-break space is one", "طيب\u00a0أردوغان", ["word:طيب", "word:اردوغان"]],
    ["a lone surrogate", "\ud83d", ["other:\ud83d"]],
  ])("%s: %j", (_, raw, tokens) => {
    expect(described(raw)).toEqual(tokens);
  });
});

describe("flags", () => {
  test("spaces before tokens", () => {
    const tokens = tokensOf("(قال بوتين) S400");
    const spaced = Array.from({ length: tokens.count }, (_, token) => token)
      .filter((token) => tokens.flags[token]! & SPACE_BEFORE)
      .map((token) => textOf(tokens, token));
    expect(spaced).toEqual(["بوتين", "s"]);
  });

  test("lines", () => {
    expect(lineStartsOf("عنوان\nقال بوتين\r\n\r\nثم عاد\u2028وقال")).toEqual(["عنوان", "قال", "ثم", "وقال"]);
  });
});

const unit = fc.oneof(
  { arbitrary: fc.constantFrom(..."ابتلموقسفكيأةىءٱ"), weight: 5 },
  { arbitrary: fc.constantFrom(...' \n\r.،؟!#_-"«»()'), weight: 4 },
  { arbitrary: fc.constantFrom(..."01٢٣azĞ"), weight: 3 },
  { arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), weight: 3 },
);
const texts = fc.array(unit, { maxLength: 80 }).map((units) => units.join(""));
const LETTERS = new Set([ARABIC, LATIN, OTHER_LETTER, DIGIT]);

describe("properties", () => {
  test("tokens are sorted, apart, inside and not empty, and cover every letter and digit", () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { units, length } = fold(raw);
        const tokens = tokenize(units, length);
        const covered = new Uint8Array(length);
        let at = 0;
        for (let token = 0; token < tokens.count; token++) {
          expect(tokens.starts[token]).toBeGreaterThanOrEqual(at);
          expect(tokens.ends[token]).toBeGreaterThan(tokens.starts[token]!);
          at = tokens.ends[token]!;
          covered.fill(1, tokens.starts[token], at);
        }
        expect(at).toBeLessThanOrEqual(length);
        for (let i = 0; i < length; i++)
          if (LETTERS.has(CHARACTER_CLASSES[units[i]!]!)) expect(covered[i]).toBe(1);
      }),
      { seed: 51, numRuns: 2000 },
    );
  });

  test("the first token opens a line and a sentence", () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const tokens = tokensOf(raw);
        if (tokens.count > 0) expect(tokens.flags[0]! & 6).toBe(6);
      }),
      { seed: 52, numRuns: 300 },
    );
  });

  test("every code unit alone makes at most one token", () => {
    for (let code = 0; code < 65536; code++) {
      const { units, length } = { units: Uint16Array.of(code), length: 1 };
      expect(tokenize(units, length).count).toBeLessThanOrEqual(1);
    }
  });

  test("one token per unit: the columns grow", () => {
    const tokens = tokensOf("،".repeat(100_000));
    expect(tokens.count).toBe(100_000);
    expect(tokens.ends[99_999]).toBe(100_000);
  });
});
