import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentences } from "../../src/tokenize/sentences.js";
import { sentencesOf, tokensOf } from "../helpers/tokens.js";

describe("sentences, row by row", () => {
  test.each<[name: string, raw: string, sentences: string[]]>([
    ["none", "", []],
    ["one without a stop", "وصل الوفد", ["وصل الوفد"]],
    ["two", "وصل الوفد. وبدأت المحادثات.", ["وصل الوفد .", "وبدات المحادثات ."]],
    ["a question and an exclamation", "هل وصل؟ نعم! وصل.", ["هل وصل ؟", "نعم !", "وصل ."]],
    ["glued", "مفيدة وموضوعية.وقال مسؤولون", ["مفيده وموضوعيه .", "وقال مسوولون"]],
    ["glued behind a question mark", "هل انتهى؟نعم", ["هل انتهي ؟", "نعم"]],
    ["a comma ends nothing", "وصل الوفد، وبدأت", ["وصل الوفد ، وبدات"]],
    ["a colon ends nothing", "قال: نعم", ["قال : نعم"]],
    ["a closing quotation mark stays behind", "قال “لن نعود.” ثم خرج", ["قال “ لن نعود . ”", "ثم خرج"]],
    ["a closing quotation mark, glued", "الروسية.”ولم يشر", ["الروسيه . ”", "ولم يشر"]],
    ["an opening quotation mark goes on", 'انتهى. "لن نعود"', ["انتهي .", '" لن نعود "']],
    ["guillemets", "انتهى. «لن نعود». ثم", ["انتهي .", "« لن نعود » .", "ثم"]],
    ["initials of an agency", "قالت أ.ف.ب إن", ["قالت ا . ف . ب ان"]],
    ["a title of one letter", "قال د. أحمد", ["قال د . احمد"]],
    ["a decimal number", "بلغ 3.5 مليار", ["بلغ 3.5 مليار"]],
    ["a number at the end", "عام 2019. وقال", ["عام 2019 .", "وقال"]],
    ["an address", "عبر khabar.org اليوم", ["عبر khabar . org اليوم"]],
    ["lines are sentences", "عنوان قصير\nوصل الوفد", ["عنوان قصير", "وصل الوفد"]],
    ["an ellipsis sign", "ثم… عاد", ["ثم …", "عاد"]],
    ["a hashtag may open a sentence", "انتهى. #سوريا تنتظر", ["انتهي .", "# سوريا تنتظر"]],
  ])("%s: %j", (_, raw, list) => {
    expect(sentencesOf(raw)).toEqual(list);
  });
});

test("sentences cover all tokens, in order, without a gap", () => {
  const unit = fc.constantFrom(...'ابتجد .؟!\n"«»“”()#_،0123٫az…');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 80 }), (raw) => {
      const tokens = tokensOf(raw);
      const list = sentences(tokens);
      let at = 0;
      for (const [start, end] of list) {
        expect(start).toBe(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBe(tokens.count);
    }),
    { seed: 61, numRuns: 2000 },
  );
});
