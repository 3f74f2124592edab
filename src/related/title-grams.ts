import type { RelatedModel } from "../data/related-model.js";
import type { FieldText } from "../text/field-text.js";
import { lightStem } from "../text/light-stem.js";
import { LATIN_WORD, WORD } from "../text/tokens.js";
import { hashUnits } from "./hash.js";
import { COMMON, termHash } from "./read-terms.js";

/** Letters of a piece. */
const LETTERS = 3;
const MOST_GRAMS = 100;
/** Stands before and after a word. */
const EDGE = 0;

/**
 * The pieces of three letters of a title's words, hashed to 16 bits, sorted, each once: spellings of a name that differ
 * («زوكربيرغ», «زوكربرغ») share most of them.
 */
export function titleGrams(model: RelatedModel, fields: readonly FieldText[]): Uint16Array {
  const grams = new Set<number>();
  for (const { field, tokens } of fields) {
    if (field !== "title") continue;
    const { units, starts, ends, kinds } = tokens;
    for (let token = 0; token < tokens.count && grams.size < MOST_GRAMS; token++) {
      if (kinds[token] !== WORD && kinds[token] !== LATIN_WORD) continue;
      if (model.rarityOfTerm(termHash(tokens, token)) <= COMMON) continue;
      const packed = lightStem(units, starts[token]!, ends[token]!);
      const from = starts[token]! + (packed & 0xff);
      const word = [EDGE, ...units.subarray(from, from + (packed >>> 8)), EDGE];
      for (let at = 0; at + LETTERS <= word.length && grams.size < MOST_GRAMS; at++)
        grams.add(hashUnits(word, at, at + LETTERS) >>> 16);
    }
  }
  return Uint16Array.from(grams).sort();
}
