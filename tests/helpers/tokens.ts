import { fold, unitsToString } from "../../src/normalize/normalize.js";
import {
  IN_HASHTAG,
  LATIN_WORD,
  LINE_START,
  NUMBER,
  OTHER_WORD,
  PUNCTUATION_MARK,
  SENTENCE_START,
  type Tokens,
  WORD,
} from "../../src/text/tokens.js";
import { sentences } from "../../src/tokenize/sentences.js";
import { tokenize } from "../../src/tokenize/tokenize.js";

const KIND_NAMES: Readonly<Record<number, string>> = {
  [WORD]: "word",
  [LATIN_WORD]: "latin",
  [OTHER_WORD]: "other",
  [NUMBER]: "number",
  [PUNCTUATION_MARK]: "mark",
};

/** Folds and tokenizes a text, as the pipeline does. */
export function tokensOf(raw: string): Tokens {
  const { units, length } = fold(raw);
  return tokenize(units, length);
}

/** The folded text of a token. */
export function textOf(tokens: Tokens, token: number): string {
  return unitsToString(tokens.units, tokens.ends[token]!, tokens.starts[token]!);
}

/** Every token as `kind:text`, those of hashtags as `#kind:text`. */
export function described(raw: string): string[] {
  const tokens = tokensOf(raw);
  return Array.from({ length: tokens.count }, (_, token) => {
    const hashtag = tokens.flags[token]! & IN_HASHTAG ? "#" : "";
    return `${hashtag}${KIND_NAMES[tokens.kinds[token]!]}:${textOf(tokens, token)}`;
  });
}

/** The sentences of a text, each with its tokens joined by single spaces. */
export function sentencesOf(raw: string): string[] {
  const tokens = tokensOf(raw);
  return sentences(tokens).map(([start, end]) =>
    Array.from({ length: end - start }, (_, i) => textOf(tokens, start + i)).join(" "),
  );
}

/** The tokens that open a line. */
export function lineStartsOf(raw: string): string[] {
  const tokens = tokensOf(raw);
  return Array.from({ length: tokens.count }, (_, token) => token)
    .filter((token) => tokens.flags[token]! & LINE_START)
    .map((token) => textOf(tokens, token));
}

/** Whether each token opens a sentence. */
export function sentenceFlags(tokens: Tokens): boolean[] {
  return Array.from({ length: tokens.count }, (_, token) => (tokens.flags[token]! & SENTENCE_START) !== 0);
}
