import { DEMONYM, type Lexicon, NAME } from "../../data/lexicon.js";
import { WORD_LISTS } from "../../data/word-lists.js";
import type { Claim } from "../../text/claim.js";
import type { FieldText } from "../../text/field-text.js";
import { SENTENCE_START, WORD } from "../../text/tokens.js";
import { coveredBy } from "./covered-tokens.js";
import { isInCapitals } from "./english-tokens.js";
import type { EnglishNameRun, EnglishReading } from "./read-terms.js";

/** What speaks against the listed names of a field. */
export interface Doubts {
  readonly reading: EnglishReading;
  /** Names that no list has. */
  readonly unlisted: readonly EnglishNameRun[];
  /** Vocabulary numbers of the tokens. */
  readonly words: Int32Array;
}

/** The listed names that nothing speaks against: one of a single word needs to be a noun, and no part of a longer name. */
export function certainNames(
  lexicon: Lexicon,
  text: FieldText,
  claims: readonly Claim[],
  { reading, unlisted, words }: Doubts,
): Claim[] {
  const claimed = coveredBy(claims, text.tokens.count);
  return claims.filter((claim) => {
    const { firstToken, endToken, sense } = claim;
    if (sense < 0 || endToken - firstToken > 1) return true;
    const kind = lexicon.senseKinds[sense];
    if (kind !== NAME && kind !== DEMONYM) return true;
    if (kind === NAME) {
      if (reading.noName[firstToken] === 1 && !isInCapitals(text, firstToken)) return false;
      if (followsOtherName(lexicon, text, words, claimed, claim)) return false;
    }
    return !unlisted.some((name) => isPartOf(claim, name));
  });
}

function isPartOf({ firstToken, endToken }: Claim, name: EnglishNameRun): boolean {
  const isLonger = name.endToken - name.firstToken > endToken - firstToken;
  return isLonger && name.type !== "place" && name.firstToken <= firstToken && endToken <= name.endToken;
}

/**
 * Whether a surname stands behind another first name than its bearer's: «Humeyra Pamuk» is not Orhan Pamuk. In a
 * headline every word has a capital: «Tells Putin».
 */
function followsOtherName(
  lexicon: Lexicon,
  { field, tokens }: FieldText,
  words: Int32Array,
  claimed: Uint8Array,
  { firstToken, sense }: Claim,
): boolean {
  const before = firstToken - 1;
  const target = lexicon.senseTargets[sense]!;
  if (field === "title" || before < 0 || lexicon.type(target) !== "person") return false;
  const { units, starts, ends, kinds, flags } = tokens;
  if (kinds[before] !== WORD || claimed[before] === 1 || flags[firstToken]! & SENTENCE_START) return false;
  const ordinary = WORD_LISTS["function-words"] | WORD_LISTS.titles;
  if (lexicon.flagsOf(words[before]!) & ordinary) return false;
  const name = String.fromCharCode(...units.subarray(starts[before]!, ends[before]!));
  return !lexicon.englishName(target).toLowerCase().includes(name);
}
