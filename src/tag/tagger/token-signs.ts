import { ENTITY_TYPES } from "../../data/entity-classes.js";
import { DEMONYM, type Lexicon, NAME, PATTERN, ROLE } from "../../data/lexicon.js";
import type { TaggerModel } from "../../data/tagger-model.js";
import { extendHash, hashUnits } from "../../data/vocabulary.js";
import { WORD_LISTS } from "../../data/word-lists.js";
import type { Claim } from "../../text/claim.js";
import { lightStem } from "../../text/light-stem.js";
import { procliticCuts } from "../../text/proclitics.js";
import { LINE_START, NUMBER, PUNCTUATION_MARK, SENTENCE_START, type Tokens } from "../../text/tokens.js";
import { cutProclitics } from "../cut-proclitics.js";
import { ProcliticWords } from "../proclitic-words.js";
import { articleEvidence } from "./article-evidence.js";
import { TITLE_TRIGGER, triggerOf } from "./trigger-words.js";

const ALEF = 0x627;
const LAM = 0x644;

/** Values of the two entries behind the last token, which stand for what lies before and behind the field. */
const BEFORE_FIELD = 1021;
const BEHIND_FIELD = 1022;

/** What the tagger sees of each token of a field, as columns of integers, each with two entries more than tokens. */
export interface TokenSigns {
  readonly count: number;
  /** Hash of the folded word; numbers by their length. */
  readonly word: Int32Array;
  readonly stem: Int32Array;
  /** Hashes of the first 2 and 3, and of the last 2, 3 and 4 units. */
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  /** Kind, length class, spacing and proclitics. */
  readonly shape: Int32Array;
  /** What the lexicon says: 0 nothing, else type, place in the match and policy. */
  readonly listed: Int32Array;
  /** Class of the listed entity, + 1. */
  readonly listedClass: Int32Array;
  /** Word lists that the word is in, or what is left of it behind its proclitics. */
  readonly lists: Int32Array;
  /** Clusters of the word, coarse and fine; 0 when it has none. */
  readonly coarse: Int32Array;
  readonly fine: Int32Array;
  /** What the same word is elsewhere in the article, by names that need no context. */
  readonly elsewhere: Int32Array;
  /** Hash of the word without its proclitics, as far as frequencies tell. */
  readonly core: Int32Array;
  /** The nearest telling word among the three before: class and distance. */
  readonly trigger: Int32Array;
  /** Place between quotation marks or brackets. */
  readonly quote: Int32Array;
  /** Place in the line and in the field. */
  readonly position: Int32Array;
  /** What stands beside the same word elsewhere in the field. */
  readonly evidence: Int32Array;
}

