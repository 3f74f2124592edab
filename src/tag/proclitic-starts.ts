import type { Lexicon } from "../data/lexicon.js";
import { type NumberedWords, numberWords, WordColumn } from "../text/distinct-words.js";
import type { Tokens } from "../text/tokens.js";
import { ProcliticWords } from "./proclitic-words.js";

/** Of each word whether a listed name starts behind its proclitics. */
const columns = new WeakMap<Lexicon, WordColumn>();
const NOTHING = 1;
const SOMETHING = 2;

const readings = new ProcliticWords();

/** Tells the words with a listed name behind their proclitics, «ولندن», from most words, which have none: «وكان». */
export class ProcliticStarts {
  private readonly lexicon: Lexicon;
  private readonly tokens: Tokens;
  private readonly words: NumberedWords;
  private readonly known: Int32Array;

  constructor(lexicon: Lexicon, tokens: Tokens) {
    let column = columns.get(lexicon);
    if (column === undefined) {
      column = new WordColumn();
      columns.set(lexicon, column);
    }
    this.lexicon = lexicon;
    this.tokens = tokens;
    this.words = numberWords(tokens);
    this.known = column.of(this.words.table);
  }

  mayStart(token: number): boolean {
    const number = this.words.numbers[token]!;
    if (this.known[number] === 0) this.known[number] = this.read(token, number) ? SOMETHING : NOTHING;
    return this.known[number] === SOMETHING;
  }

  private read(token: number, number: number): boolean {
    const { vocabulary, trie } = this.lexicon;
    const { letters, starts, hashes } = this.words.table;
    const word = vocabulary.find(letters, starts[number]!, starts[number + 1]!, hashes[number]!);
    readings.read(this.lexicon, this.tokens, word, token);
    for (let i = 0; i < readings.count; i++)
      if (readings.words[i]! >= 0 && trie.first(readings.words[i]!) > 0) return true;
    return false;
  }
}
