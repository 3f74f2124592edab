import { procliticReadings } from "../text/proclitics.js";
import { nodeOf } from "./find-name.js";
import { DEMONYM, type Lexicon, NAME, PATTERN, SENSE_KINDS, type SenseKind } from "./lexicon.js";
import { nearestNames } from "./nearest-names.js";
import { SLOTS } from "./surface-trie.js";
import { POLICIES, type Policy } from "./surfaces.js";
import { WORD_LISTS, type WordList } from "./word-lists.js";

/** Longer names that are listed. */
const MOST_LONGER = 5;

/** What a lexicon knows of a word or name. */
export interface NameExplanation {
  /** As it is compared, in words. */
  readonly folded: readonly string[];
  /** The lists that each word is in; words without one are left out. */
  readonly lists: readonly { readonly word: string; readonly lists: readonly WordList[] }[];
  /** Readings under which something starts with or is the name: the whole first word, then without its proclitics. */
  readonly readings: readonly NameReading[];
  /** Weapon families that the name is a designation of, or the letters of one. */
  readonly families: readonly FamilyReading[];
  /** When no reading is a name: listed names that differ by one letter. */
  readonly nearest: readonly string[];
}

/** A name with what is cut off its front: «لبوتين» as ل and «بوتين». */
interface NameReading {
  readonly proclitics: string;
  readonly name: string;
  readonly senses: readonly SenseExplanation[];
  /** Names that go on where this one ends, and how many there are. */
  readonly longer: readonly string[];
  readonly longerCount: number;
}

/** One thing that a name can mean. */
export interface SenseExplanation {
  readonly kind: SenseKind;
  /** Of a name or demonym: the entity's id; of a pattern: its slug; of a role: the office. */
  readonly id: string;
  readonly ar?: string;
  readonly en?: string;
  readonly type?: string;
  readonly class?: string;
  readonly countries?: readonly string[];
  readonly policy: Policy;
  /** 0 to 1; of names. */
  readonly prior?: number;
  /** `president@RU 2012-05-01..`, of people. */
  readonly offices?: readonly string[];
}

interface FamilyReading {
  readonly family: string;
  readonly class: string;
  readonly numbers: readonly string[];
  /** The number in the name, when it has one. */
  readonly number?: string;
}

/**
 * Says what a name matches in a lexicon and why.
 * @param words the name as folded words, as the tokenizer makes them.
 */
export function explainName(lexicon: Lexicon, words: readonly string[]): NameExplanation {
  const readings = readingsOf(lexicon, words);
  const families = familiesOf(lexicon, words);
  const found = families.length > 0 || readings.some(({ senses }) => senses.length > 0);
  return {
    folded: words,
    lists: words
      .map((word) => ({ word, lists: listsOf(lexicon, word) }))
      .filter(({ lists }) => lists.length > 0),
    readings,
    families,
    nearest: found ? [] : nearestNames(lexicon, words),
  };
}

function readingsOf(lexicon: Lexicon, words: readonly string[]): NameReading[] {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const readings: NameReading[] = [];
  for (const { length, restored } of procliticReadings(first)) {
    const name = [restored + first.slice(length), ...rest];
    const node = nodeOf(lexicon, name);
    if (node === 0) continue;
    const { names, count } = longerNames(lexicon, node);
    readings.push({
      proclitics: first.slice(0, length),
      name: name.join(" "),
      senses: sensesOf(lexicon, node),
      longer: names.map((more) => [...name, ...more].join(" ")),
      longerCount: count,
    });
  }
  return readings;
}

function sensesOf(lexicon: Lexicon, node: number): SenseExplanation[] {
  const senses: SenseExplanation[] = [];
  let sense = lexicon.trie.senses[node]! - 1;
  while (sense >= 0) {
    senses.push(explainSense(lexicon, sense));
    sense = lexicon.senseLast[sense] === 1 ? -1 : sense + 1;
  }
  return senses;
}

function explainSense(lexicon: Lexicon, sense: number): SenseExplanation {
  const kindNumber = lexicon.senseKinds[sense]!;
  const target = lexicon.senseTargets[sense]!;
  const kind = SENSE_KINDS[kindNumber]!;
  const policy = POLICIES[lexicon.sensePolicies[sense]!]!;
  if (kindNumber === PATTERN) {
    const { slug, ar, en, class: className } = lexicon.patterns[target]!;
    return { kind, id: `organization/${slug}`, ar, en, type: "organization", class: className, policy };
  }
  if (kindNumber !== NAME && kindNumber !== DEMONYM) return { kind, id: lexicon.roles[target]!, policy };
  const offices = lexicon.termsOf(target).map(({ office, from, to }) => `${office} ${day(from)}..${day(to)}`);
  return {
    kind,
    id: lexicon.id(target),
    ar: lexicon.arabicName(target),
    en: lexicon.englishName(target),
    type: lexicon.type(target),
    class: lexicon.class(target),
    countries: Array.from(lexicon.countriesOf(target), (country) => lexicon.countries[country]!),
    policy,
    prior: Math.round((lexicon.entityPriors[target]! / 255) * 100) / 100,
    ...(offices.length === 0 ? {} : { offices }),
  };
}

/** `2012-05-07` of 20120507; empty when it lasts. */
function day(number: number): string {
  if (number === 99999999) return "";
  const digits = String(number);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The first few names below a node, and how many there are. */
function longerNames(lexicon: Lexicon, node: number): { names: string[][]; count: number } {
  const { trie, vocabulary } = lexicon;
  const names: string[][] = [];
  let count = 0;
  const walk = (from: number, words: readonly string[]): void => {
    for (const { node: child, label } of trie.children(from)) {
      const word = label < vocabulary.size ? vocabulary.word(label) : SLOTS[label - vocabulary.size]!;
      const name = [...words, word];
      if (trie.senses[child]! > 0) {
        count++;
        if (names.length < MOST_LONGER) names.push(name);
      }
      walk(child, name);
    }
  };
  walk(node, []);
  return { names, count };
}

function listsOf(lexicon: Lexicon, text: string): WordList[] {
  const word = lexicon.vocabulary.indexOf(text);
  if (word < 0) return [];
  const flags = lexicon.wordFlags[word]!;
  return (Object.keys(WORD_LISTS) as WordList[]).filter((name) => flags & WORD_LISTS[name]);
}

/** «إس-400» is «إس» of family S and a number; «إس» alone may become one. */
function familiesOf(lexicon: Lexicon, words: readonly string[]): FamilyReading[] {
  const numberAt = words.findIndex((word) => /^\d/.test(word));
  const letters = (numberAt < 0 ? words : words.slice(0, numberAt)).join(" ");
  const number = numberAt < 0 ? undefined : words.slice(numberAt).join("");
  return lexicon.families
    .filter(({ prefixes }) => prefixes.some((prefix) => prefix.join(" ") === letters))
    .map(({ name, class: className, numbers }) => ({
      family: name,
      class: className,
      numbers,
      ...(number === undefined ? {} : { number }),
    }));
}
