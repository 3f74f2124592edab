import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName } from "../../src/normalize/normalize.js";
import { isSwallowedArticle, procliticCuts, procliticReadings } from "../../src/text/proclitics.js";

/** Readings as `cut|rest`, restored letters in brackets. */
function readings(word: string): string[] {
  const folded = foldName(word);
  return procliticReadings(folded).map(
    ({ length, restored }) =>
      `${folded.slice(0, length)}|${restored === "" ? "" : `[${restored}]`}${folded.slice(length)}`,
  );
}

describe("readings of the front of a word", () => {
  test.each<[word: string, readings: string[]]>([
    ["روسيا", ["|روسيا"]],
    ["وروسيا", ["|وروسيا", "و|روسيا"]],
    ["لبوتين", ["|لبوتين", "ل|بوتين"]],
    ["وبالقاهرة", ["|وبالقاهره", "و|بالقاهره", "وب|القاهره"]],
    ["بالقاهرة", ["|بالقاهره", "ب|القاهره"]],
    ["فل", ["|فل"]],
    ["فلبنان", ["|فلبنان", "ف|لبنان", "فل|بنان"]],
    ["أو", ["|او"]],
    ["أوباما", ["|اوباما"]],
    ["وأوباما", ["|واوباما", "و|اوباما"]],
    ["وليد", ["|وليد", "و|ليد", "ول|يد"]],
    ["ولندن", ["|ولندن", "و|لندن", "ول|ندن"]],
    ["أليس", ["|اليس"]],
    ["كتركيا", ["|كتركيا", "ك|تركيا"]],
    ["سيزور", ["|سيزور", "س|يزور"]],
    ["وسيزور", ["|وسيزور", "و|سيزور", "وس|يزور"]],
    ["للناتو", ["|للناتو", "ل|لناتو", "ل|[ا]لناتو", "ل|[ال]لناتو"]],
    ["للاذقية", ["|للاذقيه", "ل|لاذقيه", "ل|[ا]لاذقيه", "ل|[ال]لاذقيه"]],
    ["وللجيش", ["|وللجيش", "و|للجيش", "ول|لجيش", "ول|[ا]لجيش", "ول|[ال]لجيش"]],
    ["له", ["|له"]],
    ["لل", ["|لل"]],
    ["و", ["|و"]],
    ["بي", ["|بي"]],
    ["", ["|"]],
  ])("%s", (word, expected) => {
    expect(readings(word)).toEqual(expected);
  });

  test("the whole word comes first and nothing is decided", () => {
    expect(procliticReadings("وليد")[0]).toEqual({ length: 0, restored: "" });
  });
});

describe("properties", () => {
  const words = fc.string({ unit: fc.constantFrom(..."ابتلوفكسنيم"), maxLength: 8 });

  test("at least two letters remain behind every cut, and what is cut is a proclitic", () => {
    fc.assert(
      fc.property(words, (word) => {
        for (const { length } of procliticReadings(word)) {
          if (length === 0) continue;
          expect(word.length - length).toBeGreaterThanOrEqual(2);
          expect(word.slice(0, length)).toMatch(/^[وف]?[بكلس]?$/);
        }
      }),
      { seed: 71, numRuns: 1000 },
    );
  });

  test("the cuts as bits say the same, wherever the word stands in a text", () => {
    fc.assert(
      fc.property(words, fc.nat({ max: 5 }), (word, offset) => {
        const text = "x".repeat(offset) + word;
        const units = Uint16Array.from(text, (letter) => letter.charCodeAt(0));
        const cuts = procliticCuts(units, offset, units.length);
        const lengths = new Set(procliticReadings(word).map(({ length }) => length));
        for (const length of [1, 2]) expect((cuts & (1 << length)) !== 0).toBe(lengths.has(length));
      }),
      { seed: 72, numRuns: 1000 },
    );
  });

  test("the article is swallowed only between two lams", () => {
    fc.assert(
      fc.property(words, fc.nat({ max: 8 }), (word, at) => {
        const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
        if (at <= word.length && isSwallowedArticle(units, at, units.length))
          expect(word.slice(at - 1, at + 1)).toBe("لل");
      }),
      { seed: 73, numRuns: 500 },
    );
  });
});
