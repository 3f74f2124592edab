import type { FieldText } from "../../text/field-text.js";
import {
  LATIN_WORD,
  NUMBER,
  PUNCTUATION_MARK,
  SENTENCE_START,
  SPACE_BEFORE,
  type Tokens,
  WORD,
} from "../../text/tokens.js";

const FULL_STOP = 0x2e;
const AMPERSAND = 0x26;
const SMALL_S = 0x73;
const APOSTROPHES: ReadonlySet<number> = new Set([..."'’‘ʼʻ`´ʿʾ"].map((sign) => sign.charCodeAt(0)));
/** Words that are written with a stop behind them, folded. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "mr mrs ms dr prof st mt ft gen lt col maj capt sgt cmdr adm brig sen rep gov rev hon pres jr sr inc corp ltd co bros vs".split(
    " ",
  ),
);
/** The longest of them. */
const LONGEST = 4;

/**
 * The tokens of an English field as names need them: without the signs that stand inside names («U.S.», «St.
 * Petersburg», «O'Brien», «AT&T»), and with words that begin with a capital marked as WORD, others as LATIN_WORD: only
 * the former can be a name by themselves. Spans are as exact as before: no offset is changed.
 */
export function englishTokens(text: FieldText): FieldText {
  const { tokens } = text;
  const kept = new Uint32Array(tokens.count);
  let count = 0;
  for (let token = 0; token < tokens.count; token++) if (!standsInside(tokens, token)) kept[count++] = token;
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  const kinds = new Uint8Array(count);
  const flags = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const token = kept[i]!;
    starts[i] = tokens.starts[token]!;
    ends[i] = tokens.ends[token]!;
    flags[i] = tokens.flags[token]!;
    kinds[i] = tokens.kinds[token]!;
    if (kinds[i] === LATIN_WORD && hasCapital(text, starts[i]!, ends[i]!) && !isSuffix(tokens, token))
      kinds[i] = WORD;
    if (i > 0 && kept[i - 1]! < token - 1 && tokens.units[tokens.starts[token - 1]!] === FULL_STOP)
      flags[i]! &= ~SENTENCE_START;
  }
  return { ...text, tokens: { units: tokens.units, count, starts, ends, kinds, flags } };
}

/** The same tokens, where the last stop of «U.S.» belongs to it: what the spans of mentions are taken from. */
export function withLastStops(text: FieldText): FieldText {
  const { tokens } = text;
  const { units, count, starts } = tokens;
  const ends = tokens.ends.slice();
  for (let token = 1; token < count; token++) {
    const isInitial = ends[token]! - starts[token]! === 1 && units[ends[token]!] === FULL_STOP;
    const followsInitial =
      starts[token]! - starts[token - 1]! === 2 && units[starts[token]! - 1] === FULL_STOP;
    if (isInitial && followsInitial) ends[token]!++;
  }
  return { ...text, tokens: { ...tokens, ends } };
}

/** Whether a word begins with a capital, or has it in second place: «iPhone». */
function hasCapital(text: FieldText, start: number, end: number): boolean {
  return isCapital(text, start) || (end - start > 2 && isCapital(text, start + 1));
}

/** Whether the letter at a folded offset is a capital in the raw text. */
export function isCapital({ raw, map }: FieldText, folded: number): boolean {
  const unit = raw.charAt(map.toRaw(folded, "after"));
  return unit !== unit.toLowerCase();
}

/** Whether a word is an acronym, or where a report comes from: «WHO», «BEIRUT». */
export function isInCapitals(text: FieldText, token: number): boolean {
  const { starts, ends, kinds } = text.tokens;
  if (kinds[token] !== WORD) return false;
  for (let at = starts[token]!; at < ends[token]!; at++) if (!isCapital(text, at)) return false;
  return ends[token]! - starts[token]! > 1;
}

/** «F-16C»: letters that touch a number are its suffix, not a word. */
function isSuffix({ kinds, flags }: Tokens, token: number): boolean {
  return token > 0 && kinds[token - 1] === NUMBER && (flags[token]! & SPACE_BEFORE) === 0;
}

/** Whether a token is a sign that names are compared without. */
function standsInside(tokens: Tokens, token: number): boolean {
  const { units, starts, kinds, flags, count } = tokens;
  if (kinds[token] !== PUNCTUATION_MARK || token === 0 || token + 1 >= count) return false;
  if (kinds[token - 1] !== LATIN_WORD || kinds[token + 1] !== LATIN_WORD) return false;
  const sign = units[starts[token]!]!;
  const touchesBefore = (flags[token]! & SPACE_BEFORE) === 0;
  if (sign === AMPERSAND) return true;
  if (!touchesBefore) return false;
  // «Workers' Party» as well as «O'Brien».
  if (APOSTROPHES.has(sign))
    return (flags[token + 1]! & SPACE_BEFORE) === 0 || units[starts[token]! - 1] === SMALL_S;
  return sign === FULL_STOP && isAbbreviation(tokens, token - 1);
}

/** A single letter, or a word that is written with a stop. */
function isAbbreviation({ units, starts, ends }: Tokens, token: number): boolean {
  const length = ends[token]! - starts[token]!;
  if (length === 1) return true;
  return (
    length <= LONGEST &&
    ABBREVIATIONS.has(String.fromCharCode(...units.subarray(starts[token]!, ends[token]!)))
  );
}
