import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName } from "../../src/normalize/normalize.js";
import { lightStem } from "../../src/text/light-stem.js";

function stem(word: string): string {
  const folded = foldName(word);
  const units = Uint16Array.from(folded, (letter) => letter.charCodeAt(0));
  const packed = lightStem(units, 0, units.length);
  return folded.slice(packed & 0xff, (packed & 0xff) + (packed >>> 8));
}

describe("light stems, row by row", () => {
  test.each<[stem: string, words: string[]]>([
    ["محادث", ["محادثات", "المحادثات", "والمحادثات", "بالمحادثات", "للمحادثات", "محادثة"]],
    ["صاروخ", ["صاروخ", "الصاروخ", "صاروخان", "صاروخين", "والصاروخ", "صاروخي", "الصاروخية"]],
    ["مسوول", ["مسؤول", "مسؤولون", "المسؤولين", "مسؤولة", "مسوول"]],
    ["مدرس", ["مدرسة", "المدرسة", "مدرسها"]],
    ["نفط", ["نفط", "النفط", "والنفط", "نفطي", "كالنفط", "فالنفط"]],
  ])("%s", (expected, words) => {
    expect(words.map(stem)).toEqual(words.map(() => expected));
  });

  test.each<[word: string, stem: string]>([
    ["قال", "قال"],
    ["لله", "لله"],
    ["ولد", "ولد"],
    ["في", "في"],
    ["و", "و"],
    ["", ""],
  ])("a short word stays as it is: %s", (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  test("a stem lies inside its word and keeps three letters where there were three", () => {
    const words = fc.string({ unit: fc.constantFrom(..."ابتلموكفنهيد"), maxLength: 14 });
    fc.assert(
      fc.property(words, (word) => {
        const result = stem(word);
        expect(word).toContain(result);
        expect(result.length).toBeGreaterThanOrEqual(Math.min(3, word.length));
      }),
      { seed: 121, numRuns: 1000 },
    );
  });

  test("the same wherever the word stands in a text", () => {
    const units = Uint16Array.from("قال والمحادثات ثم", (letter) => letter.charCodeAt(0));
    const packed = lightStem(units, 4, 14);
    const start = 4 + (packed & 0xff);
    expect(String.fromCharCode(...units.subarray(start, start + (packed >>> 8)))).toBe("محادث");
  });
});
