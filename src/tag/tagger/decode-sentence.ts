import { type Chain, NEVER } from "./chain.js";
import { isInside, LABEL_COUNT, OUTSIDE, typeOfLabel } from "./labels.js";

/** A label that scores this much less than the best one of its token is not followed. */
const BEAM = 5;

/** The best labels of a sentence, and how sure they are. */
export interface Decoded {
  /** By token. */
  readonly labels: Uint8Array;
  /** Probability that the token belongs to a name of the best label's type; of O where that is best. */
  readonly certainty: Float64Array;
  /** Probability that the token is outside of every name. */
  readonly outside: Float64Array;
}

/**
 * Finds the best sequence of labels and the probability of each (Viterbi and forward-backward), following at every
 * token only the labels that have a chance: most tokens have one, O.
 * @param scores by token * LABEL_COUNT + label.
 */
export function decodeSentence(chain: Chain, scores: Float64Array, length: number): Decoded {
  const n = LABEL_COUNT;
  const { active, counts, forward, best, from, emissions, scales } = scratchFor(length);
  if (markActive(scores, length, active, counts) === 0) return plain(length);
  for (let token = 0; token < length; token++) {
    const row = token * n;
    const top = topScore(scores, row);
    let sum = 0;
    for (let a = 0; a < counts[token]!; a++) {
      const label = active[row + a]!;
      const score = scores[row + label]! - top;
      const emission = Math.exp(score);
      let reach = token === 0 ? (isInside(label) ? 0 : 1) : 0;
      let bestScore = token === 0 ? chain.starts[label]! : NEVER * 2;
      let bestFrom = OUTSIDE;
      if (token > 0) {
        for (let b = 0; b < counts[token - 1]!; b++) {
          const previous = active[row - n + b]!;
          reach += forward[row - n + previous]! * chain.factors[previous * n + label]!;
          const path = best[row - n + previous]! + chain.transitions[previous * n + label]!;
          if (path > bestScore) {
            bestScore = path;
            bestFrom = previous;
          }
        }
      }
      emissions[row + label] = emission;
      forward[row + label] = reach * emission;
      best[row + label] = bestScore + score;
      from[row + label] = bestFrom;
      sum += reach * emission;
    }
    scales[token] = sum || 1;
    for (let a = 0; a < counts[token]!; a++) forward[row + active[row + a]!]! /= scales[token]!;
  }
  backwardPass(chain, length);
  return readOut(length);
}

/** A sentence whose every token is O without doubt. */
function plain(length: number): Decoded {
  return {
    labels: new Uint8Array(length),
    certainty: new Float64Array(length).fill(1),
    outside: new Float64Array(length).fill(1),
  };
}

/** Working columns, used anew for each sentence: only entries of active labels are ever read, so none need clearing. */
interface Scratch {
  readonly active: Uint8Array;
  readonly counts: Uint8Array;
  readonly from: Uint8Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly best: Float64Array;
  readonly emissions: Float64Array;
  readonly scales: Float64Array;
}

let scratch = makeScratch(512);

function makeScratch(length: number): Scratch {
  const size = length * LABEL_COUNT;
  return {
    active: new Uint8Array(size),
    counts: new Uint8Array(length),
    from: new Uint8Array(size),
    forward: new Float64Array(size),
    backward: new Float64Array(size),
    best: new Float64Array(size),
    emissions: new Float64Array(size),
    scales: new Float64Array(length),
  };
}

function scratchFor(length: number): Scratch {
  if (scratch.counts.length < length) scratch = makeScratch(2 * length);
  return scratch;
}

/**
 * Notes the labels of each token that have a chance, and how many they are; O is always one.
 * @returns how many labels other than O have a chance.
 */
function markActive(scores: Float64Array, length: number, active: Uint8Array, counts: Uint8Array): number {
  const n = LABEL_COUNT;
  let others = 0;
  for (let token = 0; token < length; token++) {
    const row = token * n;
    const least = topScore(scores, row) - BEAM;
    active[row] = OUTSIDE;
    let count = 1;
    for (let label = 1; label < n; label++) if (scores[row + label]! >= least) active[row + count++] = label;
    counts[token] = count;
    others += count - 1;
  }
  return others;
}

function topScore(scores: Float64Array, row: number): number {
  let top = scores[row]!;
  for (let label = 1; label < LABEL_COUNT; label++)
    if (scores[row + label]! > top) top = scores[row + label]!;
  return top;
}

function backwardPass(chain: Chain, length: number): void {
  const n = LABEL_COUNT;
  const { active, counts, backward, emissions, scales } = scratch;
  const last = (length - 1) * n;
  for (let a = 0; a < counts[length - 1]!; a++) backward[last + active[last + a]!] = 1;
  for (let token = length - 2; token >= 0; token--) {
    const row = token * n;
    const scale = 1 / scales[token + 1]!;
    for (let a = 0; a < counts[token]!; a++) {
      const label = active[row + a]!;
      let sum = 0;
      for (let b = 0; b < counts[token + 1]!; b++) {
        const next = active[row + n + b]!;
        sum += chain.factors[label * n + next]! * emissions[row + n + next]! * backward[row + n + next]!;
      }
      backward[row + label] = sum * scale;
    }
  }
}

function readOut(length: number): Decoded {
  const n = LABEL_COUNT;
  const { active, counts, forward, backward, best, from } = scratch;
  const labels = new Uint8Array(length);
  const certainty = new Float64Array(length);
  const outside = new Float64Array(length);
  const lastRow = (length - 1) * n;
  let label = active[lastRow]!;
  for (let a = 1; a < counts[length - 1]!; a++)
    if (best[lastRow + active[lastRow + a]!]! > best[lastRow + label]!) label = active[lastRow + a]!;
  for (let token = length - 1; token >= 0; token--) {
    const row = token * n;
    labels[token] = label;
    let sum = 0;
    for (let a = 0; a < counts[token]!; a++) {
      const other = active[row + a]!;
      const probability = forward[row + other]! * backward[row + other]!;
      if (other === OUTSIDE) outside[token] = probability;
      const same =
        label === OUTSIDE
          ? other === OUTSIDE
          : other !== OUTSIDE && typeOfLabel(other) === typeOfLabel(label);
      if (same) sum += probability;
    }
    certainty[token] = sum;
    label = from[row + label]!;
  }
  return { labels, certainty, outside };
}
