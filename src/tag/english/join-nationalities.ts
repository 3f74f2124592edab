import { DEMONYM, type Lexicon, NAME, PATTERN, ROLE } from "../../data/lexicon.js";
import type { Claim } from "../../text/claim.js";
import { LATIN_WORD, SENTENCE_START, type Tokens } from "../../text/tokens.js";

/** Words that say that the holder of today is not meant: «the former Russian president». */
const NOT_NOW: ReadonlySet<string> = new Set([
  "former",
  "ex",
  "late",
  "then",
  "next",
  "future",
  "deposed",
  "ousted",
]);

/**
 * Joins offices and bodies of states to the nationality or country before them: «the Russian president», «Turkey's
 * Foreign Ministry», «the U.S. Army». Those that stand alone («the president») are dropped.
 * @param claims of one field, sorted by token.
 */
export function joinNationalities(lexicon: Lexicon, tokens: Tokens, claims: readonly Claim[]): Claim[] {
  const joined: Claim[] = [];
  for (const claim of claims) {
    if (!isOfState(lexicon, claim) || claim.place >= 0) {
      joined.push(claim);
      continue;
    }
    const before = joined.at(-1);
    const owner = before === undefined ? -1 : ownerOf(lexicon, tokens, before, claim);
    const sense = owner < 0 ? -1 : senseFor(lexicon, claim.sense, owner);
    if (before === undefined || sense < 0) {
      const name = firstName(lexicon, claim.sense);
      if (name >= 0) joined.push({ ...claim, sense: name });
      continue;
    }
    const isRole = lexicon.senseKinds[sense] === ROLE;
    if (isRole && isOfThePast(tokens, before.firstToken)) continue;
    const isNationality = lexicon.senseKinds[before.sense] === DEMONYM;
    if (isRole && !isNationality) {
      joined.push({ ...claim, sense, place: owner, slotToken: -1 });
      continue;
    }
    joined.pop();
    const slot = { slotToken: before.firstToken, slotEnd: before.endToken };
    joined.push({ ...claim, sense, place: owner, firstToken: before.firstToken, ...slot });
  }
  return joined;
}

/** Whether a claim may be an office or a body that every country has. */
function isOfState(lexicon: Lexicon, { sense }: Claim): boolean {
  const kind = sense < 0 ? -1 : lexicon.senseKinds[sense];
  return kind === ROLE || kind === PATTERN;
}

/** The place that the claim before one speaks of, or -1 when it does not stand right before it, over «'s» at most. */
function ownerOf(lexicon: Lexicon, tokens: Tokens, before: Claim, claim: Claim): number {
  if (before.sense < 0) return -1;
  const between = claim.firstToken - before.endToken;
  const touches = between === 0 || (between === 1 && wordAt(tokens, before.endToken) === "s");
  if (!touches || tokens.flags[claim.firstToken]! & SENTENCE_START) return -1;
  const kind = lexicon.senseKinds[before.sense];
  const target = lexicon.senseTargets[before.sense]!;
  if (kind !== DEMONYM && (kind !== NAME || lexicon.type(target) === "person")) return -1;
  return target;
}

/** The first of a claim's senses that the owner can have, or -1. */
function senseFor(lexicon: Lexicon, first: number, owner: number): number {
  for (let sense = first; ; sense++) {
    const kind = lexicon.senseKinds[sense];
    if (kind === ROLE) return sense;
    if (
      kind === PATTERN &&
      lexicon.isCountry(owner) &&
      lexicon.fitsPattern(lexicon.senseTargets[sense]!, owner)
    )
      return sense;
    if (lexicon.senseLast[sense] === 1) return -1;
  }
}

/** The first sense that is a name, or -1. */
function firstName(lexicon: Lexicon, first: number): number {
  for (let sense = first; ; sense++) {
    if (lexicon.senseKinds[sense] === NAME) return sense;
    if (lexicon.senseLast[sense] === 1) return -1;
  }
}

function isOfThePast(tokens: Tokens, token: number): boolean {
  if (token === 0) return false;
  const word = wordAt(tokens, token - 1);
  // «the then president», but «Then President Trump left».
  return NOT_NOW.has(word) && (word !== "then" || tokens.kinds[token - 1] === LATIN_WORD);
}

function wordAt({ units, starts, ends }: Tokens, token: number): string {
  return String.fromCharCode(...units.subarray(starts[token]!, ends[token]!));
}
