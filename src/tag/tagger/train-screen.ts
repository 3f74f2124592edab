import { WORD_PLACES } from "./features.js";

/** What a word says of itself and of the words beside it. */
const SCREEN_FEATURES = WORD_PLACES.flatMap(({ features }) => features);

/** Errors smaller than this teach nothing. */
const GRADIENT_FLOOR = 1e-3;

/**
 * Trains the screen beside the tagger: a logistic regression of whether a word that no lexicon lists is in a name, over
 * the features that are sums by word. By AdaGrad, as the tagger.
 */
export class ScreenTrainer {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly rate: number;
  private readonly decay: number;

  /**
   * @param rows of the weight table.
   * @param rate first step of AdaGrad.
   * @param decay pull towards zero per update.
   */
  constructor(rows: number, rate: number, decay: number) {
    this.weights = new Float32Array(rows);
    this.squares = new Float32Array(rows);
    this.rate = rate;
    this.decay = decay;
  }

  /**
   * Learns from a token.
   * @param features rows of its features from `from` on; -1 for one that is hidden.
   * @param inName 1 when it is in a name, 0 when not; between where the annotation leaves it open.
   * @param weight how much an error counts.
   */
  learn(features: Int32Array, from: number, inName: number, weight: number): void {
    const { weights, squares, rate, decay } = this;
    let score = 0;
    for (const feature of SCREEN_FEATURES) {
      const row = features[from + feature]!;
      if (row >= 0) score += weights[row]!;
    }
    const gradient = (1 / (1 + Math.exp(-score)) - inName) * weight;
    if (Math.abs(gradient) < GRADIENT_FLOOR) return;
    for (const feature of SCREEN_FEATURES) {
      const row = features[from + feature]!;
      if (row < 0) continue;
      const total = gradient + decay * weights[row]!;
      squares[row]! += total * total;
      weights[row]! -= (rate * total) / Math.sqrt(squares[row]! + 1e-6);
    }
  }
}
