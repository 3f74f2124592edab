import type { MentionKind, Method } from "../document.js";

/** How a mention came about. */
export type Origin = Method | Exclude<MentionKind, "name"> | "reference";

/** How often mentions of each origin were right, to two digits. */
const CONFIDENCE: Readonly<Record<Origin, number>> = {
  lexicon: 0.93,
  pattern: 0.95,
  context: 0.8,
  tagger: 0.8,
  reference: 0.9,
  demonym: 0.97,
  role: 0.9,
};

/**
 * The confidence of a mention: how often mentions of its origin are right, or what the tagger makes of this one.
 * @param probability what the tagger says, where it was asked.
 */
export function confidenceOf(origin: Origin, probability?: number): number {
  return probability === undefined ? CONFIDENCE[origin] : Math.round(probability * 100) / 100;
}
