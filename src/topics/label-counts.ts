import { LabelError, MOST_LABELS } from "../data/label.js";
import {
  type CountedFeature,
  decodeTopicCounts,
  encodeTopicCounts,
  MOST_TEXTS,
} from "../data/topic-counts.js";
import { encodeTopicModel } from "../data/topic-model.js";
import { eachPiece, isTerm, MOST_TOKENS, stemOf, TITLE_WEIGHT } from "./count-terms.js";
import { type LabelExample, labelsOf, PIECE_WEIGHT, PIECES, wordModel } from "./train-labels.js";

/** Weights are counted in whole steps, so that sums are exact and what was learnt can be forgotten without a trace. */
const STEPS = 4096;
/** Pseudo-weight of every feature, in steps, in texts with a label and in those without. */
const SMOOTHING = 0.01 * STEPS;
/**
 * What a sum of naive Bayes is worth in log-odds: features are not independent, so it says too much. One value for
 * all, from three collections (0.45, 0.50 and 0.54; shifts of -0.25, -0.42 and -0.56): there are no texts to hold out.
 */
const SLOPE = 0.5;
const SHIFT = -0.4;

/** What is known of a stem or a piece of words; sums in steps. */
interface FeatureSums {
  texts: number;
  steps: number;
  readonly byLabel: Map<string, number>;
}

/** What each feature of a text weighs, in steps. */
interface TextSteps {
  readonly stems: ReadonlyMap<string, number>;
  readonly pieces: ReadonlyMap<number, number>;
}

/**
 * The sums of a naive Bayes that learns and forgets one text at a time. They hold stems, labels and numbers, and no text;
 * they depend on what was learnt and not forgotten, and on nothing else.
 */
export class LabelCounts {
  private readonly stems = new Map<string, FeatureSums>();
  private readonly pieces = new Map<number, FeatureSums>();
  private readonly labels = new Map<string, number>();
  /** How many texts have so many labels. */
  private readonly labelled = new Map<number, number>();
  private total = 0;

  /** @throws DataFormatError when the bytes are none that `encode` gave. */
  static decode(bytes: Uint8Array): LabelCounts {
    const { texts, labels, labelled, stems, pieces } = decodeTopicCounts(bytes, PIECES.buckets);
    const counts = new LabelCounts();
    counts.total = texts;
    const read = <K>(map: Map<K, FeatureSums>, features: readonly (readonly [K, CountedFeature])[]): void => {
      for (const [key, { texts, steps, byLabel }] of features)
        map.set(key, {
          texts,
          steps,
          byLabel: new Map(byLabel.map(([label, sum]) => [labels[label]![0], sum])),
        });
    };
    read(counts.stems, stems);
    read(counts.pieces, pieces);
    for (const [label, count] of labels) counts.labels.set(label, count);
    for (const [size, count] of labelled) counts.labelled.set(size, count);
    return counts;
  }

  encode(): Uint8Array {
    const labels = sorted(this.labels);
    const numbers = new Map(labels.map(([label], i) => [label, i]));
    const counted = ({ texts, steps, byLabel }: FeatureSums): CountedFeature => ({
      texts,
      steps,
      byLabel: [...byLabel]
        .map(([label, sum]) => [numbers.get(label)!, sum] as const)
        .sort((a, b) => a[0] - b[0]),
    });
    return encodeTopicCounts({
      texts: this.total,
      labels,
      labelled: sorted(this.labelled),
      stems: sorted(this.stems).map(([stem, sums]) => [stem, counted(sums)]),
      pieces: sorted(this.pieces).map(([piece, sums]) => [piece, counted(sums)]),
    });
  }

  get texts(): number {
    return this.total;
  }

  /** How many texts have each label, sorted by label. */
  labelTexts(): [label: string, texts: number][] {
    return sorted(this.labels);
  }

  /** @throws LabelError when a label cannot be one, or there are too many labels or texts; nothing is learnt then. */
  learn(example: LabelExample): void {
    const labels = labelsOf([example]);
    const more = labels.filter((label) => !this.labels.has(label)).length;
    if (this.labels.size + more > MOST_LABELS)
      throw new LabelError(`${this.labels.size + more} different labels; expected at most ${MOST_LABELS}`);
    if (this.total === MOST_TEXTS) throw new LabelError(`expected at most ${MOST_TEXTS} texts`);
    this.add(stepsOf(example), labels, 1);
  }

  /** @throws LabelError when the text was not learnt with these labels, as far as sums can tell; nothing is forgotten then. */
  forget(example: LabelExample): void {
    const labels = labelsOf([example]);
    const text = stepsOf(example);
    const has = (sums: FeatureSums | undefined, steps: number): boolean => {
      if (sums === undefined || !labels.every((label) => (sums.byLabel.get(label) ?? 0) >= steps))
        return false;
      // Each of the other texts that have the feature keeps a step at least.
      const others = sums.texts - 1;
      return others === 0
        ? sums.steps === steps && sums.byLabel.size === labels.length
        : sums.steps >= steps + others;
    };
    const learnt =
      labels.every((label) => this.labels.has(label)) &&
      this.labelled.has(labels.length) &&
      [...text.stems].every(([stem, steps]) => has(this.stems.get(stem), steps)) &&
      [...text.pieces].every(([piece, steps]) => has(this.pieces.get(piece), steps));
    if (!learnt) throw new LabelError(`this text was not learnt with the labels ${JSON.stringify(labels)}`);
    this.add(text, labels, -1);
  }

