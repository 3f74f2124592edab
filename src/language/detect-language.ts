/** What the letters of a text say about its language. */
export interface LanguageGuess {
  /** ISO 639-1 code, ckb for Sorani; "und" without letters, or with letters of a script that this rule does not read. */
  readonly language: string;
  readonly script: "arabic" | "latin" | "other" | "none";
}

/** Code units looked at: the beginning of an article tells. */
const SAMPLE = 20_000;

/** The article, perhaps behind a conjunction or preposition: «التاريخ», «والمباريات», «للأمم». */
const WITH_ARTICLE = /^[وف]?(?:[بك]?ال|لل)\p{Script=Arabic}{2}/u;
const LEAST_ARTICLES = 2;
const LEAST_ARTICLE_SHARE = 0.12;

/** Kinds of letters, as indices of the counts. */
const LATIN = 1;
const OTHER = 2;
const ARABIC = 3;
/** Letters that Persian, Urdu, Pashto and Kurdish type with another code point, or seldom have. */
const ARABIC_ONLY = 4;
/** Letters of Persian that Arabic does not have, or types with another code point. */
const PERSIAN = 5;
const URDU = 6;
const PASHTO = 7;
const SORANI = 8;
const KINDS = 9;

const LETTERS: readonly (readonly [kind: number, letters: string])[] = [
  [ARABIC_ONLY, "يكةىإأ"],
  [PERSIAN, "پچژگکی"],
  [URDU, "ٹڈڑںےہۓھ"],
  [PASHTO, "ټډړږښڼېۍځڅ"],
  [SORANI, "ڕڵۆێە"],
];

const kinds: Uint8Array = buildKinds();

/**
 * Tells Arabic from Persian, Urdu, Pashto and Sorani Kurdish by their letters, and these from other scripts.
 *
 * Persian keyboards write ی and ک where Arabic has ي and ك; Urdu, Pashto and Kurdish have letters of their own. A text in
 * Arabic letters is Arabic unless those of another language are more than a few: Arabic papers print «ڤ» and «پ» in
 * foreign names, and some type ی by mistake.
 */
export function detectLanguage(text: string): LanguageGuess {
  const counts = new Uint32Array(KINDS);
  const end = Math.min(text.length, SAMPLE);
  for (let i = 0; i < end; i++) counts[kinds[text.charCodeAt(i)]!]!++;
  const latin = counts[LATIN]!;
  const other = counts[OTHER]!;
  let arabic = 0;
  for (let kind = ARABIC; kind < KINDS; kind++) arabic += counts[kind]!;
  if (arabic + latin + other === 0) return { language: "und", script: "none" };
  if (arabic * 2 < latin + other) return { language: "und", script: latin >= other ? "latin" : "other" };
  const language = languageOfLetters(counts, arabic);
  // Some Arabic papers type on Persian or Urdu keyboards: «یدونھا التاریخ وتحتفظ بھا الجغرافیا».
  if (language !== "ar" && hasArabicArticles(text.slice(0, end))) return { language: "ar", script: "arabic" };
  return { language, script: "arabic" };
}

/** Whether the article ال opens as many words as it does in Arabic alone: a quarter there, one in a hundred in Persian. */
function hasArabicArticles(text: string): boolean {
  const words = text.split(/\s+/);
  const withArticle = words.filter((word) => WITH_ARTICLE.test(word)).length;
  return withArticle >= LEAST_ARTICLES && withArticle > words.length * LEAST_ARTICLE_SHARE;
}

function languageOfLetters(counts: Uint32Array, arabic: number): string {
  const share = (kind: number): number => counts[kind]! / arabic;
  if (share(SORANI) > 0.03) return "ckb";
  if (share(URDU) > 0.02) return "ur";
  if (share(PASHTO) > 0.01) return "ps";
  if (share(PERSIAN) > 0.03 && counts[PERSIAN]! > counts[ARABIC_ONLY]!) return "fa";
  return "ar";
}

function buildKinds(): Uint8Array {
  const table = new Uint8Array(65536);
  table.fill(LATIN, 0x41, 0x5b).fill(LATIN, 0x61, 0x7b).fill(LATIN, 0xc0, 0x250);
  table
    .fill(OTHER, 0x370, 0x600)
    .fill(OTHER, 0x700, 0x750)
    .fill(OTHER, 0x780, 0x8a0)
    .fill(OTHER, 0x900, 0x1e00);
  table.fill(LATIN, 0x1e00, 0x1f00).fill(OTHER, 0x1f00, 0x2000).fill(OTHER, 0x3040, 0xd800);
  table
    .fill(ARABIC, 0x620, 0x640)
    .fill(ARABIC, 0x641, 0x64b)
    .fill(ARABIC, 0x66e, 0x6d4)
    .fill(ARABIC, 0x6d5, 0x6d6);
  table
    .fill(ARABIC, 0x750, 0x780)
    .fill(ARABIC, 0x8a0, 0x8d3)
    .fill(ARABIC, 0xfb50, 0xfdfe)
    .fill(ARABIC, 0xfe70, 0xfefd);
  for (const [kind, letters] of LETTERS) for (const letter of letters) table[letter.charCodeAt(0)] = kind;
  return table;
}
