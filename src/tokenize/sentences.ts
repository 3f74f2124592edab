import { SENTENCE_START, type Tokens } from "../text/tokens.js";
import { ARABIC, CHARACTER_CLASSES, DIGIT, LATIN, LINE_BREAK, SPACE } from "./character-classes.js";

const STOPS: ReadonlySet<number> = new Set([...".!?؟…"].map((sign) => sign.charCodeAt(0)));
const OPENING: ReadonlySet<number> = new Set([...'«“‘([{"'].map((sign) => sign.charCodeAt(0)));
const FULL_STOP = 0x2e;

/** Whether a sign can open a sentence: «"لن نتراجع"، قال ...». */
export function opensQuote(unit: number): boolean {
  return OPENING.has(unit);
}

/**
 * Whether the sign at an offset ends a sentence. A full stop does so before a space or the end, and where two longer
 * words were glued together («وموضوعية.وقال»), but not after a single letter («أ.ف.ب», «د. أحمد»).
 */
export function endsSentence(units: Uint16Array, at: number, length: number): boolean {
  const unit = units[at]!;
  if (!STOPS.has(unit)) return false;
  if (unit !== FULL_STOP) return true;
  const before = lettersBefore(units, at);
  if (at + 1 >= length) return true;
  const next = CHARACTER_CLASSES[units[at + 1]!]!;
  if (before === 1) return false;
  if (next === SPACE || next === LINE_BREAK) return true;
  if (next === ARABIC) return before >= 3 && lettersAfter(units, at + 1, length) >= 2;
  return next !== DIGIT && next !== LATIN;
}

function lettersBefore(units: Uint16Array, end: number): number {
  let count = 0;
  while (count < 4 && end - 1 - count >= 0 && CHARACTER_CLASSES[units[end - 1 - count]!] === ARABIC) count++;
  return count;
}

function lettersAfter(units: Uint16Array, start: number, length: number): number {
  let count = 0;
  while (count < 4 && start + count < length && CHARACTER_CLASSES[units[start + count]!] === ARABIC) count++;
  return count;
}

/** Token ranges `[start, end)` of the sentences, in order; together they cover all tokens. */
export function sentences(tokens: Tokens): [start: number, end: number][] {
  const list: [number, number][] = [];
  let start = 0;
  for (let i = 1; i <= tokens.count; i++) {
    if (i < tokens.count && !(tokens.flags[i]! & SENTENCE_START)) continue;
    list.push([start, i]);
    start = i;
  }
  return tokens.count === 0 ? [] : list;
}
