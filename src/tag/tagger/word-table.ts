import type { Lexicon } from "../../data/lexicon.js";
import type { TaggerModel } from "../../data/tagger-model.js";
import { extendHash, hashUnits } from "../../data/vocabulary.js";
import { WORD_LISTS } from "../../data/word-lists.js";
import type { DistinctWords } from "../../text/distinct-words.js";
import { lightStem } from "../../text/light-stem.js";
import { procliticCuts } from "../../text/proclitics.js";
import { NUMBER, PUNCTUATION_MARK, type Tokens } from "../../text/tokens.js";
import { cutProclitics, isIntroduced, mayBeProclitic } from "../cut-proclitics.js";
import { ProcliticWords } from "../proclitic-words.js";
import { toldBy } from "./told-by.js";
import { TITLE_TRIGGER, triggerOf } from "./trigger-words.js";

const ALEF = 0x627;
const LAM = 0x644;

/** Entries that stand for what lies before and behind a field, and the value of all their signs. */
export const BEFORE_FIELD = 0;
export const BEHIND_FIELD = 1;
export const BEFORE_VALUE = 1021;
export const BEHIND_VALUE = 1022;
const FIRST_WORD = 2;

/** Numbers of `WordTable.marks` per entry, and the place of each. */
export const MARKS = 4;
export const SHAPE = 0;
export const TRIGGER = 1;
export const CORE = 2;
export const TOLD = 3;

/** Marks lists that a word is in only without its proclitics. */
export const BEHIND_PROCLITIC = 1 << 14;

/** Entries that a table has; news of some days has about as many words. */
const USUAL_CAPACITY = 1 << 17;

/** What the tagger sees of a word wherever it stands, as columns of integers by entry. */
export interface WordSigns {
  /** Hash of the folded word; numbers by their length. */
  readonly word: Int32Array;
  readonly stem: Int32Array;
  /** Hash of the word without its proclitics, as far as frequencies tell. */
  readonly core: Int32Array;
  /** Hashes of the first 2 and 3, and of the last 2, 3 and 4 units. */
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  /** Word lists that the word is in, or what is left of it behind its proclitics. */
  readonly lists: Int32Array;
  /** Clusters of the word, coarse and fine; 0 when it has none. */
  readonly coarse: Int32Array;
  readonly fine: Int32Array;
}

/**
 * The signs of words, read once per word. A word that is introduced has an entry of its own, as its first letter is
 * hardly a proclitic there: «النجمة ليلى». What is in the table changes no result; a full table is not emptied but left
 * to those who still read it.
 */
export class WordTable implements WordSigns {
  readonly word: Int32Array;
  readonly stem: Int32Array;
  readonly core: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly lists: Int32Array;
  readonly coarse: Int32Array;
  readonly fine: Int32Array;
  /**
   * What is asked of the word of every token, MARKS numbers side by side: its shape (kind, length class, proclitics and
   * article, as in the shape of tokens), its class as a trigger, its core, and what it tells of the word behind it.
   */
  readonly marks: Int32Array;
  /** Entries in use: those of words follow one another as they are read. */
  size = FIRST_WORD;
  readonly capacity: number;
  readonly distinct: DistinctWords;
  /** Entry by number of the word, where it is not introduced and where it is; 0 is unread. */
  private readonly plain: Int32Array;
  private readonly introduced: Int32Array;
  private readonly lexicon: Lexicon;
  private readonly model: TaggerModel;
  private readonly readings = new ProcliticWords();

  /** @param distinct numbers the words that are read. */
  constructor(lexicon: Lexicon, model: TaggerModel, distinct: DistinctWords, capacity: number) {
    this.distinct = distinct;
    this.lexicon = lexicon;
    this.model = model;
    this.capacity = capacity;
    const column = (): Int32Array => new Int32Array(capacity);
    this.word = column();
    this.stem = column();
    this.core = column();
    this.prefix2 = column();
    this.prefix3 = column();
    this.suffix2 = column();
    this.suffix3 = column();
    this.suffix4 = column();
    this.lists = column();
    this.coarse = column();
    this.fine = column();
    this.marks = new Int32Array(MARKS * capacity);
    this.plain = new Int32Array(distinct.capacity);
    this.introduced = new Int32Array(distinct.capacity);
    for (const signs of [this.word, this.stem, this.core, this.suffix2, this.lists, this.coarse, this.fine]) {
      signs[BEFORE_FIELD] = BEFORE_VALUE;
      signs[BEHIND_FIELD] = BEHIND_VALUE;
    }
  }

  /** Whether this many more words have room. */
  hasRoom(words: number): boolean {
    return this.size + words <= this.capacity;
  }

