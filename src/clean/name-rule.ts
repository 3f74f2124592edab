import { isBodyLike } from "./body-vocabulary.js";
import type { PageContext } from "./line-features.js";
import { shape } from "./line-shape.js";
import { effectOf, effects, type PhraseTable, ruleOf } from "./phrase-table.js";

/** The name of the strongest sign that made a line boilerplate: its label, its shape, else where in the page it stands. */
export function nameRule(context: PageContext, i: number, table: PhraseTable): string {
  const { page } = context;
  const bits = page.shape[i] ?? 0;
  const fact = page.fact[i] ?? 0;
  if ((bits & (shape.label | shape.labelStart | shape.labelInside)) !== 0)
    return table.rules[ruleOf(fact)] ?? "menu";
  if ((bits & shape.date) !== 0) return "date-line";
  if ((bits & shape.menu) !== 0) return table.rules[ruleOf(fact)] ?? "menu";
  if ((bits & shape.number) !== 0) return "number-line";
  if ((bits & shape.symbols) !== 0) return "separator";
  if ((bits & shape.contact) !== 0) return "contact";
  if (isTag(context, i)) return "tags";
  if ((context.underOpener[i] ?? -1) > 0) return "headline-list";
  if ((bits & shape.caption) !== 0) return "caption";
  if ((bits & (shape.weakLabel | shape.weakStart)) !== 0) return table.rules[ruleOf(fact)] ?? "menu";
  if (i < context.firstBody || context.firstBody < 0) return "page-head";
  if (i > context.lastBody || isBodyLike(page, i)) return "page-tail";
  return "between-paragraphs";
}

/** Whether a line stands under «كلمات مفتاحية» with nothing but short lines between. */
function isTag({ page }: PageContext, i: number): boolean {
  for (let k = i - 1; k >= 0 && i - k <= mostTags; k--) {
    if (((page.shape[k] ?? 0) & shape.label) !== 0)
      return effectOf(page.labels.whole[k] ?? 0) === effects.tags;
    if ((page.words[k] ?? 0) > longestTag) return false;
  }
  return false;
}

const mostTags = 12;
const longestTag = 5;
