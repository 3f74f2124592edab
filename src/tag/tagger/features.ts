import type { TokenSigns } from "./token-signs.js";

/** Features per token. */
export const FEATURE_COUNT = 47;
/** The first features tell the word itself or what lists say of it; training drops some, so that context is learned. */
export const IDENTITY_FEATURES = 13;
/** The first features tell enough of most tokens to know that they are no name. */
export const SCREENING_FEATURES = 21;
/** Features of the very word: training hides them together, as a word that it has never seen has none of them. */
export const WORD_FEATURES: readonly number[] = [0, 1, 2, 7, 8];

/**
 * Writes the features of a token, as row numbers of the weight table. Straight-line code on integers: this runs for
 * every word of every article.
 * @param mask size of the table less one; it is a power of two.
 */
export function writeFeatures(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  const { count } = signs;
  // Columns end in two entries that stand for what lies outside of the field.
  const before = token > 0 ? token - 1 : count;
  const before2 = token > 1 ? token - 2 : count;
  const after = token + 1 < count ? token + 1 : count + 1;
  const after2 = token + 2 < count ? token + 2 : count + 1;
  writeIdentity(signs, token, before, after, mask, out);
  writeForm(signs, token, mask, out);
  writeNeighbours(signs, token, before, before2, after, after2, mask, out);
  writeContext(signs, token, before, after, mask, out);
}

/** The word and what is listed of it. */
function writeIdentity(
  { word, stem, core, listed, listedClass, lists, elsewhere }: TokenSigns,
  token: number,
  before: number,
  after: number,
  mask: number,
  out: Int32Array,
): void {
  const own = word[token]!;
  const match = listed[token]!;
  const other = elsewhere[token]!;
  out[0] = single(0, own) & mask;
  out[1] = single(1, stem[token]!) & mask;
  out[2] = single(2, core[token]!) & mask;
  out[3] = single(3, match) & mask;
  out[4] = single(4, match | (listedClass[token]! << 12)) & mask;
  out[5] = single(5, other * 4 + (other === 0 ? 0 : match === 0 ? 1 : 2)) & mask;
  out[6] = single(6, lists[token]!) & mask;
  out[7] = pair(7, own, word[before]!) & mask;
  out[8] = pair(8, own, word[after]!) & mask;
  out[9] = single(9, match | (listed[before]! << 12)) & mask;
  out[10] = single(10, match | (listed[after]! << 12)) & mask;
  out[11] = pair(11, word[before]!, match) & mask;
  out[12] = pair(12, lists[before]!, match) & mask;
}

/** Letters, shape and clusters. */
function writeForm(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  out[13] = single(13, signs.prefix2[token]!) & mask;
  out[14] = single(14, signs.prefix3[token]!) & mask;
  out[15] = single(15, signs.suffix2[token]!) & mask;
  out[16] = single(16, signs.suffix3[token]!) & mask;
  out[17] = single(17, signs.suffix4[token]!) & mask;
  out[18] = single(18, signs.shape[token]!) & mask;
  out[19] = single(19, signs.fine[token]!) & mask;
  out[20] = single(20, signs.coarse[token]!) & mask;
}

/** The words around. */
function writeNeighbours(
  { word, fine, coarse, lists, core }: TokenSigns,
  token: number,
  before: number,
  before2: number,
  after: number,
  after2: number,
  mask: number,
  out: Int32Array,
): void {
  out[21] = single(21, word[before]!) & mask;
  out[22] = single(22, word[after]!) & mask;
  out[23] = single(23, word[before2]!) & mask;
  out[24] = single(24, word[after2]!) & mask;
  out[25] = single(25, fine[before]!) & mask;
  out[26] = single(26, fine[after]!) & mask;
  out[27] = single(27, coarse[before]! | (coarse[before2]! << 10)) & mask;
  out[28] = single(28, coarse[before]! | (coarse[token]! << 10)) & mask;
  out[29] = single(29, coarse[token]! | (coarse[after]! << 10)) & mask;
  out[30] = pair(30, lists[before]!, lists[token]!) & mask;
  out[31] = pair(31, lists[token]!, lists[after]!) & mask;
  out[32] = pair(32, word[before]!, word[before2]!) & mask;
  out[33] = single(33, core[before]!) & mask;
}

/** Matches around, triggers, quotations, place in the article, what the word is elsewhere. */
function writeContext(
  signs: TokenSigns,
  token: number,
  before: number,
  after: number,
  mask: number,
  out: Int32Array,
): void {
  const { listed, listedClass, lists, coarse, fine, shape, suffix2, trigger, evidence } = signs;
  const cluster = coarse[token]!;
  out[34] = single(34, listed[before]!) & mask;
  out[35] = single(35, listed[after]!) & mask;
  out[36] = pair(36, shape[before]!, shape[token]!) & mask;
  out[37] = pair(37, suffix2[before]!, cluster) & mask;
  out[38] = pair(38, listed[before]!, lists[token]!) & mask;
  out[39] = single(39, listedClass[before]! | (fine[token]! << 10)) & mask;
  out[40] = single(40, trigger[token]!) & mask;
  out[41] = single(41, trigger[token]! | (cluster << 10)) & mask;
  out[42] = single(42, signs.quote[token]!) & mask;
  out[43] = single(43, signs.position[token]!) & mask;
  out[44] = single(44, evidence[token]!) & mask;
  out[45] = pair(45, evidence[token]! & 0xffff, cluster) & mask;
  out[46] = pair(46, suffix2[token]!, ((shape[before]! >> 13) & 1) | (coarse[before]! << 1)) & mask;
}

/** Row of a template's value. */
function single(template: number, value: number): number {
  const hash = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  const mixed = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Row of a template's pair of values. */
function pair(template: number, first: number, second: number): number {
  return single(template, (Math.imul(first, 0x1b873593) + second) | 0);
}
