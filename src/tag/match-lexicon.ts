import { ENTITY_CLASSES } from "../data/entity-classes.js";
import { DEMONYM, type Lexicon, NAME, PATTERN } from "../data/lexicon.js";
import { SLOTS } from "../data/surface-trie.js";
import { extendHash } from "../data/vocabulary.js";
import { WORD_LISTS } from "../data/word-lists.js";
import { isSwallowedArticle, procliticCuts } from "../text/proclitics.js";
import { IN_BOILERPLATE, PUNCTUATION_MARK, type Tokens, WORD } from "../text/tokens.js";
import { nextNamePart } from "./join-tokens.js";
import { type Matches, MatchList } from "./matches.js";

/** Titles that may stand inside a name: «حسن الشيخ نصر الله». More than two are no name. */
const MOST_TITLES_INSIDE = 2;
const COUNTRY_SLOT = SLOTS.indexOf("{c}");
const PLACE_SLOT = SLOTS.indexOf("{p}");
const PLACES_OF_SLOT: ReadonlySet<number> = new Set(
  ["region", "admin1", "admin2", "city", "town"].map((name) => ENTITY_CLASSES.indexOf(`place/${name}`)),
);
const ALEF = 0x627;
const LAM = 0x644;

/**
 * Finds the names, nationalities, roles and organization patterns of a lexicon in a tokenized field.
 *
 * Overlaps are settled leftmost-longest: the name that starts first wins, of those that start together the one with
 * most words: «وزارة الدفاع الروسية», not «الروسية». Of readings with equally many words the one that cuts less off
 * wins: «وليد» is a name before it is و and «ليد».
 *
 * @param words vocabulary numbers of the tokens, from `indexWords`.
 */
export function matchLexicon(lexicon: Lexicon, tokens: Tokens, words: Int32Array): Matches {
  return new LexiconMatcher(lexicon, tokens, words).run();
}

class LexiconMatcher {
  private readonly lexicon: Lexicon;
  private readonly tokens: Tokens;
  private readonly words: Int32Array;
  private readonly matches = new MatchList();
  /** The best match from the current token. */
  private bestEnd = 0;
  private bestSense = 0;
  private bestCut = 0;
  private bestPlace = 0;
  private bestSlotToken = 0;
  /** The reading that is being followed. */
  private cut = 0;

  constructor(lexicon: Lexicon, tokens: Tokens, words: Int32Array) {
    this.lexicon = lexicon;
    this.tokens = tokens;
    this.words = words;
  }

  run(): Matches {
    const { count, kinds, flags } = this.tokens;
    for (let token = 0; token < count; token++) {
      if (kinds[token] === PUNCTUATION_MARK || flags[token]! & IN_BOILERPLATE) continue;
      this.bestEnd = 0;
      this.cut = 0;
      this.follow(this.words[token]!, token);
      if (kinds[token] === WORD) this.readProclitics(token);
      if (this.bestEnd === 0) continue;
      this.matches.push(
        token,
        this.bestEnd,
        this.bestCut,
        this.bestSense,
        this.bestPlace,
        this.bestSlotToken,
      );
      token = this.bestEnd - 1;
    }
    return this.matches;
  }

  /** Follows every reading of a word with its proclitics cut off. */
  private readProclitics(token: number): void {
    const { units, starts, ends } = this.tokens;
    const start = starts[token]!;
    const end = ends[token]!;
    const cuts = procliticCuts(units, start, end);
    if (cuts === 0) return;
    const { vocabulary } = this.lexicon;
    let hash = 0;
    for (let i = end - 1; i > start; i--) {
      hash = extendHash(hash, units[i]!);
      if (i - start > 2 || !(cuts & (1 << (i - start)))) continue;
      this.cut = i - start;
      this.follow(vocabulary.find(units, i, end, hash), token);
      if (!isSwallowedArticle(units, i, end)) continue;
      // «للناتو»: the article without its alef; «للاذقية»: without its lam, too.
      const withAlef = extendHash(hash, ALEF);
      this.follow(vocabulary.find(units, i, end, withAlef, 1), token);
      const withArticle = extendHash(extendHash(hash, LAM), ALEF);
      this.follow(vocabulary.find(units, i, end, withArticle, 2), token);
    }
  }

