import { insideLabel, isInside, LABEL_COUNT, mayFollow, OUTSIDE, typeOfLabel } from "./labels.js";

/** Score of a transition that cannot be. */
export const NEVER = -1e9;

/** Transition scores with the impossible ones ruled out; a name cannot go on at the start of a sentence. */
export interface Chain {
  /** By label * LABEL_COUNT + next. */
  readonly transitions: Float64Array;
  readonly starts: Float64Array;
  /** Exponentials of the transitions; 0 for impossible ones. */
  readonly factors: Float64Array;
  /** By how much the steps of a name from and to each label are ahead of steps from O to O. */
  readonly gains: {
    /** From O to the label. */
    readonly enter: Float64Array;
    /** From the label to the inside label of its type. */
    readonly goOn: Float64Array;
    /** From the label to O. */
    readonly leave: Float64Array;
    /** The greatest of any label but O. */
    readonly most: { readonly enter: number; readonly goOn: number; readonly leave: number };
  };
}

export function makeChain(weights: ArrayLike<number>): Chain {
  const transitions = new Float64Array(LABEL_COUNT * LABEL_COUNT);
  const starts = new Float64Array(LABEL_COUNT);
  for (let label = 0; label < LABEL_COUNT; label++) {
    starts[label] = isInside(label) ? NEVER : 0;
    for (let next = 0; next < LABEL_COUNT; next++)
      transitions[label * LABEL_COUNT + next] = mayFollow(label, next)
        ? weights[label * LABEL_COUNT + next]!
        : NEVER;
  }
  const stay = transitions[OUTSIDE]!;
  const stepGains = (from: (label: number) => number, to: (label: number) => number): Float64Array =>
    starts.map((_, label) => transitions[from(label) * LABEL_COUNT + to(label)]! - stay);
  const same = (label: number): number => label;
  const outside = (): number => OUTSIDE;
  const enter = stepGains(outside, same);
  const goOn = stepGains(same, (label) => (label === OUTSIDE ? OUTSIDE : insideLabel(typeOfLabel(label))));
  const leave = stepGains(same, outside);
  const most = (column: Float64Array): number => Math.max(...column.subarray(1));
  const gains = {
    enter,
    goOn,
    leave,
    most: { enter: most(enter), goOn: most(goOn), leave: most(leave) },
  };
  return {
    transitions,
    starts,
    gains,
    factors: transitions.map((score) => (score <= NEVER ? 0 : Math.exp(score))),
  };
}

/** The best sequence of labels (Viterbi). */
export function bestLabels(chain: Chain, scores: Float64Array, length: number): Uint8Array {
  const n = LABEL_COUNT;
  const { transitions, starts } = chain;
  const from = new Uint8Array(length * n);
  let current = new Float64Array(n);
  let next = new Float64Array(n);
  for (let label = 0; label < n; label++) current[label] = starts[label]! + scores[label]!;
  for (let token = 1; token < length; token++) {
    for (let label = 0; label < n; label++) {
      let best = NEVER * 2;
      let bestFrom = 0;
      for (let previous = 0; previous < n; previous++) {
        const score = current[previous]! + transitions[previous * n + label]!;
        if (score > best) {
          best = score;
          bestFrom = previous;
        }
      }
      next[label] = best + scores[token * n + label]!;
      from[token * n + label] = bestFrom;
    }
    [current, next] = [next, current];
  }
  let label = 0;
  for (let other = 1; other < n; other++) if (current[other]! > current[label]!) label = other;
  const labels = new Uint8Array(length);
  for (let token = length - 1; token >= 0; token--) {
    labels[token] = label;
    label = from[token * n + label]!;
  }
  return labels;
}

/** What a chain expects of a sentence. */
export interface Marginals {
  /** Probability of each label at each token, by token * LABEL_COUNT + label. */
  readonly probabilities: Float64Array;
  /** How often a label is expected before another, by label * LABEL_COUNT + next. */
  readonly pairs: Float64Array;
  /** Logarithm of the sum over all sequences. */
  readonly logTotal: number;
}

/**
 * The probability of each label at each token (forward-backward), and the log of the sum over all sequences.
 * @param scores by token * LABEL_COUNT + label.
 */
export function marginals(chain: Chain, scores: Float64Array, length: number): Marginals {
  const n = LABEL_COUNT;
  const { factors } = chain;
  const forward = new Float64Array(length * n);
  const backward = new Float64Array(length * n);
  const emissions = new Float64Array(length * n);
  const scales = new Float64Array(length);
  let logTotal = 0;
  for (let token = 0; token < length; token++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < n; label++) most = Math.max(most, scores[token * n + label]!);
    let sum = 0;
    for (let label = 0; label < n; label++) {
      const emission = Math.exp(scores[token * n + label]! - most);
      emissions[token * n + label] = emission;
      let before = token === 0 ? (isInside(label) ? 0 : 1) : 0;
      if (token > 0)
        for (let previous = 0; previous < n; previous++)
          before += forward[(token - 1) * n + previous]! * factors[previous * n + label]!;
      const value = before * emission;
      forward[token * n + label] = value;
      sum += value;
    }
    scales[token] = sum;
    logTotal += Math.log(sum) + most;
    for (let label = 0; label < n; label++) forward[token * n + label]! /= sum;
  }
  const pairs = new Float64Array(n * n);
  backward.fill(1, (length - 1) * n);
  for (let token = length - 2; token >= 0; token--) {
    const scale = 1 / scales[token + 1]!;
    for (let label = 0; label < n; label++) {
      let sum = 0;
      for (let next = 0; next < n; next++) {
        const flow =
          factors[label * n + next]! *
          emissions[(token + 1) * n + next]! *
          backward[(token + 1) * n + next]! *
          scale;
        sum += flow;
        pairs[label * n + next]! += forward[token * n + label]! * flow;
      }
      backward[token * n + label] = sum;
    }
  }
  const probabilities = forward.map((value, i) => value * backward[i]!);
  return { probabilities, pairs, logTotal };
}
