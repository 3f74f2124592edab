import { type Chain, type Marginals, makeChain, marginals } from "./chain.js";
import { FEATURE_COUNT, IDENTITY_FEATURES, WORD_FEATURES, writeFeatures } from "./features.js";
import { LABEL_COUNT } from "./labels.js";
import type { TokenSigns } from "./token-signs.js";
import { ScreenTrainer } from "./train-screen.js";

/** A field with the right label of every token. */
export interface TaggedTokens {
  readonly signs: TokenSigns;
  readonly labels: Uint8Array;
  /** Token ranges of its sentences. */
  readonly sentences: readonly (readonly [start: number, end: number])[];
  /** How much an error here counts; 1 for gold. */
  readonly weight: number;
  /**
   * Which labels each token may have, a bit by label, where a corpus of another scheme leaves several open: an O of a
   * corpus without works and weapons is no person, but may be a work. Then `labels` is not read. Default: `labels` alone.
   */
  readonly allowed?: Uint32Array;
  /** Share of the lexicon's claims to hide here; else that of the options. */
  readonly hiding?: number;
}

export interface TrainingOptions {
  /** Rows of the weight table, a power of two. */
  readonly rows: number;
  readonly epochs: number;
  /** First step of AdaGrad. */
  readonly rate: number;
  /** Pull towards zero per update. */
  readonly decay: number;
  /** Share of the identity features that a sentence goes without. */
  readonly dropout: number;
  /** Share of the lexicon's claims that a sentence goes without: unseen text has more unlisted names. */
  readonly hiding?: number;
  /** Share of tokens whose word is hidden whole: «غوندوغان» is then known by its ending and what stands beside it. */
  readonly wordHiding?: number;
  /** Weights are averaged over the last epochs. */
  readonly averaged?: number;
  readonly random: () => number;
  readonly report?: (epoch: number, loss: number) => void;
}

export interface TrainedWeights {
  /** By row * LABEL_COUNT + label. */
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  /** Of the screen, by row. */
  readonly screen: Float32Array;
}

/**
 * Trains a linear-chain conditional random field by stochastic gradient descent with AdaGrad, sentence by sentence.
 *
 * Sources: Lafferty, McCallum, Pereira: Conditional Random Fields, ICML 2001; Duchi, Hazan, Singer: Adaptive Subgradient
 * Methods, JMLR 2011. Feature dropout as in Sutton, Sindelar, McCallum: Reducing Weight Undertraining, NAACL 2006.
 */
export function trainTagger(corpus: readonly TaggedTokens[], options: TrainingOptions): TrainedWeights {
  const { rows, epochs, rate, decay, dropout, random } = options;
  const n = LABEL_COUNT;
  const weights = new Float32Array(rows * n);
  const squares = new Float32Array(rows * n);
  const transitions = new Float32Array(n * n);
  const transitionSquares = new Float32Array(n * n);
  const screen = new ScreenTrainer(rows, rate, decay);
  const mask = rows - 1;
  const sentences = corpus.flatMap((field) => field.sentences.map(([start, end]) => ({ field, start, end })));
  const features = new Int32Array(4096 * FEATURE_COUNT);
  const labels = new Uint8Array(n);
  const gradients = new Float64Array(n);
  const hiding = options.hiding ?? 0;
  const wordHiding = options.wordHiding ?? 0;
  const averaged = Math.min(options.averaged ?? 0, epochs);
  const sums = averaged > 0 ? new Float32Array(rows * n) : weights;
  const transitionSums = new Float32Array(n * n);
  const screenSums = averaged > 0 ? new Float32Array(rows) : screen.weights;
  const shadows = new Map<TokenSigns, TokenSigns>();
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(sentences, random);
    let loss = 0;
    for (const { field, start, end } of sentences) {
      const length = Math.min(end - start, 4096);
      const scores = new Float64Array(length * n);
      const share = field.hiding ?? hiding;
      const signs = share > 0 ? hideClaims(field.signs, start, end, share, random, shadows) : field.signs;
      for (let i = 0; i < length; i++) {
        const row = features.subarray(i * FEATURE_COUNT, (i + 1) * FEATURE_COUNT);
        writeFeatures(signs, start + i, mask, row);
        if (wordHiding > 0 && random() < wordHiding) for (const k of WORD_FEATURES) row[k] = -1;
        for (let k = 0; k < FEATURE_COUNT; k++) {
          // A dropped feature is neither read nor taught in this sentence.
          if (k < IDENTITY_FEATURES && dropout > 0 && random() < dropout) row[k] = -1;
          const at = row[k]!;
          if (at >= 0)
            for (let label = 0; label < n; label++) scores[i * n + label]! += weights[at * n + label]!;
        }
      }
      const chain = makeChain(transitions);
      const { probabilities, pairs, logTotal } = marginals(chain, scores, length);
      const target = targetOf(field, start, length, chain, scores);
      for (let k = 0; k < n * n; k++) pairs[k]! -= target.pairs[k]!;
      for (let i = 0; i < length; i++) {
        if (signs.listed[start + i] === 0)
          screen.learn(features, i * FEATURE_COUNT, 1 - target.probabilities[i * n]!, field.weight);
        let taught = 0;
        for (let k = 0; k < n; k++) {
          const gradient = (probabilities[i * n + k]! - target.probabilities[i * n + k]!) * field.weight;
          if (Math.abs(gradient) < GRADIENT_FLOOR) continue;
          labels[taught] = k;
          gradients[taught++] = gradient;
        }
        if (taught === 0) continue;
        for (let f = 0; f < FEATURE_COUNT; f++) {
          const at = features[i * FEATURE_COUNT + f]!;
          if (at < 0) continue;
          for (let k = 0; k < taught; k++) {
            const w = at * n + labels[k]!;
            const total = gradients[k]! + decay * weights[w]!;
            squares[w]! += total * total;
            weights[w]! -= (rate * total) / Math.sqrt(squares[w]! + 1e-6);
          }
        }
      }
      for (let k = 0; k < n * n; k++) {
        const gradient = pairs[k]! * field.weight;
        if (gradient === 0) continue;
        transitionSquares[k]! += gradient * gradient;
        transitions[k]! -= (rate * gradient) / Math.sqrt(transitionSquares[k]! + 1e-6);
      }
      loss += (logTotal - target.logTotal) * field.weight;
    }
    options.report?.(epoch, loss / sentences.length);
    if (averaged > 0 && epoch >= epochs - averaged) {
      for (let i = 0; i < weights.length; i++) sums[i]! += weights[i]! / averaged;
      for (let i = 0; i < n * n; i++) transitionSums[i]! += transitions[i]! / averaged;
      for (let i = 0; i < rows; i++) screenSums[i]! += screen.weights[i]! / averaged;
    }
  }
  return { weights: sums, transitions: averaged > 0 ? transitionSums : transitions, screen: screenSums };
}

