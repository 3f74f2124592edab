import { FOREIGN_RULES } from "./foreign-rules.js";
import { NATIVE_RULES } from "./native-rules.js";
import type { NameOrigin, VariantRule } from "./variant-rule.js";

/** Every rule, in order. */
export const VARIANT_RULES: readonly VariantRule[] = [...NATIVE_RULES, ...FOREIGN_RULES];

/** Rules may follow one another up to this sum of costs: one rare change, or two common ones. */
const MOST_COST = 2;
/** A name of many parts has many spellings; the cheapest are kept. */
const MOST_VARIANTS = 24;

/** Members of the Arab League: their names are written in Arabic first. */
const ARAB_COUNTRIES: ReadonlySet<string> = new Set(
  "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split(" "),
);

/** What the rules may know of an entity. */
export function originOf(entity: { en: string; countries: readonly string[]; type: string }): NameOrigin {
  const foreign = !entity.countries.some((code) => ARAB_COUNTRIES.has(code));
  return { english: entity.en.toLowerCase(), foreign, type: entity.type };
}

/** Every spelling that the rules reach from a folded name, itself first, the cheapest before others. */
export function spellingVariants(words: readonly string[], origin: NameOrigin): string[][] {
  const rules = origin.foreign ? VARIANT_RULES : NATIVE_RULES;
  const costs = new Map<string, number>([[words.join(" "), 0]]);
  const found: string[][] = [[...words]];
  for (let at = 0; at < found.length && found.length < MOST_VARIANTS; at++) {
    const name = found[at]!;
    const spent = costs.get(name.join(" "))!;
    for (const rule of rules) {
      if (spent + rule.cost > MOST_COST) continue;
      for (const variant of rule.respell(name, origin)) {
        const key = variant.join(" ");
        if (costs.has(key)) continue;
        costs.set(key, spent + rule.cost);
        found.push([...variant]);
      }
    }
  }
  return found;
}
