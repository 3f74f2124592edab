import { BEAM, CERTAIN, NAME_BEAM } from "./certain-tokens.js";
import { type Chain, NEVER } from "./chain.js";
import { isInside, LABEL_COUNT, OUTSIDE, typeOfLabel } from "./labels.js";

/** The best labels of a sentence, and how sure they are. */
export interface Decoded {
  /** By token. */
  readonly labels: Uint8Array;
  /** Probability that the token belongs to a name of the best label's type; of O where that is best. */
  readonly certainty: Float64Array;
  /** Probability that the token is outside of every name. */
  readonly outside: Float64Array;
}

/** Columns for so many tokens, which are all O and sure. */
export function newDecoded(length: number): Decoded {
  return {
    labels: new Uint8Array(length),
    certainty: new Float64Array(length).fill(1),
    outside: new Float64Array(length).fill(1),
  };
}

/**
 * Finds the best sequence of labels and the probability of each (Viterbi and forward-backward), following at every
 * token only the labels that have a chance. Most tokens have one, O: they are certain, and part the sentence into runs
 * that are decoded by themselves.
 * @param scores by token * LABEL_COUNT + label.
 * @param decoded of a new field or sentence; is written to from token `at` on and returned.
 */
export function decodeSentence(
  chain: Chain,
  scores: Float64Array,
  length: number,
  decoded: Decoded = newDecoded(length),
  at = 0,
): Decoded {
  makeRoom(length);
  const { counts } = scratch;
  for (let token = 0; token < length; token++) {
    if (scores[token * LABEL_COUNT] === CERTAIN) continue;
    const first = token;
    while (token < length && scores[token * LABEL_COUNT] !== CERTAIN) token++;
    markActive(chain, scores, first, token, length);
    for (let start = first; start < token; start++) {
      if (counts[start] === 1) continue;
      let end = start + 1;
      while (end < token && counts[end]! > 1) end++;
      forwardPass(chain, scores, start, end);
      backwardPass(chain, start, end, length);
      readOut(chain, start, end, length, decoded, at);
      start = end;
    }
  }
  return decoded;
}

/** Scores and probabilities of the ways to each label of a run, from the start of the sentence or the O before. */
function forwardPass(chain: Chain, scores: Float64Array, start: number, end: number): void {
  const n = LABEL_COUNT;
  const { factors, transitions, starts } = chain;
  const { active, counts, forward, best, from, emissions, scales, tops } = scratch;
  for (let token = start; token < end; token++) {
    const row = token * n;
    const top = tops[token]!;
    let sum = 0;
    for (let a = 0; a < counts[token]!; a++) {
      const label = active[row + a]!;
      let reach = 0;
      let bestScore = NEVER * 2;
      let bestFrom = OUTSIDE;
      if (token === 0) {
        reach = isInside(label) ? 0 : 1;
        bestScore = starts[label]!;
      } else if (token === start) {
        reach = factors[OUTSIDE * n + label]!;
        bestScore = transitions[OUTSIDE * n + label]!;
      } else {
        for (let b = 0; b < counts[token - 1]!; b++) {
          const previous = active[row - n + b]!;
          reach += forward[row - n + previous]! * factors[previous * n + label]!;
          const path = best[row - n + previous]! + transitions[previous * n + label]!;
          if (path > bestScore) {
            bestScore = path;
            bestFrom = previous;
          }
        }
      }
      const score = scores[row + label]! - top;
      const emission = Math.exp(score);
      emissions[row + label] = emission;
      forward[row + label] = reach * emission;
      best[row + label] = bestScore + score;
      from[row + label] = bestFrom;
      sum += reach * emission;
    }
    scales[token] = sum || 1;
    for (let a = 0; a < counts[token]!; a++) forward[row + active[row + a]!]! /= scales[token]!;
  }
}

/** Working columns, used anew for each sentence: only entries of active labels are ever read, so none need clearing. */
interface Scratch {
  /** The labels of each token that have a chance, O first, and how many they are. */
  readonly active: Uint8Array;
  readonly counts: Uint8Array;
  readonly from: Uint8Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly best: Float64Array;
  readonly emissions: Float64Array;
  readonly scales: Float64Array;
  /** The best score of each token. */
  readonly tops: Float64Array;
  /** By how much the best name that has reached each label is ahead of no name. */
  readonly gains: Float64Array;
  /** The same for the rest of a name from the token behind, by label. */
  readonly rest: Float64Array;
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
    tops: new Float64Array(length),
    gains: new Float64Array(size),
    rest: new Float64Array(LABEL_COUNT),
  };
}

function makeRoom(length: number): void {
  if (scratch.counts.length < length) scratch = makeScratch(2 * length);
}

