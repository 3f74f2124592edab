import { LOWER } from "../../data/english/english-lexicon.js";
import { type Lexicon, NAME } from "../../data/lexicon.js";
import { POLICIES } from "../../data/surfaces.js";
import type { Claim } from "../../text/claim.js";
import type { FieldText } from "../../text/field-text.js";
import { IN_BOILERPLATE, LATIN_WORD, NUMBER, type Tokens } from "../../text/tokens.js";
import { exactSense } from "../exact-sense.js";
import { indexWords } from "../index-words.js";
import type { TaggedField } from "../tag.js";
import { isCapital } from "./english-tokens.js";

const ALWAYS = POLICIES.indexOf("always");

/**
 * Links Latin passages of an Arabic field by the English names of the lexicons: «الرئيس الصيني Xi Jinping».
 *
 * A passage must be a listed name from end to end, and one whose name means nothing else. Of a single word it must be
 * what the tagger takes for a name: «Time» may be a word, «Human Rights Watch» is none.
 * @param english the lexicon of English names; asked for only when there is a passage that it may know.
 */
export function linkLatinNames(
  english: () => Lexicon,
  text: FieldText,
  field: number,
  tagged: TaggedField,
): TaggedField {
  const { tokens } = text;
  const passages = latinPassages(text, tagged.claims);
  if (passages.length === 0) return tagged;
  const lexicon = english();
  const words = indexWords(tokens, lexicon.vocabulary);
  const claims = [...tagged.claims];
  for (const { firstToken, endToken, claim } of passages) {
    if (!isWrittenAsName(lexicon, text, words, firstToken, endToken)) continue;
    const entity = entityOf(lexicon, tokens, words, firstToken, endToken, claim);
    if (entity < 0) continue;
    const base = { field, firstToken, endToken, cut: 0, sense: -1, place: -1, slotToken: -1, slotCut: 0 };
    const linked: Claim = { ...base, ...claim, method: "lexicon", entity };
    if (claim === undefined) claims.push(linked);
    else claims[claims.indexOf(claim)] = linked;
  }
  return { words: tagged.words, claims: claims.sort((a, b) => a.firstToken - b.firstToken) };
}

/** Tokens in Latin letters, and the claim that covers just them. */
interface Passage {
  readonly firstToken: number;
  readonly endToken: number;
  readonly claim?: Claim;
}

/** The unlisted names in Latin letters, and the runs of two words or more that nothing claims. */
function latinPassages(text: FieldText, claims: readonly Claim[]): Passage[] {
  const { tokens } = text;
  const passages: Passage[] = [];
  const taken = new Uint8Array(tokens.count);
  for (const claim of claims) {
    const { firstToken, endToken } = claim;
    taken.fill(1, firstToken, endToken);
    if (claim.sense < 0 && claim.designation === undefined && isLatin(tokens, firstToken, endToken))
      passages.push({ firstToken, endToken, claim });
  }
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kinds[token] !== LATIN_WORD) continue;
    let end = token + 1;
    while (end < tokens.count && (tokens.kinds[end] === LATIN_WORD || tokens.kinds[end] === NUMBER)) end++;
    const isFree = !taken.subarray(token, end).includes(1) && (tokens.flags[token]! & IN_BOILERPLATE) === 0;
    if (isFree && end - token > 1 && isCapital(text, tokens.starts[token]!))
      passages.push({ firstToken: token, endToken: end });
    token = end;
  }
  return passages;
}

/** Whether a name begins in Latin letters and has no Arabic ones. */
function isLatin({ kinds }: Tokens, firstToken: number, endToken: number): boolean {
  if (kinds[firstToken] !== LATIN_WORD) return false;
  for (let token = firstToken; token < endToken; token++)
    if (kinds[token] !== LATIN_WORD && kinds[token] !== NUMBER && kinds[token] === 0) return false;
  return true;
}

/** Whether every word has a capital but those that names hold without one: «of», «al». */
function isWrittenAsName(
  lexicon: Lexicon,
  text: FieldText,
  words: Int32Array,
  firstToken: number,
  endToken: number,
): boolean {
  const { kinds, starts } = text.tokens;
  let hasCapital = false;
  for (let token = firstToken; token < endToken; token++) {
    if (kinds[token] !== LATIN_WORD) continue;
    const capital = isCapital(text, starts[token]!);
    hasCapital ||= capital;
    if (!capital && !(lexicon.flagsOf(words[token]!) & LOWER)) return false;
  }
  return hasCapital;
}

/** The only entity that a passage names without context, or the only one of the type that the tagger says; -1 when none. */
function entityOf(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  firstToken: number,
  endToken: number,
  claim: Claim | undefined,
): number {
  let sense = exactSense(lexicon, tokens, words, firstToken, endToken)?.sense ?? -1;
  const found: number[] = [];
  while (sense >= 0) {
    if (lexicon.senseKinds[sense] === NAME && lexicon.sensePolicies[sense] === ALWAYS)
      found.push(lexicon.senseTargets[sense]!);
    sense = lexicon.senseLast[sense] === 1 ? -1 : sense + 1;
  }
  const fitting =
    claim?.type === undefined ? found : found.filter((entity) => lexicon.type(entity) === claim.type);
  return fitting.length === 1 ? fitting[0]! : -1;
}
