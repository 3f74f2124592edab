import { describe, expect, test } from "vitest";
import { ENTITY_TYPES } from "../../../src/data/entity-classes.js";
import { labelTokens, sentenceRanges } from "../../../src/tag/tagger/label-tokens.js";
import {
  beginLabel,
  insideLabel,
  isInside,
  LABEL_COUNT,
  mayFollow,
  OUTSIDE,
  typeOfLabel,
} from "../../../src/tag/tagger/labels.js";
import { IN_BOILERPLATE } from "../../../src/text/tokens.js";
import { annotated, fieldOf, labelNames } from "../../helpers/tagger.js";
import { textOf } from "../../helpers/tokens.js";

describe("label numbers", () => {
  test("O, then B and I of each type", () => {
    const numbers = ENTITY_TYPES.flatMap((_, type) => [beginLabel(type), insideLabel(type)]);
    expect([OUTSIDE, ...numbers]).toEqual(Array.from({ length: LABEL_COUNT }, (_, label) => label));
    for (const [type] of ENTITY_TYPES.entries()) {
      expect([typeOfLabel(beginLabel(type)), typeOfLabel(insideLabel(type))]).toEqual([type, type]);
      expect([isInside(beginLabel(type)), isInside(insideLabel(type))]).toEqual([false, true]);
    }
    expect(isInside(OUTSIDE)).toBe(false);
  });

  test("a name goes on only as what it began", () => {
    for (let label = 0; label < LABEL_COUNT; label++)
      for (let next = 0; next < LABEL_COUNT; next++) {
        const begun = label !== OUTSIDE && typeOfLabel(label) === typeOfLabel(next);
        expect(mayFollow(label, next)).toBe(!isInside(next) || begun);
      }
  });
});

describe("labels from offsets", () => {
  test.each<[name: string, marked: string, labels: string]>([
    ["one name", "زار [P قالن] المدينة", "O B-person O"],
    ["a name of several words", "زار [P إبراهيم قالن] [L أنقرة]", "O B-person I-person B-place"],
    ["two of a type side by side", "[L لندن] [L باريس]", "B-place B-place"],
    ["the token that a proclitic is attached to", "وقال ل[P بوتين] ب[L سوتشي]", "O B-person B-place"],
    ["marks and tatweel", "زار [P إبْراهيم قـــالن] المدينة", "O B-person I-person O"],
    ["signs within a name", "طائرة [W إف-16] هنا", "O B-weapon I-weapon I-weapon O"],
    ["hashtags", "قال #[O حزب_الله] إن", "O O B-organization I-organization O"],
    ["glued sentences", "زار [L لندن].وقال إنه", "O B-place O O O"],
    [
      "a name that runs over a sentence end begins anew",
      "قال [P قالن. وصل] هنا",
      "O B-person I-person B-person O",
    ],
    ["no name", "زار المدينة", "O O"],
  ])("%s: %s", (_, marked, labels) => {
    const article = annotated(marked);
    expect(labelNames(labelTokens(fieldOf(article.text!), article.mentions))).toBe(labels);
  });

  test("names of another field do not count", () => {
    const { text, mentions } = annotated("زار [P قالن]");
    const ofTitle = mentions.map((mention) => ({ ...mention, field: "title" as const }));
    expect(labelNames(labelTokens(fieldOf(text!), ofTitle))).toBe("O O");
  });

  test("an offset outside of the text is refused", () => {
    const mention = { field: "text", start: 4, end: 99, type: "person" } as const;
    expect(() => labelTokens(fieldOf("زار قالن"), [mention])).toThrow(RangeError);
  });
});

describe("sentences to learn from", () => {
  const rangesOf = (raw: string, dropped: number[] = []): string[] => {
    const { tokens } = fieldOf(raw);
    for (const token of dropped) tokens.flags[token]! |= IN_BOILERPLATE;
    return sentenceRanges(tokens).map(([start, end]) =>
      Array.from({ length: end - start }, (_, i) => textOf(tokens, start + i)).join(" "),
    );
  };

  test("one after the other", () => {
    expect(rangesOf("وصل قالن. زار لندن.")).toEqual(["وصل قالن .", "زار لندن ."]);
    expect(rangesOf("وصل")).toEqual(["وصل"]);
    expect(rangesOf("")).toEqual([]);
  });

  test("not those of boilerplate", () => {
    expect(rangesOf("وصل قالن. زار لندن.", [0, 1, 2])).toEqual(["زار لندن ."]);
    expect(rangesOf("وصل قالن. زار لندن.", [3, 4, 5])).toEqual(["وصل قالن ."]);
  });
});
