import { extendHash, type Vocabulary } from "../data/vocabulary.js";
import { PUNCTUATION_MARK, type Tokens } from "../text/tokens.js";

/** The vocabulary number of every token as it stands, or -1. */
export function indexWords(tokens: Tokens, vocabulary: Vocabulary): Int32Array {
  const { units, count, starts, ends, kinds } = tokens;
  const words = new Int32Array(count);
  for (let token = 0; token < count; token++) {
    if (kinds[token] === PUNCTUATION_MARK) {
      words[token] = -1;
      continue;
    }
    const start = starts[token]!;
    const end = ends[token]!;
    let hash = 0;
    for (let i = end - 1; i >= start; i--) hash = extendHash(hash, units[i]!);
    words[token] = vocabulary.find(units, start, end, hash);
  }
  return words;
}