/** Reads the signs of a field's tokens. */
export function readSigns(
  lexicon: Lexicon,
  model: TaggerModel,
  tokens: Tokens,
  words: Int32Array,
  claims: readonly Claim[],
  elsewhere: ReadonlyMap<number, number>,
): TokenSigns {
  const { count } = tokens;
  const column = (): Int32Array => {
    const values = new Int32Array(count + 2);
    values[count] = BEFORE_FIELD;
    values[count + 1] = BEHIND_FIELD;
    return values;
  };
  const signs = {
    count,
    word: column(),
    stem: column(),
    prefix2: column(),
    prefix3: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    shape: column(),
    listed: column(),
    listedClass: column(),
    lists: column(),
    coarse: column(),
    fine: column(),
    elsewhere: column(),
    core: column(),
    trigger: column(),
    quote: markQuotes(tokens),
    position: column(),
    evidence: column(),
  };
  markListed(lexicon, claims, signs.listed, signs.listedClass);
  const readings = new ProcliticWords();
  const triggers = new Int32Array(count);
  let inLine = 0;
  let inSentence = 0;
  let line = 0;
  const { units, starts, ends, kinds, flags } = tokens;
  for (let token = 0; token < count; token++) {
    const start = starts[token]!;
    const end = ends[token]!;
    const kind = kinds[token]!;
    const length = end - start;
    let hash = 0;
    if (flags[token]! & LINE_START) {
      inLine = 0;
      line++;
    }
    if (flags[token]! & SENTENCE_START) inSentence = 0;
    signs.position[token] =
      Math.min(inLine++, 3) |
      (Math.min(inSentence++, 3) << 2) |
      (Math.min(line, 2) << 4) |
      (count < 30 ? 64 : 0);
    if (kind === NUMBER) hash = 7919 + Math.min(length, 6);
    else {
      for (let i = end - 1; i >= start; i--) {
        hash = extendHash(hash, units[i]!);
        const seen = end - i;
        if (seen === 2) signs.suffix2[token] = hash;
        else if (seen === 3) signs.suffix3[token] = hash;
        else if (seen === 4) signs.suffix4[token] = hash;
      }
    }
    signs.word[token] = hash;
    const cuts = kind === PUNCTUATION_MARK ? 0 : procliticCuts(units, start, end);
    const hasArticle = units[start] === 0x627 && units[start + 1] === 0x644 ? 1 : 0;
    signs.shape[token] =
      kind | (Math.min(length, 7) << 3) | ((flags[token]! & 15) << 6) | (cuts << 10) | (hasArticle << 13);
    if (kind === PUNCTUATION_MARK || kind === NUMBER) continue;
    if (length >= 3) {
      signs.prefix2[token] = extendHash(units[start]!, units[start + 1]!);
      signs.prefix3[token] = extendHash(signs.prefix2[token]!, units[start + 2]!);
    }
    const packed = lightStem(units, start, end);
    let stem = 0;
    const from = start + (packed & 0xff);
    for (let i = from + (packed >>> 8) - 1; i >= from; i--) stem = extendHash(stem, units[i]!);
    signs.stem[token] = stem;
    signs.lists[token] = listsOf(lexicon, tokens, words, token, readings);
    const core = coreOf(lexicon, model, tokens, words, token);
    signs.core[token] = core;
    triggers[token] = signs.lists[token]! & WORD_LISTS.titles ? TITLE_TRIGGER : triggerOf(core);
    const cluster = model.clusterOf(hash, 0) || model.clusterOf(core, stem);
    signs.fine[token] = cluster;
    signs.coarse[token] = cluster === 0 ? 0 : model.coarseOf(cluster);
    signs.elsewhere[token] = elsewhere.get(hash) ?? 0;
  }
  markTriggers(tokens, triggers, signs.trigger);
  signs.evidence.set(articleEvidence(signs.core.subarray(0, count), signs.lists, triggers));
  return signs;
}

/** Hash of a word without its proclitics: «لبوتين» is «بوتين», «للناتو» «الناتو». */
function coreOf(
  lexicon: Lexicon,
  model: TaggerModel,
  tokens: Tokens,
  words: Int32Array,
  token: number,
): number {
  const { units, starts, ends } = tokens;
  const from = starts[token]! + cutProclitics(lexicon, model, tokens, words, token);
  const hash = hashUnits(units, from, ends[token]!);
  return from > starts[token]! && units[from] === LAM && units[from - 1] === LAM
    ? extendHash(hash, ALEF)
    : hash;
}

/** The nearest trigger among the three tokens before, unless a sign other than a quotation mark stands between. */
function markTriggers(tokens: Tokens, triggers: Int32Array, out: Int32Array): void {
  for (let token = 1; token < tokens.count; token++) {
    for (let back = 1; back <= 3 && token >= back; back++) {
      const before = token - back;
      if (triggers[before] !== 0) {
        out[token] = triggers[before]! * 4 + back;
        break;
      }
      if (tokens.flags[before + 1]! & SENTENCE_START) break;
      if (tokens.kinds[before] === PUNCTUATION_MARK && !isQuote(tokens.units[tokens.starts[before]!]!)) break;
    }
  }
}

const QUOTES: ReadonlySet<number> = new Set([..."\"«»“”‘’'()[]"].map((sign) => sign.charCodeAt(0)));

function isQuote(unit: number): boolean {
  return QUOTES.has(unit);
}

/** Longest quotation that may be a name. */
const LONGEST_QUOTE = 7;

/** Marks the tokens between two quotation marks or brackets that stand near each other: first, further, length. */
function markQuotes(tokens: Tokens): Int32Array {
  const quote = new Int32Array(tokens.count + 2);
  let open = -1;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.flags[token]! & SENTENCE_START) open = -1;
    if (tokens.kinds[token] !== PUNCTUATION_MARK || !isQuote(tokens.units[tokens.starts[token]!]!)) continue;
    const length = token - open - 1;
    if (open >= 0 && length > 0 && length <= LONGEST_QUOTE) {
      for (let i = open + 1; i < token; i++)
        quote[i] = length * 4 + (i === open + 1 ? 1 : 0) + (i === token - 1 ? 2 : 0);
      open = -1;
    } else open = token;
  }
  return quote;
}

