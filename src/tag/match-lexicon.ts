import { ENTITY_CLASSES } from "../data/entity-classes.js";
import { DEMONYM, type Lexicon, NAME, PATTERN } from "../data/lexicon.js";
import { SLOTS } from "../data/surface-trie.js";
import { WORD_LISTS } from "../data/word-lists.js";
import { IN_BOILERPLATE, PUNCTUATION_MARK, type Tokens, WORD } from "../text/tokens.js";
import { exactSense } from "./exact-sense.js";
import { nextNamePart } from "./join-tokens.js";
import { type Matches, MatchList } from "./matches.js";
import { ProcliticStarts } from "./proclitic-starts.js";
import { ProcliticWords } from "./proclitic-words.js";

/** Titles that may stand inside a name: «حسن الشيخ نصر الله». More than two are no name. */
const MOST_TITLES_INSIDE = 2;
const HASH = 0x23;
const COUNTRY_SLOT = SLOTS.indexOf("{c}");
const PLACE_SLOT = SLOTS.indexOf("{p}");
const ORGANIZATION_SLOT = SLOTS.indexOf("{o}");
const PLACES_OF_SLOT: ReadonlySet<number> = new Set(
  ["region", "admin1", "admin2", "city", "town"].map((name) => ENTITY_CLASSES.indexOf(`place/${name}`)),
);

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

/** Filled anew for each word: of a name, and of what fills the slot of a pattern while a name is followed. */
const readings = new ProcliticWords();
const slotReadings = new ProcliticWords();

class LexiconMatcher {
  private readonly lexicon: Lexicon;
  private readonly tokens: Tokens;
  private readonly words: Int32Array;
  private readonly matches = new MatchList();
  private readonly proclitics: ProcliticStarts;
  /** The best match from the current token. */
  private bestEnd = 0;
  private bestSense = 0;
  private bestCut = 0;
  private bestPlace = 0;
  private bestSlotToken = 0;
  private bestSlotCut = 0;
  /** First token of the names that are looked for. */
  private start = 0;
  /** The reading that is being followed. */
  private cut = 0;
  /** Proclitics before the name in the slot that is being filled. */
  private slotCut = 0;

  constructor(lexicon: Lexicon, tokens: Tokens, words: Int32Array) {
    this.lexicon = lexicon;
    this.tokens = tokens;
    this.words = words;
    this.proclitics = new ProcliticStarts(lexicon, tokens);
  }

  run(): Matches {
    const { count, kinds, flags } = this.tokens;
    for (let token = 0; token < count; token++) {
      if (kinds[token] === PUNCTUATION_MARK || flags[token]! & IN_BOILERPLATE) continue;
      this.bestEnd = 0;
      this.start = token;
      this.cut = 0;
      this.follow(this.words[token]!, token);
      if (kinds[token] === WORD && this.proclitics.mayStart(token)) this.readProclitics(token);
      if (this.bestEnd === 0) continue;
      this.matches.push(
        token,
        this.bestEnd,
        this.bestCut,
        this.bestSense,
        this.bestPlace,
        this.bestSlotToken,
        this.bestSlotCut,
      );
      token = this.bestEnd - 1;
    }
    return this.matches;
  }

  /** Follows every reading of a word with its proclitics cut off. */
  private readProclitics(token: number): void {
    readings.read(this.lexicon, this.tokens, this.words[token]!, token);
    for (let i = 0; i < readings.count; i++) {
      this.cut = readings.cuts[i]!;
      this.follow(readings.words[i]!, token);
    }
  }

  private follow(word: number, token: number): void {
    if (word < 0) return;
    const node = this.lexicon.trie.first(word);
    if (node > 0) this.explore(node, token, 0, 0, 0);
  }

  /** Takes the name that ends at a node, if it is the longest so far, and goes on to longer ones. */
  private explore(node: number, token: number, place: number, slotToken: number, titlesInside: number): void {
    const { lexicon } = this;
    const { trie } = lexicon;
    const sense = trie.senses[node]!;
    if (
      sense > 0 &&
      this.improves(token + 1) &&
      this.fitsCountry(sense - 1, place) &&
      !(token > this.start && this.isCutByHashtag(sense - 1, token))
    ) {
      this.bestEnd = token + 1;
      this.bestSense = sense - 1;
      this.bestCut = this.cut;
      this.bestPlace = place;
      this.bestSlotToken = slotToken;
      this.bestSlotCut = this.slotCut;
    }
    if (!trie.hasNext(node)) return;
    const next = nextNamePart(this.tokens, token);
    if (next < 0) return;
    const word = this.words[next]!;
    const child = word < 0 ? 0 : trie.next(node, word);
    if (child > 0) this.explore(child, next, place, slotToken, titlesInside);
    if (place > 0) return;
    const isTitle = word >= 0 && (lexicon.wordFlags[word]! & WORD_LISTS.titles) !== 0;
    if (child === 0 && isTitle && titlesInside < MOST_TITLES_INSIDE) this.skipTitles(node, next);
    if (trie.lastLabel(node) >= lexicon.vocabulary.size) this.fillSlots(node, next, titlesInside);
  }

