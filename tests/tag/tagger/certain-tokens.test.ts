import { expect, test } from "vitest";
import { CERTAIN, markCertain } from "../../../src/tag/tagger/certain-tokens.js";
import { makeChain } from "../../../src/tag/tagger/chain.js";
import { decodeSentence } from "../../../src/tag/tagger/decode-sentence.js";
import { LABEL_COUNT, OUTSIDE } from "../../../src/tag/tagger/labels.js";
import { seededRandom } from "../../../src/tag/tagger/seeded-random.js";

const LENGTH = 12;

/** How far O is ahead of the best label that begins a name, and of the best that goes on with one. */
function leadsOf(scores: Float64Array): Float64Array {
  return Float64Array.from({ length: 2 * LENGTH }, (_, i) => {
    const row = scores.subarray((i >> 1) * LABEL_COUNT, ((i >> 1) + 1) * LABEL_COUNT);
    return row[OUTSIDE]! - Math.max(...row.filter((_, label) => label > 0 && label % 2 === 1 - (i & 1)));
  });
}

test("what is marked certain is O, and its neighbours are read as before", () => {
  let marked = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const random = seededRandom(seed);
    const chain = makeChain(Float64Array.from({ length: LABEL_COUNT ** 2 }, () => 4 * random() - 3));
    const scores = Float64Array.from({ length: LENGTH * LABEL_COUNT }, (_, i) =>
      i % LABEL_COUNT === OUTSIDE ? 8 * random() : 4 * random() - 2,
    );
    const plain = decodeSentence(chain, scores, LENGTH);
    const leads = leadsOf(scores);
    markCertain(chain, leads, LENGTH);
    leads.forEach((lead, i) => {
      if (i % 2 === 1 || lead !== CERTAIN) return;
      const token = i / 2;
      marked++;
      expect(plain.labels[token]).toBe(OUTSIDE);
      expect(plain.outside[token]).toBeCloseTo(1, 9);
      scores[token * LABEL_COUNT] = CERTAIN;
    });
    const parted = decodeSentence(chain, scores, LENGTH);
    expect([...parted.labels]).toEqual([...plain.labels]);
    for (let token = 0; token < LENGTH; token++)
      expect(parted.certainty[token]).toBeCloseTo(plain.certainty[token]!, 9);
  }
  expect(marked).toBeGreaterThan(300);
});

test("a sure name keeps what may be part of it", () => {
  const chain = makeChain(new Float64Array(LABEL_COUNT ** 2));
  const leads = Float64Array.of(9, 9, 3, 9, -8, 9, 9, 4.5, 9, 9);
  markCertain(chain, leads, leads.length / 2);
  const isCertain = [...leads].filter((_, i) => i % 2 === 0).map((lead) => lead === CERTAIN);
  expect(isCertain).toEqual([true, false, false, false, true]);
});
