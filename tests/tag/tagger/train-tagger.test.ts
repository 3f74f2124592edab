import { describe, expect, test } from "vitest";
import { encodeTaggerModel, TaggerModel } from "../../../src/data/tagger-model.js";
import { findListed } from "../../../src/tag/tag.js";
import { makeChain } from "../../../src/tag/tagger/chain.js";
import { decodeSentence } from "../../../src/tag/tagger/decode-sentence.js";
import { keptSumsFor } from "../../../src/tag/tagger/kept-sums.js";
import { blankModel, packWeights } from "../../../src/tag/tagger/pack-weights.js";
import { readExamples } from "../../../src/tag/tagger/read-examples.js";
import { scoreTokens } from "../../../src/tag/tagger/score-tokens.js";
import { seededRandom } from "../../../src/tag/tagger/seeded-random.js";
import { type TaggedTokens, type TrainedWeights, trainTagger } from "../../../src/tag/tagger/train-tagger.js";
import { annotated, clustersOf, fieldOf, labelNames, readTinyLexicon } from "../../helpers/tagger.js";

const CORPUS = [
  "وصل السفير [P منير كمال] إلى بلدة [L كفرنبل].",
  "وصل السفير [P نديم شاكر] إلى بلدة [L عين دارة].",
  "وصل المدرب [P رامي حلاق] إلى بلدة [L تلدو].",
  "أعلنت شركة [O النخيل] أنها خفضت الأسعار.",
  "أعلنت شركة [O الواحة] أنها رفعت الأجور.",
  "رفعت الحكومة الأجور وخفضت الأسعار.",
  "قال السفير [P كريم داغر] إن الأجور منخفضة.",
];
const clusters = clustersOf({ السفير: 90, المدرب: 85, بلدة: 80, شركة: 95 });
const blank = blankModel(clusters);

function examplesOf(marked: string): TaggedTokens[] {
  const { text, mentions } = annotated(marked);
  const field = fieldOf(text!);
  const lexicon = readTinyLexicon();
  return readExamples(lexicon, blank, [{ text: field, tagged: findListed(lexicon, field, 0) }], mentions);
}

const corpus = CORPUS.flatMap(examplesOf);

function train(seed: number, losses: number[] = []): TrainedWeights {
  return trainTagger(corpus, {
    rows: 1 << 14,
    epochs: 12,
    rate: 0.1,
    decay: 1e-5,
    dropout: 0.15,
    random: seededRandom(seed),
    report: (_, loss) => losses.push(loss),
  });
}

function labelsOf(model: TaggerModel, { signs, sentences }: TaggedTokens): string {
  const chain = makeChain(model.transitions);
  return sentences
    .map(([start, end]) => decodeSentence(chain, scoreTokens(model, signs, start, end), end - start))
    .map(({ labels }) => labelNames(labels))
    .join(" ");
}

describe("training on a toy corpus", () => {
  const losses: number[] = [];
  const model = new TaggerModel(encodeTaggerModel(packWeights(train(7, losses), clusters, {})));

  test("the loss falls from epoch to epoch", () => {
    expect(losses).toHaveLength(12);
    expect(losses.at(-1)!).toBeLessThan(losses[0]! / 10);
  });

  test.each(CORPUS)("learns %s", (marked) => {
    for (const example of examplesOf(marked))
      expect(labelsOf(model, example)).toBe(labelNames(example.labels));
  });

  test.each(["وصل السفير [P وسام بدران] إلى بلدة [L معربا].", "أعلنت شركة [O السنابل] أنها خفضت الأجور."])(
    "knows the context of names that it has not seen: %s",
    (marked) => {
      const [example] = examplesOf(marked);
      expect(labelsOf(model, example!)).toBe(labelNames(example!.labels));
    },
  );

  test("the screen rules out words around the names, and no name", () => {
    const rulings = corpus.flatMap(({ signs: { listed, words, ...signs }, labels }) => {
      const kept = keptSumsFor(model, words);
      kept.readNewWords();
      const unlisted = { ...signs, words, listed: new Int32Array(listed.length) };
      return Array.from({ length: signs.count }, (_, token) => ({
        isName: labels[token] !== 0,
        isRuledOut: kept.screen.rulesOut(unlisted, token),
      }));
    });
    expect(rulings.filter(({ isName, isRuledOut }) => isName && isRuledOut)).toEqual([]);
    const others = rulings.filter(({ isName }) => !isName);
    expect(others.filter(({ isRuledOut }) => isRuledOut).length).toBeGreaterThan(others.length / 4);
  });
});

