import { ENTITY_CLASSES } from "../data/entity-classes.js";
import { DEMONYM, type Lexicon, NAME, PATTERN } from "../data/lexicon.js";
import { POLICIES } from "../data/surfaces.js";
import type { Claim } from "../text/claim.js";
import { type ArticleContext, SPORT_CLASSES } from "./article-context.js";
import type { Surroundings } from "./surroundings.js";

/** Weights of the signs by which an ambiguous name is decided; on a scale of log-odds. */
const KNOWN = 2;
const COUNTRY = 1;
/** «الفرنسية» is a nationality before it is the agency's short name, all the more behind a noun: «الشركة الفرنسية». */
const NATIONALITY = -1;
const NATIONALITY_OF_NOUN = 10;
/** «برشلونة» among clubs and players is the club. */
const SPORT = 2.5;

/** «مدينة برشلونة» is no club. */
const PLACE_OF_HEAD = 4;
/** «صحيفة "الرياض"» is no city. */
const MEDIUM = 8;

const MEDIA_CLASSES: ReadonlySet<number> = new Set(
  ["organization/media", "organization/news-agency"].map((name) => ENTITY_CLASSES.indexOf(name)),
);

/** The tagger takes the name for something of this type. */
const TAGGED = 3;

/**
 * Chooses what a name of several senses means, or -1 when none of its senses is allowed here.
 *
 * A sense counts only when its policy holds (lexicons/README.md). Of those left the best sum of signs wins: how common
 * the entity is (`prior`), whether the article names it otherwise, and how much it speaks of its country: «طرابلس»
 * beside «ليبيا» and «الدبيبة», «طرابلس» beside «لبنان». Equal sums: the earlier line of the tables.
 * @param acting how much speaks for a body rather than the platform or house of its name.
 */
export function chooseSense(
  lexicon: Lexicon,
  claim: Claim,
  context: ArticleContext,
  surroundings: Surroundings,
  acting = 0,
): number {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let sense = claim.sense; ; sense++) {
    if (isAllowed(lexicon, claim, sense, context, surroundings)) {
      const agrees = claim.type !== undefined && lexicon.senseKinds[sense] === NAME;
      const type = agrees && lexicon.type(lexicon.senseTargets[sense]!) === claim.type ? TAGGED : 0;
      const body = acting === 0 ? 0 : isBody(lexicon, sense) ? acting : -acting;
      const score = scoreOf(lexicon, sense, context, surroundings) + type + body;
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
  { introduced, ofPlaceHead, ofWeaponWord, ofTitle, behindArticle, asMedium }: Surroundings,
): boolean {
  const policy = POLICIES[lexicon.sensePolicies[sense]!];
  if (lexicon.senseKinds[sense] === PATTERN) {
    // «وزير الخارجية» is a person's office, not the ministry.
    if (ofTitle && claim.cut === 0) return false;
    if (behindArticle && lexicon.patterns[lexicon.senseTargets[sense]!]!.class === "ministry") return false;
    if (policy === "always") return claim.place >= 0;
    const place = context.placeOfPattern(lexicon.senseTargets[sense]!, policy === "known");
    return claim.place >= 0 ? place === claim.place : place >= 0;
  }
  if (policy === "always") return true;
  const entity = lexicon.senseTargets[sense]!;
  if (asMedium && MEDIA_CLASSES.has(lexicon.entityClasses[entity]!)) return true;
  if (context.isKnown(entity)) return true;
  if (lexicon.type(entity) === "place" && policy !== "known" && ofPlaceHead) return true;
  if (policy === "title")
    return lexicon.type(entity) === "weapon" ? ofWeaponWord : introduced && lexicon.type(entity) !== "place";
  return policy === "near" && context.countryEvidence(entity) > 0;
}

function scoreOf(
  lexicon: Lexicon,
  sense: number,
  context: ArticleContext,
  { adjectival, ofPlaceHead, asMedium }: Surroundings,
): number {
  const target = lexicon.senseTargets[sense]!;
  const kind = lexicon.senseKinds[sense]!;
  if (kind === DEMONYM) return (adjectival ? NATIONALITY_OF_NOUN : NATIONALITY) + Math.log(0.5);
  if (kind !== NAME) return 0;
  const prior = Math.log((lexicon.entityPriors[target]! + 8) / 263);
  const known = context.isKnown(target) ? KNOWN : 0;
  const sport = context.isSport && isOfSport(lexicon, target) ? SPORT : 0;
  const place = ofPlaceHead && lexicon.type(target) === "place" ? PLACE_OF_HEAD : 0;
  const medium = asMedium && MEDIA_CLASSES.has(lexicon.entityClasses[target]!) ? MEDIUM : 0;
  return prior + known + sport + place + medium + COUNTRY * Math.log1p(context.countryEvidence(target));
}

function isBody(lexicon: Lexicon, sense: number): boolean {
  return lexicon.senseKinds[sense] === NAME && lexicon.type(lexicon.senseTargets[sense]!) === "organization";
}

function isOfSport(lexicon: Lexicon, entity: number): boolean {
  return SPORT_CLASSES.has(lexicon.entityClasses[entity]!);
}
