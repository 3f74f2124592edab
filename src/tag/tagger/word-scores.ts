import { LANES, type TaggerModel } from "../../data/tagger-model.js";
import { FEATURE_COUNT, WORD_WRITERS } from "./features.js";
import type { WordTable } from "./word-table.js";

/** Sums per word: one for each of the places that it can have beside a token. */
export const PLACES = WORD_WRITERS.length;

/**
 * What the words of a table add to the scores of a token, in each place that they can have beside it: the sum of the
 * weights that depend on the word alone, made when the word is first needed.
 */
export class WordScores {
  /** In lanes, by (entry * PLACES + place) * LANES. */
  readonly lanes: Int32Array;
  private readonly model: TaggerModel;
  private readonly words: WordTable;
  private readonly known: Uint8Array;
  private readonly features = new Int32Array(FEATURE_COUNT);

  constructor(model: TaggerModel, words: WordTable) {
    this.model = model;
    this.words = words;
    this.lanes = new Int32Array(words.capacity * PLACES * LANES);
    this.known = new Uint8Array(words.capacity);
  }

  /** Where the sums of an entry start. */
  offsetOf(entry: number): number {
    if (this.known[entry] === 0) this.sum(entry);
    return entry * PLACES * LANES;
  }

  private sum(entry: number): void {
    const { model, features, lanes } = this;
    this.known[entry] = 1;
    WORD_WRITERS.forEach((write, place) => {
      features.fill(-1);
      write(this.words, entry, model.mask, features);
      const to = (entry * PLACES + place) * LANES;
      for (const row of features) {
        const from = row < 0 ? -1 : model.offsetOf(row);
        if (from >= 0) for (let k = 0; k < LANES; k++) lanes[to + k]! += model.lanes[from + k]!;
      }
    });
  }
}

const scores = new WeakMap<TaggerModel, WeakMap<WordTable, WordScores>>();

/** The sums of a model for a table of words. */
export function wordScoresFor(model: TaggerModel, words: WordTable): WordScores {
  let byTable = scores.get(model);
  if (byTable === undefined) {
    byTable = new WeakMap();
    scores.set(model, byTable);
  }
  let found = byTable.get(words);
  if (found === undefined) {
    found = new WordScores(model, words);
    byTable.set(words, found);
  }
  return found;
}
