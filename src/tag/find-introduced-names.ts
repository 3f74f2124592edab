import type { Lexicon } from "../data/lexicon.js";
import { WORD_LISTS } from "../data/word-lists.js";
import type { Claim } from "../text/claim.js";
import { IN_BOILERPLATE, IN_HASHTAG, SENTENCE_START, type Tokens, WORD } from "../text/tokens.js";

/** Longest unlisted name, in words. */
const LONGEST = 5;

/**
 * Finds people whom no lexicon lists by what introduces them: a title, then a first name, then at least one more part:
 * «المتحدث باسم الرئاسة إبراهيم قالن», «الدكتور محمد بن أحمد الزهراني».
 *
 * A name goes on over first names, «بن» and «آل» with what follows, and words with the article, as long as nothing else
 * is known of them; after a single first name it takes one unknown word.
 */
export function findIntroducedNames(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  field: number,
  taken: Uint8Array,
): Claim[] {
  const claims: Claim[] = [];
  // «على» folds like «علي»: as a first name it would start a name behind every noun.
  const preposition = lexicon.vocabulary.indexOf("علي");
  const is = (token: number, flag: number): boolean => (lexicon.flagsOf(words[token]!) & flag) !== 0;
  for (let token = 1; token < tokens.count - 1; token++) {
    if (
      !is(token, WORD_LISTS["given-names"]) ||
      !free(tokens, taken, token) ||
      !is(token - 1, WORD_LISTS.titles)
    )
      continue;
    if (tokens.flags[token]! & SENTENCE_START || words[token] === preposition) continue;
    const endToken = endOfName(lexicon, tokens, words, token, taken);
    if (endToken - token < 2) continue;
    claims.push({
      field,
      firstToken: token,
      endToken,
      cut: 0,
      method: "context",
      sense: -1,
      place: -1,
      slotToken: -1,
      slotCut: 0,
      type: "person",
    });
    token = endToken - 1;
  }
  return claims;
}

function endOfName(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  first: number,
  taken: Uint8Array,
): number {
  const flagsOf = (token: number): number => lexicon.flagsOf(words[token]!);
  const {
    "given-names": GIVEN,
    "name-particles": PARTICLE,
    "function-words": FUNCTION,
    "common-words": COMMON,
    titles,
  } = WORD_LISTS;
  let end = first + 1;
  let surname = false;
  while (end < tokens.count && end - first < LONGEST && free(tokens, taken, end)) {
    if (tokens.flags[end]! & SENTENCE_START) break;
    const flags = flagsOf(end);
    if (flags & PARTICLE) {
      if (end + 1 >= tokens.count || !free(tokens, taken, end + 1) || tokens.flags[end + 1]! & SENTENCE_START)
        break;
      end += 2;
      surname = true;
    } else if (flags & GIVEN) end++;
    else if (flags & (FUNCTION | COMMON | titles) || surname) break;
    else {
      end++;
      surname = true;
    }
  }
  return end;
}

function free(tokens: Tokens, taken: Uint8Array, token: number): boolean {
  return (
    tokens.kinds[token] === WORD &&
    taken[token] === 0 &&
    !(tokens.flags[token]! & (IN_BOILERPLATE | IN_HASHTAG))
  );
}
