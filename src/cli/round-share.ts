import type { Reason } from "../index.js";

/** A score or weight with four digits, which is more than it means. */
export function roundShare(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}

/** Reasons that weigh something, rounded. */
export function roundedReasons(reasons: readonly Reason[]): Reason[] {
  return reasons
    .map((reason) => ({ ...reason, weight: roundShare(reason.weight) }))
    .filter(({ weight }) => weight !== 0);
}
