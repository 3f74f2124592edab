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

/** Reads the signs of a field's tokens. */
export function readSigns(
  lexicon: Lexicon,
  model: TaggerModel,
  tokens: Tokens,
  words: Int32Array,
  claims: readonly Claim[],
  elsewhere: ReadonlyMap<number, number>,
): TokenSigns {
  const { count, kinds, flags } = tokens;
  const { table: distinct, numbers } = numberWords(tokens);
  const table = wordTableFor(lexicon, model, distinct, count);
  const entries = new Int32Array(count + 2);
  entries[count] = BEFORE_FIELD;
  entries[count + 1] = BEHIND_FIELD;
  const column = (): Int32Array => {
    const values = new Int32Array(count + 2);
    values[count] = BEFORE_VALUE;
    values[count + 1] = BEHIND_VALUE;
    return values;
  };
  const shape = column();
  const listed = column();
  const listedClass = column();
  markListed(lexicon, claims, listed, listedClass);
  const found = new Int32Array(count);
  for (let token = 0; token < count; token++) {
    const entry = table.entryOf(tokens, words, token, numbers[token]!);
    entries[token] = entry;
    shape[token] = table.shape[entry]! | ((flags[token]! & 15) << 6);
    if (elsewhere.size > 0 && kinds[token] !== PUNCTUATION_MARK && kinds[token] !== NUMBER)
      found[token] = elsewhere.get(table.word[entry]!) ?? 0;
  }
  return {
    count,
    words: table,
    entries,
    shape,
    listed,
    listedClass,
    elsewhere: found,
    trigger: markTriggers(tokens, table, entries),
    quote: markQuotes(tokens),
    position: markPositions(tokens),
    evidence: articleEvidence(table, entries, count),
  };
}

/** Places in the line, the sentence and the field. */
function markPositions({ count, flags }: Tokens): Int32Array {
  const position = new Int32Array(count);
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
  return position;
}

/** How many tokens back a trigger still tells: «المجلس الأعلى للدولة الليبي». */
const FARTHEST_TRIGGER = 5;

/** The nearest trigger among the tokens before, unless a sign other than a quotation mark stands between. */
function markTriggers(tokens: Tokens, { trigger }: WordTable, entries: Int32Array): Int32Array {
  const marks = new Int32Array(tokens.count);
  for (let token = 1; token < tokens.count; token++) {
    for (let back = 1; back <= FARTHEST_TRIGGER && token >= back; back++) {
      const before = token - back;
      const found = trigger[entries[before]!]!;
      if (found !== 0) {
        marks[token] = found * 8 + back;
        break;
      }
      if (tokens.flags[before + 1]! & SENTENCE_START) break;
      if (tokens.kinds[before] === PUNCTUATION_MARK && !isQuote(tokens.units[tokens.starts[before]!]!)) break;
    }
  }
  return marks;
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
