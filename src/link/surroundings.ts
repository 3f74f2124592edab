import { DEMONYM, type Lexicon, NAME, ROLE } from "../data/lexicon.js";
import { WORD_LISTS } from "../data/word-lists.js";
import type { Claim } from "../text/claim.js";
import { foldedName } from "../text/field-text.js";
import { PUNCTUATION_MARK, SENTENCE_START, type Tokens, WORD } from "../text/tokens.js";
import { bareWordFlags, wordFlags } from "./word-flags.js";

/** What stands around a name. */
export interface Surroundings {
  /** A title or office stands right before it: «الرئيس صالح». */
  readonly introduced: boolean;
  /** A noun that takes the name of a place stands right before it: «مدينة الخبر». */
  readonly ofPlaceHead: boolean;
  /** A word that takes the name of a weapon stands right before it: «صواريخ ميلان». */
  readonly ofWeaponWord: boolean;
  /** «الخارجية» behind a noun with the article, «السياسة الخارجية», is an adjective and no ministry. */
  readonly behindArticle: boolean;
  /** It stands where an adjective would: right behind a noun that it can agree with, «العاصمة السعودية». */
  readonly adjectival: boolean;
  /** A title that takes a noun stands right before it: «وزير الخارجية», «رئيس مجلس الوزراء». */
  readonly ofTitle: boolean;
  /** It is named as a medium: «صحيفة "الرياض"», «وقال لـ«الرياض»». */
  readonly asMedium: boolean;
}

const ALONE: Surroundings = {
  introduced: false,
  ofPlaceHead: false,
  ofWeaponWord: false,
  behindArticle: false,
  adjectival: false,
  ofTitle: false,
  asMedium: false,
};
export const BEHIND_ROLE: Surroundings = { ...ALONE, introduced: true };

const ALEF = 0x627;
const LAM = 0x644;
const BA = 0x628;
const FA = 0x641;
const KAF = 0x643;
const HA = 0x647;
const WAW = 0x648;
const TA = 0x62a;
const OPENING: ReadonlySet<number> = new Set([..."«“\"'("].map((sign) => sign.charCodeAt(0)));
const CLOSING: ReadonlySet<number> = new Set([..."»”\"')"].map((sign) => sign.charCodeAt(0)));
/** Nouns, folded, that stand before the name of a medium. */
const MEDIA: ReadonlySet<string> = new Set(
  "صحيفه جريده قناه مجله موقع وكاله اذاعه فضاييه تلفزيون شبكه يوميه صحيفتي جريدتي قناتي".split(" "),
);
/** What stands before the quotation marks around the name of a medium: «وقال لـ«الرياض»», «وأكدت مصادر «الشرق الأوسط»». */
const BEFORE_QUOTED_MEDIA: ReadonlySet<string> = new Set(["ل", "ال", "مصادر", "مراسل", "مندوب"]);
const COLON = 0x3a;
const POSSESSED: ReadonlySet<string> = new Set("سياستها سياساتها شوونها علاقاتها سياسته سياستنا".split(" "));
/** Nouns without the article that «سورية» behind them is an adjective of; those that end in ه or ت need no list. */
const PLURALS: ReadonlySet<string> = new Set(
  "مناطق مواقع مصادر اهداف وسايل اعلام فصايل قواعد مدن مصانع مطارات عسكريه".split(" "),
);

export function surroundingsOf(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  claim: Claim,
  before: Claim | undefined,
): Surroundings {
  const first = claim.firstToken;
  const previous = first - 1;
  if (first === 0 || tokens.flags[first]! & SENTENCE_START) return ALONE;
  if (claim.cut > 0)
    return continuesNationality(lexicon, tokens, claim, before) ? { ...ALONE, adjectival: true } : ALONE;
  if (tokens.kinds[previous] !== WORD)
    return isQuotedMedium(tokens, claim) ? { ...ALONE, asMedium: true } : ALONE;
  const flags = wordFlags(lexicon, words, previous);
  const bare = bareWordFlags(lexicon, tokens, words, previous);
  const afterTitle = (flags & WORD_LISTS.titles) !== 0;
  const touching = before?.endToken === first && before.sense >= 0 ? before : undefined;
  const kind = touching === undefined ? -1 : lexicon.senseKinds[touching.sense];
  const nationalityOfTitle =
    kind === DEMONYM &&
    touching !== undefined &&
    (wordFlags(lexicon, words, touching.firstToken - 1) & WORD_LISTS.titles) !== 0;
  return {
    introduced: afterTitle || kind === ROLE || nationalityOfTitle,
    ofPlaceHead: (bare & WORD_LISTS["place-heads"]) !== 0,
    ofWeaponWord: (bare & WORD_LISTS["weapon-words"]) !== 0,
    ofTitle: afterTitle,
    behindArticle:
      touching === undefined &&
      hasArticle(tokens, first) &&
      (hasArticle(tokens, previous) || isPossessed(tokens, previous)) &&
      !(flags & (WORD_LISTS["function-words"] | WORD_LISTS["common-words"])),
    adjectival:
      kind === NAME || (!(flags & WORD_LISTS["function-words"]) && agreesWithNoun(tokens, previous, first)),
    asMedium: false,
  };
}

