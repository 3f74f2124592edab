import type { SurfaceTrie } from "../data/surface-trie.js";
import type { PieceOptions } from "../data/topic-model.js";
import { hashUnits, type Vocabulary } from "../data/vocabulary.js";
import { type DistinctWords, numberWords, WordColumn } from "../text/distinct-words.js";
import type { FieldText } from "../text/field-text.js";
import { lightStem } from "../text/light-stem.js";
import { IN_BOILERPLATE, LATIN_WORD, SENTENCE_START, type Tokens, WORD } from "../text/tokens.js";

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
  /** Of each word its stem + 2, and behind it twice the term that the stem is, + 1, and whether phrases begin with it. */
  private readonly stems = new WordColumn(2);

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
    const found = new FoundTerms(this.positions, onUse);
    fields.forEach((text, field) => {
      this.countField(text, field, found);
    });
    for (const term of found.terms) this.positions[term] = 0;
    return found;
  }

  private countField({ field: name, tokens }: FieldText, field: number, found: FoundTerms): void {
    const { trie, pieces } = this;
    const { flags } = tokens;
    const weight = name === "title" ? TITLE_WEIGHT : 1;
    const end = Math.min(tokens.count, MOST_TOKENS);
    const { table, numbers } = numberWords(tokens);
    const stems = this.stems.of(table);
    for (let token = 0; token < end; token++) {
      if (!isTerm(tokens, token)) continue;
      if (pieces.buckets > 0)
        eachPiece(tokens, token, pieces, (bucket) =>
          found.add(this.firstPiece + bucket, weight, field, token, token + 1),
        );
      const word = 2 * numbers[token]!;
      if (stems[word] === 0) this.readWord(table, numbers[token]!, stems);
      const first = stems[word + 1]!;
      if (first > 1) found.add((first >> 1) - 1, weight, field, token, token + 1);
      let node = (first & 1) === 0 ? 0 : trie.first(stems[word]! - 2);
      for (let last = token + 1; node > 0 && last < end; last++) {
        if (!isTerm(tokens, last) || flags[last]! & SENTENCE_START) break;
        const next = 2 * numbers[last]!;
        if (stems[next] === 0) this.readWord(table, numbers[last]!, stems);
        node = stems[next] === NO_STEM ? 0 : trie.next(node, stems[next]! - 2);
        const term = trie.senses[node]! - 1;
        if (node > 0 && term >= 0) found.add(term, weight, field, token, last + 1);
        if (!trie.hasNext(node)) break;
      }
    }
  }

  private readWord(table: DistinctWords, word: number, stems: Int32Array): void {
    const { vocabulary, trie } = this;
    const { letters, starts } = table;
    const start = starts[word]!;
    const packed = lightStem(letters, start, starts[word + 1]!);
    const from = start + (packed & 0xff);
    const to = from + (packed >>> 8);
    const stem = vocabulary.find(letters, from, to, hashUnits(letters, from, to));
    const node = stem < 0 ? 0 : trie.first(stem);
    stems[2 * word] = stem + 2;
    stems[2 * word + 1] = node === 0 ? 0 : (trie.senses[node]! << 1) | (trie.hasNext(node) ? 1 : 0);
  }
}

/** Of a word whose stem the vocabulary does not have. */
const NO_STEM = 1;

/** Terms in order of first use. */
class FoundTerms implements TermCounts {
  readonly terms: number[] = [];
  readonly counts: number[] = [];
  readonly fields: number[] = [];
  readonly firstTokens: number[] = [];
  readonly endTokens: number[] = [];
  private readonly positions: Uint32Array;
  private readonly onUse: TermUse | undefined;

  constructor(positions: Uint32Array, onUse: TermUse | undefined) {
    this.positions = positions;
    this.onUse = onUse;
  }

  add(term: number, weight: number, field: number, firstToken: number, endToken: number): void {
    this.onUse?.(term, field, firstToken, endToken);
    const position = this.positions[term]!;
    if (position > 0) {
      this.counts[position - 1]! += weight;
      return;
    }
    this.positions[term] = this.terms.push(term);
    this.counts.push(weight);
    this.fields.push(field);
    this.firstTokens.push(firstToken);
    this.endTokens.push(endToken);
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
