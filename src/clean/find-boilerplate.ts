import { findGluedLabels } from "./glued-labels.js";
import { labelLines } from "./line-labels.js";
import { markArticle } from "./mark-article.js";
import { markPage } from "./mark-page.js";
import { isPage } from "./page-evidence.js";
import { phraseTable } from "./phrase-table.js";
import { splitLines } from "./split-lines.js";

/** A stretch of boilerplate: UTF-16 code units `[start, end)` of the caller's text, and the name of the rule that found it. */
export interface BoilerplateBlock {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/**
 * Finds the boilerplate of a scraped page or an article: share buttons, menus, related headlines, comment forms,
 * newsletter and copyright lines. Nothing is deleted: the blocks say what to skip, sorted and without overlap.
 * A text without signs of a page keeps everything but certain labels. Linear in the length of the text; never throws.
 *
 * @example
 * findBoilerplate("وصل الوزير إلى الرياض.\nشارك الخبر");
 * // [{ start: 23, end: 33, rule: "share-labels" }]
 */
export function findBoilerplate(text: string): readonly BoilerplateBlock[] {
  return findWith(text);
}

/** `findBoilerplate` with other line weights; for training. */
export function findWith(text: string, weights?: Float64Array): readonly BoilerplateBlock[] {
  const table = phraseTable();
  const lines = splitLines(text);
  const labels = labelLines(text, lines, table);
  const rules = isPage(labels, table)
    ? markPage(text, lines, labels, table, weights)
    : markArticle(text, lines, labels, table);
  return collectBlocks(lines.starts, lines.ends, rules, findGluedLabels(text, lines, rules, table));
}

/** Joins neighbouring lines of one rule and merges in the labels inside kept lines. */
function collectBlocks(
  starts: Int32Array,
  ends: Int32Array,
  rules: readonly (string | undefined)[],
  glued: readonly BoilerplateBlock[],
): BoilerplateBlock[] {
  const blocks: BoilerplateBlock[] = [];
  let next = 0;
  let open: { start: number; end: number; rule: string } | undefined;
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i];
    if (rule === undefined) {
      open = undefined;
      for (
        let block = glued[next];
        block !== undefined && block.start < (ends[i] ?? 0);
        block = glued[++next]
      )
        blocks.push(block);
      continue;
    }
    const end = ends[i] ?? 0;
    if (open !== undefined && open.rule === rule) open.end = end;
    else {
      open = { start: starts[i] ?? 0, end, rule };
      blocks.push(open);
    }
  }
  return blocks;
}
