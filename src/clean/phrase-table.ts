import { FoldedWords } from "./folded-words.js";
import { phraseGroups } from "./phrases.generated.js";

/** Rule, where, effect, strength, and phrases separated by bars: one entry of `phrases.generated.ts`. */
export type PhraseGroup = readonly [
  rule: string,
  where: string,
  effect: string,
  strength: string,
  phrases: string,
];

export const strengths = { weak: 1, page: 2, always: 3 } as const;
export const effects = { none: 0, headlines: 1, tags: 2, tail: 3 } as const;

/** What the table knows of a phrase at one place: strength in bits 0–1, effect in 2–3, rule number above; 0 is nothing. */
export type PhraseFact = number;
export const strengthOf = (fact: PhraseFact): number => fact & 3;
export const effectOf = (fact: PhraseFact): number => (fact >> 2) & 3;
export const ruleOf = (fact: PhraseFact): number => fact >> 4;

/** The most words of any phrase. */
export const longestPhrase = 9;

/** Phrases by hash of their folded units (FNV-1a), open addressing; facts per place in parallel columns. */
export class PhraseTable {
  readonly rules: string[] = [];
  readonly line: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly inside: Int32Array;
  readonly glued: Int32Array;
  readonly anywhere: Int32Array;
  readonly word: Int32Array;
  /** Whether some phrase of `glued` begins with two folded units, by their hash: keeps most lookups from starting. */
  readonly opens: Uint8Array = new Uint8Array(4096);
  /** Whether some phrase of `line` or `start` begins with a word, by its hash. */
  readonly firstWords: Uint8Array = new Uint8Array(16_384);
  #slots: Int32Array;
  #keys: string[] = [];

  constructor(groups: readonly PhraseGroup[]) {
    let total = 0;
    for (const group of groups) total += group[4].split("|").length;
    let size = 1024;
    while (size < total * 4) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    this.line = new Int32Array(total);
    this.start = new Int32Array(total);
    this.end = new Int32Array(total);
    this.inside = new Int32Array(total);
    this.glued = new Int32Array(total);
    this.anywhere = new Int32Array(total);
    this.word = new Int32Array(total);
    const words = new FoldedWords();
    // Rows for whole lines come first: they name the rule of a phrase that also opens lines elsewhere.
    const ordered = [
      ...groups.filter(([, where]) => where === "line"),
      ...groups.filter(([, where]) => where !== "line"),
    ];
    for (const [rule, where, effect, strength, phrases] of ordered) {
      let number = this.rules.indexOf(rule);
      if (number < 0) number = this.rules.push(rule) - 1;
      const fact =
        strengths[strength as keyof typeof strengths] |
        (effects[effect as keyof typeof effects] << 2) |
        (number << 4);
      for (const phrase of phrases.split("|")) {
        words.read(phrase, 0, phrase.length);
        const index = this.#add(words);
        if (index < 0) continue;
        const columns = [this[where as "line"]];
        if (where === "start" || where === "glued" || where === "anywhere") columns.push(this.line);
        if (where === "anywhere") columns.push(this.glued);
        if (columns.includes(this.line))
          this.firstWords[hash(words.units, 0, words.ends[0] ?? 0) & 16_383] = 1;
        const open = openSlot(words.units[0] ?? 0, words.units[1] ?? 0);
        if (where === "anywhere") this.opens[open] = 2;
        else if (where === "glued" && this.opens[open] === 0) this.opens[open] = 1;
        for (const column of columns)
          if (strengthOf(fact) > strengthOf(column[index] ?? 0)) column[index] = fact;
      }
    }
  }

  /** Whether a label may begin with the folded word `[0, to)`. */
  mayBegin(units: Uint16Array, to: number): boolean {
    return this.firstWords[hash(units, 0, to) & 16_383] === 1;
  }

  /** The number of the phrase that is exactly the folded units `[from, to)`, or -1. */
  find(units: Uint16Array, from: number, to: number): number {
    const slots = this.#slots;
    let slot = hash(units, from, to) & (slots.length - 1);
    for (;;) {
      const index = slots[slot] ?? -1;
      if (index < 0 || same(this.#keys[index] ?? "", units, from, to)) return index;
      slot = (slot + 1) & (slots.length - 1);
    }
  }

  #add(words: FoldedWords): number {
    const last = words.ends[words.count - 1];
    if (words.count === 0 || last === undefined) return -1;
    const known = this.find(words.units, 0, last);
    if (known >= 0) return known;
    const slots = this.#slots;
    let slot = hash(words.units, 0, last) & (slots.length - 1);
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (slots.length - 1);
    const index = this.#keys.push(words.slice(0, last)) - 1;
    slots[slot] = index;
    return index;
  }
}

/** The place of two folded units in `PhraseTable.opens`. */
export function openSlot(first: number, second: number): number {
  return ((first << 6) ^ second) & 4095;
}

function hash(units: Uint16Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let i = from; i < to; i++) value = Math.imul(value ^ (units[i] ?? 0), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

function same(key: string, units: Uint16Array, from: number, to: number): boolean {
  if (key.length !== to - from) return false;
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) !== units[from + i]) return false;
  return true;
}

let shared: PhraseTable | undefined;

/** The table of `lexicons/clean`, built at first use. */
export function phraseTable(): PhraseTable {
  shared ??= new PhraseTable(phraseGroups);
  return shared;
}
