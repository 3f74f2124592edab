import type { DesignationFamily, Lexicon } from "../data/lexicon.js";
import { WORD_LISTS } from "../data/word-lists.js";
import type { Claim } from "../text/claim.js";
import { procliticCuts } from "../text/proclitics.js";
import {
  IN_BOILERPLATE,
  LATIN_WORD,
  NUMBER,
  PUNCTUATION_MARK,
  SENTENCE_START,
  SPACE_BEFORE,
  type Tokens,
  WORD,
} from "../text/tokens.js";

/** How many tokens around a designation may hold the word that says it is a weapon. */
const CONTEXT = 6;
/** Longest number: «A-10», «KN-08», «400». */
const LONGEST_NUMBER = 6;
/** Longest suffix: «Su-30MKI». */
const LONGEST_SUFFIX = 3;
const HYPHENS: ReadonlySet<number> = new Set([..."-‐‑–−_."].map((sign) => sign.charCodeAt(0)));

/** The families of a lexicon by the word that stands right before the number. */
export type FamilyIndex = ReadonlyMap<number, readonly { family: number; prefix: readonly number[] }[]>;

/** Indexes the prefixes of the families by their last word. */
export function indexFamilies(lexicon: Lexicon): FamilyIndex {
  const index = new Map<number, { family: number; prefix: readonly number[] }[]>();
  lexicon.families.forEach((family: DesignationFamily, number) => {
    for (const words of family.prefixes) {
      const prefix = words.map((word) => lexicon.vocabulary.indexOf(word));
      const last = prefix.at(-1) ?? -1;
      const list = index.get(last);
      if (list === undefined) index.set(last, [{ family: number, prefix }]);
      else list.push({ family: number, prefix });
    }
  });
  // Longer prefixes first: «إف إيه 18» before «إيه 18».
  for (const list of index.values()) list.sort((a, b) => b.prefix.length - a.prefix.length);
  return index;
}

/**
 * Finds weapons by their designation: letters of a family, a number, perhaps a suffix, with a hyphen, a space or
 * nothing between them: «إس-400», «إس -400», «اس 400», «إس٤٠٠», «S400», «توس-1A».
 *
 * A number that the family is known for counts everywhere; another one when a word such as «صواريخ» or «مقاتلة» stands
 * within six tokens, so that tomorrow's «إس-600» is a weapon and «إس 600 شارع» is not.
 */
export function findDesignations(
  lexicon: Lexicon,
  families: FamilyIndex,
  tokens: Tokens,
  words: Int32Array,
  field: number,
): Claim[] {
  const claims: Claim[] = [];
  /** One past the last token of the designation before. */
  let taken = 0;
  for (let token = 1; token < tokens.count; token++) {
    if (tokens.kinds[token] !== NUMBER || tokens.flags[token]! & IN_BOILERPLATE) continue;
    const before = partBefore(tokens, token);
    if (before < taken || tokens.ends[token]! - tokens.starts[token]! > LONGEST_NUMBER) continue;
    const claim = claimAt(lexicon, families, tokens, words, field, before, token);
    if (claim === undefined || claim.firstToken < taken) continue;
    claims.push(claim);
    taken = claim.endToken;
  }
  return claims;
}

function claimAt(
  lexicon: Lexicon,
  families: FamilyIndex,
  tokens: Tokens,
  words: Int32Array,
  field: number,
  letters: number,
  number: number,
): Claim | undefined {
  for (const { word, cut } of readings(lexicon, tokens, words, letters)) {
    for (const { family, prefix } of families.get(word) ?? []) {
      const firstToken = prefixStart(tokens, words, prefix, letters);
      if (firstToken < 0 || (cut > 0 && firstToken !== letters)) continue;
      const endToken = endOfSuffix(tokens, number);
      const designation = { family, number: designationNumber(tokens, number, endToken) };
      const plain = designationNumber(tokens, number, number + 1);
      const { numbers } = lexicon.families[family]!;
      const listed = numbers.includes(designation.number) || numbers.includes(plain);
      // «B1» is a rating and «سي 5» a vitamin's neighbour: one letter and one digit need a witness, too.
      const known = listed && (plain.length > 1 || tokens.ends[letters]! - tokens.starts[letters]! > 2 + cut);
      if (!known && !hasWeaponWord(lexicon, tokens, words, firstToken, endToken)) continue;
      return {
        field,
        firstToken,
        endToken,
        cut,
        method: "pattern",
        sense: -1,
        place: -1,
        slotToken: -1,
        slotCut: 0,
        designation,
      };
    }
  }
  return undefined;
}

/** The word before a number, over one hyphen, or -1. */
function partBefore(tokens: Tokens, number: number): number {
  if (tokens.flags[number]! & SENTENCE_START) return -1;
  let before = number - 1;
  if (tokens.kinds[before] === PUNCTUATION_MARK) {
    if (!HYPHENS.has(tokens.units[tokens.starts[before]!]!) || tokens.flags[before]! & SENTENCE_START)
      return -1;
    before--;
  }
  return before >= 0 && (tokens.kinds[before] === WORD || tokens.kinds[before] === LATIN_WORD) ? before : -1;
}

/** The word as it stands, and without its proclitics: «وإس-400», «بإس-400». */
function readings(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  token: number,
): { word: number; cut: number }[] {
  const list = [{ word: words[token]!, cut: 0 }];
  const start = tokens.starts[token]!;
  const end = tokens.ends[token]!;
  const cuts = tokens.kinds[token] === WORD ? procliticCuts(tokens.units, start, end) : 0;
  for (let cut = 1; cut <= 2; cut++) {
    if (!(cuts & (1 << cut))) continue;
    const rest = String.fromCharCode(...tokens.units.subarray(start + cut, Math.min(end, start + cut + 24)));
    list.push({ word: lexicon.vocabulary.indexOf(rest), cut });
  }
  return list.filter(({ word }) => word >= 0);
}

/** First token of a prefix of several words, whose last word stands at `last`; -1 when the others do not. */
function prefixStart(tokens: Tokens, words: Int32Array, prefix: readonly number[], last: number): number {
  let token = last;
  for (let i = prefix.length - 2; i >= 0; i--) {
    token--;
    if (tokens.kinds[token] === PUNCTUATION_MARK) token--;
    if (token < 0 || words[token] !== prefix[i]) return -1;
  }
  return token;
}

/** One past the suffix that touches a number: «1A», «30MKI». */
function endOfSuffix(tokens: Tokens, number: number): number {
  const next = number + 1;
  if (next >= tokens.count || tokens.kinds[next] !== LATIN_WORD || tokens.flags[next]! & SPACE_BEFORE)
    return next;
  return tokens.ends[next]! - tokens.starts[next]! <= LONGEST_SUFFIX ? next + 1 : next;
}

function designationNumber(tokens: Tokens, first: number, end: number): string {
  return String.fromCharCode(...tokens.units.subarray(tokens.starts[first]!, tokens.ends[end - 1]!));
}

function hasWeaponWord(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  first: number,
  end: number,
): boolean {
  const flag = WORD_LISTS["weapon-words"];
  for (let token = Math.max(0, first - CONTEXT); token < Math.min(tokens.count, end + CONTEXT); token++) {
    if (token >= first && token < end) continue;
    for (const { word } of readings(lexicon, tokens, words, token))
      if (lexicon.wordFlags[word]! & flag) return true;
  }
  return false;
}
