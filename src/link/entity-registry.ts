import type { Lexicon } from "../data/lexicon.js";
import type { EntityType } from "../document.js";
import type { Designation } from "../text/claim.js";

/** Countries whose English names take the article. */
const WITH_ARTICLE =
  /^(?:United|Netherlands|Philippines|Maldives|Bahamas|Comoros|Gambia|Seychelles|Solomon|Marshall|Central African|Dominican|Czech|Democratic|Republic of the|Vatican)/;

/** An entity of one article while it is being linked. */
export interface LinkedEntity {
  readonly id: string;
  readonly type: EntityType;
  /** Finer kind, without the type: `club`; empty when unknown. */
  readonly class: string;
  readonly listed: boolean;
  readonly ar: string;
  readonly en: string | undefined;
  readonly wikidata: string | undefined;
  /** ISO 3166-1 codes, the main one first. */
  readonly countries: readonly string[];
  /** Number in the lexicon, or -1. */
  readonly number: number;
}

/** Listed entities are the same for every article: they are made once per lexicon, when first named. */
const listedEntities = new WeakMap<Lexicon, (LinkedEntity | undefined)[]>();
/** So are those of patterns, by pattern and place. */
const patternEntities = new WeakMap<Lexicon, Map<number, LinkedEntity>>();

/** Makes each entity of an article once, whatever its mentions look like. */
export class EntityRegistry {
  private readonly lexicon: Lexicon;
  private readonly listed: (LinkedEntity | undefined)[];
  private readonly patterns: Map<number, LinkedEntity>;
  private readonly others = new Map<string, LinkedEntity>();

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    let listed = listedEntities.get(lexicon);
    if (listed === undefined) {
      listed = new Array<LinkedEntity | undefined>(lexicon.entityCount).fill(undefined);
      listedEntities.set(lexicon, listed);
    }
    this.listed = listed;
    let patterns = patternEntities.get(lexicon);
    if (patterns === undefined) {
      patterns = new Map();
      patternEntities.set(lexicon, patterns);
    }
    this.patterns = patterns;
  }

  /** The entity of a lexicon number. */
  entity(number: number): LinkedEntity {
    let entity = this.listed[number];
    if (entity === undefined) {
      const { lexicon } = this;
      entity = {
        id: lexicon.id(number),
        type: lexicon.type(number),
        class: lexicon.class(number),
        listed: true,
        ar: lexicon.arabicName(number),
        en: lexicon.englishName(number),
        wikidata: lexicon.wikidataId(number),
        countries: Array.from(lexicon.countriesOf(number), (country) => lexicon.countries[country]!),
        number,
      };
      this.listed[number] = entity;
    }
    return entity;
  }

  /** The organization that a pattern names for a place: «وزارة الدفاع {f}» and Russia. */
  patternEntity(pattern: number, place: number): LinkedEntity {
    const key = pattern * this.lexicon.entityCount + place;
    let entity = this.patterns.get(key);
    if (entity === undefined) {
      entity = this.makePatternEntity(pattern, place);
      this.patterns.set(key, entity);
    }
    return entity;
  }

  private makePatternEntity(pattern: number, place: number): LinkedEntity {
    const { lexicon } = this;
    const override = lexicon.patternOverride(pattern, place);
    if (override >= 0) return this.entity(override);
    const { slug, en, ar, class: className } = lexicon.patterns[pattern]!;
    const country = lexicon.isCountry(place) ? place : lexicon.placeOfCountry(lexicon.mainCountry(place));
    const countryId = country < 0 ? place : country;
    const id = `organization/${slug.replace("{c}", slugOf(lexicon.id(countryId))).replace("{p}", slugOf(lexicon.id(place)))}`;
    const number = lexicon.entityOf(id);
    if (number >= 0) return this.entity(number);
    const name = lexicon.englishName(countryId);
    return {
      id,
      type: "organization",
      class: className,
      listed: true,
      ar: fillArabic(ar, lexicon.arabicName(place)),
      en: en
        .replace("{en}", name)
        .replace("{the}", WITH_ARTICLE.test(name) ? `the ${name}` : name)
        .replace("{d}", name)
        .replace("{pen}", lexicon.englishName(place)),
      wikidata: undefined,
      countries: Array.from(lexicon.countriesOf(place), (code) => lexicon.countries[code]!),
      number: -1,
    };
  }

  /** The weapon of a designation: family S and 400 are `weapon/s-400`. */
  designationEntity({ family, number }: Designation): LinkedEntity {
    const { lexicon } = this;
    const { name, class: className, numbers } = lexicon.families[family]!;
    // A suffix that the family does not know is a variant of the known number: «إف-16C» is an F-16.
    const known = numbers.includes(number) ? number : (/^\d+/.exec(number)?.[0] ?? number);
    const latin = `${name}-${known.toUpperCase()}`;
    const id = `weapon/${latin.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
    const listed = lexicon.entityOf(id);
    if (listed >= 0) return this.entity(listed);
    return this.other(id, () => ({
      id,
      type: "weapon",
      class: className,
      listed: numbers.includes(known),
      ar: latin,
      en: latin,
      wikidata: undefined,
      countries: [],
      number: -1,
    }));
  }

  /** The entity of a name that no lexicon lists; its folded name makes its id, the same in every article. */
  unlisted(type: EntityType, foldedName: string, name: string): LinkedEntity {
    const id = `${type}/~${foldedName}`;
    return this.other(id, () => ({
      id,
      type,
      class: "",
      listed: false,
      ar: name,
      // A name in Latin letters needs no other: «Jane Doe».
      en: /^[a-z]/.test(foldedName) ? name : undefined,
      wikidata: undefined,
      countries: [],
      number: -1,
    }));
  }

  private other(id: string, make: () => LinkedEntity): LinkedEntity {
    let entity = this.others.get(id);
    if (entity === undefined) {
      entity = make();
      this.others.set(id, entity);
    }
    return entity;
  }
}

function slugOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

/** The usual name of a pattern's organization: «وزارة الدفاع (روسيا)»; a slot for the country's name is filled. */
function fillArabic(pattern: string, country: string): string {
  return /\{[cp]\}/.test(pattern)
    ? pattern.replace(/\{[cp]\}/, country)
    : pattern.replace(/ ?\{\w+\}/, "").concat(` (${country})`);
}
