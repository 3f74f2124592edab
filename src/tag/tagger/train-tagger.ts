import { FEATURE_COUNT, IDENTITY_FEATURES, writeFeatures } from "./features.js";
import { makeChain, marginals } from "./chain.js";
import { LABEL_COUNT } from "./labels.js";
import type { TokenSigns } from "./token-signs.js";

/** A field with the right label of every token. */
export interface TaggedTokens {
  readonly signs: TokenSigns;
  readonly labels: Uint8Array;
  /** Token ranges of its sentences. */
  readonly sentences: readonly (readonly [start: number, end: number])[];
  /** How much an error here counts; 1 for gold. */
  readonly weight: number;
  /** False where an O says nothing, since the corpus does not mark every type. */
  readonly mask?: Uint8Array;
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
  readonly random: () => number;
  readonly report?: (epoch: number, loss: number) => void;
}

export interface TrainedWeights {
  /** By row * LABEL_COUNT + label. */
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
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
  const mask = rows - 1;
  const sentences = corpus.flatMap((field) => field.sentences.map(([start, end]) => ({ field, start, end })));
  const features = new Int32Array(4096 * FEATURE_COUNT);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(sentences, random);
    let loss = 0;
    for (const { field, start, end } of sentences) {
      const length = Math.min(end - start, 4096);
      const scores = new Float64Array(length * n);
      for (let i = 0; i < length; i++) {
        const row = features.subarray(i * FEATURE_COUNT, (i + 1) * FEATURE_COUNT);
        writeFeatures(field.signs, start + i, mask, row);
        for (let k = 0; k < FEATURE_COUNT; k++) {
          // A dropped feature is neither read nor taught in this sentence.
          if (k < IDENTITY_FEATURES && random() < dropout) row[k] = -1;
          const at = row[k]!;
          if (at >= 0) for (let label = 0; label < n; label++) scores[i * n + label]! += weights[at * n + label]!;
        }
      }
      const { probabilities, pairs, logTotal } = marginals(makeChain(transitions), scores, length);
      let gold = 0;
      for (let i = 0; i < length; i++) {
        const label = field.labels[start + i]!;
        gold += scores[i * n + label]!;
        if (i > 0) {
          gold += transitions[field.labels[start + i - 1]! * n + label]!;
          pairs[field.labels[start + i - 1]! * n + label]! -= 1;
        }
        for (let k = 0; k < n; k++) {
          const gradient = (probabilities[i * n + k]! - (k === label ? 1 : 0)) * field.weight;
          if (Math.abs(gradient) < 1e-3) continue;
          for (let f = 0; f < FEATURE_COUNT; f++) {
            const at = features[i * FEATURE_COUNT + f]!;
            if (at < 0) continue;
            const w = at * n + k;
            const total = gradient + decay * weights[w]!;
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
      loss += (logTotal - gold) * field.weight;
    }
    options.report?.(epoch, loss / sentences.length);
  }
  return { weights, transitions };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [list[i], list[k]] = [list[k]!, list[i]!];
  }
}