  /** A topic model of what was learnt and not forgotten; the same texts give the same bytes, in whatever order they came. */
  toModel(provenance: Readonly<Record<string, unknown>>): Uint8Array {
    const labels = sorted(this.labels);
    const texts = new Map([...this.stems].map(([stem, sums]) => [stem, sums.texts]));
    const { parts, stems } = wordModel(texts, labels.length, provenance, 1);
    const rarity = new Float32Array(parts.rarity.length);
    const weights = new Float32Array(rarity.length * labels.length);
    const weigh = this.weigher(labels.map(([label]) => label));
    const set = (feature: number, sums: FeatureSums, factor: number): void => {
      rarity[feature] = factor * Math.log((this.total + 1) / sums.texts);
      weights.set(weigh(sums), feature * labels.length);
    };
    stems.forEach((stem, feature) => {
      set(feature, this.stems.get(stem)!, 1);
    });
    for (const [piece, sums] of this.pieces) set(stems.length + piece, sums, PIECE_WEIGHT);
    const sizes = [...this.labelled.keys()];
    return encodeTopicModel({
      ...parts,
      topics: labels.map(([id]) => ({ id, ar: id, en: id })),
      rarity,
      weights,
      intercepts: labels.map(
        ([, count]) => SLOPE * Math.log((count + 0.5) / (this.total - count + 0.5)) + SHIFT,
      ),
      range:
        sizes.length === 0
          ? { fewest: 0, most: 0 }
          : { fewest: sizes.reduce((a, b) => Math.min(a, b)), most: sizes.reduce((a, b) => Math.max(a, b)) },
    });
  }

  /** Log of how much more a feature weighs in texts of a label than in the rest, by label. */
  private weigher(labels: readonly string[]): (sums: FeatureSums) => number[] {
    const inside = new Map(labels.map((label) => [label, 0]));
    let all = 0;
    for (const sums of [...this.stems.values(), ...this.pieces.values()]) {
      all += sums.steps;
      for (const [label, steps] of sums.byLabel) inside.set(label, inside.get(label)! + steps);
    }
    const pseudo = SMOOTHING * (this.stems.size + this.pieces.size);
    return ({ steps, byLabel }) =>
      labels.map((label) => {
        const here = byLabel.get(label) ?? 0;
        const share = (here + SMOOTHING) / (inside.get(label)! + pseudo);
        const elsewhere = (steps - here + SMOOTHING) / (all - inside.get(label)! + pseudo);
        return SLOPE * Math.log(share / elsewhere);
      });
  }

  private add({ stems, pieces }: TextSteps, labels: readonly string[], sign: 1 | -1): void {
    for (const [stem, steps] of stems) addFeature(this.stems, stem, sign, steps, labels);
    for (const [piece, steps] of pieces) addFeature(this.pieces, piece, sign, steps, labels);
    for (const label of labels) addTo(this.labels, label, sign);
    addTo(this.labelled, labels.length, sign);
    this.total += sign;
  }
}

function addFeature<K>(
  features: Map<K, FeatureSums>,
  key: K,
  sign: 1 | -1,
  steps: number,
  labels: readonly string[],
): void {
  let sums = features.get(key);
  if (sums === undefined) {
    sums = { texts: 0, steps: 0, byLabel: new Map() };
    features.set(key, sums);
  }
  sums.texts += sign;
  sums.steps += sign * steps;
  for (const label of labels) addTo(sums.byLabel, label, sign * steps);
  if (sums.texts === 0) features.delete(key);
}

/** What has come to nothing leaves no trace. */
function addTo<K>(sums: Map<K, number>, key: K, amount: number): void {
  const sum = (sums.get(key) ?? 0) + amount;
  if (sum === 0) sums.delete(key);
  else sums.set(key, sum);
}

/** What each stem and piece of a text weighs: damped counts, scaled to length 1, in whole steps of 1 or more. */
function stepsOf({ fields }: LabelExample): TextSteps {
  const stems = new Map<string, number>();
  const pieces = new Map<number, number>();
  for (const { field, tokens } of fields) {
    const weight = field === "title" ? TITLE_WEIGHT : 1;
    const end = Math.min(tokens.count, MOST_TOKENS);
    for (let token = 0; token < end; token++) {
      if (!isTerm(tokens, token)) continue;
      addTo(stems, stemOf(tokens, token), weight);
      eachPiece(tokens, token, PIECES, (piece) => addTo(pieces, piece, weight));
    }
  }
  let squares = 0;
  for (const count of stems.values()) squares += Math.log1p(count) ** 2;
  for (const count of pieces.values()) squares += (PIECE_WEIGHT * Math.log1p(count)) ** 2;
  const scale = STEPS / (Math.sqrt(squares) || 1);
  const toSteps = (weight: number): number => Math.max(1, Math.round(weight * scale));
  for (const [stem, count] of stems) stems.set(stem, toSteps(Math.log1p(count)));
  for (const [piece, count] of pieces) pieces.set(piece, toSteps(PIECE_WEIGHT * Math.log1p(count)));
  return { stems, pieces };
}

/** By key: code unit order, or numbers ascending. */
function sorted<K extends string | number, V>(map: ReadonlyMap<K, V>): [K, V][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
