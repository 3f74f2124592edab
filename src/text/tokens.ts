/** What a token is. */
export const WORD = 0;
export const LATIN_WORD = 1;
export const OTHER_WORD = 2;
export const NUMBER = 3;
export const PUNCTUATION_MARK = 4;

/** Bits of `Tokens.flags`. */
export const SPACE_BEFORE = 1;
/** A line break, or the start of the text, stands before the token. */
export const LINE_START = 2;
/** The token opens a sentence. */
export const SENTENCE_START = 4;
/** Part of a hashtag: «#النظام_السوري» is three tokens, # and two words, and the words carry this bit. */
export const IN_HASHTAG = 8;
/** The token stands in a block that is not the article. */
export const IN_BOILERPLATE = 16;

/** The tokens of a folded text, as columns. Offsets are UTF-16 code units of the folded text. */
export interface Tokens {
  /** Folded code units of the whole text. */
  readonly units: Uint16Array;
  readonly count: number;
  /** First unit of each token. */
  readonly starts: Uint32Array;
  /** One past the last unit of each token. */
  readonly ends: Uint32Array;
  readonly kinds: Uint8Array;
  readonly flags: Uint8Array;
}