/**
 * Notes the labels that have a chance at tokens `[from, to)`, between two that are certain: those that are near the best
 * one of their token, and whose best name alone in the sentence, from where it begins to where it ends, is not too far
 * behind no name at all.
 */
function markActive(chain: Chain, scores: Float64Array, from: number, to: number, length: number): void {
  const n = LABEL_COUNT;
  const { enter, goOn, leave } = chain.gains;
  const { active, counts, tops, gains } = scratch;
  for (let token = from; token < to; token++) {
    const row = token * n;
    const outside = scores[row]!;
    let top = outside;
    for (let begin = 1; begin < n; begin += 2) {
      const inside = begin + 1;
      const first = scores[row + begin]!;
      const further = scores[row + inside]!;
      if (first > top) top = first;
      if (further > top) top = further;
      gains[row + begin] = first - outside + (token === 0 ? 0 : enter[begin]!);
      if (token === from) gains[row + inside] = NEVER;
      else {
        const begun = gains[row - n + begin]! + goOn[begin]!;
        const gone = gains[row - n + inside]! + goOn[inside]!;
        gains[row + inside] = further - outside + Math.max(begun, gone);
      }
    }
    tops[token] = top;
  }
  const { rest } = scratch;
  rest.fill(NEVER);
  for (let token = to - 1; token >= from; token--) {
    const row = token * n;
    const least = tops[token]! - BEAM;
    const outside = scores[row]!;
    const atEnd = token === length - 1;
    active[row] = OUTSIDE;
    let count = 1;
    for (let begin = 1; begin < n; begin += 2) {
      const inside = begin + 1;
      const onward = rest[inside]!;
      const restBegin = Math.max(atEnd ? 0 : leave[begin]!, goOn[begin]! + onward);
      const restInside = Math.max(atEnd ? 0 : leave[inside]!, goOn[inside]! + onward);
      if (scores[row + begin]! >= least && gains[row + begin]! + restBegin >= -NAME_BEAM)
        active[row + count++] = begin;
      if (scores[row + inside]! >= least && gains[row + inside]! + restInside >= -NAME_BEAM)
        active[row + count++] = inside;
      rest[inside] = scores[row + inside]! - outside + restInside;
    }
    counts[token] = count;
  }
}

/** What follows each label of a run, so that its product with the way there is a probability. */
function backwardPass({ factors }: Chain, start: number, end: number, length: number): void {
  const n = LABEL_COUNT;
  const { active, counts, forward, backward, emissions, scales } = scratch;
  const last = (end - 1) * n;
  let total = 0;
  for (let a = 0; a < counts[end - 1]!; a++) {
    const label = active[last + a]!;
    backward[last + label] = end === length ? 1 : factors[label * n + OUTSIDE]!;
    total += forward[last + label]! * backward[last + label]!;
  }
  for (let a = 0; a < counts[end - 1]!; a++) backward[last + active[last + a]!]! /= total;
  for (let token = end - 2; token >= start; token--) {
    const row = token * n;
    const scale = 1 / scales[token + 1]!;
    for (let a = 0; a < counts[token]!; a++) {
      const label = active[row + a]!;
      let sum = 0;
      for (let b = 0; b < counts[token + 1]!; b++) {
        const next = active[row + n + b]!;
        sum += factors[label * n + next]! * emissions[row + n + next]! * backward[row + n + next]!;
      }
      backward[row + label] = sum * scale;
    }
  }
}

function readOut(
  chain: Chain,
  start: number,
  end: number,
  length: number,
  decoded: Decoded,
  at: number,
): void {
  const n = LABEL_COUNT;
  const { active, counts, forward, backward, best, from } = scratch;
  const { labels, certainty, outside } = decoded;
  const last = (end - 1) * n;
  let label = OUTSIDE;
  let bestScore = NEVER * 4;
  for (let a = 0; a < counts[end - 1]!; a++) {
    const other = active[last + a]!;
    const score = best[last + other]! + (end === length ? 0 : chain.transitions[other * n + OUTSIDE]!);
    if (score > bestScore) {
      label = other;
      bestScore = score;
    }
  }
  for (let token = end - 1; token >= start; token--) {
    const row = token * n;
    labels[at + token] = label;
    let sum = 0;
    for (let a = 0; a < counts[token]!; a++) {
      const other = active[row + a]!;
      const probability = forward[row + other]! * backward[row + other]!;
      if (other === OUTSIDE) outside[at + token] = probability;
      const same =
        label === OUTSIDE
          ? other === OUTSIDE
          : other !== OUTSIDE && typeOfLabel(other) === typeOfLabel(label);
      if (same) sum += probability;
    }
    certainty[at + token] = sum;
    label = from[row + label]!;
  }
}
