import { checkStarts } from "./check-starts.js";
import { type Container, DataFormatError } from "./container.js";

/**
 * Words by number: an open-addressed hash table over folded words, whose letters stand as one byte each in a pool.
 *
 * The hash is taken from a word's last letter to its first, so that one walk over a word yields the hash of every
 * ending of it, and the readings without و, وب, ل ... cost one look-up each and no new string.
 */
export interface VocabularyColumns {
  /** Code unit of each byte of the pool. */
  readonly alphabet: Uint16Array;
  /** Letters of all words, one after the other. */
  readonly letters: Uint8Array;
  /** Where each word's letters start; one more entry than words. */
  readonly starts: Uint32Array;
}

/** One step of the hash: the hash of «تين» and «و» give that of «وتين». */
export function extendHash(hash: number, unit: number): number {
  return (Math.imul(hash, 0x01000193) ^ unit) | 0;
}

/** Spreads a hash over all bits. */
function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Word numbers take the low bits of a slot, a fingerprint of the hash the others: most misses need one look at memory. */
const NUMBER_BITS = 22;
const NUMBER_MASK = (1 << NUMBER_BITS) - 1;

/** Slots looked at for a free one; those of real vocabularies need fewer than a hundred. */
const MOST_STEPS = 10_000;

/** The hash of units `[start, end)`. */
export function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  for (let i = end - 1; i >= start; i--) hash = extendHash(hash, units[i]!);
  return hash;
}

export class Vocabulary {
  readonly size: number;
  private readonly alphabet: Uint16Array;
  private readonly letters: Uint8Array;
  private readonly starts: Uint32Array;
  /** Fingerprint and word number + 1 by hash; 0 is free. Made anew at loading: that is quicker than reading it. */
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(columns: VocabularyColumns) {
    this.alphabet = columns.alphabet;
    this.letters = columns.letters;
    this.starts = columns.starts;
    this.size = columns.starts.length - 1;
    let capacity = 16;
    while (capacity < this.size * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.slots = new Int32Array(capacity);
    for (let word = 0; word < this.size; word++) this.insert(word);
  }

  private insert(word: number): void {
    let hash = 0;
    for (let i = this.starts[word + 1]! - 1; i >= this.starts[word]!; i--)
      hash = extendHash(hash, this.alphabet[this.letters[i]!]!);
    const mixed = mix(hash);
    let slot = mixed & this.mask;
    for (let step = 0; this.slots[slot] !== 0; step++) {
      // Half of the slots are free: only words chosen for their hashes, or one word many times, stand this close.
      if (step === MOST_STEPS) throw new DataFormatError("The vocabulary has the same word too often");
      slot = (slot + 1) & this.mask;
    }
    this.slots[slot] = (mixed & ~NUMBER_MASK) | (word + 1);
  }

  /**
   * The number of the word that stands at units `[start, end)`, or -1.
   * @param hash its `hashUnits`.
   * @param restored how many letters of «ال» are read before the units: 0, 1 (the alef) or 2. They are in the hash.
   */
  find(units: Uint16Array, start: number, end: number, hash: number, restored = 0): number {
    const { alphabet, letters, starts, slots, mask } = this;
    const length = end - start + restored;
    const mixed = mix(hash);
    const fingerprint = mixed & ~NUMBER_MASK;
    for (let slot = mixed & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]!;
      if (entry === 0) return -1;
      if ((entry & ~NUMBER_MASK) !== fingerprint) continue;
      const word = (entry & NUMBER_MASK) - 1;
      const from = starts[word]!;
      if (starts[word + 1]! - from !== length) continue;
      let i = restored;
      while (i < length && alphabet[letters[from + i]!] === units[start + i - restored]) i++;
      if (i === length && (restored === 0 || this.startsWithArticle(from, restored))) return word;
    }
  }

  /** The number of a folded word, or -1. */
  indexOf(word: string): number {
    const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
    return this.find(units, 0, units.length, hashUnits(units, 0, units.length));
  }

  /** The word of a number. */
  word(index: number): string {
    let text = "";
    for (let i = this.starts[index]!; i < this.starts[index + 1]!; i++)
      text += String.fromCharCode(this.alphabet[this.letters[i]!]!);
    return text;
  }

  private startsWithArticle(from: number, restored: number): boolean {
    const first = this.alphabet[this.letters[from]!];
    return first === 0x627 && (restored === 1 || this.alphabet[this.letters[from + 1]!] === 0x644);
  }
}

/**
 * The vocabulary of a compiled file, in the columns `words.*`.
 * @throws DataFormatError when the columns do not fit together.
 */
export function readVocabulary(container: Container): Vocabulary {
  const alphabet = container.column("words.alphabet", "u16");
  const letters = container.column("words.letters", "u8");
  const starts = container.column("words.starts", "u32");
  checkStarts("words.starts", starts, letters.length);
  if (starts.length > NUMBER_MASK)
    throw new DataFormatError(`${starts.length - 1} words; expected at most ${NUMBER_MASK - 1}`);
  for (const letter of letters)
    if (letter >= alphabet.length)
      throw new DataFormatError(`Letter ${letter} of the words; the alphabet has ${alphabet.length}`);
  return new Vocabulary({ alphabet, letters, starts });
}

/** Different letters that a vocabulary can hold. */
export const MOST_LETTERS = 256;

/** Numbers the given words, which are distinct and folded, in their order. */
export function buildVocabulary(words: readonly string[]): VocabularyColumns {
  const codes = new Map<number, number>();
  const letters: number[] = [];
  const starts = new Uint32Array(words.length + 1);
  words.forEach((word, index) => {
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      if (!codes.has(unit)) {
        if (codes.size === MOST_LETTERS)
          throw new RangeError(
            `The words have more than ${MOST_LETTERS} different letters; "${word}" has one more`,
          );
        codes.set(unit, codes.size);
      }
      letters.push(codes.get(unit)!);
    }
    starts[index + 1] = letters.length;
  });
  return { alphabet: Uint16Array.from(codes.keys()), letters: Uint8Array.from(letters), starts };
}
