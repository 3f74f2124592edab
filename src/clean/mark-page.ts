import { isBodyLike } from "./body-vocabulary.js";
import { boilerplateProbability } from "./chain-probability.js";
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
export const dropProbability = 0.97;

/** The same for labels by their wording, for lines of dates, numbers or section names, and for captions. */
const labelProbability = 0.5;
const shapeProbability = 0.7;
const captionProbability = 0.9;
/** A line that only begins with a label counts as one up to this many words. */
const longestLabelled = 45;

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

/** How probable boilerplate must be for a line: little for labels by their wording, nothing for certain ones. */
function enough({ page }: PageContext, i: number): number {
  const { whole, start, cut } = page.labels;
  const words = page.words[i] ?? 0;
  const first = words <= longestLabelled ? strengthOf(start[i] ?? 0) : 0;
  const strength = Math.max(strengthOf(whole[i] ?? 0), first === strengths.page && cut[i] === 0 ? 0 : first);
  if (strength === strengths.always) return 0;
  if (strength === strengths.page) return labelProbability;
  const bits = page.shape[i] ?? 0;
  if ((bits & (shape.menu | shape.date | shape.number | shape.symbols)) !== 0) return shapeProbability;
  return (bits & shape.caption) !== 0 ? captionProbability : dropProbability;
}

/** The title, and short lines between two paragraphs with no label around them: sub-heads, items, short questions. */
function isProtected(context: PageContext, i: number): boolean {
  if (i === context.title) return true;
  const { page } = context;
  if (context.left[i] !== 1 || context.right[i] !== 1 || isBodyLike(page, i)) return false;
  return (
    ((page.shape[i] ?? 0) & suspicious) === 0 &&
    (page.words[i] ?? 0) <= 6 &&
    (context.underOpener[i] ?? -1) < 0
  );
}
