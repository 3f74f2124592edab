import { type Lexicon, NAME } from "../data/lexicon.js";
import { POLICIES } from "../data/surfaces.js";
import { hashUnits } from "../data/vocabulary.js";
import { WORD_LISTS } from "../data/word-lists.js";
import type { Claim } from "../text/claim.js";
import { SENTENCE_START, type Tokens, WORD } from "../text/tokens.js";
import { senseFrom } from "./exact-sense.js";

const ALWAYS = POLICIES.indexOf("always");
const WAW = 0x648;
/** A name behind و has at least three letters. */
const SHORTEST = 4;

/** Whether a name may turn out to mean nothing in its article: none of its senses counts everywhere. */
export function mayFail(lexicon: Lexicon, firstSense: number): boolean {
  for (let sense = firstSense; ; sense++) {
    if (lexicon.senseKinds[sense] !== NAME || lexicon.sensePolicies[sense] === ALWAYS) return false;
    if (lexicon.senseLast[sense] === 1) return true;
  }
}

/**
 * What else the tokens of a claim may name when the claim means nothing in its article, longest first: «الرياض وجدة» is و
 * and «جدة» where no word is of «وجدة» in Morocco, «الشرق الأوسط وشمال أفريقيا» begins with a region. Other proclitics
 * are not tried («كابل» is no «ابل»), nor is a shorter name that its next word goes on («غينيا الجديدة»).
 */
export function otherReadings(lexicon: Lexicon, tokens: Tokens, words: Int32Array, claim: Claim): Claim[] {
  const { firstToken, endToken, cut } = claim;
  const found: Claim[] = [];
  const add = (word: number, end: number, wordCut: number): void => {
    const sense = senseFrom(lexicon, tokens, words, word, firstToken, end);
    if (sense >= 0 && lexicon.senseKinds[sense] === NAME)
      found.push({ ...claim, endToken: end, cut: wordCut, sense });
  };
  if (cut === 0) {
    const rest = behindConjunction(lexicon, tokens, words, firstToken);
    if (rest >= 0) add(rest, endToken, 1);
    for (let end = endToken - 1; end > firstToken; end--)
      if (endsBefore(lexicon, tokens, words, end)) add(words[firstToken]!, end, 0);
  }
  return found;
}

/** The word behind the و of a token, or -1. */
function behindConjunction(lexicon: Lexicon, tokens: Tokens, words: Int32Array, token: number): number {
  const { units, starts, ends } = tokens;
  const start = starts[token]!;
  const end = ends[token]!;
  if (units[start] !== WAW || end - start < SHORTEST) return -1;
  const word = words[token]!;
  if (lexicon.flagsOf(word) & WORD_LISTS["whole-words"]) return -1;
  return lexicon.vocabulary.find(units, start + 1, end, hashUnits(units, start + 1, end));
}

/** Whether a name may end before a token: a function word, or a word that و joins. */
function endsBefore(lexicon: Lexicon, tokens: Tokens, words: Int32Array, token: number): boolean {
  if (tokens.kinds[token] !== WORD || tokens.flags[token]! & SENTENCE_START) return false;
  const word = words[token]!;
  if (lexicon.flagsOf(word) & WORD_LISTS["function-words"]) return true;
  return (
    tokens.units[tokens.starts[token]!] === WAW && tokens.ends[token]! - tokens.starts[token]! >= SHORTEST
  );
}
