import type { Lexicon } from "../data/lexicon.js";
import type { TaggerModel } from "../data/tagger-model.js";
import type { Claim } from "../text/claim.js";
import type { FieldText } from "../text/field-text.js";
import type { Tokens } from "../text/tokens.js";
import { decideClaims } from "./decide-claims.js";
import { linkLatinNames } from "./english/latin-names.js";
import { type FamilyIndex, findDesignations, indexFamilies } from "./find-designations.js";
import { findIntroducedNames } from "./find-introduced-names.js";
import { indexWords } from "./index-words.js";
import { matchLexicon } from "./match-lexicon.js";
import { mayFail, otherReadings } from "./other-readings.js";
import { tagSentences } from "./tagger/tag-sentences.js";
import { readSigns, wordsElsewhere } from "./tagger/token-signs.js";

const familyIndexes = new WeakMap<Lexicon, FamilyIndex>();

/** What the tag stage says of one field. */
export interface TaggedField {
  /** Vocabulary numbers of the tokens, or -1. */
  readonly words: Int32Array;
  /** Sorted, not overlapping. */
  readonly claims: readonly Claim[];
}

/** What the tag stage knows. */
export interface TagKnowledge {
  readonly lexicon: Lexicon;
  /** Without one, names that no lexicon lists are found by what introduces them only. */
  readonly tagger?: TaggerModel;
  /** The English names of the lexicon's entities, made when first asked for. Without, Latin passages are not linked by them. */
  readonly english?: () => Lexicon;
}

/** Finds what may be a mention in the fields of an article. */
export function tag(knowledge: TagKnowledge, fields: readonly FieldText[]): TaggedField[] {
  const tagged = tagArabic(knowledge, fields);
  const { english } = knowledge;
  if (english === undefined) return tagged;
  return tagged.map((found, field) => linkLatinNames(english, fields[field]!, field, found));
}

function tagArabic({ lexicon, tagger }: TagKnowledge, fields: readonly FieldText[]): TaggedField[] {
  const listed = fields.map((text, field) => findListed(lexicon, text, field));
  if (tagger === undefined)
    return listed.map((found, i) => addIntroduced(lexicon, fields[i]!.tokens, found, i));
  const elsewhere = wordsElsewhere(
    lexicon,
    listed.map(({ claims }, i) => ({ tokens: fields[i]!.tokens, claims })),
  );
  return listed.map(({ words, claims }, field) => {
    const { tokens } = fields[field]!;
    const signs = readSigns(lexicon, tagger, tokens, words, claims, elsewhere);
    const output = tagSentences(tagger, tokens, signs);
    return { words, claims: decideClaims(lexicon, tagger, tokens, words, field, claims, output) };
  });
}

/**
 * The designations and lexicon matches of a field; a designation beats a lexicon match that it overlaps.
 * @param words vocabulary numbers of the tokens, where some are not to be seen. Default: all.
 */
export function findListed(
  lexicon: Lexicon,
  { tokens }: Pick<FieldText, "tokens">,
  field: number,
  words: Int32Array = indexWords(tokens, lexicon.vocabulary),
): TaggedField {
  const matches = matchLexicon(lexicon, tokens, words);
  let families = familyIndexes.get(lexicon);
  if (families === undefined) {
    families = indexFamilies(lexicon);
    familyIndexes.set(lexicon, families);
  }
  const claims: Claim[] = findDesignations(lexicon, families, tokens, words, field);
  const taken = takenBy(claims, tokens.count);
  const designations = claims.length;
  for (let i = 0; i < matches.count; i++) {
    const firstToken = matches.firstToken[i]!;
    const endToken = matches.endToken[i]!;
    if (designations > 0 && isTaken(taken, firstToken, endToken)) continue;
    const claim: Claim = {
      field,
      firstToken,
      endToken,
      cut: matches.cut[i]!,
      method: "lexicon",
      sense: matches.sense[i]!,
      place: matches.slotPlace[i]! - 1,
      slotToken: matches.slotToken[i]!,
      slotCut: matches.slotCut[i]!,
    };
    const otherwise = mayFail(lexicon, claim.sense) ? otherReadings(lexicon, tokens, words, claim) : [];
    claims.push(otherwise.length === 0 ? claim : { ...claim, otherwise });
  }
  if (designations > 0) claims.sort((a, b) => a.firstToken - b.firstToken);
  return { words, claims };
}

/** Adds the people whom only their introduction speaks for. */
function addIntroduced(
  lexicon: Lexicon,
  tokens: Tokens,
  { words, claims }: TaggedField,
  field: number,
): TaggedField {
  const introduced = findIntroducedNames(lexicon, tokens, words, field, takenBy(claims, tokens.count));
  if (introduced.length === 0) return { words, claims };
  return { words, claims: [...claims, ...introduced].sort((a, b) => a.firstToken - b.firstToken) };
}

/** 1 for tokens that a claim covers. */
function takenBy(claims: readonly Claim[], tokens: number): Uint8Array {
  const taken = new Uint8Array(tokens);
  for (const { firstToken, endToken } of claims)
    for (let token = firstToken; token < endToken; token++) taken[token] = 1;
  return taken;
}

/** Whether a claim covers one of the tokens `[firstToken, endToken)`. */
function isTaken(taken: Uint8Array, firstToken: number, endToken: number): boolean {
  for (let token = firstToken; token < endToken; token++) if (taken[token] === 1) return true;
  return false;
}