/** Whether a name follows ب or a noun that takes the name of a place: «بجدة», «مدينة جدة». */
export function isIn(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  first: number,
  cut: number,
): boolean {
  if (cut > 0) return tokens.units[tokens.starts[first]! + cut - 1] === BA;
  if (first === 0 || tokens.flags[first]! & SENTENCE_START) return false;
  return (bareWordFlags(lexicon, tokens, words, first - 1) & WORD_LISTS["place-heads"]) !== 0;
}

/** «شرطة روسية وسورية»: behind «و», after a nationality without the article. */
function continuesNationality(
  lexicon: Lexicon,
  tokens: Tokens,
  { firstToken, cut }: Claim,
  before: Claim | undefined,
): boolean {
  if (cut !== 1 || tokens.units[tokens.starts[firstToken]!] !== WAW || before?.endToken !== firstToken)
    return false;
  if (before.sense < 0 || lexicon.senseKinds[before.sense] !== DEMONYM) return false;
  return !hasArticle(tokens, before.firstToken);
}

/** «صحيفة "الرياض"», «لـ«الرياض»», «لندن: «الشرق الأوسط»»; without the marks the noun is part of the name. */
function isQuotedMedium(tokens: Tokens, { firstToken, endToken }: Claim): boolean {
  const { units, starts, kinds } = tokens;
  const quote = firstToken - 1;
  if (quote === 0 || kinds[quote] !== PUNCTUATION_MARK || !OPENING.has(units[starts[quote]!]!)) return false;
  if (endToken >= tokens.count || !CLOSING.has(units[starts[endToken]!]!)) return false;
  const head = quote - 1;
  if (kinds[head] === PUNCTUATION_MARK) return units[starts[head]!] === COLON;
  if (kinds[head] !== WORD || tokens.flags[quote]! & SENTENCE_START) return false;
  const word = foldedName(tokens, head, head + 1);
  return (
    BEFORE_QUOTED_MEDIA.has(word) || [word, word.slice(1), word.slice(2)].some((noun) => MEDIA.has(noun))
  );
}

/**
 * Whether a token can be an adjective of the one before it: both with the article («العاصمة السعودية»), or both without
 * it and the noun feminine or a plural («ليرة سورية», «مناطق سورية»).
 */
function agreesWithNoun(tokens: Tokens, noun: number, adjective: number): boolean {
  const { units, starts, ends } = tokens;
  if (hasArticle(tokens, adjective)) return hasArticle(tokens, noun);
  if (hasArticle(tokens, noun)) return false;
  const last = units[ends[noun]! - 1];
  if (ends[noun]! - starts[noun]! >= 4 && (last === HA || last === TA)) return true;
  return PLURALS.has(foldedName(tokens, noun, noun + 1));
}

/** «سياستها الخارجية». */
function isPossessed(tokens: Tokens, token: number): boolean {
  const last = tokens.units[tokens.ends[token]! - 1];
  return (last === ALEF || last === HA) && POSSESSED.has(foldedName(tokens, token, token + 1));
}

/** Whether a word has the article, perhaps behind proclitics: «والسياسة», «للسياسة», but not «وقالت». */
function hasArticle({ units, starts, ends }: Tokens, token: number): boolean {
  const end = ends[token]! - 2;
  let start = starts[token]!;
  if (units[start] === WAW || units[start] === FA) start++;
  if (units[start] === LAM && units[start + 1] === LAM) return true;
  if (units[start] === BA || units[start] === KAF) start++;
  return start < end && units[start] === ALEF && units[start + 1] === LAM;
}
