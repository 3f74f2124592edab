import type { SurfaceTrie } from "../data/surface-trie.js";
import type { PieceOptions } from "../data/topic-model.js";
import { hashUnits, type Vocabulary } from "../data/vocabulary.js";
import type { FieldText } from "../text/field-text.js";
import { lightStem } from "../text/light-stem.js";
import {
  IN_BOILERPLATE,
  LATIN_WORD,
  PUNCTUATION_MARK,
  SENTENCE_START,
  type Tokens,
  WORD,
} from "../text/tokens.js";

/** A term in the title counts as often as this in the text. */
export const TITLE_WEIGHT = 3;
/** Tokens of a field that are read; what comes later changes no topic. */
export const MOST_TOKENS = 4000;

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

/** Called for every use of a term. */
export type TermUse = (term: number, field: number, firstToken: number, endToken: number) => void;

const NO_PIECES: PieceOptions = { buckets: 0, shortest: 0, longest: 0 };

/** Counts the stems and phrases of stems of articles; one counter serves one model. */
export class TermCounter {
  private readonly vocabulary: Vocabulary;
  private readonly trie: SurfaceTrie;
  private readonly pieces: PieceOptions;
  private readonly firstPiece: number;
  /** Where each term stands in the columns of the article at hand, + 1; all zero between articles. */
  private readonly positions: Uint32Array;

  /** @param size how many features the model has; those of word pieces are the last ones. */
  constructor(vocabulary: Vocabulary, trie: SurfaceTrie, size: number, pieces: PieceOptions = NO_PIECES) {
    this.vocabulary = vocabulary;
    this.trie = trie;
    this.pieces = pieces;
    this.firstPiece = size - pieces.buckets;
    this.positions = new Uint32Array(size);
  }

  /** @param onUse told of every use, for explanations. */
  count(fields: readonly FieldText[], onUse?: TermUse): TermCounts {
    const { trie, positions } = this;
    const found = {
      terms: [] as number[],
      counts: [] as number[],
      fields: [] as number[],
      firstTokens: [] as number[],
      endTokens: [] as number[],
    };
    const note = (
      term: number,
      weight: number,
      field: number,
      firstToken: number,
      endToken: number,
    ): void => {
      onUse?.(term, field, firstToken, endToken);
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
        if (this.pieces.buckets > 0 && isTerm(tokens, token))
          eachPiece(tokens, token, this.pieces, (bucket) =>
            note(this.firstPiece + bucket, weight, index, token, token + 1),
          );
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

/** Letters of a word that pieces are taken from. */
const LONGEST_WORD = 24;

/** The hashed pieces of a word, its ends marked. */
export function eachPiece(
  { units, starts, ends }: Tokens,
  token: number,
  { buckets, shortest, longest }: PieceOptions,
  use: (bucket: number) => void,
): void {
  const start = starts[token]!;
  const length = Math.min(ends[token]! - start, LONGEST_WORD) + 2;
  for (let from = 0; from + shortest <= length; from++) {
    let hash = 0x811c9dc5;
    for (let to = from; to < length && to - from < longest; to++) {
      const unit = to === 0 || to === length - 1 ? 0 : units[start + to - 1]!;
      hash = Math.imul(hash ^ unit, 0x01000193);
      if (to - from + 1 >= shortest) use(((hash ^ (hash >>> 15)) >>> 0) % buckets);
    }
  }
}
