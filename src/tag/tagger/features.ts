import type { TokenSigns } from "./token-signs.js";
import type { WordSigns } from "./word-table.js";

/** Features per token. */
export const FEATURE_COUNT = 47;
/** The first features tell the word itself or what lists say of it; training drops some, so that context is learned. */
export const IDENTITY_FEATURES = 13;
/** Features of the very word: training hides them together, as a word that it has never seen has none of them. */
export const WORD_FEATURES: readonly number[] = [0, 1, 2, 7, 8];

/** Features that a writer writes. */
export type FeatureList = readonly number[];

/**
 * What a word says of itself and of the tokens beside it, whatever else stands there: the sums of its weights are kept
 * by word. As the word before, also what it says of a token that the lexicon does not list.
 */
export const WORD_PLACES: readonly {
  readonly features: FeatureList;
  readonly write: (words: WordSigns, entry: number, mask: number, out: Int32Array) => void;
}[] = [
  { features: [0, 1, 2, 6, 13, 14, 15, 16, 17, 19, 20], write: writeOwn },
  { features: [11, 12, 21, 25, 33], write: writeBeforeUnlisted },
  { features: [22, 26], write: writeAfter },
  { features: [23], write: writeSecondBefore },
  { features: [24], write: writeSecondAfter },
];

/** Features that take few values together: the sums of their weights are kept by value. */
export const MATCH_FEATURES: FeatureList = [3, 4, 5, 9, 10, 34, 35];
export const SHAPE_FEATURES: FeatureList = [18, 36];
export const PLACE_FEATURES: FeatureList = [40, 42, 43];
export const EVIDENCE_FEATURES: FeatureList = [41, 44, 45];

/** The others: pairs of words, and of words and matches. */
export const BEFORE_FEATURES: FeatureList = [11, 12, 21, 25, 33];
export const PAIR_FEATURES: FeatureList = [7, 8, 27, 28, 29, 30, 31, 32, 37, 38, 39, 46];

/**
 * Writes the features of a token, as row numbers of the weight table. Straight-line code on integers: this runs for
 * every word of every article.
 * @param mask size of the table less one; it is a power of two.
 */
export function writeFeatures(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  const { words, entries, count } = signs;
  writeOwn(words, entries[token]!, mask, out);
  writeBefore(signs, token, mask, out);
  writeAfter(words, entries[after(token, 1, count)]!, mask, out);
  writeSecondBefore(words, entries[before(token, 2, count)]!, mask, out);
  writeSecondAfter(words, entries[after(token, 2, count)]!, mask, out);
  writeMatches(signs, token, mask, out);
  writeShapes(signs, token, mask, out);
  writePlace(signs, token, mask, out);
  writeEvidence(signs, token, mask, out);
  writePairs(signs, token, mask, out);
}

/** The token so many places before; columns end in two entries that stand for what lies outside of the field. */
export function before(token: number, places: number, count: number): number {
  return token >= places ? token - places : count;
}

/** The token so many places behind. */
export function after(token: number, places: number, count: number): number {
  return token + places < count ? token + places : count + 1;
}

/** The word, its lists, letters and clusters. */
function writeOwn(words: WordSigns, entry: number, mask: number, out: Int32Array): void {
  out[0] = single(0, words.word[entry]!) & mask;
  out[1] = single(1, words.stem[entry]!) & mask;
  out[2] = single(2, words.core[entry]!) & mask;
  out[6] = single(6, words.lists[entry]!) & mask;
  out[13] = single(13, words.prefix2[entry]!) & mask;
  out[14] = single(14, words.prefix3[entry]!) & mask;
  out[15] = single(15, words.suffix2[entry]!) & mask;
  out[16] = single(16, words.suffix3[entry]!) & mask;
  out[17] = single(17, words.suffix4[entry]!) & mask;
  out[19] = single(19, words.fine[entry]!) & mask;
  out[20] = single(20, words.coarse[entry]!) & mask;
}

/** The word right before, by itself and with the match. */
export function writeBefore(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  const { words, entries, count } = signs;
  writeBeforeMatch(words, entries[before(token, 1, count)]!, signs.listed[token]!, mask, out);
}

function writeBeforeUnlisted(words: WordSigns, entry: number, mask: number, out: Int32Array): void {
  writeBeforeMatch(words, entry, 0, mask, out);
}

