import { RARITY_STEP } from "../data/related-model.js";
import { IN_LEAD, IN_TITLE, USES } from "./profile.js";

/** Uses beyond this say no more. */
const MOST_USES = 8;
/** Words of an article of usual length. */
const USUAL_LENGTH = 200;

function table(size: number, value: (index: number) => number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => value(i));
}
const usesOf = (byte: number): number => Math.min(byte & USES, MOST_USES);

/**
 * Two views of a term. What an article goes on about: uses count nearly as they are, rarity little. What sets it apart:
 * rarity counts in full, uses are damped. People's grades follow the first, finding one event among thousands the second.
 */
export const PLAIN_USES = table(256, (byte) => usesOf(byte) + (byte & IN_TITLE ? 2 : 0));
export const PLAIN_RARITY = table(256, (rarity) => (rarity * RARITY_STEP) ** 0.25);
export const DAMPED_USES = table(
  256,
  (byte) => (1 + Math.log(Math.max(1, usesOf(byte)))) * (byte & IN_TITLE ? 1.5 : 1),
);
export const FULL_RARITY = table(256, (rarity) => rarity * RARITY_STEP);
/** A term's weight in the title; 0 when it is not in it. */
export const TITLE_USES = table(256, (byte) => (byte & IN_TITLE ? 1 : 0));
export const TITLE_RARITY = table(256, (rarity) => Math.sqrt(rarity * RARITY_STEP));
/** Salience, damped; in 255ths. */
export const SALIENCE = table(256, (salience) => Math.sqrt(salience / 255));
export const ENTITY_RARITY = table(256, (rarity) => 1 + rarity * RARITY_STEP);

const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
/** A use at the beginning or in the title counts this much more. */
const LEAD_FACTOR = 1.5;

/** What a single use at the beginning of an article of LEAD words gives. */
const FULL_ANSWER =
  (1 / (1 + SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * 60) / USUAL_LENGTH))) * LEAD_FACTOR;

/**
 * How well an article that uses a term so, and is so long, answers for it: 0 to 1. The formula of BM25 (Robertson,
 * Zaragoza: The Probabilistic Relevance Framework, 2009); 1 is what a single use in a short article gives.
 */
export function answer(byte: number, length: number): number {
  const uses = Math.max(1, byte & USES);
  const k = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / USUAL_LENGTH);
  const value = (uses / (uses + k)) * (byte & (IN_LEAD | IN_TITLE) ? LEAD_FACTOR : 1);
  return Math.min(1, value / FULL_ANSWER);
}