describe("labels left open", () => {
  const PERSON = (1 << 1) | (1 << 2);
  /** The example with everything open that is no person: what a corpus of persons alone says. */
  const personsOnly = (marked: string): TaggedTokens[] =>
    examplesOf(marked).map((example) => ({
      ...example,
      allowed: Uint32Array.from(example.labels, (label) =>
        (1 << label) & PERSON ? 1 << label : ((1 << 17) - 1) & ~PERSON,
      ),
    }));

  test("a corpus of persons teaches persons, and nothing of places", () => {
    const open = CORPUS.filter((marked) => marked.includes("[P")).flatMap(personsOnly);
    const whole = CORPUS.filter((marked) => !marked.includes("[P")).flatMap(examplesOf);
    const trained = trainTagger([...whole, ...open], {
      rows: 1 << 14,
      epochs: 12,
      rate: 0.1,
      decay: 1e-5,
      dropout: 0,
      random: seededRandom(7),
    });
    const model = new TaggerModel(encodeTaggerModel(packWeights(trained, clusters, {})));
    const [example] = examplesOf("وصل السفير [P وسام بدران] إلى بلدة معربا.");
    expect(labelsOf(model, example!)).toMatch(/^O O B-person I-person O/);
  });

  test("labels that are all named are as good as the annotation", () => {
    const named = corpus.map((example) => ({
      ...example,
      allowed: Uint32Array.from(example.labels, (label) => 1 << label),
    }));
    const losses: number[] = [];
    const options = { rows: 1 << 12, epochs: 3, rate: 0.1, decay: 1e-5, dropout: 0 };
    const report = (_: number, loss: number): void => void losses.push(loss);
    trainTagger(corpus, { ...options, random: seededRandom(7), report });
    trainTagger(named, { ...options, random: seededRandom(7), report });
    for (let epoch = 0; epoch < 3; epoch++) expect(losses[epoch + 3]).toBeCloseTo(losses[epoch]!, 6);
  });
});

test("the same seed gives the same weights, another one others", () => {
  const first = train(7);
  const second = train(7);
  expect(second.weights).toEqual(first.weights);
  expect(second.transitions).toEqual(first.transitions);
  expect(second.screen).toEqual(first.screen);
  expect(train(8).weights).not.toEqual(first.weights);
});

describe("packing weights", () => {
  const rows = 64;
  const of = (...cells: [row: number, label: number, weight: number][]): TrainedWeights => {
    const weights = new Float32Array(rows * 17);
    for (const [row, label, weight] of cells) weights[row * 17 + label] = weight;
    return { weights, transitions: new Float32Array(17 * 17), screen: new Float32Array(rows).fill(1) };
  };

  test("the largest weight is 127 steps", () => {
    const { weights, step } = packWeights(of([1, 2, 1.27], [3, 4, -0.635]), clusters, {});
    expect(step).toBeCloseTo(0.01);
    expect([weights[1 * 17 + 2], weights[3 * 17 + 4]]).toEqual([127, -63]);
  });

  test("weights beyond 2.5 are cut down", () => {
    const { weights, step } = packWeights(of([0, 0, 5], [1, 1, -5], [2, 2, 2.5]), clusters, {});
    expect(step).toBeCloseTo(2.5 / 127);
    expect([weights[0], weights[18], weights[36]]).toEqual([127, -127, 127]);
  });

  test.each([1, 0.1])(
    "rows without a weight of 12 steps are left out, whole rows only, at size %f",
    (size) => {
      const cells: [number, number, number][] = [
        [0, 0, 127],
        [1, 0, 11],
        [2, 0, 1],
        [2, 1, -12],
      ];
      const trained = of(
        ...cells.map(
          ([row, label, weight]) => [row, label, (weight * size) / 100] as [number, number, number],
        ),
      );
      const { weights } = packWeights(trained, clusters, {});
      expect([weights[0], weights[17], weights[34], weights[35]]).toEqual([127, 0, 1, -12]);
    },
  );

  test("the screen is in the same steps", () => {
    const { screen } = packWeights(of([1, 2, 1.27]), clusters, {});
    expect([...screen]).toEqual(Array.from({ length: rows }, () => 100));
  });

  test("nothing learned", () => {
    const { weights, step } = packWeights(of(), clusters, {});
    expect([step, weights.every((weight) => weight === 0)]).toEqual([1, true]);
  });
});