function writeBeforeMatch(
  words: WordSigns,
  entry: number,
  match: number,
  mask: number,
  out: Int32Array,
): void {
  const word = words.word[entry]!;
  out[11] = pair(11, word, match) & mask;
  out[12] = pair(12, words.lists[entry]!, match) & mask;
  out[21] = single(21, word) & mask;
  out[25] = single(25, words.fine[entry]!) & mask;
  out[33] = single(33, words.core[entry]!) & mask;
}

/** The word right behind. */
function writeAfter(words: WordSigns, entry: number, mask: number, out: Int32Array): void {
  out[22] = single(22, words.word[entry]!) & mask;
  out[26] = single(26, words.fine[entry]!) & mask;
}

function writeSecondBefore(words: WordSigns, entry: number, mask: number, out: Int32Array): void {
  out[23] = single(23, words.word[entry]!) & mask;
}

function writeSecondAfter(words: WordSigns, entry: number, mask: number, out: Int32Array): void {
  out[24] = single(24, words.word[entry]!) & mask;
}

/** Matches of the lexicon, here, beside and elsewhere. */
export function writeMatches(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  const { listed, count } = signs;
  const match = listed[token]!;
  const matchBefore = listed[before(token, 1, count)]!;
  const matchAfter = listed[after(token, 1, count)]!;
  const elsewhere = signs.elsewhere[token]!;
  out[3] = single(3, match) & mask;
  out[4] = single(4, match | (signs.listedClass[token]! << 12)) & mask;
  out[5] = single(5, elsewhere * 4 + (elsewhere === 0 ? 0 : match === 0 ? 1 : 2)) & mask;
  out[9] = single(9, match | (matchBefore << 12)) & mask;
  out[10] = single(10, match | (matchAfter << 12)) & mask;
  out[34] = single(34, matchBefore) & mask;
  out[35] = single(35, matchAfter) & mask;
}

/** Shapes here and before. */
export function writeShapes(
  { shape, count }: TokenSigns,
  token: number,
  mask: number,
  out: Int32Array,
): void {
  out[18] = single(18, shape[token]!) & mask;
  out[36] = pair(36, shape[before(token, 1, count)]!, shape[token]!) & mask;
}

/** Triggers and the proclitics behind them, quotations, place in the article. */
export function writePlace(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  out[40] = pair(40, signs.trigger[token]!, signs.shape[token]! >> 10) & mask;
  out[42] = single(42, signs.quote[token]!) & mask;
  out[43] = single(43, signs.position[token]!) & mask;
}

/** Triggers and what the word is elsewhere, with its cluster. */
export function writeEvidence(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  const evidence = signs.evidence[token]!;
  const cluster = signs.words.coarse[signs.entries[token]!]!;
  out[41] = single(41, signs.trigger[token]! | (cluster << 10)) & mask;
  out[44] = single(44, evidence) & mask;
  out[45] = pair(45, evidence & 0xffff, cluster) & mask;
}

/** Words beside each other, their lists and clusters, and words beside matches. */
export function writePairs(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  const { words, entries, count } = signs;
  const { word, suffix2, lists, coarse } = words;
  const beforeToken = before(token, 1, count);
  const own = entries[token]!;
  const prev = entries[beforeToken]!;
  const prev2 = entries[before(token, 2, count)]!;
  const next = entries[after(token, 1, count)]!;
  const cluster = coarse[own]!;
  const clusterBefore = coarse[prev]!;
  out[7] = pair(7, word[own]!, word[prev]!) & mask;
  out[8] = pair(8, word[own]!, word[next]!) & mask;
  out[27] = single(27, clusterBefore | (coarse[prev2]! << 10)) & mask;
  out[28] = single(28, clusterBefore | (cluster << 10)) & mask;
  out[29] = single(29, cluster | (coarse[next]! << 10)) & mask;
  out[30] = pair(30, lists[prev]!, lists[own]!) & mask;
  out[31] = pair(31, lists[own]!, lists[next]!) & mask;
  out[32] = pair(32, word[prev]!, word[prev2]!) & mask;
  out[37] = pair(37, suffix2[prev]!, cluster) & mask;
  out[38] = pair(38, signs.listed[beforeToken]!, lists[own]!) & mask;
  out[39] = single(39, signs.listedClass[beforeToken]! | (words.fine[own]! << 10)) & mask;
  out[46] = pair(46, suffix2[own]!, ((signs.shape[beforeToken]! >> 13) & 1) | (clusterBefore << 1)) & mask;
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
