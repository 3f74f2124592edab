/** The forms of a counted noun: one, two, three to ten, eleven and more. */
export interface CountedNoun {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  /** From a hundred on: «100 مقال». */
  readonly other: string;
}

export const ARTICLE: CountedNoun = {
  one: "مقال واحد",
  two: "مقالان",
  few: "مقالات",
  many: "مقالًا",
  other: "مقال",
};
export const STORY: CountedNoun = { one: "قصة واحدة", two: "قصتان", few: "قصص", many: "قصة", other: "قصة" };

/** A count with its noun in the form that the number asks for: «مقالان», «3 مقالات», «12 مقالًا», «100 مقال». */
export function arabicCount(count: number, noun: CountedNoun): string {
  if (count === 1) return noun.one;
  if (count === 2) return noun.two;
  const rest = count % 100;
  const form = rest >= 3 && rest <= 10 ? noun.few : rest >= 11 ? noun.many : noun.other;
  return `${count} ${form}`;
}