/** Marks lists that a word is in only without its proclitics. */
export const BEHIND_PROCLITIC = 1 << 14;

/** Lists of the word itself; where it has none, of what its proclitics leave, marked as such. */
function listsOf(
  lexicon: Lexicon,
  tokens: Tokens,
  words: Int32Array,
  token: number,
  readings: ProcliticWords,
): number {
  const word = words[token]!;
  const own = word < 0 ? 0 : lexicon.wordFlags[word]!;
  if (own !== 0) return own;
  readings.read(lexicon, tokens, word, token);
  for (let i = 0; i < readings.count; i++) {
    const rest = readings.words[i]!;
    if (rest >= 0 && lexicon.wordFlags[rest]! !== 0) return lexicon.wordFlags[rest]! | BEHIND_PROCLITIC;
  }
  return 0;
}

/** Places of a token in a match. */
const ALONE = 0;
const FIRST = 1;
const MIDDLE = 2;
const LAST = 3;

function markListed(
  lexicon: Lexicon,
  claims: readonly Claim[],
  listed: Int32Array,
  classes: Int32Array,
): void {
  for (const claim of claims) {
    const { type, policy, ambiguous, className } = describe(lexicon, claim);
    for (let token = claim.firstToken; token < claim.endToken; token++) {
      const length = claim.endToken - claim.firstToken;
      const place =
        length === 1
          ? ALONE
          : token === claim.firstToken
            ? FIRST
            : token === claim.endToken - 1
              ? LAST
              : MIDDLE;
      listed[token] = 1 + type + 16 * place + 64 * policy + 256 * ambiguous;
      classes[token] = className;
    }
  }
}

const DEMONYM_TYPE = ENTITY_TYPES.length;
const ROLE_TYPE = DEMONYM_TYPE + 1;

/** The likeliest of a claim's senses, as numbers for features. */
function describe(
  lexicon: Lexicon,
  claim: Claim,
): { type: number; policy: number; ambiguous: number; className: number } {
  if (claim.sense < 0) {
    const type = claim.designation !== undefined ? ENTITY_TYPES.indexOf("weapon") : 0;
    return { type, policy: 3, ambiguous: 0, className: 0 };
  }
  let best = claim.sense;
  let bestPrior = -1;
  for (let sense = claim.sense; ; sense++) {
    const isName = lexicon.senseKinds[sense] === NAME;
    const prior = isName ? lexicon.entityPriors[lexicon.senseTargets[sense]!]! : 100;
    const usable = prior - 200 * Math.min(1, lexicon.sensePolicies[sense]!);
    if (usable > bestPrior) {
      best = sense;
      bestPrior = usable;
    }
    if (lexicon.senseLast[sense] === 1) break;
  }
  const ambiguous = lexicon.senseLast[claim.sense] === 1 ? 0 : 1;
  const target = lexicon.senseTargets[best]!;
  const policy = lexicon.sensePolicies[best]!;
  switch (lexicon.senseKinds[best]) {
    case DEMONYM:
      return { type: DEMONYM_TYPE, policy, ambiguous, className: 0 };
    case ROLE:
      return { type: ROLE_TYPE, policy, ambiguous, className: 0 };
    case PATTERN:
      return { type: ENTITY_TYPES.indexOf("organization"), policy, ambiguous, className: 255 };
    default:
      return {
        type: lexicon.entityTypes[target]!,
        policy,
        ambiguous,
        className: lexicon.entityClasses[target]! + 1,
      };
  }
}

/**
 * What the words of an article are by its names that need no context: the surname of a listed person, the last word of
 * an organization ... so that «قالن» alone is read like «قالن» in the full name.
 */
export function wordsElsewhere(
  lexicon: Lexicon,
  fields: readonly { readonly tokens: Tokens; readonly claims: readonly Claim[] }[],
): Map<number, number> {
  const found = new Map<number, number>();
  for (const { tokens, claims } of fields) {
    for (const claim of claims) {
      if (claim.endToken - claim.firstToken < 2) continue;
      const { type, policy } = describe(lexicon, claim);
      if (policy !== 0 || type >= DEMONYM_TYPE) continue;
      const token = claim.endToken - 1;
      let hash = 0;
      for (let i = tokens.ends[token]! - 1; i >= tokens.starts[token]!; i--)
        hash = extendHash(hash, tokens.units[i]!);
      found.set(hash, 1 + type);
    }
  }
  return found;
}
