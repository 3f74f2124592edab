import type { EntityType } from "../document.js";
import type { Term } from "./entity-row.js";
import {
  type DesignationFamily,
  type Lexicon,
  type OrganizationPattern,
  SENSE_KINDS,
  type SenseKind,
} from "./lexicon.js";
import { SLOTS } from "./surface-trie.js";
import { POLICIES, type Policy } from "./surfaces.js";

/** What a name of one or more words can mean. */
export interface LexiconSense {
  readonly kind: SenseKind;
  /** Number of the entity, pattern or office. */
  readonly target: number;
  readonly policy: Policy;
  /** Of demonyms: which slot the form fills, as an index into SLOTS, or 255 for plurals. */
  readonly slot: number;
}

/** An entity as a compiled lexicon holds it. */
export interface LexiconEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly ar: string;
  readonly en: string;
  /** Index into ENTITY_CLASSES. */
  readonly class: number;
  readonly countries: readonly string[];
  /** 0 when unknown. */
  readonly wikidata: number;
  readonly terms: readonly Term[];
  readonly prior: number;
}

/** All that a compiled lexicon holds, before it becomes columns. */
export interface LexiconContent {
  readonly entities: readonly LexiconEntity[];
  /** By folded words and slots, joined by spaces: «وزاره الدفاع {f}». */
  readonly names: ReadonlyMap<string, readonly LexiconSense[]>;
  /** Bits of WORD_LISTS by folded word. */
  readonly wordFlags: ReadonlyMap<string, number>;
  readonly patterns: readonly OrganizationPattern[];
  readonly families: readonly DesignationFamily[];
  readonly roles: readonly string[];
  /** Organizations of patterns that have a row of their own, as triples of pattern, place and entity. */
  readonly overrides: readonly number[];
}

/** Takes a lexicon apart again; `encodeLexicon` of it gives an equal lexicon. */
export function contentOf(lexicon: Lexicon): LexiconContent {
  return {
    entities: entitiesOf(lexicon),
    names: namesOf(lexicon),
    wordFlags: wordFlagsOf(lexicon),
    patterns: lexicon.patterns,
    families: lexicon.families,
    roles: lexicon.roles,
    overrides: lexicon.overrideTriples(),
  };
}

function entitiesOf(lexicon: Lexicon): LexiconEntity[] {
  const terms = Array.from({ length: lexicon.entityCount }, (): Term[] => []);
  for (const { holder, ...term } of lexicon.allTerms()) terms[holder]!.push(term);
  return terms.map((held, number) => ({
    id: lexicon.id(number),
    type: lexicon.type(number),
    ar: lexicon.arabicName(number),
    en: lexicon.englishName(number),
    class: lexicon.entityClasses[number]!,
    countries: Array.from(lexicon.countriesOf(number), (country) => lexicon.countries[country]!),
    wikidata: Number(lexicon.wikidataId(number)?.slice(1) ?? 0),
    terms: held,
    prior: lexicon.entityPriors[number]! / 255,
  }));
}

function namesOf(lexicon: Lexicon): Map<string, LexiconSense[]> {
  const { trie, vocabulary } = lexicon;
  const words = Array.from({ length: vocabulary.size }, (_, word) => vocabulary.word(word));
  const labels = [...words, ...SLOTS];
  const names = new Map<string, LexiconSense[]>();
  const walk = (parent: number, prefix: string): void => {
    for (const { node, label } of trie.children(parent)) {
      const name = prefix === "" ? labels[label]! : `${prefix} ${labels[label]}`;
      const first = trie.senses[node]! - 1;
      if (first >= 0) names.set(name, sensesFrom(lexicon, first));
      walk(node, name);
    }
  };
  walk(0, "");
  return names;
}

/** The senses of a name, from its first one on. */
function sensesFrom(lexicon: Lexicon, first: number): LexiconSense[] {
  const senses: LexiconSense[] = [];
  let sense = first;
  while (sense >= 0) {
    senses.push({
      kind: SENSE_KINDS[lexicon.senseKinds[sense]!]!,
      target: lexicon.senseTargets[sense]!,
      policy: POLICIES[lexicon.sensePolicies[sense]!]!,
      slot: lexicon.senseSlots[sense]!,
    });
    sense = lexicon.senseLast[sense] === 1 ? -1 : sense + 1;
  }
  return senses;
}

function wordFlagsOf({ vocabulary, wordFlags }: Lexicon): Map<string, number> {
  const flags = new Map<string, number>();
  wordFlags.forEach((bits, word) => {
    if (bits !== 0) flags.set(vocabulary.word(word), bits);
  });
  return flags;
}
