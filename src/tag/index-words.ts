import type { Vocabulary } from "../data/vocabulary.js";
import { numberWords, WordColumn } from "../text/distinct-words.js";
import { PUNCTUATION_MARK, type Tokens } from "../text/tokens.js";

/** Of each word its number in the vocabulary + 2. */
const columns = new WeakMap<Vocabulary, WordColumn>();

/** The vocabulary number of every token as it stands, or -1. */
export function indexWords(tokens: Tokens, vocabulary: Vocabulary): Int32Array {
  const { table, numbers } = numberWords(tokens);
  let column = columns.get(vocabulary);
  if (column === undefined) {
    column = new WordColumn();
    columns.set(vocabulary, column);
  }
  const known = column.of(table);
  const words = new Int32Array(tokens.count);
  for (let token = 0; token < tokens.count; token++) {
    const number = numbers[token]!;
    if (known[number] === 0) {
      const { letters, starts, hashes, kinds } = table;
      const word =
        kinds[number] === PUNCTUATION_MARK
          ? -1
          : vocabulary.find(letters, starts[number]!, starts[number + 1]!, hashes[number]!);
      known[number] = word + 2;
    }
    words[token] = known[number]! - 2;
  }
  return words;
}
