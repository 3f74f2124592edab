import type { Lexicon, OfficeTerm } from "../data/lexicon.js";
import type { ArticleContext } from "./article-context.js";

/** Organizations whose offices the people tables list, by the code that stands for a country there. */
const BODIES: Readonly<Record<string, string>> = {
  "organization/united-nations": "UN",
  "organization/nato": "NATO",
  "organization/arab-league": "AL",
  "organization/african-union": "AFU",
  "organization/gulf-cooperation-council": "GCC",
  "organization/opec": "OPEC",
  "organization/european-union": "EU",
  "organization/fifa": "FIFA",
  "organization/uefa": "UEFA",
  "organization/international-monetary-fund": "IMF",
  "organization/world-health-organization": "WHO",
  "organization/international-atomic-energy-agency": "IAEA",
};

/**
 * Who is meant by an office: «الرئيس الأمريكي».
 *
 * With a date, whoever held it on that day. Without one only somebody whom the article names can be meant: its one
 * holder, past or present.
 * @param office `president`, with the body when the role names it (`secretary-general@UN`).
 * @param place the country in the role, as an entity number, or -1.
 * @param day the article's date as yyyymmdd, or 0 when unknown.
 * @returns the holder's entity number, or -1.
 */
export function resolveRole(
  lexicon: Lexicon,
  office: string,
  place: number,
  day: number,
  context: ArticleContext,
): number {
  for (const key of officeKeys(lexicon, office, place)) {
    const terms = lexicon.holders(key);
    const named = new Set(terms.filter((term) => context.isKnown(term.holder)).map((term) => term.holder));
    const then = new Set(
      terms.filter((term) => day > 0 && term.from <= day && day <= term.to).map((term) => term.holder),
    );
    const namedThen = [...then].filter((holder) => named.has(holder));
    if (namedThen.length > 0) return namedThen[0]!;
    if (then.size === 1) return [...then][0]!;
    const successor = successorOf(
      terms.filter((term) => then.has(term.holder)),
      day,
    );
    if (successor >= 0) return successor;
    if (day === 0 && named.size === 1) return [...named][0]!;
  }
  return -1;
}

/** Terms that share this many days (as yyyymmdd: within a month) are a handover; longer ones are rivals. */
const HANDOVER = 100;

/** On the day of a handover, or in its month where only that is known, the one who comes in; -1 between rivals. */
function successorOf(terms: readonly OfficeTerm[], day: number): number {
  const [last, before, ...others] = terms
    .filter(({ from, to }) => from <= day && day <= to)
    .sort((a, b) => b.from - a.from);
  if (last === undefined || before === undefined || others.length > 0) return -1;
  return before.to - last.from < HANDOVER ? last.holder : -1;
}

function officeKeys(lexicon: Lexicon, office: string, place: number): string[] {
  if (office.includes("@")) return [office];
  if (place < 0) return [];
  const body = BODIES[lexicon.id(place)];
  if (body !== undefined) return [`${office}@${body}`];
  return Array.from(lexicon.countriesOf(place), (country) => `${office}@${lexicon.countries[country]}`);
}
