import type { TokenSigns } from "./token-signs.js";

/** Features per token. */
export const FEATURE_COUNT = 47;
/** The first features tell the word itself or what lists say of it; training drops some, so that context is learned. */
export const IDENTITY_FEATURES = 13;
/** Features of the very word: training hides them together, as a word that it has never seen has none of them. */
export const WORD_FEATURES: readonly number[] = [0, 1, 2, 7, 8];

/**
 * Writes the features of a token, as row numbers of the weight table.
 * @param mask size of the table less one; it is a power of two.
 */
export function writeFeatures(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  const { count, word, stem, listed, listedClass, lists, core, coarse, fine, shape } = signs;
  const at = (column: Int32Array, offset: number): number => {
    const other = token + offset;
    return other < 0 ? -1 : other >= count ? -2 : column[other]!;
  };
  let n = 0;
  const add = (value: number, more = 0): void => {
    out[n] = mixFeature(n, value, more) & mask;
    n++;
  };
  const l0 = listed[token]!;
  const lPrevious = at(listed, -1);
  const lNext = at(listed, 1);
  const previous = at(word, -1);
  const next = at(word, 1);
  // Identity: the word and what is listed of it.
  add(word[token]!);
  add(stem[token]!);
  add(core[token]!);
  add(l0);
  add(l0, listedClass[token]!);
  add(signs.elsewhere[token]!, signs.elsewhere[token]! === 0 ? 0 : l0 === 0 ? 1 : 2);
  add(lists[token]!);
  add(word[token]!, previous);
  add(word[token]!, next);
  add(l0, lPrevious);
  add(l0, lNext);
  add(l0, previous);
  add(l0, at(lists, -1));
  // Form.
  add(signs.prefix2[token]!);
  add(signs.prefix3[token]!);
  add(signs.suffix2[token]!);
  add(signs.suffix3[token]!);
  add(signs.suffix4[token]!);
  add(shape[token]!);
  add(fine[token]!);
  add(coarse[token]!);
  // Context.
  add(previous);
  add(next);
  add(at(word, -2));
  add(at(word, 2));
  add(at(fine, -1));
  add(at(fine, 1));
  add(at(coarse, -2), at(coarse, -1));
  add(at(coarse, -1), coarse[token]!);
  add(coarse[token]!, at(coarse, 1));
  add(at(lists, -1), lists[token]!);
  add(lists[token]!, at(lists, 1));
  add(lPrevious);
  add(lNext);
  add(at(shape, -1), shape[token]!);
  add(previous, at(word, -2));
  add(at(signs.suffix2, -1), coarse[token]!);
  add(lPrevious, lists[token]!);
  add(at(listedClass, -1), fine[token]!);
  // Triggers, quotations, position, article.
  add(at(core, -1));
  add(signs.trigger[token]!);
  add(signs.trigger[token]!, coarse[token]!);
  add(signs.quote[token]!);
  add(signs.position[token]!);
  add(signs.evidence[token]!);
  add(signs.evidence[token]! & 0xffff, coarse[token]!);
  add(at(signs.suffix2, 0), (at(shape, -1) >> 13) & 1 | at(coarse, -1) << 1);
}

function mixFeature(template: number, value: number, more: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ value;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = (hash ^ more) | 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