  /**
   * The entry of a token's word, read now if it is new. There must be room.
   * @param number the word's number in `distinct`.
   */
  entryOf(tokens: Tokens, words: Int32Array, token: number, number: number): number {
    const isIntroducedHere =
      mayBeProclitic(tokens.units[tokens.starts[token]!]!) &&
      isIntroduced(this.lexicon, tokens, words, token);
    const entries = isIntroducedHere ? this.introduced : this.plain;
    if (entries[number] === 0) {
      entries[number] = this.size++;
      this.read(entries[number]!, tokens, words, token);
    }
    return entries[number]!;
  }

  private read(entry: number, tokens: Tokens, words: Int32Array, token: number): void {
    const { units } = tokens;
    const start = tokens.starts[token]!;
    const end = tokens.ends[token]!;
    const kind = tokens.kinds[token]!;
    const length = end - start;
    const cuts = kind === PUNCTUATION_MARK ? 0 : procliticCuts(units, start, end);
    const hasArticle = length > 1 && units[start] === ALEF && units[start + 1] === LAM ? 1 : 0;
    this.marks[entry * MARKS + SHAPE] = kind | (Math.min(length, 7) << 3) | (cuts << 10) | (hasArticle << 13);
    if (kind === NUMBER) {
      this.word[entry] = 7919 + Math.min(length, 6);
      return;
    }
    const word = hashUnits(units, start, end);
    this.word[entry] = word;
    if (length >= 2) this.suffix2[entry] = hashUnits(units, end - 2, end);
    if (length >= 3) this.suffix3[entry] = hashUnits(units, end - 3, end);
    if (length >= 4) this.suffix4[entry] = hashUnits(units, end - 4, end);
    if (kind === PUNCTUATION_MARK) return;
    if (length >= 3) {
      this.prefix2[entry] = extendHash(units[start]!, units[start + 1]!);
      this.prefix3[entry] = extendHash(this.prefix2[entry]!, units[start + 2]!);
    }
    const packed = lightStem(units, start, end);
    const from = start + (packed & 0xff);
    const stem = hashUnits(units, from, from + (packed >>> 8));
    const core = this.coreOf(tokens, words, token);
    const lists = this.listsOf(tokens, words, token);
    const cluster = this.model.clusterOf(word, 0) || this.model.clusterOf(core, stem);
    this.stem[entry] = stem;
    this.core[entry] = core;
    this.lists[entry] = lists;
    const trigger = lists & WORD_LISTS.titles ? TITLE_TRIGGER : triggerOf(core);
    this.marks[entry * MARKS + TRIGGER] = trigger;
    this.marks[entry * MARKS + CORE] = core;
    this.marks[entry * MARKS + TOLD] = toldBy(lists, trigger);
    this.fine[entry] = cluster;
    this.coarse[entry] = cluster === 0 ? 0 : this.model.coarseOf(cluster);
  }

  /** Hash of a word without its proclitics: «لبوتين» is «بوتين», «للناتو» «الناتو». */
  private coreOf(tokens: Tokens, words: Int32Array, token: number): number {
    const { units, starts, ends } = tokens;
    const from = starts[token]! + cutProclitics(this.lexicon, this.model, tokens, words, token);
    const hash = hashUnits(units, from, ends[token]!);
    return from > starts[token]! && units[from] === LAM && units[from - 1] === LAM
      ? extendHash(hash, ALEF)
      : hash;
  }

  /** Lists of the word itself; where it has none, of what its proclitics leave, marked as such. */
  private listsOf(tokens: Tokens, words: Int32Array, token: number): number {
    const { lexicon, readings } = this;
    const word = words[token]!;
    const own = lexicon.flagsOf(word);
    if (own !== 0) return own;
    readings.read(lexicon, tokens, word, token);
    for (let i = 0; i < readings.count; i++) {
      const rest = readings.words[i]!;
      if (rest >= 0 && lexicon.wordFlags[rest]! !== 0) return lexicon.wordFlags[rest]! | BEHIND_PROCLITIC;
    }
    return 0;
  }
}

const tables = new WeakMap<TaggerModel, WeakMap<Lexicon, WordTable>>();

/** The table of words as a lexicon and a model's clusters see them, with room for a field of so many tokens. */
export function wordTableFor(
  lexicon: Lexicon,
  model: TaggerModel,
  distinct: DistinctWords,
  tokens: number,
): WordTable {
  let byLexicon = tables.get(model);
  if (byLexicon === undefined) {
    byLexicon = new WeakMap();
    tables.set(model, byLexicon);
  }
  let table = byLexicon.get(lexicon);
  if (table === undefined || table.distinct !== distinct || !table.hasRoom(tokens)) {
    table = new WordTable(lexicon, model, distinct, Math.max(USUAL_CAPACITY, FIRST_WORD + tokens));
    byLexicon.set(lexicon, table);
  }
  return table;
}
