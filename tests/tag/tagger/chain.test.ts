import { describe, expect, test } from "vitest";
import { bestLabels, makeChain, marginals, NEVER } from "../../../src/tag/tagger/chain.js";
import { decodeSentence } from "../../../src/tag/tagger/decode-sentence.js";
import { isInside, LABEL_COUNT, mayFollow, OUTSIDE, typeOfLabel } from "../../../src/tag/tagger/labels.js";
import { seededRandom } from "../../../src/tag/tagger/seeded-random.js";

const n = LABEL_COUNT;
/** With scores and steps of at most these sizes every name has a chance. */
const NEAR = 0.6;
const SHORT_STEP = 0.25;
/** Labels that score this much less never are, O apart. */
const FAR = 25;

interface Case {
  readonly transitions: Float64Array;
  readonly scores: Float64Array;
  readonly length: number;
}

/** Scores and transitions at random, from -range to range and from -step to step. */
function randomCase(seed: number, length: number, range: number, step = 2): Case {
  const random = seededRandom(seed);
  const draw = (count: number, most: number) =>
    Float64Array.from({ length: count }, () => (2 * random() - 1) * most);
  return { transitions: draw(n * n, step), scores: draw(length * n, range), length };
}

interface Enumerated {
  readonly best: readonly number[];
  readonly logTotal: number;
  /** By token * labels + label. */
  readonly probabilities: Float64Array;
  /** Expected number of transitions, by label * labels + next. */
  readonly pairs: Float64Array;
}

/** Walks through every sequence of labels that can be. */
function enumerate(
  { transitions, scores, length }: Case,
  allowed = (_token: number, _label: number) => true,
): Enumerated {
  const sequences: { labels: number[]; score: number }[] = [];
  const extend = (labels: number[], score: number): void => {
    const token = labels.length;
    if (token === length) {
      sequences.push({ labels, score });
      return;
    }
    for (let label = 0; label < n; label++) {
      const before = labels.at(-1);
      if (!allowed(token, label)) continue;
      if (before === undefined ? isInside(label) : !mayFollow(before, label)) continue;
      const step = before === undefined ? 0 : transitions[before * n + label]!;
      extend([...labels, label], score + step + scores[token * n + label]!);
    }
  };
  extend([], 0);
  const most = Math.max(...sequences.map(({ score }) => score));
  const total = sequences.reduce((sum, { score }) => sum + Math.exp(score - most), 0);
  const probabilities = new Float64Array(length * n);
  const pairs = new Float64Array(n * n);
  for (const { labels, score } of sequences) {
    const probability = Math.exp(score - most) / total;
    labels.forEach((label, token) => {
      probabilities[token * n + label]! += probability;
      if (token > 0) pairs[labels[token - 1]! * n + label]! += probability;
    });
  }
  const { labels: best } = sequences.find(({ score }) => score === most)!;
  return { best, logTotal: most + Math.log(total), probabilities, pairs };
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(actual[i]!).toBeCloseTo(expected[i]!, 9);
}

/** What decodeSentence says of a sentence, from the probabilities of its labels. */
function readOut({ best, probabilities }: Enumerated): { certainty: number[]; outside: number[] } {
  const certainty = best.map((label, token) => {
    let sum = 0;
    for (let other = 0; other < n; other++) {
      const same =
        label === OUTSIDE
          ? other === OUTSIDE
          : other !== OUTSIDE && typeOfLabel(other) === typeOfLabel(label);
      if (same) sum += probabilities[token * n + other]!;
    }
    return sum;
  });
  return { certainty, outside: best.map((_, token) => probabilities[token * n + OUTSIDE]!) };
}

const CASES = [1, 2, 3].flatMap((length) =>
  [1, 2, 3, 4].map((seed) => ({ name: `length ${length}, seed ${seed}`, seed: 100 * length + seed, length })),
);

