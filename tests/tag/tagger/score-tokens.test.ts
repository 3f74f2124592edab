import { expect, test } from "vitest";
import { findListed } from "../../../src/tag/tag.js";
import {
  BEFORE_FEATURES,
  EVIDENCE_FEATURES,
  FEATURE_COUNT,
  MATCH_FEATURES,
  PAIR_FEATURES,
  PLACE_FEATURES,
  SHAPE_FEATURES,
  WORD_PLACES,
  writeFeatures,
} from "../../../src/tag/tagger/features.js";
import { LABEL_COUNT, OUTSIDE } from "../../../src/tag/tagger/labels.js";
import { scoreTokens } from "../../../src/tag/tagger/score-tokens.js";
import { seededRandom } from "../../../src/tag/tagger/seeded-random.js";
import { readSigns, wordsElsewhere } from "../../../src/tag/tagger/token-signs.js";
import { clustersOf, fieldOf, modelOf, readTinyLexicon } from "../../helpers/tagger.js";

/** No function words: these are O whatever their weights. */
const TEXT =
  "وقال المتحدث إبراهيم قالن أمس: زار الرئيس الروسي فلاديمير بوتين سوتشي. وأضاف: منظومة إس-400 وصلت تركيا عام 2019.";

// O has the least weight in every row, so that no token is clear before all its features are read.
test.each([0, 0.1, 0.6, 1])("equal to a sum over a dense table of which a share of %f is used", (share) => {
  const rows = 1 << 12;
  const random = seededRandom(5);
  const weights = new Int8Array(rows * LABEL_COUNT);
  for (let row = 0; row < rows; row++)
    if (random() < share)
      for (let label = 0; label < LABEL_COUNT; label++)
        weights[row * LABEL_COUNT + label] = label === OUTSIDE ? -127 : Math.floor(random() * 255) - 127;
  const step = 0.02;
  const model = modelOf(clustersOf({ زار: 90, وصلت: 80 }), weights, step);
  const lexicon = readTinyLexicon();
  const { tokens } = fieldOf(TEXT);
  const { words, claims } = findListed(lexicon, fieldOf(TEXT), 0);
  const elsewhere = wordsElsewhere(lexicon, [{ tokens, claims }]);
  const signs = readSigns(lexicon, model, tokens, words, claims, elsewhere);
  const start = 3;
  const end = tokens.count;
  const expected: number[] = [];
  const features = new Int32Array(FEATURE_COUNT);
  for (let token = start; token < end; token++) {
    writeFeatures(signs, token, rows - 1, features);
    for (let label = 0; label < LABEL_COUNT; label++)
      expected.push(features.reduce((sum, row) => sum + weights[row * LABEL_COUNT + label]!, 0) * step);
  }
  // A second time from the sums that were kept.
  scoreTokens(model, signs, 0, start);
  scoreTokens(model, signs, start, end);
  const scores = scoreTokens(model, signs, start, end);
  expect(scores.length).toBe(expected.length);
  expected.forEach((score, i) => {
    expect(scores[i]).toBeCloseTo(score, 9);
  });
  expect(expected.some((score) => score !== 0)).toBe(share > 0);
});

test("every feature is in one group", () => {
  const places = WORD_PLACES.filter((_, place) => place !== 1).map(({ features }) => features);
  const groups = [
    BEFORE_FEATURES,
    MATCH_FEATURES,
    SHAPE_FEATURES,
    PLACE_FEATURES,
    EVIDENCE_FEATURES,
    PAIR_FEATURES,
  ];
  const all = [...places, ...groups].flat().sort((a, b) => a - b);
  expect(all).toEqual(Array.from({ length: FEATURE_COUNT }, (_, i) => i));
  expect(WORD_PLACES[1]!.features).toEqual(BEFORE_FEATURES);
});
