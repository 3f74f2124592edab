import { expect, test } from "vitest";
import { WORD_LISTS } from "../../../src/data/word-lists.js";
import { findListed } from "../../../src/tag/tag.js";
import { FEATURE_COUNT, WORD_PLACES, writeFeatures } from "../../../src/tag/tagger/features.js";
import { keptSumsFor } from "../../../src/tag/tagger/kept-sums.js";
import { LABEL_COUNT } from "../../../src/tag/tagger/labels.js";
import { seededRandom } from "../../../src/tag/tagger/seeded-random.js";
import { readSigns, type TokenSigns } from "../../../src/tag/tagger/token-signs.js";
import { clustersOf, fieldOf, modelOf, readTinyLexicon } from "../../helpers/tagger.js";

const TEXT =
  "وقال المتحدث إبراهيم قالن أمس في باريس: زار الرئيس الروسي فلاديمير بوتين سوتشي. ومنظومة إس-400 وصلت عام 2019.";
const ROWS = 1 << 12;
const STEP = 0.02;

/** What the screen says of each token of the text, with its signs. */
function rulingsOf(screen: Int8Array): { signs: TokenSigns; ruledOut: boolean[] } {
  const model = modelOf(clustersOf({ زار: 90 }), new Int8Array(ROWS * LABEL_COUNT).fill(1), STEP, screen);
  const lexicon = readTinyLexicon();
  const field = fieldOf(TEXT);
  const { words, claims } = findListed(lexicon, field, 0);
  const signs = readSigns(lexicon, model, field.tokens, words, claims, new Map());
  const kept = keptSumsFor(model, signs.words);
  kept.readNewWords();
  return {
    signs,
    ruledOut: Array.from({ length: signs.count }, (_, token) => kept.screen.rulesOut(signs, token)),
  };
}

const isFunctionWord = ({ words, entries }: TokenSigns, token: number): boolean =>
  words.lists[entries[token]!] === WORD_LISTS["function-words"];

test("a token is ruled out when its words say that it is in a name with less than one percent", () => {
  const random = seededRandom(11);
  const screen = Int8Array.from({ length: ROWS }, () => Math.floor(random() * 120) - 70);
  const { signs, ruledOut } = rulingsOf(screen);
  const features = new Int32Array(FEATURE_COUNT);
  const expected = ruledOut.map((_, token) => {
    writeFeatures(signs, token, ROWS - 1, features);
    const logit = WORD_PLACES.flatMap((place) => place.features).reduce(
      (sum, feature) => sum + screen[features[feature]!]! * STEP,
      0,
    );
    return signs.listed[token] === 0 && (isFunctionWord(signs, token) || 1 / (1 + Math.exp(-logit)) < 0.01);
  });
  expect(ruledOut).toEqual(expected);
  const unlisted = ruledOut.filter((_, token) => signs.listed[token] === 0 && !isFunctionWord(signs, token));
  expect(new Set(unlisted)).toEqual(new Set([true, false]));
});

test("function words are ruled out whatever their weights, listed names never", () => {
  for (const weight of [-127, 127]) {
    const { signs, ruledOut } = rulingsOf(new Int8Array(ROWS).fill(weight));
    ruledOut.forEach((isRuledOut, token) => {
      if (signs.listed[token] !== 0) expect(isRuledOut).toBe(false);
      else if (isFunctionWord(signs, token)) expect(isRuledOut).toBe(true);
      else expect(isRuledOut).toBe(weight < 0);
    });
    expect(ruledOut.some((_, token) => signs.listed[token] !== 0)).toBe(true);
    expect(ruledOut.some((_, token) => isFunctionWord(signs, token))).toBe(true);
  }
});
