import type { EntityType } from "../document.js";
import { type Column, type Container, decodeContainer } from "./container.js";
import { ENTITY_CLASSES, ENTITY_TYPES } from "./entity-classes.js";
import type { Term } from "./entity-row.js";
import { Strings } from "./strings.js";
import { readTrie, type SurfaceTrie } from "./surface-trie.js";
import { readVocabulary, type Vocabulary } from "./vocabulary.js";

/** Format version of compiled lexicons. */
export const LEXICON_VERSION = 1;

const COUNTRY = ENTITY_CLASSES.indexOf("place/country");
const TERRITORY = ENTITY_CLASSES.indexOf("place/territory");

/** What the number of a sense's target counts. */
export type SenseKind = "name" | "demonym" | "pattern" | "role";

/** Sense kinds in the order of their numbers. */
export const SENSE_KINDS: readonly SenseKind[] = ["name", "demonym", "pattern", "role"];
export const NAME = 0;
export const DEMONYM = 1;
export const PATTERN = 2;
export const ROLE = 3;

/** A kind of organization that every country has: «وزارة الدفاع {f}». */
export interface OrganizationPattern {
  /** `ministry-of-defence-{c}`. */
  readonly slug: string;
  /** `Ministry of Defence ({en})`; {the} is the country with its article, {pen} the city or province. */
  readonly en: string;
  /** The usual form, with its slot. */
  readonly ar: string;
  readonly class: string;
  /** ISO codes of the countries that have one; empty: all but those of `except`. */
  readonly only: readonly string[];
  readonly except: readonly string[];
}

/** A family of weapons whose names are letters and a number: S-300, S-400. */
export interface DesignationFamily {
  /** The letters in Latin script: `S`. */
  readonly name: string;
  /** Ways to write them, folded, as words. */
  readonly prefixes: readonly (readonly string[])[];
  readonly class: string;
  /** Numbers that need no context, with their suffixes: `400`, `1a`. */
  readonly numbers: readonly string[];
}

/** One holder of an office. Days as yyyymmdd; `to` is the last day, 99999999 while it lasts. */
export interface OfficeTerm {
  readonly holder: number;
  readonly from: number;
  readonly to: number;
}

/** A compiled lexicon: typed columns for the hot path, strings decoded only for results. */
export class Lexicon {
  readonly vocabulary: Vocabulary;
  readonly trie: SurfaceTrie;
  /** Bits of WORD_LISTS by word number. */
  readonly wordFlags: Uint16Array;
  readonly senseKinds: Uint8Array;
  readonly senseTargets: Uint32Array;
  readonly sensePolicies: Uint8Array;
  readonly senseSlots: Uint8Array;
  /** 1 at the last sense of a name. */
  readonly senseLast: Uint8Array;
  readonly entityTypes: Uint8Array;
  /** Indices into ENTITY_CLASSES. */
  readonly entityClasses: Uint8Array;
  /** 0 to 255: how much likelier an entity is than others of the same name. */
  readonly entityPriors: Uint8Array;
  /** ISO 3166-1 codes by country number. */
  readonly countries: readonly string[];
  readonly patterns: readonly OrganizationPattern[];
  readonly families: readonly DesignationFamily[];
  /** Office of each role number: `president`, or `secretary-general@UN` when it is of one body only. */
  readonly roles: readonly string[];

  private readonly ids: Strings;
  /** Entity numbers in the order of their ids. */
  private readonly byId: Uint32Array;
  private readonly arabic: Strings;
  private readonly english: Strings;
  private readonly wikidata: Uint32Array;
  private readonly countryStarts: Uint32Array;
  private readonly entityCountries: Uint8Array;
  private readonly container: Container;
  private terms: Map<string, OfficeTerm[]> | undefined;
  private overrides: Map<number, number> | undefined;
  private countryPlaces: Int32Array | undefined;

  /** @throws DataFormatError when the bytes are no lexicon of this version. */
  constructor(source: Uint8Array | Container) {
    const container =
      source instanceof Uint8Array ? decodeContainer(source, "lexicon", LEXICON_VERSION) : source;
    const { meta } = container;
    this.container = container;
    this.vocabulary = readVocabulary(container);
    this.trie = readTrie(container);
    this.wordFlags = container.column("words.flags", "u16");
    this.senseKinds = container.column("senses.kinds", "u8");
    this.senseTargets = container.column("senses.targets", "u32");
    this.sensePolicies = container.column("senses.policies", "u8");
    this.senseSlots = container.column("senses.slots", "u8");
    this.senseLast = container.column("senses.last", "u8");
    this.entityTypes = container.column("entities.types", "u8");
    this.entityClasses = container.column("entities.classes", "u8");
    this.entityPriors = container.column("entities.priors", "u8");
    this.wikidata = container.column("entities.wikidata", "u32");
    this.countryStarts = container.column("entities.countryStarts", "u32");
    this.entityCountries = container.column("entities.countries", "u8");
    const strings = (name: string): Strings =>
      new Strings({
        bytes: container.column(`entities.${name}`, "u8"),
        starts: container.column(`entities.${name === "ids" ? "id" : name}Starts`, "u32"),
      });
    this.ids = strings("ids");
    this.byId = container.column("entities.byId", "u32");
    this.arabic = strings("ar");
    this.english = strings("en");
    this.countries = meta.countries as string[];
    this.patterns = meta.patterns as OrganizationPattern[];
    this.families = meta.families as DesignationFamily[];
    this.roles = meta.roles as string[];
  }

