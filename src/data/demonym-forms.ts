/** A form of a nationality as it stands in text. */
export interface DemonymForm {
  /** Folded. */
  readonly words: readonly string[];
  readonly definite: boolean;
  /** Whether it is a form of one that may follow a single noun: «الجيش الإيراني», not «الجيشان الإيرانيان». */
  readonly singular: boolean;
  /** Whether the form may be that of a country's name, too: «ليبيا» is no Libyan. */
  readonly doubtful: boolean;
}

/** The article, unfolded: «ألماني» does not start with it, though it folds to «الماني». */
const ARTICLE = "ال";

/** The words of an indefinite form as they are folded, each with the article: «شمال أفريقي» gives «الشمال الافريقي». */
export function definiteWords(form: string, splitWords: (text: string) => string[]): string[] {
  return form
    .split(" ")
    .flatMap((word) =>
      splitWords(word).map((folded) => (word.startsWith(ARTICLE) ? folded : `${ARTICLE}${folded}`)),
    );
}

/**
 * The forms that a cell's form stands for, without and with the article; of a single word the duals, and of a masculine
 * the accusative: «إيراني» gives «الإيراني», «إيرانيان», «الإيرانيان», «إيرانيا», and «إيرانية» «إيرانيتين».
 */
export function demonymForms(form: string, splitWords: (text: string) => string[]): DemonymForm[] {
  const both = (text: string, singular: boolean): DemonymForm[] => [
    { words: splitWords(text), definite: false, singular, doubtful: false },
    { words: definiteWords(text, splitWords), definite: true, singular, doubtful: false },
  ];
  const forms = both(form, true);
  if (form.includes(" ")) return forms;
  // «إيرانيين» is a plural, too, and listed as one.
  if (form.endsWith("ي"))
    forms.push(...both(`${form}ان`, false), {
      words: splitWords(`${form}ا`),
      definite: false,
      singular: false,
      doubtful: true,
    });
  if (form.endsWith("ية"))
    for (const dual of ["تان", "تين"]) forms.push(...both(form.slice(0, -1) + dual, false));
  return forms;
}
