import { mix, step } from "./hash.js";

/** Hash functions of a signature. */
export const SIGNATURE_SIZE = 64;
/** Words of a shingle. */
const SHINGLE = 3;
/** Fewest words of a text that has a signature. */
const SHORTEST = 12;

const MULTIPLIERS = Uint32Array.from({ length: SIGNATURE_SIZE }, (_, i) => mix(2 * i + 1) | 1);
const OFFSETS = Uint32Array.from({ length: SIGNATURE_SIZE }, (_, i) => mix(0x9e3779b9 + i));

/**
 * MinHash of the shingles of a text: the share of equal places of two signatures estimates the share of shingles that
 * two texts have in common. Of each minimum eight bits are kept.
 *
 * Source: Broder: On the resemblance and containment of documents, 1997; eight bits: Li, König: b-Bit Minwise Hashing, 2010.
 * @param words hashes of its words in order.
 */
export function signatureOf(words: readonly number[]): Uint8Array {
  if (words.length < SHORTEST) return new Uint8Array(0);
  const least = new Uint32Array(SIGNATURE_SIZE).fill(0xffffffff);
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    let shingle = 0;
    for (let i = at; i < at + SHINGLE; i++) shingle = step(shingle, words[i]!);
    shingle = mix(shingle);
    for (let i = 0; i < SIGNATURE_SIZE; i++) {
      const hash = Math.imul(shingle ^ OFFSETS[i]!, MULTIPLIERS[i]!) >>> 0;
      if (hash < least[i]!) least[i] = hash;
    }
  }
  // Middle bits: the leading ones of a minimum are nearly always 0.
  return Uint8Array.from(least, (hash) => (hash >>> 8) & 0xff);
}