  /** The same entities, patterns and offices under other names: `columns` are those of `nameColumns`. */
  withNames(columns: Readonly<Record<string, Column>>): Lexicon {
    const { container } = this;
    return new Lexicon({
      meta: container.meta,
      column: (name, type) => (columns[name] ?? container.column(name, type)) as never,
    });
  }

  get entityCount(): number {
    return this.ids.length;
  }

  /** The word lists that a word of the vocabulary is on, as bits of `WORD_LISTS`; none for the number -1 of unknown words. */
  flagsOf(word: number): number {
    return word < 0 ? 0 : this.wordFlags[word]!;
  }

  id(entity: number): string {
    return this.ids.get(entity);
  }
  arabicName(entity: number): string {
    return this.arabic.get(entity);
  }
  englishName(entity: number): string {
    return this.english.get(entity);
  }
  type(entity: number): EntityType {
    return ENTITY_TYPES[this.entityTypes[entity]!]!;
  }
  /** The class without its type: `club`. */
  class(entity: number): string {
    const name = ENTITY_CLASSES[this.entityClasses[entity]!]!;
    return name.slice(name.indexOf("/") + 1);
  }
  /** `Q159`, or undefined when no source vouches for one. */
  wikidataId(entity: number): string | undefined {
    const number = this.wikidata[entity]!;
    return number === 0 ? undefined : `Q${number}`;
  }
  /** Number of the country that an entity belongs to first, or -1. */
  mainCountry(entity: number): number {
    const start = this.countryStarts[entity]!;
    return start < this.countryStarts[entity + 1]! ? this.entityCountries[start]! : -1;
  }
  /** Numbers of all countries that an entity belongs to. */
  countriesOf(entity: number): Uint8Array {
    return this.entityCountries.subarray(this.countryStarts[entity]!, this.countryStarts[entity + 1]!);
  }

  /** The place that is a country, by country number, or -1. */
  placeOfCountry(country: number): number {
    if (this.countryPlaces === undefined) {
      this.countryPlaces = new Int32Array(this.countries.length).fill(-1);
      for (let entity = this.entityCount - 1; entity >= 0; entity--)
        if (this.isCountry(entity) && this.mainCountry(entity) >= 0)
          this.countryPlaces[this.mainCountry(entity)] = entity;
    }
    return this.countryPlaces[country] ?? -1;
  }

  /** Whether an entity is a country or territory. */
  isCountry(entity: number): boolean {
    const number = this.entityClasses[entity];
    return number === COUNTRY || number === TERRITORY;
  }

  /** Whether a pattern's organization exists in a place's country. */
  fitsPattern(pattern: number, place: number): boolean {
    const { only, except } = this.patterns[pattern]!;
    if (only.length === 0 && except.length === 0) return true;
    const country = this.countries[this.mainCountry(place)];
    if (country === undefined) return false;
    return only.length > 0 ? only.includes(country) : !except.includes(country);
  }

  /** The row of its own that an organization of a pattern has, or -1. */
  patternOverride(pattern: number, place: number): number {
    if (this.overrides === undefined) {
      this.overrides = new Map();
      const triples = this.container.column("patterns.overrides", "u32");
      for (let i = 0; i < triples.length; i += 3)
        this.overrides.set(triples[i]! * this.entityCount + triples[i + 1]!, triples[i + 2]!);
    }
    return this.overrides.get(pattern * this.entityCount + place) ?? -1;
  }

  /** The number of a listed entity, or -1. */
  entityOf(id: string): number {
    let low = 0;
    let high = this.byId.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const other = this.id(this.byId[middle]!);
      if (other === id) return this.byId[middle]!;
      if (other < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Everyone known to have held an office such as `president@US`, in the order of the tables. */
  holders(office: string): readonly OfficeTerm[] {
    if (this.terms === undefined) {
      this.terms = new Map();
      for (const { office: name, ...term } of this.allTerms()) {
        const list = this.terms.get(name);
        if (list === undefined) this.terms.set(name, [term]);
        else list.push(term);
      }
    }
    return this.terms.get(office) ?? [];
  }

  /** The offices that somebody held. */
  termsOf(holder: number): Term[] {
    return this.allTerms()
      .filter((term) => term.holder === holder)
      .map(({ office, from, to }) => ({ office, from, to }));
  }

  /** Who held which office when, in the order of the tables. */
  allTerms(): (Term & OfficeTerm)[] {
    const names = this.container.meta.offices as string[];
    const offices = this.container.column("terms.offices", "u16");
    const holders = this.container.column("terms.holders", "u32");
    const from = this.container.column("terms.from", "u32");
    const to = this.container.column("terms.to", "u32");
    return Array.from(offices, (office, i) => ({
      office: names[office]!,
      holder: holders[i]!,
      from: from[i]!,
      to: to[i]!,
    }));
  }

  /** Organizations of patterns that have a row of their own, as triples of pattern, place and entity. */
  overrideTriples(): number[] {
    return Array.from(this.container.column("patterns.overrides", "u32"));
  }
}
