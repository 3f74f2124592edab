import { describe, expect, test } from "vitest";
import { cutProclitics, isJoined } from "../../src/tag/cut-proclitics.js";
import { indexWords } from "../../src/tag/index-words.js";
import { clustersOf, fieldOf, modelOf, readTinyLexicon } from "../helpers/tagger.js";
import { textOf } from "../helpers/tokens.js";

/** Frequencies in raw news, on the model's scale. */
const FREQUENCIES = {
  وكالة: 140,
  كالة: 0,
  بريطانيا: 130,
  ليفربول: 90,
  لندن: 120,
  ولندن: 60,
  الرياض: 130,
  بالرياض: 90,
  داعش: 120,
  لداعش: 60,
  وليد: 90,
  ليد: 20,
  الناتو: 110,
  فرنسا: 130,
  رنسا: 20,
  ولبنان: 50,
  لبنان: 130,
  بكلية: 100,
  كلية: 130,
};
const lexicon = readTinyLexicon();
const model = modelOf(clustersOf(FREQUENCIES));

/** A text with its marked word parted into proclitics and name: «زار ال[و|لندن]». */
function cut(text: string, at: number): string {
  const { tokens } = fieldOf(text);
  const length = cutProclitics(lexicon, model, tokens, indexWords(tokens, lexicon.vocabulary), at);
  const word = textOf(tokens, at);
  return length === 0 ? word : `${word.slice(0, length)}|${word.slice(length)}`;
}

describe("proclitics of names that no lexicon lists", () => {
  test.each<[name: string, word: string, parted: string]>([
    ["a word more frequent than its rest is whole", "وكالة", "وكاله"],
    ["ب of a name", "بريطانيا", "بريطانيا"],
    ["ل of a name", "ليفربول", "ليفربول"],
    ["ف of a name", "فرنسا", "فرنسا"],
    ["a word rarer than its rest has a proclitic", "ولندن", "و|لندن"],
    ["ب before the article", "بالرياض", "ب|الرياض"],
    ["ل", "لداعش", "ل|داعش"],
    ["both unknown: و is cut", "وزبرطع", "و|زبرطع"],
    ["both unknown: ل is cut", "لزبرطع", "ل|زبرطع"],
    ["both unknown: ب is not", "بزبرطع", "بزبرطع"],
    ["both unknown: ب before the article is", "بالزبرطع", "ب|الزبرطع"],
    ["ف is not", "فزبرطع", "فزبرطع"],
    ["ك is not", "كزبرطع", "كزبرطع"],
    ["ك before the article is", "كالزبرطع", "ك|الزبرطع"],
    ["the lam of a swallowed article stays", "للناتو", "ل|لناتو"],
    ["two proclitics", "وبالرياض", "وب|الرياض"],
    ["و before ل", "وللناتو", "ول|لناتو"],
    ["و before a word with ل of its own", "ولبنان", "و|لبنان"],
    ["too short to cut", "ولا", "ولا"],
    ["nothing to cut", "قالن", "قالن"],
  ])("%s: %s", (_, word, parted) => {
    expect(cut(`زار ${word} هنا`, 1)).toBe(parted);
  });

  test("first names are whole", () => {
    expect(cut("زار وليد هنا", 1)).toBe("وليد");
  });

  test("behind a title a word is whole, but not in the next sentence", () => {
    expect(cut("قال الرئيس وزبرطع", 2)).toBe("وزبرطع");
    expect(cut("قال الرئيس. وزبرطع هنا", 3)).toBe("و|زبرطع");
  });
});

describe("where a name stands right behind", () => {
  test.each<[name: string, text: string, token: number, parted: string]>([
    ["a verb of saying: an unknown word is whole", "قال لزبرطع أمس", 1, "لزبرطع"],
    ["a preposition", "من وزبرطع هنا", 1, "وزبرطع"],
    ["a quotation mark", "شركة «لزبرطع» هنا", 2, "لزبرطع"],
    ["a bracket", "شركة (وزبرطع) هنا", 2, "وزبرطع"],
    ["but not a closing mark", "شركة» وزبرطع هنا", 2, "و|زبرطع"],
    ["a much more frequent rest is cut off all the same", "قال لداعش أمس", 1, "ل|داعش"],
    ["even behind a title", "قال الرئيس بكلية هنا", 2, "ب|كلية".replace("ة", "ه")],
    ["the article is a sign of a proclitic everywhere", "قال للزبرطع أمس", 1, "ل|لزبرطع"],
    ["behind و an unknown word keeps its lam", "زار ولزبرطع هنا", 1, "و|لزبرطع"],
  ])("%s: %s", (_, text, token, parted) => {
    expect(cut(text, token)).toBe(parted);
  });
});

describe("a word joined by و", () => {
  test.each<[name: string, word: string, joined: boolean]>([
    ["a far more frequent rest", "ولبنان", true],
    ["a first name", "ووليد", true],
    ["an unknown rest", "وزبرطع", false],
    ["a first name that begins with و", "وليد", false],
    ["another letter", "لداعش", false],
    ["too short", "ولا", false],
  ])("%s: %s", (_, word, joined) => {
    const { tokens } = fieldOf(`زار ${word} هنا`);
    expect(isJoined(lexicon, model, tokens, indexWords(tokens, lexicon.vocabulary), 1)).toBe(joined);
  });
});
