import {
  IN_HASHTAG,
  LATIN_WORD,
  LINE_START,
  NUMBER,
  OTHER_WORD,
  PUNCTUATION_MARK,
  SENTENCE_START,
  SPACE_BEFORE,
  type Tokens,
  WORD,
} from "../text/tokens.js";
import {
  ARABIC,
  CHARACTER_CLASSES,
  DIGIT,
  LATIN,
  LINE_BREAK,
  OTHER_LETTER,
  PUNCTUATION,
  SPACE,
  UNDERSCORE,
} from "./character-classes.js";
import { endsSentence, opensQuote } from "./sentences.js";

const HASH = 0x23;
const PLUS = 0x2b;

/** Token kind by the class of its first unit. */
const KINDS: Readonly<Record<number, number>> = {
  [ARABIC]: WORD,
  [LATIN]: LATIN_WORD,
  [OTHER_LETTER]: OTHER_WORD,
};

/**
 * Splits folded text into words, numbers and punctuation marks, and finds where sentences start.
 *
 * A word is a run of letters of one script, perhaps with a plus sign at its end («أوبك+»); «S400» is a word and a
 * number, «النظام_السوري» two words. A number keeps
 * its separators («1,000.5»). Every other sign is a token of its own. Linear in the length of the text.
 */
export function tokenize(units: Uint16Array, length: number): Tokens {
  const columns = new Columns(units, length);
  let flags = LINE_START | SENTENCE_START;
  let inHashtag = false;
  /** Plus signs stand around a name as quotation marks do: «شركة +رايان إير+». */
  let afterPlus = false;
  let i = 0;
  while (i < length) {
    const kind = CHARACTER_CLASSES[units[i]!]!;
    const start = i;
    if (kind === SPACE || kind === LINE_BREAK) {
      flags |= kind === SPACE ? SPACE_BEFORE : SPACE_BEFORE | LINE_START | SENTENCE_START;
      inHashtag = false;
      if (kind === LINE_BREAK) afterPlus = false;
      i++;
      continue;
    }
    i++;
    if (kind === UNDERSCORE) continue;
    if (kind === PUNCTUATION) {
      inHashtag = units[start] === HASH;
      if (units[start] === PLUS) afterPlus = !afterPlus;
      // A closing quote or bracket belongs to the sentence before it, an opening one to the sentence after it.
      const opens = opensQuote(units[start]!) && (flags & SPACE_BEFORE) !== 0;
      const staysBehind =
        (flags & SENTENCE_START) !== 0 && (flags & LINE_START) === 0 && !opens && !inHashtag;
      columns.push(start, i, PUNCTUATION_MARK, staysBehind ? flags & ~SENTENCE_START : flags);
      flags = staysBehind || endsSentence(units, start, length) ? SENTENCE_START : 0;
      continue;
    }
    if (kind === DIGIT) i = endOfNumber(units, i, length);
    else {
      while (i < length && CHARACTER_CLASSES[units[i]!] === kind) i++;
      if (!afterPlus && endsInPlus(units, i, length)) i++;
    }
    columns.push(start, i, kind === DIGIT ? NUMBER : KINDS[kind]!, inHashtag ? flags | IN_HASHTAG : flags);
    flags = 0;
  }
  return columns.finish();
}

/** Whether a plus sign belongs to the word before it: «أوبك+», "Disney+"; not "a+b", "C++". */
function endsInPlus(units: Uint16Array, at: number, length: number): boolean {
  if (at >= length || units[at] !== PLUS) return false;
  if (at + 1 >= length) return true;
  const next = CHARACTER_CLASSES[units[at + 1]!]!;
  return units[at + 1] !== PLUS && next !== DIGIT && next !== LATIN && next !== ARABIC;
}

/** Digits, with single separators between them: «1,000.5». */
function endOfNumber(units: Uint16Array, start: number, length: number): number {
  let i = start;
  while (i < length) {
    const unit = units[i]!;
    if (CHARACTER_CLASSES[unit] === DIGIT) i++;
    else if ((unit === 0x2e || unit === 0x2c) && i + 1 < length && CHARACTER_CLASSES[units[i + 1]!] === DIGIT)
      i += 2;
    else break;
  }
  return i;
}

/** Token columns that grow: a text has about one token per five units, but may have one per unit. */
class Columns {
  private readonly units: Uint16Array;
  private count = 0;
  private starts: Uint32Array;
  private ends: Uint32Array;
  private kinds: Uint8Array;
  private flags: Uint8Array;

  constructor(units: Uint16Array, length: number) {
    const capacity = (length >> 2) + 16;
    this.units = units;
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.kinds = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
  }

  push(start: number, end: number, kind: number, flags: number): void {
    const at = this.count++;
    if (at === this.starts.length) this.grow();
    this.starts[at] = start;
    this.ends[at] = end;
    this.kinds[at] = kind;
    this.flags[at] = flags;
  }

  finish(): Tokens {
    const { units, count, starts, ends, kinds, flags } = this;
    return { units, count, starts, ends, kinds, flags };
  }

  private grow(): void {
    const larger = <T extends Uint32Array | Uint8Array>(column: T, copy: T): T => {
      copy.set(column);
      return copy;
    };
    const capacity = this.starts.length * 2;
    this.starts = larger(this.starts, new Uint32Array(capacity));
    this.ends = larger(this.ends, new Uint32Array(capacity));
    this.kinds = larger(this.kinds, new Uint8Array(capacity));
    this.flags = larger(this.flags, new Uint8Array(capacity));
  }
}
