import { RARITY_STEP } from "../data/related-model.js";
import { IN_LEAD, IN_TITLE, LEAD, USES } from "./profile.js";

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
/** Salience, damped; in 255ths. */
export const SALIENCE = table(256, (salience) => Math.sqrt(salience / 255));
export const ENTITY_RARITY = table(256, (rarity) => 1 + rarity * RARITY_STEP);

const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
/** What standing at the beginning or in the title adds, as a share of a single use in a short article. */
const LEAD_BONUS = 0.5;

function saturation(length: number): number {
  return SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / USUAL_LENGTH);
}

/** What a single use gives in an article that is all beginning. */
const SINGLE = 1 / (1 + saturation(LEAD));
const FULL = SINGLE * (1 + LEAD_BONUS);

/**
 * How well an article of `length` words that uses a term so answers for it: 0 to 1, and 1 for every term of a short article.
 * The formula of BM25 (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009) and a bonus for the beginning.
 */
export function answer(byte: number, length: number): number {
  const uses = Math.max(1, byte & USES);
  const bonus = byte & (IN_LEAD | IN_TITLE) ? LEAD_BONUS * SINGLE : 0;
  return Math.min(1, (uses / (uses + saturation(length)) + bonus) / FULL);
}

/** How well an article answers for an entity of a shorter one, by their saliences in 255ths: 0 to 1. */
export function nameAnswer(salience: number, inShorter: number): number {
  return Math.min(1, (LEAST_ANSWER + SALIENCE[salience]!) / (LEAST_ANSWER + SALIENCE[inShorter]!));
}
const LEAST_ANSWER = 0.3;
