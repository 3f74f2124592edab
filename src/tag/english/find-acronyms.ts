import { type Lexicon, NAME } from "../../data/lexicon.js";
import type { Claim } from "../../text/claim.js";
import type { FieldText } from "../../text/field-text.js";
import { type Tokens, WORD } from "../../text/tokens.js";
import { isInCapitals } from "./english-tokens.js";

const OPENING = 0x28;
/** Acronyms of two letters stand for too much. */
const SHORTEST = 3;

/**
 * The acronyms that an article itself explains, «the Islamic Republic News Agency (IRNA)», wherever they stand in the
 * field: in brackets behind a listed name, and made of its initials.
 * @param taken 1 for tokens that are part of a claim.
 */
export function findAcronyms(
  lexicon: Lexicon,
  text: FieldText,
  claims: readonly Claim[],
  taken: Uint8Array,
): Claim[] {
  const { tokens } = text;
  const explained = new Map<string, Claim>();
  for (const claim of claims) {
    const token = claim.endToken + 1;
    if (claim.sense < 0 || lexicon.senseKinds[claim.sense] !== NAME || token >= tokens.count) continue;
    if (tokens.units[tokens.starts[claim.endToken]!] !== OPENING || !isInCapitals(text, token)) continue;
    const word = wordAt(tokens, token);
    if (word.length >= SHORTEST && word === initialsOf(tokens, claim)) explained.set(word, claim);
  }
  if (explained.size === 0) return [];
  const found: Claim[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const claim =
      taken[token] === 0 && isInCapitals(text, token) ? explained.get(wordAt(tokens, token)) : undefined;
    if (claim !== undefined) found.push({ ...claim, firstToken: token, endToken: token + 1 });
  }
  return found;
}

/** The first letters of a name's words, less those without a capital: «irna». */
function initialsOf({ units, starts, kinds }: Tokens, { firstToken, endToken }: Claim): string {
  let initials = "";
  for (let token = firstToken; token < endToken; token++)
    if (kinds[token] === WORD) initials += String.fromCharCode(units[starts[token]!]!);
  return initials;
}

function wordAt({ units, starts, ends }: Tokens, token: number): string {
  return String.fromCharCode(...units.subarray(starts[token]!, ends[token]!));
}
