import type { SurfaceTrie } from "../data/surface-trie.js";
import { hashUnits, type Vocabulary } from "../data/vocabulary.js";
import type { FieldText } from "../text/field-text.js";
import { IN_BOILERPLATE, LATIN_WORD, PUNCTUATION_MARK, SENTENCE_START, type Tokens, WORD } from "../text/tokens.js";
import { lightStem } from "../text/light-stem.js";

/** A term in the title counts as often as this in the text. */
export const TITLE_WEIGHT = 3;
/** Tokens of a field that are read; what comes later changes no topic. */
const MOST_TOKENS = 4000;

/** How often an article uses each term that a model knows; parallel columns, in order of first use. */
export interface TermCounts {
  readonly terms: readonly number[];
  /** Weighted. */
  readonly counts: number[];
  /** Where each term stands first. */
  readonly fields: readonly number[];
  readonly firstTokens: readonly number[];
  readonly endTokens: readonly number[];
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

/** Counts the stems and phrases of stems of articles; one counter serves one model. */
export class TermCounter {
  private readonly vocabulary: Vocabulary;
  private readonly trie: SurfaceTrie;
  /** Where each term stands in the columns of the article at hand, + 1; all zero between articles. */
  private readonly positions: Uint32Array;

  /** @param size how many terms the model has. */
  constructor(vocabulary: Vocabulary, trie: SurfaceTrie, size: number) {
    this.vocabulary = vocabulary;
    this.trie = trie;
    this.positions = new Uint32Array(size);
  }

  count(fields: readonly FieldText[]): TermCounts {
    const { trie, positions } = this;
    const found = {
      terms: [] as number[],
      counts: [] as number[],
      fields: [] as number[],
      firstTokens: [] as number[],
      endTokens: [] as number[],
    };
    const note = (term: number, weight: number, field: number, firstToken: number, endToken: number): void => {
      const position = positions[term]!;
      if (position > 0) {
        found.counts[position - 1]! += weight;
        return;
      }
      positions[term] = found.terms.push(term);
      found.counts.push(weight);
      found.fields.push(field);
      found.firstTokens.push(firstToken);
      found.endTokens.push(endToken);
    };
    fields.forEach(({ field, tokens }, index) => {
      const weight = field === "title" ? TITLE_WEIGHT : 1;
      const end = Math.min(tokens.count, MOST_TOKENS);
      const stems = this.indexStems(tokens, end);
      for (let token = 0; token < end; token++) {
        let node = stems[token]! < 0 ? 0 : trie.first(stems[token]!);
        for (let last = token; node > 0; ) {
          const term = trie.senses[node]! - 1;
          last++;
          if (term >= 0) note(term, weight, index, token, last);
          const goesOn = trie.hasNext(node) && last < end && tokens.kinds[last] !== PUNCTUATION_MARK;
          const stem = goesOn && !(tokens.flags[last]! & SENTENCE_START) ? stems[last]! : -1;
          node = stem < 0 ? 0 : trie.next(node, stem);
        }
      }
    });
    for (const term of found.terms) positions[term] = 0;
    return found;
  }

  private indexStems(tokens: Tokens, end: number): Int32Array {
    const { units, starts, ends } = tokens;
    const stems = new Int32Array(end);
    for (let token = 0; token < end; token++) {
      if (!isTerm(tokens, token)) {
        stems[token] = -1;
        continue;
      }
      const packed = lightStem(units, starts[token]!, ends[token]!);
      const from = starts[token]! + (packed & 0xff);
      const to = from + (packed >>> 8);
      stems[token] = this.vocabulary.find(units, from, to, hashUnits(units, from, to));
    }
    return stems;
  }
}
