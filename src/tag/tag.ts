import type { Lexicon } from "../data/lexicon.js";
import type { Claim } from "../text/claim.js";
import type { FieldText } from "../text/field-text.js";
import { type FamilyIndex, findDesignations, indexFamilies } from "./find-designations.js";
import { findIntroducedNames } from "./find-introduced-names.js";
import { indexWords } from "./index-words.js";
import { matchLexicon } from "./match-lexicon.js";

const familyIndexes = new WeakMap<Lexicon, FamilyIndex>();

/** What the tag stage says of one field. */
export interface TaggedField {
  /** Vocabulary numbers of the tokens, or -1. */
  readonly words: Int32Array;
  /** Sorted, not overlapping. */
  readonly claims: readonly Claim[];
}

/**
 * Finds what may be a mention in a field. Where findings overlap, a designation beats a shorter lexicon match, a
 * lexicon match beats a name that only its introduction speaks for.
 * @param field index of the field in the article.
 */
export function tag(lexicon: Lexicon, text: FieldText, field: number): TaggedField {
  const { tokens } = text;
  const words = indexWords(tokens, lexicon.vocabulary);
  const matches = matchLexicon(lexicon, tokens, words);
  let families = familyIndexes.get(lexicon);
  if (families === undefined) {
    families = indexFamilies(lexicon);
    familyIndexes.set(lexicon, families);
  }
  const claims: Claim[] = [];
  /** 1 for tokens that a claim covers. */
  const taken = new Uint8Array(tokens.count);
  for (const designation of findDesignations(lexicon, families, tokens, words, field)) {
    claims.push(designation);
    taken.fill(1, designation.firstToken, designation.endToken);
  }
  for (let i = 0; i < matches.count; i++) {
    const firstToken = matches.firstToken[i]!;
    const endToken = matches.endToken[i]!;
    if (isTaken(taken, firstToken, endToken)) continue;
    claims.push({
      field,
      firstToken,
      endToken,
      cut: matches.cut[i]!,
      method: "lexicon",
      sense: matches.sense[i]!,
      place: matches.slotPlace[i]! - 1,
      slotToken: matches.slotToken[i]!,
      slotCut: matches.slotCut[i]!,
    });
    for (let token = firstToken; token < endToken; token++) taken[token] = 1;
  }
  claims.push(...findIntroducedNames(lexicon, tokens, words, field, taken));
  claims.sort((a, b) => a.firstToken - b.firstToken);
  return { words, claims };
}

/** Whether a claim covers one of the tokens `[firstToken, endToken)`. */
function isTaken(taken: Uint8Array, firstToken: number, endToken: number): boolean {
  for (let token = firstToken; token < endToken; token++) if (taken[token] === 1) return true;
  return false;
}
