import { isBodyLike } from "./body-vocabulary.js";
import { boilerplateProbability } from "./chain-probability.js";
import { echo } from "./echo-lines.js";
import type { PageContext } from "./line-features.js";
import type { LineLabels } from "./line-labels.js";
import { lineScores } from "./line-scores.js";
import { shape } from "./line-shape.js";
import { nameRule } from "./name-rule.js";
import { readContext } from "./page-context.js";
import { measureLines } from "./page-lines.js";
import { type PhraseTable, strengthOf, strengths } from "./phrase-table.js";
import type { Lines } from "./split-lines.js";

/** A line is dropped when it is boilerplate at least this probably: losing a paragraph is worse than keeping a headline. */
const dropProbability = 0.97;

/** Less is asked where the article hardly stands: labels; lines of dates, numbers or section names; captions; «صور: …» */
const labelProbability = 0.5;
const shapeProbability = 0.7;
const captionProbability = 0.9;
const openerProbability = 0.8;
/** headlines with summaries; lists of headlines below the body; other short lines there; one to three words above it. */
const echoProbability = 0.6;
const listProbability = 0.8;
const tailProbability = 0.9;
const headProbability = 0.9;
/** sentences below the end of the article that share hardly a word with it. */
const strangerProbability = 0.85;
const strangeOverlap = 0.15;
/** A line such as «شاهد بالفيديو: …» is a headline up to this many words. */
const longestHeadline = 16;
/** A line that only begins with a label counts as one up to this many words. */
const longestLabelled = 45;

const sentenceSigns = shape.period | shape.comma | shape.commaEnd | shape.conjunction;
/** The most words of a sub-head that is kept whatever its probability. */
const longestSubhead = 6;
const suspicious =
  shape.label |
  shape.weakLabel |
  shape.labelStart |
  shape.weakStart |
  shape.labelInside |
  shape.menu |
  shape.date |
  shape.number |
  shape.symbols |
  shape.latin |
  shape.contact |
  shape.caption |
  shape.bar;

/** The rule that drops each line of a scraped page; undefined keeps it. */
export function markPage(
  text: string,
  lines: Lines,
  labels: LineLabels,
  table: PhraseTable,
  weights?: Float64Array,
): (string | undefined)[] {
  const context = readContext(text, measureLines(text, lines, labels, table), table);
  const { scores, enter, leave } = lineScores(context, weights);
  const probability = boilerplateProbability(scores, enter, leave);
  const rules: (string | undefined)[] = new Array(lines.count);
  for (let i = 0; i < lines.count; i++) {
    if (!isProtected(context, i) && (probability[i] ?? 0) >= enough(context, i))
      rules[i] = nameRule(context, i, table);
  }
  return rules;
}

/** How probable boilerplate must be for a line: nothing for certain labels, most for lines that may be the article. */
function enough(context: PageContext, i: number): number {
  const { page } = context;
  const { whole, start, cut } = page.labels;
  const words = page.words[i] ?? 0;
  const first = words <= longestLabelled ? strengthOf(start[i] ?? 0) : 0;
  const strength = Math.max(strengthOf(whole[i] ?? 0), first === strengths.page && cut[i] === 0 ? 0 : first);
  if (strength === strengths.always) return 0;
  if (strength === strengths.page) return labelProbability;
  const bits = page.shape[i] ?? 0;
  if ((bits & (shape.menu | shape.date | shape.number | shape.symbols)) !== 0) return shapeProbability;
  if (context.echoes[i] !== echo.none) return echoProbability;
  if (context.afterTail[i] === 1 && isBodyLike(page, i) && (context.overlap[i] ?? 1) < strangeOverlap)
    return strangerProbability;
  if ((bits & sentenceSigns) !== 0) return dropProbability;
  if (i > context.lastBody && context.left[i] !== 1 && !isBodyLike(page, i))
    return (context.underOpener[i] ?? -1) > 0 ? listProbability : tailProbability;
  if (i < context.firstBody && words <= 3) return headProbability;
  if (cut[i] === 1 && words <= longestHeadline) return openerProbability;
  return (bits & shape.caption) !== 0 ? captionProbability : dropProbability;
}

/** The title, and short lines that touch a paragraph inside the body: sub-heads, items, short questions. */
function isProtected(context: PageContext, i: number): boolean {
  if (i === context.title) return true;
  const { page } = context;
  if (i < context.firstBody || i > context.lastBody || isBodyLike(page, i)) return false;
  if (context.left[i] !== 1 && context.right[i] !== 1) return false;
  return (
    ((page.shape[i] ?? 0) & suspicious) === 0 &&
    (page.words[i] ?? 0) <= longestSubhead &&
    (context.underOpener[i] ?? -1) < 0
  );
}