  /** «تنظيم #داعش» is named by «داعش» alone; a person's name goes on in a hashtag: «دونالد #ترمب». */
  private isCutByHashtag(sense: number, last: number): boolean {
    const { lexicon, tokens, words, start } = this;
    const target = lexicon.senseTargets[sense]!;
    if (lexicon.senseKinds[sense] !== NAME || lexicon.type(target) === "person") return false;
    for (let token = last - 1; token > start; token--) {
      if (tokens.kinds[token] !== PUNCTUATION_MARK || tokens.units[tokens.starts[token]!] !== HASH) continue;
      let inner = exactSense(lexicon, tokens, words, token + 1, last + 1)?.sense ?? -1;
      for (; inner >= 0; inner = lexicon.senseLast[inner] === 1 ? -1 : inner + 1)
        if (lexicon.senseKinds[inner] === NAME && lexicon.senseTargets[inner] === target) return true;
    }
    return false;
  }

  /** Readings that cut less come first, so that a later one must be longer. Cuts are read from the longest to the shortest. */
  private improves(end: number): boolean {
    return end > this.bestEnd || (end === this.bestEnd && this.bestCut > this.cut);
  }

  /** Goes on behind titles inside a name, but does not end there: «حسن الشيخ السيد نصر الله». */
  private skipTitles(node: number, title: number): void {
    const { lexicon, words } = this;
    let token = title;
    for (let titles = 1; titles <= MOST_TITLES_INSIDE; titles++) {
      const next = nextNamePart(this.tokens, token);
      const word = next < 0 ? -1 : words[next]!;
      if (word < 0) return;
      const child = lexicon.trie.next(node, word);
      if (child > 0) {
        this.explore(child, next, 0, 0, MOST_TITLES_INSIDE);
        return;
      }
      if (!(lexicon.wordFlags[word]! & WORD_LISTS.titles)) return;
      token = next;
    }
  }

  /** Goes on where a nationality or a name stands in the pattern's slot: «وزارة الدفاع {f}», «الأمين العام {o}». */
  private fillSlots(node: number, token: number, titlesInside: number): void {
    const { lexicon, words } = this;
    this.fillSlot(node, words[token]!, token, 0, titlesInside);
    if (lexicon.trie.next(node, lexicon.vocabulary.size + ORGANIZATION_SLOT) === 0) return;
    // An organization in a role follows ل: «الأمين العام للأمم المتحدة».
    slotReadings.read(lexicon, this.tokens, words[token]!, token);
    for (let i = 0; i < slotReadings.count; i++)
      this.fillSlot(node, slotReadings.words[i]!, token, slotReadings.cuts[i]!, titlesInside);
  }

  private fillSlot(node: number, word: number, token: number, cut: number, titlesInside: number): void {
    const { lexicon, words } = this;
    const { trie } = lexicon;
    const slots = lexicon.vocabulary.size;
    let inner = word < 0 ? 0 : trie.first(word);
    let last = token;
    while (inner > 0) {
      for (let sense = trie.senses[inner]! - 1; sense >= 0; ) {
        const slot = this.slotOf(sense);
        const child = slot < 0 || (cut > 0 && slot !== ORGANIZATION_SLOT) ? 0 : trie.next(node, slots + slot);
        if (child > 0) {
          this.slotCut = cut;
          this.explore(child, last, lexicon.senseTargets[sense]! + 1, token, titlesInside);
        }
        sense = lexicon.senseLast[sense] === 1 ? -1 : sense + 1;
      }
      const next = trie.hasNext(inner) ? nextNamePart(this.tokens, last) : -1;
      inner = next < 0 || words[next]! < 0 ? 0 : trie.next(inner, words[next]!);
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
    if (lexicon.type(target) === "organization") return ORGANIZATION_SLOT;
    return PLACES_OF_SLOT.has(lexicon.entityClasses[target]!) ? PLACE_SLOT : -1;
  }

  /** Whether the country in the slot has such an organization. */
  private fitsCountry(sense: number, place: number): boolean {
    const { lexicon } = this;
    if (place === 0 || lexicon.senseKinds[sense] !== PATTERN) return true;
    return lexicon.fitsPattern(lexicon.senseTargets[sense]!, place - 1);
  }
}
