import type { LineLabels } from "./line-labels.js";
import { lineScores } from "./line-scores.js";
import { boilerplateProbability } from "./mark-lines.js";
import { nameRule } from "./name-rule.js";
import { readContext } from "./page-context.js";
import { measureLines } from "./page-lines.js";
import type { PhraseTable } from "./phrase-table.js";
import type { Lines } from "./split-lines.js";

/** A line is dropped when it is boilerplate at least this probably: losing a paragraph is worse than keeping a headline. */
export const dropProbability = 0.97;

/** The rule that drops each line of a scraped page; undefined keeps it. */
export function markPage(text: string, lines: Lines, labels: LineLabels, table: PhraseTable, weights?: Float64Array): (string | undefined)[] {
  const context = readContext(text, measureLines(text, lines, labels, table));
  const { scores, enter, leave } = lineScores(context, weights);
  const probability = boilerplateProbability(scores, enter, leave);
  const rules: (string | undefined)[] = new Array(lines.count);
  for (let i = 0; i < lines.count; i++) {
    if (i !== context.title && (probability[i] ?? 0) >= dropProbability) rules[i] = nameRule(context, i, table);
  }
  return rules;
}

