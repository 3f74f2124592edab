import { type FoldedWords, mostWords, sharedWords } from "./folded-words.js";
import {
  effectOf,
  effects,
  longestPhrase,
  type PhraseFact,
  type PhraseTable,
  strengthOf,
  strengths,
} from "./phrase-table.js";
import type { Lines } from "./split-lines.js";

/** What the phrases say of each line: the fact of the whole line, and the strongest of its first words; 0 is nothing. */
export interface LineLabels {
  readonly whole: Int32Array;
  readonly start: Int32Array;
  /** 1 when a colon, bar or dash follows the phrase at the start, as in «قد يهمك: …». */
  readonly cut: Uint8Array;
}

/** Looks every line up as a whole and by its first words: «شارك الخبر», «للتواصل مع الكاتب …». */
export function labelLines(text: string, lines: Lines, table: PhraseTable): LineLabels {
  const whole = new Int32Array(lines.count);
  const start = new Int32Array(lines.count);
  const cut = new Uint8Array(lines.count);
  const words = sharedWords();
  for (let i = 0; i < lines.count; i++) {
    const rawEnd = lines.ends[i] ?? 0;
    const rawStart = lines.starts[i] ?? 0;
    words.read(text, rawStart, rawEnd, 1);
    if (words.count === 0 || !table.mayBegin(words.units, words.ends[0] ?? 0)) continue;
    words.read(text, rawStart, rawEnd, longestPhrase + 1);
    const last = Math.min(words.count, longestPhrase);
    for (let k = last; k > 0; k--) {
      const index = table.find(words.units, 0, words.ends[k - 1] ?? 0);
      if (index < 0) continue;
      if (k === words.count) whole[i] = table.line[index] ?? 0;
      const isLabelled = k < words.count && isCut(text, words.rawEnds[k - 1] ?? rawEnd);
      const fact = (table.start[index] ?? 0) || (isLabelled ? openerOf(table.line[index] ?? 0) : 0);
      if (strengthOf(fact) <= strengthOf(start[i] ?? 0)) continue;
      start[i] = fact;
      cut[i] = isLabelled ? 1 : 0;
    }
  }
  return { whole, start, cut };
}

/** An opener of headlines with its headline on the same line, «شاهد المزيد: …»: counts on pages. */
function openerOf(fact: PhraseFact): PhraseFact {
  return effectOf(fact) === effects.headlines ? (fact & ~3) | strengths.page : 0;
}

/** Whether a colon, bar, slash, dash or arrow stands at `at`, blanks before it aside. */
function isCut(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return separators.includes(unit) || (unit === 0x20 && separators.includes(text.charCodeAt(at + 1)));
}
const separators: readonly number[] = [..."：:|/»>–—-"].map((letter) => letter.charCodeAt(0));

/** The strongest fact of a phrase inside the words (the whole line or its start is looked up elsewhere). */
export function factInside(words: FoldedWords, table: PhraseTable): PhraseFact {
  let best = 0;
  for (let i = 0; i < words.count; i++) {
    const from = words.starts[i] ?? 0;
    for (let k = i; k < words.count && k < i + 5; k++) {
      const index = table.find(words.units, from, words.ends[k] ?? 0);
      if (index < 0) continue;
      const fact = table.inside[index] ?? 0;
      if (strengthOf(fact) > strengthOf(best)) best = fact;
    }
  }
  return best;
}

/** The fact of the phrase that the words end with: «… (أرشيفية)». */
export function factAtEnd(words: FoldedWords, table: PhraseTable): PhraseFact {
  const last = words.ends[words.count - 1] ?? 0;
  for (let k = Math.max(0, words.count - 4); k < words.count; k++) {
    const index = table.find(words.units, words.starts[k] ?? 0, last);
    if (index >= 0 && table.end[index] !== 0) return table.end[index] ?? 0;
  }
  return 0;
}

/** How a line of several labels is made up: words in labels, words in section names, date words. */
export interface LabelCover {
  readonly labels: number;
  readonly weak: number;
  readonly dates: number;
  readonly fact: PhraseFact;
}

/** Covers the words by the longest labels from left to right: «الرئيسية سفر وسياحة تكنولوجيا فنون», «فيسبوك تويتر». */
export function coverByLabels(words: FoldedWords, table: PhraseTable): LabelCover {
  let labels = 0;
  let weak = 0;
  let dates = 0;
  let fact = 0;
  for (let i = 0; i < words.count && i < mostWords; ) {
    let step = 1;
    const from = words.starts[i] ?? 0;
    const single = table.find(words.units, from, words.ends[i] ?? 0);
    if (single >= 0 && table.word[single] !== 0) dates++;
    for (let k = Math.min(words.count - 1, i + 4); k >= i; k--) {
      const index = k === i ? single : table.find(words.units, from, words.ends[k] ?? 0);
      const found = index < 0 ? 0 : (table.line[index] ?? 0);
      if (found === 0) continue;
      step = k - i + 1;
      if (strengthOf(found) === strengths.weak) weak += step;
      else labels += step;
      if (strengthOf(found) > strengthOf(fact)) fact = found;
      break;
    }
    i += step;
  }
  return { labels, weak, dates, fact };
}
