import { LabelError, MOST_LABELS, problemOfLabel } from "../data/label.js";
import { TrieBuilder } from "../data/surface-trie.js";
import { encodeTopicModel, TopicModel, type TopicModelParts } from "../data/topic-model.js";
import { buildVocabulary, MOST_LETTERS } from "../data/vocabulary.js";
import type { FieldText } from "../text/field-text.js";
import { featuresOf } from "./article-features.js";
import { isTerm, stemOf } from "./count-terms.js";
import { shuffled, trainSvm } from "./linear-svm.js";
import { type LabelledVector, scoreVector, toVector } from "./naive-bayes.js";
import { partsOf } from "./parts.js";
import { type HeldOut, marginWorths } from "./platt.js";

/** A text with labels of the caller's own. */
export interface LabelExample {
  readonly fields: readonly FieldText[];
  readonly labels: readonly string[];
}

export interface LabelTraining {
  /** Decides the order of the texts in training. Default: 7. */
  readonly seed?: number;
  /** Kept in the model. Default: nothing. */
  readonly provenance?: Readonly<Record<string, unknown>>;
}

/** Words seen in fewer texts are left out; their pieces stay. */
const FEWEST_TEXTS = 2;
/** Hashed pieces of words: a misspelt word shares most of them with the right one. */
export const PIECES = { buckets: 1 << 15, shortest: 3, longest: 5 };
/** Pieces are many and say the same thing several times. */
export const PIECE_WEIGHT = 0.6;
const COST = 0.6;
/** One of so many parts is held out to learn what a margin is worth. */
const HELD_OUT = 5;
/** With fewer texts each one is held out once: a few margins tell too little. */
const FEW_TEXTS = 2000;
/** Weights are finer than those of the subjects: posts are short. */
const STEP = 1 / 256;
/** Weights of a model: a quarter of a gigabyte in training. */
const MOST_WEIGHTS = 1 << 26;

/**
 * Trains a topic model for labels of the caller's own: linear support vector machines on stems and pieces of words, in
 * one table like that of the subjects. The same examples and options give the same bytes.
 * @returns bytes for `TopicModel`; it assigns as many labels per text as the examples have.
 * @throws LabelError when a label cannot be one, there are too many, or an example has no list of labels.
 */
export function trainLabels(
  examples: readonly LabelExample[],
  { seed = 7, provenance = {} }: LabelTraining = {},
): Uint8Array {
  const labels = labelsOf(examples);
  const numbers = new Map(labels.map((label, i) => [label, i]));
  const { parts: blankParts } = wordModel(stemCounts(examples), labels.length, provenance);
  if (labels.length === 0) return encodeTopicModel(blankParts);
  const blank = new TopicModel(encodeTopicModel(blankParts));
  const counted = examples.map(({ fields }) => {
    // Where the terms stand is let go: it takes more room than all the rest.
    const { features, counts } = featuresOf(blank, fields, [], []);
    return { features, counts };
  });
  const rarity = rarityOf(counted, blankParts.rarity.length, blank.firstPiece);
  const vectors = counted.map(({ features, counts }, i): LabelledVector => {
    const topics = [...new Set(examples[i]!.labels)].map((label) => numbers.get(label)!);
    return { ...toVector(features, counts, rarity), topics };
  });
  const size = rarity.length;
  const order = shuffled(vectors.length, seed);
  const parts = partsOf(examples, HELD_OUT, seed);
  const worths = marginWorths(heldOutMargins(vectors, order, parts, size, labels.length));
  const { weights, biases } = trainSvm(vectors, size, labels.length, COST, order);
  const counts = vectors.map(({ topics }) => topics.length);
  return encodeTopicModel({
    ...blankParts,
    topics: labels.map((id) => ({ id, ar: id, en: id })),
    rarity,
    weights: weights.map((weight, at) => weight * worths[at % labels.length]!.slope),
    intercepts: worths.map(({ slope, shift }, label) => biases[label]! * slope + shift),
    range: { fewest: counts.reduce((a, b) => Math.min(a, b)), most: counts.reduce((a, b) => Math.max(a, b)) },
  });
}

