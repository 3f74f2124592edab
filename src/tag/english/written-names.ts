import { CAPITALS, LOWER } from "../../data/english/english-lexicon.js";
import { DEMONYM, type Lexicon, NAME } from "../../data/lexicon.js";
import { WORD_LISTS } from "../../data/word-lists.js";
import type { Claim } from "../../text/claim.js";
import type { FieldText } from "../../text/field-text.js";
import { LATIN_WORD, type Tokens, WORD } from "../../text/tokens.js";
import { indexWords } from "../index-words.js";
import { isInCapitals } from "./english-tokens.js";

/** Shorter texts in capitals are acronyms. */
const LONGEST_ACRONYM = 6;

/** Vocabulary numbers of the tokens; a word without a capital is seen only where names hold it so: «of», «al», «ministry». */
export function visibleWords(lexicon: Lexicon, tokens: Tokens): Int32Array {
  const words = indexWords(tokens, lexicon.vocabulary);
  const lower = LOWER | WORD_LISTS["weapon-words"];
  const article = lexicon.vocabulary.indexOf("the");
  for (let token = 0; token < tokens.count; token++) {
    const word = words[token]!;
    if (word < 0 || tokens.kinds[token] !== LATIN_WORD) continue;
    // «the» begins no name, but stands in some: «Government of the Netherlands».
    const opens =
      word === article && (token === 0 || words[token - 1]! < 0 || tokens.kinds[token - 1] === WORD);
    if (opens || !(lexicon.wordFlags[word]! & lower)) words[token] = -1;
  }
  return words;
}

/** Whether a match has a capital; roles and bodies of states need none. A short acronym must be all capitals. */
export function isWrittenAsName(lexicon: Lexicon, text: FieldText, words: Int32Array, claim: Claim): boolean {
  const { tokens } = text;
  const { firstToken, endToken, sense } = claim;
  if (sense >= 0 && lexicon.senseKinds[sense] !== NAME && lexicon.senseKinds[sense] !== DEMONYM) return true;
  if (endToken - firstToken === 1 && sense >= 0 && lexicon.wordFlags[words[firstToken]!]! & CAPITALS) {
    return isInCapitals(text, firstToken) && !isAllCapitals(text);
  }
  for (let token = firstToken; token < endToken; token++) if (tokens.kinds[token] === WORD) return true;
  return false;
}

/** «WHO IS RIGHT»: where everything is in capitals, they say nothing. */
function isAllCapitals({ raw }: FieldText): boolean {
  return raw.length > LONGEST_ACRONYM && raw === raw.toUpperCase();
}
