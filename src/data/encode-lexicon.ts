import { type Column, encodeContainer } from "./container.js";
import { ENTITY_TYPES } from "./entity-classes.js";
import { LEXICON_VERSION, SENSE_KINDS } from "./lexicon.js";
import type { LexiconContent, LexiconSense } from "./lexicon-content.js";
import { packStrings } from "./strings.js";
import { TrieBuilder } from "./surface-trie.js";
import { POLICIES } from "./surfaces.js";
import { buildVocabulary } from "./vocabulary.js";

/** The columns of a lexicon that its names fill: words, trie and senses. */
export function nameColumns(
  names: ReadonlyMap<string, readonly LexiconSense[]>,
  wordFlags: ReadonlyMap<string, number>,
  prefixesOfFamilies: readonly (readonly (readonly string[])[])[],
): Record<string, Column> {
  const trie = new TrieBuilder();
  trie.addWords(wordFlags.keys());
  for (const prefixes of prefixesOfFamilies) for (const words of prefixes) trie.addWords(words);
  const kinds: number[] = [];
  const targets: number[] = [];
  const policies: number[] = [];
  const slots: number[] = [];
  const last: number[] = [];
  for (const name of names.keys()) trie.add(name.split(" "));
  for (const [name, senses] of names) {
    trie.setSenses(name, kinds.length);
    senses.forEach((sense, i) => {
      kinds.push(SENSE_KINDS.indexOf(sense.kind));
      targets.push(sense.target);
      policies.push(POLICIES.indexOf(sense.policy));
      slots.push(sense.slot);
      last.push(i === senses.length - 1 ? 1 : 0);
    });
  }
  const { words, columns } = trie.finish();
  const vocabulary = buildVocabulary(words);
  return {
    "words.alphabet": vocabulary.alphabet,
    "words.letters": vocabulary.letters,
    "words.starts": vocabulary.starts,
    "words.flags": Uint16Array.from(words, (word) => wordFlags.get(word) ?? 0),
    "trie.labels": columns.labels,
    "trie.firstChild": columns.firstChild,
    "trie.senses": columns.senses,
    "senses.kinds": Uint8Array.from(kinds),
    "senses.targets": Uint32Array.from(targets),
    "senses.policies": Uint8Array.from(policies),
    "senses.slots": Uint8Array.from(slots),
    "senses.last": Uint8Array.from(last),
  };
}

/** Turns a lexicon into the columns that `Lexicon` reads. Equal contents in the same order give the same bytes. */
export function encodeLexicon(content: LexiconContent): Uint8Array {
  const { entities, names, wordFlags, patterns, families, roles, overrides } = content;
  const prefixes = families.map((family) => family.prefixes);
  const countries = [...new Set(entities.flatMap((entity) => entity.countries))].sort();
  const countryNumbers = new Map(countries.map((code, number) => [code, number]));
  const ids = packStrings(entities.map((entity) => entity.id));
  const arabic = packStrings(entities.map((entity) => entity.ar));
  const english = packStrings(entities.map((entity) => entity.en));
  const terms = entities.flatMap((entity, holder) => entity.terms.map((term) => ({ ...term, holder })));
  const offices = [...new Set(terms.map((term) => term.office))].sort();
  const officeNumbers = new Map(offices.map((office, number) => [office, number]));
  const countryStarts = new Uint32Array(entities.length + 1);
  entities.forEach((entity, i) => {
    countryStarts[i + 1] = countryStarts[i]! + entity.countries.length;
  });
  const meta = { countries, offices, roles, patterns, families };
  return encodeContainer("lexicon", LEXICON_VERSION, meta, {
    ...nameColumns(names, wordFlags, prefixes),
    "entities.ids": ids.bytes,
    "entities.byId": Uint32Array.from(entities.keys()).sort((a, b) =>
      entities[a]!.id < entities[b]!.id ? -1 : 1,
    ),
    "entities.idStarts": ids.starts,
    "entities.ar": arabic.bytes,
    "entities.arStarts": arabic.starts,
    "entities.en": english.bytes,
    "entities.enStarts": english.starts,
    "entities.types": Uint8Array.from(entities, (entity) => ENTITY_TYPES.indexOf(entity.type)),
    "entities.classes": Uint8Array.from(entities, (entity) => entity.class),
    "entities.wikidata": Uint32Array.from(entities, (entity) => entity.wikidata),
    "entities.priors": Uint8Array.from(entities, (entity) => Math.round(entity.prior * 255)),
    "entities.countryStarts": countryStarts,
    "entities.countries": Uint8Array.from(
      entities.flatMap((entity) => entity.countries.map((code) => countryNumbers.get(code)!)),
    ),
    "patterns.overrides": Uint32Array.from(overrides),
    "terms.offices": Uint16Array.from(terms, (term) => officeNumbers.get(term.office)!),
    "terms.holders": Uint32Array.from(terms, (term) => term.holder),
    "terms.from": Uint32Array.from(terms, (term) => term.from),
    "terms.to": Uint32Array.from(terms, (term) => term.to),
  });
}
