/** What a word is known as, beside names. Bits of `Lexicon.wordFlags`; each has a table `lexicons/tag/words/<name>.tsv`. */
export const WORD_LISTS = {
  /** First names: «محمد», «فلاديمير». */
  "given-names": 1,
  /** What stands before a name and is no part of it: «الرئيس», «الدكتور», «العقيد», «النجم». */
  titles: 2,
  /** What joins name parts: «بن», «آل», «أبو», «عبد». */
  "name-particles": 4,
  /** What stands beside a weapon's designation: «صواريخ», «مقاتلات», «منظومة». */
  "weapon-words": 8,
  /** Function words, which are no part of an unlisted name: «الذي», «في», «قال». */
  "function-words": 16,
  /** Nouns and verbs that stand before or after names but never in them: «رئيس», «اليوم». */
  "common-words": 32,
  /** Words that look like a proclitic and a name but are neither: «كثيرون» is not ك and «ثيرون», «سهرات» not س and «هرات». */
  "whole-words": 64,
  /** What stands before the name of a place and is no part of it: «مدينة», «محافظة». */
  "place-heads": 128,
  /** What begins a longer name: «مستشفى», «مهرجان», «جامعة». */
  "name-heads": 256,
  /** What begins a longer name before the name of a place, but not before a person's: «قمة باريس», «شرطة دبي». */
  "named-for-places": 512,
} as const;

export type WordList = keyof typeof WORD_LISTS;
