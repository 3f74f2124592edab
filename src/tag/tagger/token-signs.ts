import { ENTITY_TYPES } from "../../data/entity-classes.js";
import { DEMONYM, type Lexicon, NAME, PATTERN, ROLE } from "../../data/lexicon.js";
import type { TaggerModel } from "../../data/tagger-model.js";
import { hashUnits } from "../../data/vocabulary.js";
import type { Claim } from "../../text/claim.js";
import { numberWords } from "../../text/distinct-words.js";
import { LINE_START, NUMBER, PUNCTUATION_MARK, SENTENCE_START, type Tokens } from "../../text/tokens.js";
import { articleEvidence } from "./article-evidence.js";
import {
  BEFORE_FIELD,
  BEFORE_VALUE,
  BEHIND_FIELD,
  BEHIND_VALUE,
  MARKS,
  SHAPE,
  TRIGGER,
  type WordTable,
  wordTableFor,
} from "./word-table.js";

/** What the tagger sees of each token of a field: its word, and as columns of integers what depends on its place. */
export interface TokenSigns {
  readonly count: number;
  readonly words: WordTable;
  /** Entry of each token's word in `words`; two more entries stand for what lies before and behind the field. */
  readonly entries: Int32Array;
  /** Kind, length class, spacing and proclitics. */
  readonly shape: Int32Array;
  /** What the lexicon says: 0 nothing, else type, place in the match and policy. */
  readonly listed: Int32Array;
  /** Class of the listed entity, + 1. */
  readonly listedClass: Int32Array;
  /** What the same word is elsewhere in the article, by names that need no context. */
  readonly elsewhere: Int32Array;
  /** The nearest telling word among the five before: class and distance. */
  readonly trigger: Int32Array;
  /** Place between quotation marks or brackets. */
  readonly quote: Int32Array;
  /** Place in the line and in the field. */
  readonly position: Int32Array;
  /** What stands beside the same word elsewhere in the field. */
  readonly evidence: Int32Array;
}

/** Columns of TokenSigns. */
const COLUMNS = 9;

/** Reads the signs of a field's tokens. */
export function readSigns(
  lexicon: Lexicon,
  model: TaggerModel,
  tokens: Tokens,
  words: Int32Array,
  claims: readonly Claim[],
  elsewhere: ReadonlyMap<number, number>,
): TokenSigns {
  const { count, flags } = tokens;
  const { table: distinct, numbers } = numberWords(tokens);
  const table = wordTableFor(lexicon, model, distinct, count);
  // One piece of memory for all columns: to ask for nine takes longer than to fill them.
  const { buffer } = new Int32Array(COLUMNS * (count + 2));
  let columns = 0;
  const column = (before: number, behind: number): Int32Array => {
    const values = new Int32Array(buffer, columns++ * (count + 2) * 4, count + 2);
    values[count] = before;
    values[count + 1] = behind;
    return values;
  };
  const signs = {
    count,
    words: table,
    entries: column(BEFORE_FIELD, BEHIND_FIELD),
    shape: column(BEFORE_VALUE, BEHIND_VALUE),
    listed: column(BEFORE_VALUE, BEHIND_VALUE),
    listedClass: column(BEFORE_VALUE, BEHIND_VALUE),
    elsewhere: column(0, 0),
    trigger: column(0, 0),
    quote: column(0, 0),
    position: column(0, 0),
    evidence: column(0, 0),
  };
  const { entries, shape } = signs;
  for (let token = 0; token < count; token++) {
    const entry = table.entryOf(tokens, words, token, numbers[token]!);
    entries[token] = entry;
    shape[token] = table.marks[entry * MARKS + SHAPE]! | ((flags[token]! & 15) << 6);
  }
  markElsewhere(tokens, table, entries, elsewhere, signs.elsewhere);
  markListed(lexicon, claims, signs.listed, signs.listedClass);
  markTriggers(tokens, table, entries, signs.trigger);
  markQuotes(tokens, signs.quote);
  markPositions(tokens, signs.position);
  articleEvidence(table, entries, count, signs.evidence);
  return signs;
}

/** What each word is elsewhere in the article; most articles have a few such words. */
function markElsewhere(
  { count, kinds }: Tokens,
  { word }: WordTable,
  entries: Int32Array,
  elsewhere: ReadonlyMap<number, number>,
  found: Int32Array,
): void {
  if (elsewhere.size === 0) return;
  // Most words are no such word by the last bits of their hashes.
  maybe.fill(0);
  for (const hash of elsewhere.keys()) maybe[hash & 0xff] = 1;
  for (let token = 0; token < count; token++) {
    const hash = word[entries[token]!]!;
    if (maybe[hash & 0xff] === 0 || kinds[token] === PUNCTUATION_MARK || kinds[token] === NUMBER) continue;
    found[token] = elsewhere.get(hash) ?? 0;
  }
}

/** By the last bits of a hash; used anew for each field. */
const maybe = new Uint8Array(0x100);

/** Places in the line, the sentence and the field. */
function markPositions({ count, flags }: Tokens, position: Int32Array): void {
  const short = count < 30 ? 64 : 0;
  let inLine = 0;
  let inSentence = 0;
  let line = 0;
  for (let token = 0; token < count; token++) {
    if (flags[token]! & LINE_START) {
      inLine = 0;
      line++;
    }
    if (flags[token]! & SENTENCE_START) inSentence = 0;
    position[token] =
      Math.min(inLine++, 3) | (Math.min(inSentence++, 3) << 2) | (Math.min(line, 2) << 4) | short;
  }
}

/** How many tokens back a trigger still tells: «المجلس الأعلى للدولة الليبي». */
const FARTHEST_TRIGGER = 5;

/** The nearest trigger among the tokens before, unless a sign other than a quotation mark stands between. */
function markTriggers(tokens: Tokens, { marks }: WordTable, entries: Int32Array, trigger: Int32Array): void {
  const { count, flags, kinds, units, starts } = tokens;
  let nearest = 0;
  let distance = 0;
  for (let token = 1; token < count; token++) {
    const before = token - 1;
    const found = marks[entries[before]! * MARKS + TRIGGER]!;
    distance++;
    if (found !== 0) {
      nearest = found;
      distance = 1;
    } else if (
      distance > FARTHEST_TRIGGER ||
      flags[token]! & SENTENCE_START ||
      (kinds[before] === PUNCTUATION_MARK && !isQuote(units[starts[before]!]!))
    )
      nearest = 0;
    if (nearest !== 0) trigger[token] = nearest * 8 + distance;
  }
}

const QUOTES: ReadonlySet<number> = new Set([..."\"«»“”‘’'()[]"].map((sign) => sign.charCodeAt(0)));

function isQuote(unit: number): boolean {
  return QUOTES.has(unit);
}

/** Longest quotation that may be a name. */
const LONGEST_QUOTE = 7;

/** Marks the tokens between two quotation marks or brackets that stand near each other: first, further, length. */
function markQuotes(tokens: Tokens, quote: Int32Array): void {
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
      found.set(hashUnits(tokens.units, tokens.starts[token]!, tokens.ends[token]!), 1 + type);
    }
  }
  return found;
}
