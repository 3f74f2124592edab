import { COMPANY, LOWER } from "../../data/english/english-lexicon.js";
import type { Lexicon } from "../../data/lexicon.js";
import { WORD_LISTS } from "../../data/word-lists.js";
import {
  IN_BOILERPLATE,
  NUMBER,
  PUNCTUATION_MARK,
  SPACE_BEFORE,
  type Tokens,
  WORD,
} from "../../text/tokens.js";
import type { EnglishNameRun } from "./read-terms.js";

/** Longest unlisted name, in words: longer ones are headlines in capitals. */
const LONGEST = 6;

/** Names of compromise that look like names: of people two words or more, of organizations too, unless an acronym. */
export function unlistedNames(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  names: readonly EnglishNameRun[],
): EnglishNameRun[] {
  const edges = WORD_LISTS["function-words"] | WORD_LISTS.titles;
  const isEdge = (token: number): boolean =>
    tokens.kinds[token] !== WORD || (lexicon.flagsOf(words[token]!) & edges) !== 0;
  const list: EnglishNameRun[] = [];
  for (const name of names) {
    let { firstToken, endToken } = name;
    while (firstToken < endToken && isEdge(firstToken)) firstToken++;
    while (firstToken < endToken && isEdge(endToken - 1) && tokens.kinds[endToken - 1] !== NUMBER) endToken--;
    const length = endToken - firstToken;
    if (isParted(tokens, firstToken, endToken)) continue;
    if (length < 1 || length > LONGEST || tokens.flags[firstToken]! & IN_BOILERPLATE) continue;
    const letters = tokens.ends[firstToken]! - tokens.starts[firstToken]!;
    if (isOrdinary(lexicon, words, firstToken, endToken)) continue;
    if (length === 1 && (name.type !== "place" || letters < 3)) continue;
    list.push({ firstToken, endToken, type: name.type });
  }
  return list;
}

/** Whether a name has no word of its own: «Foreign Ministry», «Sinopec Corp» with a listed first word. */
function isOrdinary(lexicon: Lexicon, words: Int32Array, firstToken: number, endToken: number): boolean {
  const isOwn = (token: number): boolean =>
    words[token]! < 0 || (lexicon.wordFlags[words[token]!]! & LOWER) === 0;
  let end = endToken;
  while (end > firstToken && lexicon.flagsOf(words[end - 1]!) & COMPANY) end--;
  if (end < endToken && end - firstToken === 1) return true;
  for (let token = firstToken; token < endToken; token++) if (isOwn(token)) return false;
  return true;
}

/** Whether a sign stands in a name that joins nothing: «BEIRUT - Syrian», «Paris, France»; the hyphen of «Doe-Smith» joins. */
function isParted({ kinds, flags }: Tokens, firstToken: number, endToken: number): boolean {
  for (let token = firstToken; token < endToken; token++) {
    if (kinds[token] !== PUNCTUATION_MARK) continue;
    const next = token + 1 < endToken ? flags[token + 1]! : SPACE_BEFORE;
    if ((flags[token]! | next) & SPACE_BEFORE) return true;
  }
  return false;
}