  private follow(word: number, token: number): void {
    if (word < 0) return;
    const node = this.lexicon.trie.first(word);
    if (node > 0) this.explore(node, token, 0, 0, 0);
  }

  /** Takes the name that ends at a node, if it is the longest so far, and goes on to longer ones. */
  private explore(node: number, token: number, place: number, slotToken: number, titlesInside: number): void {
    const { lexicon, words } = this;
    const { trie } = lexicon;
    const sense = trie.senses[node]!;
    if (sense > 0 && this.improves(token + 1) && this.fitsCountry(sense - 1, place)) {
      this.bestEnd = token + 1;
      this.bestSense = sense - 1;
      this.bestCut = this.cut;
      this.bestPlace = place;
      this.bestSlotToken = slotToken;
    }
    if (!trie.hasNext(node)) return;
    const next = nextNamePart(this.tokens, token);
    if (next < 0) return;
    const word = words[next]!;
    if (word >= 0) {
      const child = trie.next(node, word);
      if (child > 0) this.explore(child, next, place, slotToken, titlesInside);
      else if (
        titlesInside < MOST_TITLES_INSIDE &&
        lexicon.wordFlags[word]! & WORD_LISTS.titles &&
        place === 0
      )
        this.skipTitle(node, next, titlesInside);
      if (place === 0 && trie.lastLabel(node) >= lexicon.vocabulary.size)
        this.fillSlot(node, next, titlesInside);
    }
  }

  /** Readings that cut less come first, so that a later one must be longer. Cuts are read from the longest to the shortest. */
  private improves(end: number): boolean {
    return end > this.bestEnd || (end === this.bestEnd && this.bestCut > this.cut);
  }

  /** Goes on behind a title inside a name, but does not end there. */
  private skipTitle(node: number, title: number, titlesInside: number): void {
    const next = nextNamePart(this.tokens, title);
    if (next < 0) return;
    const word = this.words[next]!;
    const child = word < 0 ? 0 : this.lexicon.trie.next(node, word);
    if (child > 0) this.explore(child, next, 0, 0, titlesInside + 1);
  }

  /** Goes on where a nationality or a country's name stands in the pattern's slot: «وزارة الدفاع {f}». */
  private fillSlot(node: number, token: number, titlesInside: number): void {
    const { lexicon, words } = this;
    const { trie } = lexicon;
    const slots = lexicon.vocabulary.size;
    let inner = trie.first(words[token]!);
    let last = token;
    while (inner > 0) {
      let sense = trie.senses[inner]! - 1;
      while (sense >= 0) {
        const slot = this.slotOf(sense);
        const child = slot < 0 ? 0 : trie.next(node, slots + slot);
        if (child > 0) this.explore(child, last, lexicon.senseTargets[sense]! + 1, token, titlesInside);
        sense = lexicon.senseLast[sense] === 1 ? -1 : sense + 1;
      }
      const next = trie.hasNext(inner) ? nextNamePart(this.tokens, last) : -1;
      const word = next < 0 ? -1 : words[next]!;
      inner = word < 0 ? 0 : trie.next(inner, word);
      last = next;
    }
  }

  /** Which slot a sense can fill, or -1. */
  private slotOf(sense: number): number {
    const { lexicon } = this;
    const kind = lexicon.senseKinds[sense]!;
    if (kind === DEMONYM) return lexicon.senseSlots[sense]! < SLOTS.length ? lexicon.senseSlots[sense]! : -1;
    if (kind !== NAME || lexicon.sensePolicies[sense] !== 0) return -1;
    const target = lexicon.senseTargets[sense]!;
    if (lexicon.isCountry(target)) return COUNTRY_SLOT;
    return PLACES_OF_SLOT.has(lexicon.entityClasses[target]!) ? PLACE_SLOT : -1;
  }

  /** Whether the country in the slot has such an organization. */
  private fitsCountry(sense: number, place: number): boolean {
    const { lexicon } = this;
    if (place === 0 || lexicon.senseKinds[sense] !== PATTERN) return true;
    return lexicon.fitsPattern(lexicon.senseTargets[sense]!, place - 1);
  }
}
