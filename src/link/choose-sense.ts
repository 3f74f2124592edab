import { DEMONYM, type Lexicon, NAME, PATTERN } from "../data/lexicon.js";
import { POLICIES } from "../data/surfaces.js";
import type { Claim } from "../text/claim.js";
import type { ArticleContext } from "./article-context.js";

/** Weights of the signs by which an ambiguous name is decided; on a scale of log-odds. */
const KNOWN = 2;
const COUNTRY = 1;
/** «الفرنسية» is a nationality before it is the agency's short name. */
const NATIONALITY = -1;

/**
 * Chooses what a name of several senses means, or -1 when none of its senses is allowed here.
 *
 * A sense counts only when its policy holds (lexicons/README.md). Of those left the best sum of signs wins: how common
 * the entity is (`prior`), whether the article names it otherwise, and how much it speaks of its country: «طرابلس»
 * beside «ليبيا» and «الدبيبة», «طرابلس» beside «لبنان». Equal sums: the earlier line of the tables.
 * @param introduced whether a title or role stands right before the name.
 */
export function chooseSense(
  lexicon: Lexicon,
  claim: Claim,
  context: ArticleContext,
  introduced: boolean,
): number {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let sense = claim.sense; ; sense++) {
    if (isAllowed(lexicon, claim, sense, context, introduced)) {
      const score = scoreOf(lexicon, sense, context);
      if (score > bestScore) {
        best = sense;
        bestScore = score;
      }
    }
    if (lexicon.senseLast[sense] === 1) return best;
  }
}

function isAllowed(
  lexicon: Lexicon,
  claim: Claim,
  sense: number,
  context: ArticleContext,
  introduced: boolean,
): boolean {
  const policy = POLICIES[lexicon.sensePolicies[sense]!];
  if (lexicon.senseKinds[sense] === PATTERN) {
    if (policy === "always") return claim.place >= 0;
    return context.placeOfPattern(lexicon.senseTargets[sense]!, policy === "known") >= 0;
  }
  if (policy === "always") return true;
  const entity = lexicon.senseTargets[sense]!;
  if (context.isKnown(entity)) return true;
  if (policy === "title") return introduced;
  return policy === "near" && context.countryEvidence(entity) > 0;
}

function scoreOf(lexicon: Lexicon, sense: number, context: ArticleContext): number {
  const target = lexicon.senseTargets[sense]!;
  const kind = lexicon.senseKinds[sense]!;
  if (kind === DEMONYM) return NATIONALITY + Math.log(0.5);
  if (kind !== NAME) return 0;
  const prior = Math.log((lexicon.entityPriors[target]! + 8) / 263);
  return (
    prior + (context.isKnown(target) ? KNOWN : 0) + COUNTRY * Math.log1p(context.countryEvidence(target))
  );
}
