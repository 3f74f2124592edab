import { TrieBuilder } from "../data/surface-trie.js";
import { encodeTopicModel, TopicModel, type TopicModelParts } from "../data/topic-model.js";
import { buildVocabulary } from "../data/vocabulary.js";
import type { FieldText } from "../text/field-text.js";
import { featuresOf } from "./article-features.js";
import { isTerm, stemOf } from "./count-terms.js";
import { trainSvm } from "./linear-svm.js";
import { fitLogistic } from "./logistic.js";
import { type LabelledVector, scoreVector, toVector } from "./naive-bayes.js";

/** A text with labels of the caller's own. */
export interface LabelExample {
  readonly fields: readonly FieldText[];
  readonly labels: readonly string[];
}

/** Words seen in fewer texts are left out; their pieces stay. */
const FEWEST_TEXTS = 2;
const PIECES = { buckets: 1 << 15, shortest: 3, longest: 5 };
/** Pieces are many and say the same thing several times. */
const PIECE_WEIGHT = 0.6;
const COST = 0.6;
/** Every so manyth text is held out to learn what a margin is worth. */
const HELD_OUT = 5;
/** Weights are finer than those of the subjects: posts are short. */
const STEP = 1 / 256;

/**
 * Trains a topic model for labels of the caller's own: linear support vector machines on stems and pieces of words, in
 * one table like that of the subjects. Any string is a label. Deterministic.
 * @returns bytes for `TopicModel`; it assigns as many labels per text as the examples have.
 */
export function trainLabels(examples: readonly LabelExample[]): Uint8Array {
  const labels = [...new Set(examples.flatMap(({ labels }) => labels))].sort();
  const numbers = new Map(labels.map((label, i) => [label, i]));
  const parts = emptyModel(examples, labels);
  if (labels.length === 0) return encodeTopicModel(parts);
  const blank = new TopicModel(encodeTopicModel(parts));
  const counted = examples.map(({ fields }) => featuresOf(blank, fields, [], []));
  const rarity = rarityOf(counted, parts.rarity.length, blank.firstPiece);
  const vectors = counted.map(({ features, counts }, i): LabelledVector => {
    const topics = [...new Set(examples[i]!.labels)].map((label) => numbers.get(label)!);
    return { ...toVector(features, counts, rarity), topics };
  });
  const size = rarity.length;
  const [slope, shift] = marginWorth(vectors, size, labels.length);
  const { weights, biases } = trainSvm(vectors, size, labels.length, COST);
  const counts = vectors.map(({ topics }) => topics.length);
  return encodeTopicModel({
    ...parts,
    rarity,
    weights: weights.map((weight) => weight * slope),
    intercepts: Array.from(biases, (bias) => bias * slope + shift),
    range: { fewest: counts.reduce((a, b) => Math.min(a, b)), most: counts.reduce((a, b) => Math.max(a, b)) },
  });
}

/**
 * What a margin is worth in log-odds, the same for all labels: the order of labels stays that of their margins.
 * Source: Platt, Probabilistic Outputs for Support Vector Machines, 1999.
 */
function marginWorth(vectors: readonly LabelledVector[], size: number, labels: number): [number, number] {
  const inside = vectors.filter((_, i) => i % HELD_OUT !== 0);
  if (inside.length === 0 || inside.length === vectors.length) return [1, 0];
  const { weights, biases } = trainSvm(inside, size, labels, COST);
  const rows: number[][] = [];
  const targets: number[] = [];
  vectors.forEach((vector, i) => {
    if (i % HELD_OUT !== 0) return;
    scoreVector(vector, weights, labels).forEach((score, label) => {
      rows.push([score + biases[label]!]);
      targets.push(vector.topics.includes(label) ? 1 : 0);
    });
  });
  const [slope = 1, shift = 0] = fitLogistic(rows, targets);
  return slope > 0 ? [slope, shift] : [1, 0];
}

function rarityOf(
  counted: readonly { readonly features: readonly number[] }[],
  size: number,
  firstPiece: number,
): Float32Array {
  const seen = new Uint32Array(size);
  for (const { features } of counted) for (const feature of features) seen[feature]!++;
  return Float32Array.from(seen, (texts, feature) => {
    const rarity = texts === 0 ? 0 : Math.log((counted.length + 1) / texts);
    return feature < firstPiece ? rarity : rarity * PIECE_WEIGHT;
  });
}

/** A model with every feature in place and no weights yet. */
function emptyModel(examples: readonly LabelExample[], labels: readonly string[]): TopicModelParts {
  const texts = new Map<string, number>();
  for (const { fields } of examples) {
    const stems = new Set<string>();
    for (const { tokens } of fields)
      for (let token = 0; token < tokens.count; token++)
        if (isTerm(tokens, token)) stems.add(stemOf(tokens, token));
    for (const stem of stems) texts.set(stem, (texts.get(stem) ?? 0) + 1);
  }
  const stems = [...texts].flatMap(([stem, seen]) => (seen >= FEWEST_TEXTS ? [stem] : [])).sort();
  const builder = new TrieBuilder();
  for (const stem of stems) builder.add([stem]);
  for (const [feature, stem] of stems.entries()) builder.setSenses(stem, feature);
  const { words, columns } = builder.finish();
  const size = stems.length + PIECES.buckets;
  return {
    topics: labels.map((id) => ({ id, ar: id, en: id })),
    intercepts: labels.map(() => 0),
    lexiconJoin: new Array(labels.length ** 2).fill(0),
    range: { fewest: 0, most: labels.length },
    pieces: PIECES,
    step: STEP,
    vocabulary: buildVocabulary(words),
    trie: columns,
    entityFeatures: [],
    rarity: new Float32Array(size).fill(1),
    weights: new Float32Array(size * labels.length),
    lexicon: [],
    countries: { signs: [], priors: [] },
    provenance: { texts: examples.length },
  };
}
