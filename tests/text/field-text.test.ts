import { describe, expect, test } from "vitest";
import { fold } from "../../src/normalize/normalize.js";
import { type FieldText, foldedName, rawSpan } from "../../src/text/field-text.js";
import { tokenize } from "../../src/tokenize/tokenize.js";

function fieldText(raw: string): FieldText {
  const { units, length, map } = fold(raw);
  return { field: "text", raw, map, tokens: tokenize(units, length) };
}

describe("rawSpan and foldedName", () => {
  test.each<[raw: string, first: number, end: number, cut: number, slice: string, folded: string]>([
    ["وقال بوتين", 1, 2, 0, "بوتين", "بوتين"],
    ["وقال لبوتين أمس", 1, 2, 1, "بوتين", "بوتين"],
    ["محمّدٌ السيسى", 0, 2, 0, "محمّدٌ السيسى", "محمد السيسي"],
    ["محمّدٌ.", 0, 1, 0, "محمّدٌ", "محمد"],
    ["وَبِالقاهِرَةِ", 0, 1, 2, "القاهِرَةِ", "القاهره"],
    ["ســـوريا", 0, 1, 0, "ســـوريا", "سوريا"],
    ["بوتين\u200f، قال", 0, 1, 0, "بوتين", "بوتين"],
    ["بو\u200cتين", 0, 1, 0, "بو\u200cتين", "بوتين"],
    ["رجب طيب\u00a0أردوغان", 0, 3, 0, "رجب طيب\u00a0أردوغان", "رجب طيب اردوغان"],
    ["للناتو", 0, 1, 1, "لناتو", "لناتو"],
    ["ﻻفروف", 0, 1, 0, "ﻻفروف", "لافروف"],
  ])("%s [%i, %i) less %i", (raw, first, end, cut, slice, folded) => {
    const text = fieldText(raw);
    const span = rawSpan(text, first, end, cut);
    expect(raw.slice(span.start, span.end)).toBe(slice);
    expect(foldedName(text.tokens, first, end, cut)).toBe(folded);
  });
});