describe("a chain", () => {
  test("rules out what cannot be", () => {
    const chain = makeChain(new Float64Array(n * n).fill(0.5));
    for (let label = 0; label < n; label++) {
      expect(chain.starts[label]).toBe(isInside(label) ? NEVER : 0);
      for (let next = 0; next < n; next++) {
        const can = mayFollow(label, next);
        expect(chain.transitions[label * n + next]).toBe(can ? 0.5 : NEVER);
        expect(chain.factors[label * n + next]).toBe(can ? Math.exp(0.5) : 0);
      }
    }
  });

  test.each(CASES)("the best labels are those of all sequences: $name", ({ seed, length }) => {
    const given = randomCase(seed, length, 3);
    const best = bestLabels(makeChain(given.transitions), given.scores, length);
    expect([...best]).toEqual(enumerate(given).best);
  });

  test.each(CASES)("the probabilities are those of all sequences: $name", ({ seed, length }) => {
    const given = randomCase(seed, length, 3);
    const expected = enumerate(given);
    const { probabilities, pairs, logTotal } = marginals(makeChain(given.transitions), given.scores, length);
    expectClose(probabilities, expected.probabilities);
    expectClose(pairs, expected.pairs);
    expect(logTotal).toBeCloseTo(expected.logTotal, 9);
  });

  test("large scores do not overflow", () => {
    const given = randomCase(9, 40, 900);
    const { probabilities, logTotal } = marginals(makeChain(given.transitions), given.scores, 40);
    expect(Number.isFinite(logTotal)).toBe(true);
    for (let token = 0; token < 40; token++) {
      const sum = probabilities.subarray(token * n, (token + 1) * n).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 9);
    }
  });
});

describe("decoding a sentence", () => {
  test.each(CASES)("labels and probabilities are those of all sequences: $name", ({ seed, length }) => {
    const given = randomCase(seed, length, NEAR, SHORT_STEP);
    const expected = enumerate(given);
    const decoded = decodeSentence(makeChain(given.transitions), given.scores, length);
    expect([...decoded.labels]).toEqual(expected.best);
    expectClose(decoded.certainty, readOut(expected).certainty);
    expectClose(decoded.outside, readOut(expected).outside);
  });

  test.each(CASES)("of labels that have no chance only O is followed: $name", ({ seed, length }) => {
    const given = randomCase(seed, length, NEAR, SHORT_STEP);
    const random = seededRandom(seed);
    const isFar = Array.from(given.scores, () => random() < 0.6);
    // One label at least is near in every row, so that the others are far from it.
    for (let token = 0; token < length; token++) isFar[token * n + Math.floor(random() * n)] = false;
    const scores = given.scores.map((score, i) => (isFar[i] ? score - FAR - NEAR : score));
    const expected = enumerate(
      { ...given, scores },
      (token, label) => label === OUTSIDE || !isFar[token * n + label],
    );
    const decoded = decodeSentence(makeChain(given.transitions), scores, length);
    expect([...decoded.labels]).toEqual(expected.best);
    expectClose(decoded.certainty, readOut(expected).certainty);
    expectClose(decoded.outside, readOut(expected).outside);
  });

  test.each([5, 40, 300])("a sentence of %i tokens: the same as Viterbi and forward-backward", (length) => {
    const given = randomCase(length, length, NEAR, SHORT_STEP);
    const chain = makeChain(given.transitions);
    const decoded = decodeSentence(chain, given.scores, length);
    const best = [...bestLabels(chain, given.scores, length)];
    expect([...decoded.labels]).toEqual(best);
    const { probabilities, pairs, logTotal } = marginals(chain, given.scores, length);
    const expected = readOut({ best, probabilities, pairs, logTotal });
    expectClose(decoded.certainty, expected.certainty);
    expectClose(decoded.outside, expected.outside);
  });

  test("a name that is far behind no name is not followed, one that only begins so is", () => {
    const begin = 1;
    const inside = 2;
    const transitions = new Float64Array(n * n);
    transitions[OUTSIDE * n + begin] = -1;
    transitions[begin * n + OUTSIDE] = -1;
    const chain = makeChain(transitions);
    const scores = new Float64Array(4 * n).fill(-FAR);
    for (let token = 0; token < 4; token++) scores[token * n + OUTSIDE] = 0;
    scores[n + begin] = -4.5;
    const alone = decodeSentence(chain, scores, 4);
    expect([...alone.labels]).toEqual([0, 0, 0, 0]);
    expect([...alone.outside]).toEqual([1, 1, 1, 1]);
    scores[2 * n + inside] = 7;
    const longer = decodeSentence(chain, scores, 4);
    expect([...longer.labels]).toEqual([0, begin, inside, 0]);
    // No name, the first word alone, both words.
    const total = 1 + Math.exp(-6.5) + Math.exp(1.5);
    [1, 1 - 1 / total, Math.exp(1.5) / total, 1].forEach((value, i) => {
      expect(longer.certainty[i]).toBeCloseTo(value, 9);
    });
    expect(longer.outside[1]).toBeCloseTo(1 / total, 9);
  });
});