/** What the labels of a sentence should be: those of the annotation or, where it leaves some open, the likeliest of them. */
function targetOf(
  { labels, allowed }: TaggedTokens,
  start: number,
  length: number,
  chain: Chain,
  scores: Float64Array,
): Marginals {
  const n = LABEL_COUNT;
  if (allowed !== undefined) {
    const left = scores.map((score, i) =>
      allowed[start + Math.floor(i / n)]! & (1 << (i % n)) ? score : score - RULED_OUT,
    );
    return marginals(chain, left, length);
  }
  const probabilities = new Float64Array(length * n);
  const pairs = new Float64Array(n * n);
  let logTotal = 0;
  for (let i = 0; i < length; i++) {
    const label = labels[start + i]!;
    probabilities[i * n + label] = 1;
    logTotal += scores[i * n + label]!;
    if (i === 0) continue;
    const pair = labels[start + i - 1]! * n + label;
    pairs[pair]! += 1;
    logTotal += chain.transitions[pair]!;
  }
  return { probabilities, pairs, logTotal };
}

/** What the score of a label that cannot be is lowered by. */
const RULED_OUT = 200;

/**
 * Errors smaller than this teach nothing: a sentence that is nearly right is left alone, which is faster and keeps the
 * weights from learning the training articles by heart.
 */
const GRADIENT_FLOOR = 1e-2;

/**
 * Hides whole claims of the lexicon in a sentence, as if it did not list the name: «رجب طيب أردوغان» is then read by its
 * given name and what stands beside it. Lexicons know the training articles better than they will know others.
 */
function hideClaims(
  signs: TokenSigns,
  start: number,
  end: number,
  share: number,
  random: () => number,
  shadows: Map<TokenSigns, TokenSigns>,
): TokenSigns {
  let shadow = shadows.get(signs);
  if (shadow === undefined) {
    const { listed, listedClass, elsewhere } = signs;
    shadow = {
      ...signs,
      listed: listed.slice(),
      listedClass: listedClass.slice(),
      elsewhere: elsewhere.slice(),
    };
    shadows.set(signs, shadow);
  }
  let hidden = false;
  for (let token = start; token < end; token++) {
    const listed = signs.listed[token]!;
    const place = (listed >> 4) & 3;
    if (listed === 0 || place < 2)
      hidden = isNameType(listed) && random() < share * HIDING_BY_TYPE[listed & 15]!;
    const gone = hidden && (listed !== 0 || signs.elsewhere[token] !== 0);
    shadow.listed[token] = gone ? 0 : listed;
    shadow.listedClass[token] = gone ? 0 : signs.listedClass[token]!;
    shadow.elsewhere[token] = gone ? 0 : signs.elsewhere[token]!;
  }
  return shadow;
}

/**
 * How readily a claim of each type is hidden, by its number in `listed` (0: only `elsewhere`). Of the persons of one
 * source the lexicons list 62 of 100 in annotated and 50 in other articles; of places and organizations as many in both.
 */
const HIDING_BY_TYPE = [1, 1, 0.15, 0.35, 0.5, 0.5, 0.5, 0.5, 0.5];

/** Not demonyms and roles: these are closed lists. */
function isNameType(listed: number): boolean {
  return listed === 0 || (listed & 15) <= 8;
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [list[i], list[k]] = [list[k]!, list[i]!];
  }
}
