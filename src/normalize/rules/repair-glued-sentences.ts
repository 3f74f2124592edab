import type { Edit } from "../../text/edits.js";

const ALEF = 0x0621;
const YA = 0x064a;

/** Signs that end a sentence, and a closing quote after them. */
const ENDS = new Set([..."．.؟!؛…"].map((sign) => sign.charCodeAt(0)));
const CLOSING = new Set([...'”"»’)'].map((sign) => sign.charCodeAt(0)));

/** What follows the dot of a host name written in Arabic: «الجزيرة.نت». */
const HOST_ENDINGS: ReadonlySet<string> = new Set(["نت", "كوم", "نيت", "اورغ", "انفو"]);

/**
 * Scraped text often lost the space after a full stop: «مفيدة وموضوعية.وقال مسؤولون». A space is put in where a word
 * of three or more letters meets another one, so that numbers (3.5), addresses (khabar.org), initials («أ.ف.ب»,
 * «د.أحمد») and spelled-out acronyms («سي.إن.إن») stay whole.
 * @param text folded text.
 * @returns insertions, sorted.
 */
export function repairGluedSentences(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let i = 1; i < text.length - 1; i++) {
    if (!ENDS.has(text.charCodeAt(i)) || !isArabic(text.charCodeAt(i - 1))) continue;
    let next = i + 1;
    if (CLOSING.has(text.charCodeAt(next))) next++;
    const before = lettersBefore(text, i);
    const after = lettersAfter(text, next);
    const long = (before >= 3 && after >= 3) || (before >= 4 && after >= 2);
    if (long && !HOST_ENDINGS.has(text.slice(next, next + after)))
      edits.push({ start: next, end: next, text: " " });
  }
  return edits;
}

function isArabic(unit: number): boolean {
  return unit >= ALEF && unit <= YA;
}

/** Letters that stand right before an offset, counted up to four: more decides nothing. */
function lettersBefore(text: string, end: number): number {
  let count = 0;
  while (count < 4 && isArabic(text.charCodeAt(end - 1 - count))) count++;
  return count;
}

/** Letters that stand right at an offset, counted up to five. */
function lettersAfter(text: string, start: number): number {
  let count = 0;
  while (count < 5 && isArabic(text.charCodeAt(start + count))) count++;
  return count;
}
