import type { Lexicon } from "../data/lexicon.js";
import { extendHash } from "../data/vocabulary.js";
import { WORD_LISTS } from "../data/word-lists.js";
import { isSwallowedArticle, MAX_PROCLITICS, procliticCuts } from "../text/proclitics.js";
import type { Tokens } from "../text/tokens.js";

const ALEF = 0x627;
const LAM = 0x644;
const SIN = 0x633;
/** Two cuts with three readings each. */
const MOST = 6;

/** What is left of a word behind its proclitics, as vocabulary numbers. Filled anew for each word: no garbage. */
export class ProcliticWords {
  count = 0;
  /** The first `count` are the words, -1 for those that the vocabulary does not have. */
  readonly words = new Int32Array(MOST);
  /** How many units each reading cuts off. */
  readonly cuts = new Int32Array(MOST);

  /**
   * Looks up every reading of a token with proclitics cut off, from the shortest rest to the longest. A word of the
   * list "whole-words" has none: «كثيرون» is not ك and «ثيرون».
   * @param word vocabulary number of the whole token, or -1.
   */
  read(lexicon: Lexicon, tokens: Tokens, word: number, token: number): void {
    this.count = 0;
    const { units } = tokens;
    const start = tokens.starts[token]!;
    const end = tokens.ends[token]!;
    const cuts = procliticCuts(units, start, end);
    if (cuts === 0 || (word >= 0 && lexicon.wordFlags[word]! & WORD_LISTS["whole-words"])) return;
    const { vocabulary } = lexicon;
    let hash = 0;
    for (let i = end - 1; i > start; i--) {
      hash = extendHash(hash, units[i]!);
      const cut = i - start;
      // س stands before verbs alone: «سمكة» is not س and «مكة».
      if (cut > MAX_PROCLITICS || !(cuts & (1 << cut)) || units[i - 1] === SIN) continue;
      this.add(vocabulary.find(units, i, end, hash), cut);
      if (!isSwallowedArticle(units, i, end)) continue;
      // «للناتو»: the article without its alef; «للاذقية»: without its lam, too.
      this.add(vocabulary.find(units, i, end, extendHash(hash, ALEF), 1), cut);
      this.add(vocabulary.find(units, i, end, extendHash(extendHash(hash, LAM), ALEF), 2), cut);
    }
  }

  private add(word: number, cut: number): void {
    this.words[this.count] = word;
    this.cuts[this.count] = cut;
    this.count++;
  }
}
