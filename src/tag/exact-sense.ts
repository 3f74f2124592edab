import type { Lexicon } from "../data/lexicon.js";
import { PUNCTUATION_MARK, type Tokens } from "../text/tokens.js";
import { ProcliticWords } from "./proclitic-words.js";

/**
 * The senses of the name that stands exactly at tokens `[firstToken, endToken)`, with what its first word sheds; the
 * reading that sheds least. Undefined when no lexicon lists it.
 */
export function exactSense(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  firstToken: number,
  endToken: number,
): { sense: number; cut: number } | undefined {
  const whole = senseFrom(lexicon, tokens, words, words[firstToken]!, firstToken, endToken);
  if (whole >= 0) return { sense: whole, cut: 0 };
  const readings = new ProcliticWords();
  readings.read(lexicon, tokens, words[firstToken]!, firstToken);
  for (let i = readings.count - 1; i >= 0; i--) {
    const sense = senseFrom(lexicon, tokens, words, readings.words[i]!, firstToken, endToken);
    if (sense >= 0) return { sense, cut: readings.cuts[i]! };
  }
  return undefined;
}

/** The first sense of the name that `word` and the tokens behind it make up to `endToken`, or -1. */
export function senseFrom(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  word: number,
  firstToken: number,
  endToken: number,
): number {
  let node = word < 0 ? 0 : lexicon.trie.first(word);
  for (let token = firstToken + 1; node > 0 && token < endToken; token++) {
    if (tokens.kinds[token] === PUNCTUATION_MARK) continue;
    node = words[token]! < 0 ? 0 : lexicon.trie.next(node, words[token]!);
  }
  return node === 0 ? -1 : lexicon.trie.senses[node]! - 1;
}
