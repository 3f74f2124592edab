import { hashUnits } from "../data/vocabulary.js";
import type { Tokens } from "./tokens.js";

/** Words that a table holds; news of some days has about as many. */
const USUAL_WORDS = 1 << 17;
/** Letters that a table holds. */
const USUAL_UNITS = 1 << 20;

/**
 * Numbers for words by their letters, whatever text they stand in: the 500 most frequent words are half of all news, so
 * that a stage looks up a word once and then reads what it found by number. What is in the table changes no result; a
 * full table is not emptied but left to those who still read it.
 */
export class DistinctWords {
  /** Words that have room. */
  readonly capacity: number;
  /** Letters of all words, one after the other. */
  readonly letters: Uint16Array;
  /** Where each word's letters start; those of the next word start where they end. */
  readonly starts: Uint32Array;
  /** `hashUnits` of each word. */
  readonly hashes: Int32Array;
  /** Kind of token of each word. */
  readonly kinds: Uint8Array;
  private size = 0;
  /** By hash: what tells a word and where its letters start, side by side in memory, as every token is looked up. */
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(words: number, units: number) {
    this.capacity = words;
    this.letters = new Uint16Array(units);
    this.starts = new Uint32Array(words + 1);
    this.hashes = new Int32Array(words);
    this.kinds = new Uint8Array(words);
    let slots = 16;
    while (slots < 2 * words) slots *= 2;
    this.slots = new Int32Array(slots * SLOT);
    this.mask = slots - 1;
  }

  /** Whether this many more words, with so many letters together, have room. */
  hasRoom(words: number, units: number): boolean {
    return this.size + words <= this.capacity && this.starts[this.size]! + units <= this.letters.length;
  }

  /** The number of the word at units `[start, end)`, from 0; a new one if it is new. There must be room. */
  numberOf(units: Uint16Array, start: number, end: number, kind: number): number {
    const { slots, mask } = this;
    const hash = hashUnits(units, start, end);
    const shape = (end - start) * KINDS + kind;
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (mixed ^ (mixed >>> 13)) & mask;
    for (; slots[slot * SLOT] !== 0; slot = (slot + 1) & mask) {
      const at = slot * SLOT;
      if (
        slots[at + 1] === hash &&
        slots[at + 2] === shape &&
        this.hasLetters(slots[at + 3]!, units, start, end)
      )
        return slots[at]! - 1;
    }
    const number = this.size++;
    const from = this.starts[number]!;
    for (let i = start; i < end; i++) this.letters[from + i - start] = units[i]!;
    this.starts[number + 1] = from + end - start;
    this.hashes[number] = hash;
    this.kinds[number] = kind;
    slots[slot * SLOT] = number + 1;
    slots[slot * SLOT + 1] = hash;
    slots[slot * SLOT + 2] = shape;
    slots[slot * SLOT + 3] = from;
    return number;
  }

  private hasLetters(from: number, units: Uint16Array, start: number, end: number): boolean {
    const { letters } = this;
    for (let i = start; i < end; i++) if (letters[from + i - start] !== units[i]) return false;
    return true;
  }
}

/** Numbers per slot: the word's number + 1 or 0 where it is free, its hash, its length and kind, where its letters start. */
const SLOT = 4;
/** More than there are kinds of tokens. */
const KINDS = 8;

/** The words of a field by number. */
export interface NumberedWords {
  readonly table: DistinctWords;
  /** By token. */
  readonly numbers: Int32Array;
}

let latest: DistinctWords | undefined;
const numbered = new WeakMap<Tokens, NumberedWords>();

/** The numbers of a field's words, looked up when first asked for. */
export function numberWords(tokens: Tokens): NumberedWords {
  let words = numbered.get(tokens);
  if (words === undefined) {
    words = lookUp(tokens);
    numbered.set(tokens, words);
  }
  return words;
}

function lookUp({ units, count, starts, ends, kinds }: Tokens): NumberedWords {
  const length = count === 0 ? 0 : ends[count - 1]!;
  if (latest === undefined || !latest.hasRoom(count, length))
    latest = new DistinctWords(Math.max(USUAL_WORDS, count), Math.max(USUAL_UNITS, length));
  const table = latest;
  const numbers = new Int32Array(count);
  for (let token = 0; token < count; token++)
    numbers[token] = table.numberOf(units, starts[token]!, ends[token]!, kinds[token]!);
  return { table, numbers };
}

/** What somebody found out of each word of a table, as whole numbers; 0 where nobody looked yet. */
export class WordColumn {
  private table: DistinctWords | undefined;
  private values = new Int32Array(0);
  private readonly width: number;

  /** @param width whole numbers per word, side by side. Default: 1. */
  constructor(width = 1) {
    this.width = width;
  }

  /** The column of a table; that of the table before is given up. */
  of(table: DistinctWords): Int32Array {
    if (this.table !== table) {
      this.table = table;
      this.values = new Int32Array(this.width * table.capacity);
    }
    return this.values;
  }
}
