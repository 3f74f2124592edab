import type { TokenSigns } from "./token-signs.js";
import type { WordSigns } from "./word-table.js";

/** Features per token. */
export const FEATURE_COUNT = 47;
/** The first features tell the word itself or what lists say of it; training drops some, so that context is learned. */
export const IDENTITY_FEATURES = 13;
/** Features of the very word: training hides them together, as a word that it has never seen has none of them. */
export const WORD_FEATURES: readonly number[] = [0, 1, 2, 7, 8];

/** Writes the features that depend on one word alone, wherever it stands beside the token. */
type WordWriter = (words: WordSigns, entry: number, mask: number, out: Int32Array) => void;

/** What a word says of itself and of the tokens around it: sums of their weights are kept by word. */
export const WORD_WRITERS: readonly WordWriter[] = [
  writeOwn,
  writeAsBefore,
  writeAsAfter,
  writeAsSecondBefore,
  writeAsSecondAfter,
];

/**
 * Writes the features of a token, as row numbers of the weight table. Straight-line code on integers: this runs for
 * every word of every article.
 * @param mask size of the table less one; it is a power of two.
 */
export function writeFeatures(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  const { words, entries, count } = signs;
  writeOwn(words, entries[token]!, mask, out);
  writeAsBefore(words, entries[before(token, 1, count)]!, mask, out);
  writeAsAfter(words, entries[after(token, 1, count)]!, mask, out);
  writeAsSecondBefore(words, entries[before(token, 2, count)]!, mask, out);
  writeAsSecondAfter(words, entries[after(token, 2, count)]!, mask, out);
  writeInPlace(signs, token, mask, out);
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

/** The word right before. */
function writeAsBefore(words: WordSigns, entry: number, mask: number, out: Int32Array): void {
  out[21] = single(21, words.word[entry]!) & mask;
  out[25] = single(25, words.fine[entry]!) & mask;
  out[33] = single(33, words.core[entry]!) & mask;
}

/** The word right behind. */
function writeAsAfter(words: WordSigns, entry: number, mask: number, out: Int32Array): void {
  out[22] = single(22, words.word[entry]!) & mask;
  out[26] = single(26, words.fine[entry]!) & mask;
}

function writeAsSecondBefore(words: WordSigns, entry: number, mask: number, out: Int32Array): void {
  out[23] = single(23, words.word[entry]!) & mask;
}

function writeAsSecondAfter(words: WordSigns, entry: number, mask: number, out: Int32Array): void {
  out[24] = single(24, words.word[entry]!) & mask;
}

/** Pairs of words, and what depends on the place: matches, triggers, quotations, evidence. */
export function writeInPlace(signs: TokenSigns, token: number, mask: number, out: Int32Array): void {
  const { words, entries, count } = signs;
  const { word, suffix2, lists, coarse, fine } = words;
  const { shape, listed, listedClass, trigger, evidence } = signs;
  const beforeToken = before(token, 1, count);
  const afterToken = after(token, 1, count);
  const own = entries[token]!;
  const prev = entries[beforeToken]!;
  const prev2 = entries[before(token, 2, count)]!;
  const next = entries[afterToken]!;
  const match = listed[token]!;
  const matchBefore = listed[beforeToken]!;
  const matchAfter = listed[afterToken]!;
  const elsewhere = signs.elsewhere[token]!;
  const cluster = coarse[own]!;
  const clusterBefore = coarse[prev]!;
  const classBefore = listedClass[beforeToken]!;
  const shapeBefore = shape[beforeToken]!;
  // Matches of the lexicon.
  out[3] = single(3, match) & mask;
  out[4] = single(4, match | (listedClass[token]! << 12)) & mask;
  out[5] = single(5, elsewhere * 4 + (elsewhere === 0 ? 0 : match === 0 ? 1 : 2)) & mask;
  out[9] = single(9, match | (matchBefore << 12)) & mask;
  out[10] = single(10, match | (matchAfter << 12)) & mask;
  out[34] = single(34, matchBefore) & mask;
  out[35] = single(35, matchAfter) & mask;
  // Pairs of words beside each other.
  out[7] = pair(7, word[own]!, word[prev]!) & mask;
  out[8] = pair(8, word[own]!, word[next]!) & mask;
  out[32] = pair(32, word[prev]!, word[prev2]!) & mask;
  out[27] = single(27, clusterBefore | (coarse[prev2]! << 10)) & mask;
  out[28] = single(28, clusterBefore | (cluster << 10)) & mask;
  out[29] = single(29, cluster | (coarse[next]! << 10)) & mask;
  out[30] = pair(30, lists[prev]!, lists[own]!) & mask;
  out[31] = pair(31, lists[own]!, lists[next]!) & mask;
  out[37] = pair(37, suffix2[prev]!, cluster) & mask;
  out[46] = pair(46, suffix2[own]!, ((shapeBefore >> 13) & 1) | (clusterBefore << 1)) & mask;
  // Words and matches.
  out[11] = pair(11, word[prev]!, match) & mask;
  out[12] = pair(12, lists[prev]!, match) & mask;
  out[38] = pair(38, matchBefore, lists[own]!) & mask;
  out[39] = single(39, classBefore | (fine[own]! << 10)) & mask;
  // Shape and place.
  out[18] = single(18, shape[token]!) & mask;
  out[36] = pair(36, shapeBefore, shape[token]!) & mask;
  out[40] = pair(40, trigger[token]!, shape[token]! >> 10) & mask;
  out[41] = single(41, trigger[token]! | (cluster << 10)) & mask;
  out[42] = single(42, signs.quote[token]!) & mask;
  out[43] = single(43, signs.position[token]!) & mask;
  out[44] = single(44, evidence[token]!) & mask;
  out[45] = pair(45, evidence[token]! & 0xffff, cluster) & mask;
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
