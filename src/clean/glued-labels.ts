import type { BoilerplateBlock } from "./find-boilerplate.js";
import { FoldedWords } from "./folded-words.js";
import { effectOf, effects, longestPhrase, type PhraseTable, ruleOf, strengthOf, strengths } from "./phrase-table.js";
import type { Lines } from "./split-lines.js";

/** A headline between two glued labels, or between one and the end of its line, has at most this many code units. */
const longestHeadline = 200;
/** On lines longer than this, line breaks may have been lost: labels are also sought at every word near both edges. */
const longLine = 400;
const headWindow = 300;
const tailWindow = 900;

interface Label {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** Whether what follows on the line may belong to the label: a headline, the codes of an SMS service. */
  readonly takesRest: boolean;
}

/**
 * Finds labels stuck to the sentences of kept lines: «… في منطقة إدلب السورية. اقرأ أكثر», «… @yahoo.comللتواصل مع
 * الكاتب», «… كل يوم. Read Previous …». A label is sought after the end of a sentence, where Latin letters begin,
 * where Arabic ones touch them, and near the edges of very long lines at every word.
 */
export function findGluedLabels(
  text: string,
  lines: Lines,
  rules: readonly (string | undefined)[],
  table: PhraseTable,
): BoilerplateBlock[] {
  const blocks: BoilerplateBlock[] = [];
  const words = new FoldedWords();
  for (let i = 0; i < lines.count; i++) {
    if (rules[i] !== undefined) continue;
    const start = lines.starts[i] ?? 0;
    const end = lines.ends[i] ?? 0;
    const labels = labelsOf(text, start, end, words, table);
    labels.forEach((label, k) => {
      const next = labels[k + 1]?.start ?? end;
      const blockEnd = label.takesRest && isHeadline(text, label.end, next) ? trimEnd(text, label.end, next) : label.end;
      blocks.push({ start: label.start, end: blockEnd, rule: label.rule });
    });
  }
  return blocks;
}

/** The labels inside one line, from left to right. */
function labelsOf(text: string, start: number, end: number, words: FoldedWords, table: PhraseTable): readonly Label[] {
  const labels: Label[] = [];
  const long = end - start > longLine;
  let before = 0x20;
  let sentenceEnded = false;
  for (let at = start; at < end - 3; at++) {
    const unit = text.charCodeAt(at);
    const blank = unit === 0x20 || unit === 0xa0;
    let column: Int32Array | undefined;
    if (sentenceEnded) column = blank ? undefined : table.glued;
    else if (isLatin(unit)) column = isLatin(before) ? undefined : table.glued;
    else if (isArabic(unit) && isLatin(before)) column = table.glued;
    else if (long && before === 0x20 && (at < start + headWindow || at > end - tailWindow)) column = table.anywhere;
    before = unit;
    if (!blank) sentenceEnded = unit === 0x2e || unit === 0x61f || unit === 0x21 || unit === 0x2026;
    if (column === undefined) continue;
    const label = labelAt(text, at, end, words, table, column);
    if (label === undefined) continue;
    labels.push(label);
    at = label.end - 1;
    before = 0x20;
    sentenceEnded = true;
  }
  return labels;
}


const isLatin = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
const isArabic = (unit: number): boolean => unit >= 0x620 && unit <= 0x64a;

/** The longest label of two words or more that begins at `from`. */
function labelAt(
  text: string,
  from: number,
  end: number,
  words: FoldedWords,
  table: PhraseTable,
  column: Int32Array,
): Label | undefined {
  words.read(text, from, Math.min(end, from + 80), longestPhrase);
  if (words.rawStarts[0] !== from) return undefined;
  for (let k = words.count; k > 1; k--) {
    const index = table.find(words.units, 0, words.ends[k - 1] ?? 0);
    if (index < 0) continue;
    const fact = column[index] ?? 0;
    if (strengthOf(fact) < strengths.always) continue;
    const rule = table.rules[ruleOf(fact)] ?? "";
    const stop = words.rawEnds[k - 1] ?? from;
    return { start: from, end: stop, rule, takesRest: effectOf(fact) !== effects.none || rule === "contact" };
  }
  return undefined;
}

/** Whether `text[from, to)` may be one headline: short, and no sentence ends inside it. */
function isHeadline(text: string, from: number, to: number): boolean {
  if (to - from > longestHeadline) return false;
  for (let at = from; at < to - 2; at++) {
    if (text.charCodeAt(at) === 0x2e && text.charCodeAt(at + 1) === 0x20) return false;
  }
  return true;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === 0x20) end--;
  return end;
}
