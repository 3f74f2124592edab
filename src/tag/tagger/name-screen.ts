import { LANES, oddLane } from "../../data/tagger-model.js";
import { WORD_LISTS } from "../../data/word-lists.js";
import { after, before, WORD_PLACES } from "./features.js";
import { LABEL_COUNT } from "./labels.js";
import type { TokenSigns } from "./token-signs.js";
import { BEHIND_PROCLITIC, type WordTable } from "./word-table.js";

/**
 * A token is looked at no further when it is in a name with less than this probability, by the words alone: of 810,000
 * names in raw news this loses 310 and adds 200.
 */
const LEAST_CHANCE = 0.01;

/** In no list of names, and as it stands, without a proclitic. */
const FUNCTION_ONLY =
  WORD_LISTS["function-words"] | WORD_LISTS["given-names"] | WORD_LISTS["name-particles"] | BEHIND_PROCLITIC;

/** Less than any words beside it can make up for. */
const RULED_OUT = -20_000;

/** Sums per word: one for each of WORD_PLACES, and room up to a power of two. */
const STRIDE = 8;

/** The lane that the weight of the screen has, behind the last label. */
const SCREEN_LANE = LABEL_COUNT >> 1;

/**
 * Rules out the tokens that are surely in no name, by the word and the two on each side: most of a text. «أمس» in
 * «وأضاف أمس أن» needs no look at sixteen labels.
 */
export class NameScreen {
  /** By entry and place, in steps. */
  private readonly sums: Int16Array;
  private readonly least: number;

  /** @param step size of the weights. */
  constructor(words: WordTable, step: number) {
    this.sums = new Int16Array(words.capacity * STRIDE);
    this.least = Math.log(LEAST_CHANCE / (1 - LEAST_CHANCE)) / step;
  }

  /**
   * Takes in a word, before a token that it stands in or beside is asked for.
   * @param lists of the word.
   * @param lanes sums of its weights, for each of WORD_PLACES, from `from` on.
   */
  add(entry: number, lists: number, lanes: Int32Array, from: number): void {
    for (let place = 0; place < WORD_PLACES.length; place++)
      this.sums[entry * STRIDE + place] = oddLane(lanes[from + place * LANES + SCREEN_LANE]!);
    if ((lists & FUNCTION_ONLY) === WORD_LISTS["function-words"]) this.sums[entry * STRIDE] = RULED_OUT;
  }

  /** Whether a token is in no name. Never one that the lexicon lists; particles, pronouns and verbs of saying always. */
  rulesOut({ listed, entries, count }: TokenSigns, token: number): boolean {
    if (listed[token] !== 0) return false;
    const { sums } = this;
    const sum =
      sums[entries[token]! * STRIDE]! +
      sums[entries[before(token, 1, count)]! * STRIDE + 1]! +
      sums[entries[after(token, 1, count)]! * STRIDE + 2]! +
      sums[entries[before(token, 2, count)]! * STRIDE + 3]! +
      sums[entries[after(token, 2, count)]! * STRIDE + 4]!;
    return sum < this.least;
  }
}