/** All labels of the examples, sorted by code unit. */
export function labelsOf(examples: readonly { readonly labels: readonly string[] }[]): string[] {
  const labels = new Set<string>();
  examples.forEach((example, i) => {
    if (!Array.isArray(example.labels))
      throw new LabelError(`example ${i}: labels: expected a list of strings`);
    for (const label of example.labels as readonly string[]) {
      const problem = labels.has(label) ? undefined : problemOfLabel(label);
      if (problem !== undefined) throw new LabelError(`example ${i}: labels: ${problem}`);
      labels.add(label);
    }
  });
  if (labels.size > MOST_LABELS)
    throw new LabelError(`${labels.size} different labels; expected at most ${MOST_LABELS}`);
  return [...labels].sort();
}

/** The margins of texts by models that were trained without them. */
function heldOutMargins(
  vectors: readonly LabelledVector[],
  order: Uint32Array,
  parts: Uint32Array,
  size: number,
  labels: number,
): HeldOut[] {
  const heldOut = Array.from({ length: labels }, (): HeldOut => ({ margins: [], targets: [] }));
  const times = vectors.length < FEW_TEXTS ? HELD_OUT : 1;
  for (let part = 0; part < times; part++) {
    const inside = order.filter((document) => parts[document] !== part);
    if (inside.length === 0 || inside.length === order.length) continue;
    const { weights, biases } = trainSvm(vectors, size, labels, COST, inside);
    for (const document of order) {
      if (parts[document] !== part) continue;
      const vector = vectors[document]!;
      scoreVector(vector, weights, labels).forEach((score, label) => {
        heldOut[label]!.margins.push(score + biases[label]!);
        heldOut[label]!.targets.push(vector.topics.includes(label) ? 1 : 0);
      });
    }
  }
  return heldOut;
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

/** In how many examples each stem stands. */
function stemCounts(examples: readonly LabelExample[]): Map<string, number> {
  const texts = new Map<string, number>();
  for (const { fields } of examples) {
    const stems = new Set<string>();
    for (const { tokens } of fields)
      for (let token = 0; token < tokens.count; token++)
        if (isTerm(tokens, token)) stems.add(stemOf(tokens, token));
    for (const stem of stems) texts.set(stem, (texts.get(stem) ?? 0) + 1);
  }
  return texts;
}

/**
 * A model of words and pieces of words, with every feature in place and no topics yet, and its stems by feature.
 * @param texts in how many texts each stem stands.
 */
export function wordModel(
  texts: ReadonlyMap<string, number>,
  labels: number,
  provenance: Readonly<Record<string, unknown>>,
  fewest = FEWEST_TEXTS,
): { readonly parts: TopicModelParts; readonly stems: readonly string[] } {
  const most = Math.floor(MOST_WEIGHTS / Math.max(1, labels)) - PIECES.buckets;
  const stems = writableStems([...texts].filter(([, seen]) => seen >= fewest))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([stem]) => stem)
    .sort();
  const builder = new TrieBuilder();
  for (const stem of stems) builder.add([stem]);
  for (const [feature, stem] of stems.entries()) builder.setSenses(stem, feature);
  const { words, columns } = builder.finish();
  const parts: TopicModelParts = {
    topics: [],
    intercepts: [],
    lexiconJoin: [],
    range: { fewest: 0, most: 0 },
    pieces: PIECES,
    step: STEP,
    vocabulary: buildVocabulary(words),
    trie: columns,
    entityFeatures: [],
    rarity: new Float32Array(stems.length + PIECES.buckets).fill(1),
    weights: new Float32Array(0),
    lexicon: [],
    countries: { signs: [], priors: [] },
    provenance,
  };
  return { parts, stems };
}

/** The stems in the letters that the most stems have: a vocabulary holds so many letters and no more. */
function writableStems(
  stems: readonly (readonly [stem: string, texts: number])[],
): (readonly [string, number])[] {
  const uses = new Map<number, number>();
  for (const [stem] of stems)
    for (let i = 0; i < stem.length; i++)
      uses.set(stem.charCodeAt(i), (uses.get(stem.charCodeAt(i)) ?? 0) + 1);
  if (uses.size <= MOST_LETTERS) return [...stems];
  const kept = [...uses].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_LETTERS);
  const letters = new Set(kept.map(([letter]) => letter));
  return stems.filter(([stem]) => {
    for (let i = 0; i < stem.length; i++) if (!letters.has(stem.charCodeAt(i))) return false;
    return true;
  });
}
