import type { LineLabels } from "./line-labels.js";
import { type PhraseTable, ruleOf, strengthOf, strengths } from "./phrase-table.js";

/** Rules whose labels also stand in articles that nobody scraped from a page: writers' addresses, sources, dates. */
const silent = new Set(["contact", "article-details", "date-line", "caption", "tags"]);

/**
 * Whether a text shows that it is a scraped page: at least three lines that are labels, of at least two rules. A list
 * of apps or a dialogue may hold one line «فيسبوك» or «نعم»; a page holds share buttons, menus and related articles.
 */
export function isPage(labels: LineLabels, table: PhraseTable): boolean {
  let found = 0;
  let rules = 0;
  for (let i = 0; i < labels.whole.length; i++) {
    const fact = (labels.whole[i] ?? 0) || (labels.start[i] ?? 0);
    if (strengthOf(fact) < strengths.page) continue;
    if (labels.whole[i] === 0 && strengthOf(fact) < strengths.always) continue;
    const rule = ruleOf(fact);
    if (silent.has(table.rules[rule] ?? "")) continue;
    found++;
    rules |= 1 << rule;
    if (found >= 3 && (rules & (rules - 1)) !== 0) return true;
  }
  return false;
}
