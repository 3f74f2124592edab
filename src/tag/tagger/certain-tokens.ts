import { type Chain, NEVER } from "./chain.js";

/** A label that scores this much less than the best one of its token is not followed. */
export const BEAM = 5;
/** Nor one whose best name is this much behind no name: of 67,000 names in raw news this loses 4. */
export const NAME_BEAM = 6;

/** Score of O for a token that is surely in no name; its other scores are not read. */
export const CERTAIN = Number.POSITIVE_INFINITY;

/** Covers what adding up in another order may change. */
const ROUNDING = 1e-6;

/**
 * Marks the tokens of a sentence that no label but O has a chance at, before their scores are looked at label by label:
 * the best name through a token is ahead of no name by at most the leads of its tokens and the best steps between any
 * labels.
 * @param leads by token how far O is ahead of the best label that begins a name, and of the best that goes on with one;
 *   the first is CERTAIN where that is marked.
 */
export function markCertain({ gains }: Chain, leads: Float64Array, length: number): void {
  const { enter, goOn, leave } = gains.most;
  if (ahead.length < length) ahead = new Float64Array(2 * length);
  let begun = NEVER;
  let gone = NEVER;
  for (let token = 0; token < length; token++) {
    gone = Math.max(begun, gone) + goOn - leads[2 * token + 1]!;
    begun = (token === 0 ? 0 : enter) - leads[2 * token]!;
    ahead[token] = Math.max(begun, gone);
  }
  let onward = 0;
  for (let token = length - 1; token >= 0; token--) {
    const inside = leads[2 * token + 1]!;
    const isNear = Math.min(leads[2 * token]!, inside) <= BEAM + ROUNDING;
    if (!isNear || ahead[token]! + onward < -NAME_BEAM - ROUNDING) leads[2 * token] = CERTAIN;
    onward = Math.max(leave, goOn - inside + onward);
  }
}

/** By how much the best name that reaches each token may be ahead; used anew for each sentence. */
let ahead = new Float64Array(512);
