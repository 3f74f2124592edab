import { ENTITY_CLASSES } from "../data/entity-classes.js";
import type { Lexicon } from "../data/lexicon.js";
import { DEMONYM, NAME, PATTERN, ROLE } from "../data/lexicon.js";
import type { Claim } from "../text/claim.js";

/** Classes of entities whose names say that an article is about sport. */
export const SPORT_CLASSES: ReadonlySet<number> = new Set(
  [
    "organization/club",
    "organization/national-team",
    "organization/sport-federation",
    "person/athlete",
    "person/coach",
    "person/sports-official",
    "event/league",
    "event/tournament",
    "place/stadium",
  ].map((name) => ENTITY_CLASSES.indexOf(name)),
);

/** What the unmarked names of an article say about its ambiguous ones. */
export class ArticleContext {
  private readonly lexicon: Lexicon;
  /** How often each entity is named by a surface that needs no context. */
  private readonly known = new Map<number, number>();
  /** How often each country is spoken of by surfaces that mean one thing only. */
  private readonly countries = new Map<number, number>();

  /** Place of the last organization of each pattern that an unmarked surface names. */
  private readonly patternPlaces = new Map<number, number>();

  /** Names of clubs, players, tournaments that mean nothing else. */
  private sportNames = 0;

  constructor(lexicon: Lexicon, claims: Iterable<Claim>) {
    this.lexicon = lexicon;
    for (const claim of claims) {
      if (claim.sense < 0) continue;
      const certain = lexicon.senseLast[claim.sense] === 1;
      for (let sense = claim.sense; ; sense++) {
        this.note(sense, claim, certain);
        if (lexicon.senseLast[sense] === 1) break;
      }
    }
  }

  private note(sense: number, claim: Claim, certain: boolean): void {
    const { lexicon } = this;
    const kind = lexicon.senseKinds[sense]!;
    const target = lexicon.senseTargets[sense]!;
    if (kind === ROLE || kind === PATTERN) {
      if (claim.place < 0) return;
      this.addCountries(claim.place);
      if (kind === PATTERN && lexicon.sensePolicies[sense] === 0) this.patternPlaces.set(target, claim.place);
      return;
    }
    if (lexicon.sensePolicies[sense] !== 0) return;
    if (kind === NAME) this.known.set(target, (this.known.get(target) ?? 0) + 1);
    if (certain && kind === NAME && SPORT_CLASSES.has(lexicon.entityClasses[target]!)) this.sportNames++;
    if (certain || kind === DEMONYM) this.addCountries(target);
  }

  private addCountries(entity: number): void {
    for (const country of this.lexicon.countriesOf(entity))
      this.countries.set(country, (this.countries.get(country) ?? 0) + 1);
  }

  /** Whether the article is about sport, by its names. */
  get isSport(): boolean {
    return this.sportNames >= 2;
  }

  /** Whether the article names an entity by an unmarked surface. */
  isKnown(entity: number): boolean {
    return this.known.has(entity);
  }

  /** How often the article speaks of one of the entity's countries, by surfaces that need no context. */
  countryEvidence(entity: number): number {
    let evidence = 0;
    for (const country of this.lexicon.countriesOf(entity)) evidence += this.countries.get(country) ?? 0;
    return evidence;
  }

  /**
   * The place whose organization is meant by a pattern's surface that does not say it: the one that the article names
   * in full, else the country that it speaks of most: «وزارة الداخلية» in an article about Egypt. -1 when there is none.
   */
  placeOfPattern(pattern: number, mustBeKnown: boolean): number {
    const named = this.patternPlaces.get(pattern);
    if (named !== undefined || mustBeKnown) return named ?? -1;
    let best = -1;
    let most = 0;
    for (const [country, count] of this.countries) {
      const place = this.lexicon.placeOfCountry(country);
      if (count <= most || place < 0 || !this.lexicon.fitsPattern(pattern, place)) continue;
      best = place;
      most = count;
    }
    return best;
  }
}
