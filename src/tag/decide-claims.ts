import { DEMONYM, type Lexicon, ROLE } from "../data/lexicon.js";
import type { TaggerModel } from "../data/tagger-model.js";
import type { Claim } from "../text/claim.js";
import { PUNCTUATION_MARK, type Tokens } from "../text/tokens.js";
import { closeQuotation } from "./close-quotation.js";
import { cutProclitics, isJoined } from "./cut-proclitics.js";
import { exactSense } from "./exact-sense.js";
import type { TaggedName, TaggerOutput } from "./tagger/tag-sentences.js";

/** A listed name that the tagger passes over stays when its tokens are outside of names with less than this probability. */
const OVERRULED = 0.998;

/**
 * Joins what the lexicons, the designations and the tagger found in a field into claims that do not overlap.
 *
 * The tagger decides where names are: it has seen the lexicon's matches and the context. A name of the tagger takes the
 * senses of the lexicon for its very tokens, if there are any; one within a longer name that needs no context gives way. Nationalities and roles are the lexicon's own, and give
 * way only to a name that covers them: «الروسي» in «الجيش الروسي الثاني». A listed name that the tagger does not see
 * stays unless the tagger is sure that there is none.
 * @param listed sorted, not overlapping.
 */
export function decideClaims(
  lexicon: Lexicon,
  model: TaggerModel,
  tokens: Tokens,
  words: Int32Array,
  field: number,
  listed: readonly Claim[],
  output: TaggerOutput,
): Claim[] {
  const claims: Claim[] = [];
  /** The listed claim at each token, + 1. */
  const listedAt = new Uint32Array(tokens.count);
  listed.forEach((claim, i) => {
    for (let token = claim.firstToken; token < claim.endToken; token++) listedAt[token] = i + 1;
  });
  const covered = new Uint8Array(tokens.count);
  const cover = (claim: Claim): void => {
    claims.push(claim);
    for (let token = claim.firstToken; token < claim.endToken; token++) covered[token] = 1;
  };
  for (const found of output.names.flatMap((name) => splitPeople(lexicon, model, tokens, words, name))) {
    const name = trimPunctuation(tokens, found);
    if (name === undefined) continue;
    const own = listed[listedAt[name.firstToken]! - 1];
    const exact = own?.firstToken === name.firstToken && own.endToken === name.endToken;
    const within = own !== undefined && name.endToken <= own.endToken;
    if (within && (isRole(lexicon, own) || (!exact && isFixed(lexicon, own)))) continue;
    if (own !== undefined && exact) cover({ ...own, type: name.type, probability: name.probability });
    else cover(claimOf(lexicon, model, tokens, words, field, name));
  }
  for (const claim of listed) {
    let free = true;
    let outside = 0;
    for (let token = claim.firstToken; token < claim.endToken; token++) {
      if (covered[token] === 1) free = false;
      outside += output.outside[token]! / (claim.endToken - claim.firstToken);
    }
    if (!free) continue;
    const adjective = claim.sense >= 0 && (isRole(lexicon, claim) || isDemonym(lexicon, claim));
    if (adjective) claims.push(claim);
    else if (outside < OVERRULED) claims.push({ ...claim, probability: 1 - outside });
  }
  return claims.map((claim) => closeQuotation(tokens, claim)).sort((a, b) => a.firstToken - b.firstToken);
}

/** A person's name ends before «و»: «هاري وميغان» are two people; «محمد وليد» is one. */
function splitPeople(
  lexicon: Lexicon,
  model: TaggerModel,
  tokens: Tokens,
  words: Int32Array,
  name: TaggedName,
): TaggedName[] {
  if (name.type !== "person") return [name];
  const parts: TaggedName[] = [];
  let { firstToken } = name;
  for (let token = firstToken + 1; token < name.endToken; token++) {
    if (!isJoined(lexicon, model, tokens, words, token)) continue;
    parts.push({ ...name, firstToken, endToken: token });
    firstToken = token;
  }
  parts.push({ ...name, firstToken });
  return parts;
}

/** Signs that stand inside names: «سي.إن.إن», «كيم جونغ-أون», «AT&T». */
const INNER: ReadonlySet<number> = new Set(
  [...".-‐‑–−/&'’:،,\"«»“”()#+!?؟·ـ"].map((sign) => sign.charCodeAt(0)),
);

/** A name without the signs at its ends; undefined when there is nothing else, or a sign in it that no name has. */
function trimPunctuation(tokens: Tokens, name: TaggedName): TaggedName | undefined {
  let { firstToken, endToken } = name;
  while (firstToken < endToken && tokens.kinds[firstToken] === PUNCTUATION_MARK) firstToken++;
  while (firstToken < endToken && tokens.kinds[endToken - 1] === PUNCTUATION_MARK) endToken--;
  for (let token = firstToken; token < endToken; token++)
    if (tokens.kinds[token] === PUNCTUATION_MARK && !INNER.has(tokens.units[tokens.starts[token]!]!))
      return undefined;
  return firstToken < endToken ? { ...name, firstToken, endToken } : undefined;
}

/** A name of the tagger that is no match of its own: perhaps part of one, or of nothing listed. */
function claimOf(
  lexicon: Lexicon,
  model: TaggerModel,
  tokens: Tokens,
  words: Int32Array,
  field: number,
  { firstToken, endToken, type, probability }: TaggedName,
): Claim {
  const base = { field, firstToken, endToken, place: -1, slotToken: -1, slotCut: 0, type, probability };
  const exact = exactSense(lexicon, tokens, words, firstToken, endToken);
  if (exact !== undefined) return { ...base, ...exact, method: "lexicon" };
  return {
    ...base,
    cut: cutProclitics(lexicon, model, tokens, words, firstToken),
    sense: -1,
    method: "tagger",
  };
}

/** Whether the words of a claim are a name wherever they stand: «حي الخالدية», not «الخالدية». */
function isFixed(lexicon: Lexicon, claim: Claim): boolean {
  return claim.sense >= 0 && lexicon.sensePolicies[claim.sense] === 0 && !isDemonym(lexicon, claim);
}

function isRole(lexicon: Lexicon, claim: Claim): boolean {
  return claim.sense >= 0 && lexicon.senseKinds[claim.sense] === ROLE;
}

/** Whether a name can only be a nationality. */
function isDemonym(lexicon: Lexicon, claim: Claim): boolean {
  for (let sense = claim.sense; ; sense++) {
    if (lexicon.senseKinds[sense] === DEMONYM) return true;
    if (lexicon.senseLast[sense] === 1) return false;
  }
}
