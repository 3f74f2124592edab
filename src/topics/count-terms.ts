import type { SurfaceTrie } from "../data/surface-trie.js";
import { hashUnits, type Vocabulary } from "../data/vocabulary.js";
import type { FieldText } from "../text/field-text.js";
import {
  IN_BOILERPLATE,
  LATIN_WORD,
  PUNCTUATION_MARK,
  SENTENCE_START,
  type Tokens,
  WORD,
} from "../text/tokens.js";
import { lightStem } from "./light-stem.js";

/** A term in the title counts as often as this in the text. */
export const TITLE_WEIGHT = 3;
/** Tokens of a text that are read; what comes later changes no topic. */
const MOST_TOKENS = 4000;

/** How often an article uses each term that a model knows. */
export interface TermCounts {
  /** Term numbers, in order of first use. */
  readonly terms: readonly number[];
  /** Weighted count by term number. */
  readonly counts: ReadonlyMap<number, number>;
  /** Where each term stands first: field, first token, end token. */
  readonly places: ReadonlyMap<number, readonly [field: number, firstToken: number, endToken: number]>;
}

/** Words that can be terms. */
export function isTerm(tokens: Tokens, token: number): boolean {
  const kind = tokens.kinds[token];
  return (kind === WORD || kind === LATIN_WORD) && !(tokens.flags[token]! & IN_BOILERPLATE);
}

/** The stem of a token, for building vocabularies. */
export function stemOf(tokens: Tokens, token: number): string {
  const start = tokens.starts[token]!;
  const packed = lightStem(tokens.units, start, tokens.ends[token]!);
  const from = start + (packed & 0xff);
  return String.fromCharCode(...tokens.units.subarray(from, from + Math.min(packed >>> 8, 64)));
}

/** Counts single stems and phrases of stems, without making a string. */
export function countTerms(
  vocabulary: Vocabulary,
  trie: SurfaceTrie,
  fields: readonly FieldText[],
): TermCounts {
  const counts = new Map<number, number>();
  const places = new Map<number, readonly [number, number, number]>();
  const terms: number[] = [];
  fields.forEach(({ field, tokens }, index) => {
    const weight = field === "title" ? TITLE_WEIGHT : 1;
    const end = Math.min(tokens.count, MOST_TOKENS);
    const stems = indexStems(vocabulary, tokens, end);
    for (let token = 0; token < end; token++) {
      let node = stems[token]! < 0 ? 0 : trie.first(stems[token]!);
      for (let last = token; node > 0; ) {
        const term = trie.senses[node]! - 1;
        if (term >= 0) {
          const count = counts.get(term);
          if (count === undefined) {
            terms.push(term);
            places.set(term, [index, token, last + 1]);
          }
          counts.set(term, (count ?? 0) + weight);
        }
        last++;
        const goesOn = last < end && trie.hasNext(node) && tokens.kinds[last] !== PUNCTUATION_MARK;
        node =
          goesOn && !(tokens.flags[last]! & SENTENCE_START) && stems[last]! >= 0
            ? trie.next(node, stems[last]!)
            : 0;
      }
    }
  });
  return { terms, counts, places };
}

function indexStems(vocabulary: Vocabulary, tokens: Tokens, end: number): Int32Array {
  const { units, starts, ends } = tokens;
  const stems = new Int32Array(end).fill(-1);
  for (let token = 0; token < end; token++) {
    if (!isTerm(tokens, token)) continue;
    const packed = lightStem(units, starts[token]!, ends[token]!);
    const from = starts[token]! + (packed & 0xff);
    const to = from + (packed >>> 8);
    stems[token] = vocabulary.find(units, from, to, hashUnits(units, from, to));
  }
  return stems;
}
