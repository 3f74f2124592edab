import { type FoldedWords, sharedWords } from "./folded-words.js";
import { coverByLabels, factAtEnd, factInside, type LineLabels } from "./line-labels.js";
import { punctuationShape, shape } from "./line-shape.js";
import { type PhraseTable, strengthOf, strengths } from "./phrase-table.js";
import type { Lines } from "./split-lines.js";

/** What the lines of a page look like, in columns. */
export interface PageLines {
  readonly lines: Lines;
  readonly labels: LineLabels;
  readonly words: Int32Array;
  readonly shape: Int32Array;
  /** The fact that made a line a label, a menu, a date or a caption; names the rule. */
  readonly fact: Int32Array;
}

/** Measures every line of a page. */
export function measureLines(text: string, lines: Lines, labels: LineLabels, table: PhraseTable): PageLines {
  const words = new Int32Array(lines.count);
  const shapes = new Int32Array(lines.count);
  const facts = new Int32Array(lines.count);
  const folded = sharedWords();
  for (let i = 0; i < lines.count; i++) {
    const start = lines.starts[i] ?? 0;
    const end = lines.ends[i] ?? 0;
    let bits = punctuationShape(text, start, end);
    folded.read(text, start, end);
    words[i] = folded.count;
    const whole = labels.whole[i] ?? 0;
    const first = labels.start[i] ?? 0;
    let fact = whole || first;
    if (whole !== 0) bits |= strengthOf(whole) >= strengths.page ? shape.label : shape.weakLabel;
    if (first !== 0 && folded.count <= 45)
      bits |= strengthOf(first) >= strengths.page ? shape.labelStart : shape.weakStart;
    if (folded.count <= 45) {
      const inside = factInside(folded, table);
      if (strengthOf(inside) >= strengths.page) {
        bits |= shape.labelInside;
        fact ||= inside;
      }
      if (inside !== 0 && strengthOf(inside) === strengths.weak && folded.count <= 16) bits |= shape.caption;
    }
    if (whole === 0 && folded.count > 0 && folded.count <= 40) {
      const cover = coverByLabels(folded, table);
      if (folded.count >= 2 && (cover.labels + cover.weak) * 10 >= folded.count * 8) {
        bits |= shape.menu;
        fact ||= cover.fact;
      }
      if (
        folded.count <= 16 &&
        cover.dates * 4 >= folded.count * 3 &&
        (cover.dates > 1 || (bits & shape.number) !== 0)
      )
        bits |= shape.date;
    }
    if (folded.count <= 16 && (bits & shape.period) === 0) {
      const last = factAtEnd(folded, table);
      if (last !== 0 && (folded.count <= 4 || standsApart(text, folded))) bits |= shape.caption;
    }
    if (folded.count === 0) bits |= (bits & shape.number) !== 0 ? 0 : shape.symbols;
    else if ((bits & shape.date) === 0 && folded.count > 0) bits &= ~shape.number;
    shapes[i] = bits;
    facts[i] = fact;
  }
  return { lines, labels, words, shape: shapes, fact: facts };
}

/** Whether a bracket, dash, bar or slash stands in the last third of the line: «… (غيتي)», «… - أرشيف», «… | رويترز». */
function standsApart(text: string, folded: FoldedWords): boolean {
  const from = folded.rawEnds[Math.max(0, folded.count - 5)] ?? 0;
  const to = folded.rawStarts[folded.count - 1] ?? 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (
      unit === 0x28 ||
      unit === 0x2d ||
      unit === 0x2013 ||
      unit === 0x2014 ||
      unit === 0x7c ||
      unit === 0x2f ||
      unit === 0x3a ||
      unit === 0x5b
    )
      return true;
  }
  return false;
}
