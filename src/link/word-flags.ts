import type { Lexicon } from "../data/lexicon.js";
import { extendHash } from "../data/vocabulary.js";
import { MAX_PROCLITICS, procliticCuts } from "../text/proclitics.js";
import { type Tokens, WORD } from "../text/tokens.js";

/** The word lists that a token's word is on as it stands. */
export function wordFlags(lexicon: Lexicon, words: Int32Array, token: number): number {
  return lexicon.flagsOf(token < 0 || token >= words.length ? -1 : words[token]!);
}

/** The word lists that a token's word is on, or what its proclitics leave of it: «بمستشفى» begins a name as «مستشفى» does. */
export function bareWordFlags(lexicon: Lexicon, tokens: Tokens, words: Int32Array, token: number): number {
  if (token < 0 || tokens.kinds[token] !== WORD) return 0;
  let flags = wordFlags(lexicon, words, token);
  const { units, starts, ends } = tokens;
  const start = starts[token]!;
  const end = ends[token]!;
  const cuts = procliticCuts(units, start, end);
  if (cuts === 0) return flags;
  let hash = 0;
  for (let i = end - 1; i > start; i--) {
    hash = extendHash(hash, units[i]!);
    const cut = i - start;
    if (cut > MAX_PROCLITICS || !(cuts & (1 << cut))) continue;
    const word = lexicon.vocabulary.find(units, i, end, hash);
    flags |= lexicon.flagsOf(word);
  }
  return flags;
}
