import { describe, expect, test } from "vitest";
import { markedMentions, read, unmarked } from "../helpers/tiny-lexicon.js";

function check(_: string, marked: string, ...ids: string[]): void {
  expect(markedMentions(unmarked(marked))).toEqual({ marked, ids });
}

type Row = readonly [name: string, marked: string, ...ids: string[]];

describe("weapons by their designation", () => {
  test.each<Row>([
    ["a hyphen", "شراء [إس-400]", "weapon/s-400"],
    ["a space and a hyphen", "شراء [إس -400]", "weapon/s-400"],
    ["spaces on both sides of the hyphen", "شراء [إس - 400]", "weapon/s-400"],
    ["a space", "شراء [اس 400]", "weapon/s-400"],
    ["Arabic digits, nothing between", "شراء [إس٤٠٠]", "weapon/s-400"],
    ["Latin, nothing between", "شراء [S400]", "weapon/s-400"],
    ["Latin with a hyphen", "شراء [S-400] و[s-400]", "weapon/s-400", "weapon/s-400"],
    ["a no-break hyphen", "شراء [إس‑400]", "weapon/s-400"],
    ["an en dash", "شراء [إس–400]", "weapon/s-400"],
    ["an underscore in a hashtag", "#[إس_400]", "weapon/s-400"],
    ["a clitic", "و[إس-400] ب[إس-300]", "weapon/s-400", "weapon/s-300"],
    ["the Latin one that has a row", "طائرات [F-16]", "weapon/f-16"],
    ["in Arabic letters, the same row", "طائرات [إف-16] و[إف 16]", "weapon/f-16", "weapon/f-16"],
    ["a variant that the family does not know", "طائرات [إف-16C]", "weapon/f-16"],
    [
      "a family of two letters",
      "طائرات [سو-35] و[سوخوي 35] و[Su-57]",
      "weapon/su-35",
      "weapon/su-35",
      "weapon/su-57",
    ],
    ["a suffix that the family knows", "منظومة [توس-1A]", "weapon/tos-1a"],
    ["the number without it is another one", "منظومة [توس-1]", "weapon/tos-1"],
    ["a bomber", "قاذفة [بي-52]", "weapon/b-52"],
    ["a number at the end of a sentence", "اشترت [إس-400]. ثم عادت", "weapon/s-400"],
  ])("%s: %s", check);
});

describe("numbers that no family lists", () => {
  test.each<Row>([
    ["count beside a weapon word", "صواريخ [إس-500]", "weapon/s-500"],
    ["count with a weapon word behind them", "[إس-500] وهي منظومة جديدة", "weapon/s-500"],
    ["count with a weapon word behind و", "و[سو-99] ومقاتلات أخرى", "weapon/su-99"],
    ["do not count without one", "في إس-500 بالشارع"],
    ["do not count with one too far away", "صواريخ كثيرة جدا كانت هناك قبل ذلك اليوم في إس-500"],
  ])("%s: %s", check);
});

describe("what is no designation", () => {
  test.each<Row>([
    ["a sentence between", "قال إس. 400 شخص"],
    ["a comma between", "قال إس، 400 شخص"],
    ["another word", "قال 400 شخص"],
    ["a known number of another family", "عند بي-400"],
    ["two hyphens", "إس--400"],
  ])("%s: %s", check);
});

test("entities of designations: class, names and whether they are listed", () => {
  const { entities } = read("صواريخ إس-400 وإس-500 وطائرات إف-16");
  const described = entities.map(({ id, listed, name }) => [id, listed, name.en]).sort();
  expect(described).toEqual([
    ["weapon/f-16", true, "F-16 Fighting Falcon"],
    ["weapon/s-400", true, "S-400"],
    ["weapon/s-500", false, "S-500"],
  ]);
});

test("mentions of designations say that a pattern found them", () => {
  const [mention] = read("صواريخ إس -400").mentions;
  expect(mention).toMatchObject({ type: "weapon", kind: "name", method: "pattern", start: 7, end: 14 });
});
