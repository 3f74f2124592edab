import type { BoilerplateBlock } from "./find-boilerplate.js";
import { foldTable } from "./fold-label.js";
import { type FoldedWords, sharedWords } from "./folded-words.js";
import {
  effectOf,
  effects,
  longestPhrase,
  openSlot,
  type PhraseTable,
  ruleOf,
  strengthOf,
  strengths,
} from "./phrase-table.js";
import type { Lines } from "./split-lines.js";

/** A headline between two glued labels, or between one and the end of its line, has at most this many code units. */
const longestHeadline = 160;
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
  const words = sharedWords();
  for (let i = 0; i < lines.count; i++) {
    if (rules[i] !== undefined) continue;
    const start = lines.starts[i] ?? 0;
    const end = lines.ends[i] ?? 0;
    const labels = labelsOf(text, start, end, words, table);
    if (labels.length === 0) continue;
    labels.forEach((label, k) => {
      const next = labels[k + 1]?.start ?? end;
      const blockEnd =
        label.takesRest && isHeadline(text, label.end, next) ? trimEnd(text, label.end, next) : label.end;
      blocks.push({ start: label.start, end: blockEnd, rule: label.rule });
    });
  }
  return blocks;
}

/** The labels inside one line, from left to right. */
function labelsOf(
  text: string,
  start: number,
  end: number,
  words: FoldedWords,
  table: PhraseTable,
): readonly Label[] {
  let labels: Label[] | undefined;
  const classes = unitClasses();
  const fold = foldTable();
  const long = end - start > longLine;
  let before: number = blank;
  const stop = end - 4;
  for (let at = start; at <= stop; at++) {
    let unit = text.charCodeAt(at);
    let kind = classes[unit] ?? 0;
    if (before === other) {
      while (kind === other && at < stop) {
        unit = text.charCodeAt(++at);
        kind = classes[unit] ?? 0;
      }
      if (kind === other) break;
    }
    let column: Int32Array | undefined;
    if (kind === other) {
      if (before !== blank) column = table.glued;
      else if (long && (at < start + headWindow || at > end - tailWindow)) column = table.anywhere;
    } else if (kind === latin && before !== latin) column = table.glued;
    // A blank after the end of a sentence does not hide it.
    if (kind !== blank || before !== sentenceEnd) before = kind;
    if (column === undefined) continue;
    const open = table.opens[openSlot(fold[unit] ?? 0, fold[text.charCodeAt(at + 1)] ?? 0)] ?? 0;
    if (open === 0 || (open === 1 && column === table.anywhere)) continue;
    const label = labelAt(text, at, end, words, table, column);
    if (label === undefined) continue;
    labels ??= [];
    labels.push(label);
    at = label.end - 1;
    before = sentenceEnd;
  }
  return labels ?? noLabels;
}

const noLabels: readonly Label[] = [];

// Kinds of code units for the search.
const other = 0;
const blank = 1;
const sentenceEnd = 2;
const latin = 3;
let classTable: Uint8Array | undefined;

function unitClasses(): Uint8Array {
  if (classTable !== undefined) return classTable;
  classTable = new Uint8Array(65_536);
  for (const letter of " \t\u00a0") classTable[letter.charCodeAt(0)] = blank;
  for (const letter of ".؟?!…") classTable[letter.charCodeAt(0)] = sentenceEnd;
  for (let unit = 0x61; unit <= 0x7a; unit++) {
    classTable[unit] = latin;
    classTable[unit - 32] = latin;
  }
  return classTable;
}

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

/** Whether `text[from, to)` may be one headline: short, and no sentence ends in it. */
function isHeadline(text: string, from: number, to: number): boolean {
  const end = trimEnd(text, from, to);
  if (end - from > longestHeadline || (end > from + 3 && text.charCodeAt(end - 1) === 0x2e)) return false;
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
