import { ArabicClass } from "arabic-utils";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalize } from "../../src/normalize/normalize.js";
import { RULE_NAMES } from "../../src/normalize/rules/index.js";

// arabic-utils as a yardstick: where both libraries have a rule, they agree on every word.

const WORDS =
  "محمد مُحَمَّد أحمد إبراهيم آسيا ٱلله القاهرة القاهره السيسي السيسى مصطفى موسى مسؤول رئيس شؤون سماء جزء بطء ضوء قرآن قُرْآن الرَّحْمَن كِتَابٌ كتابًا كتابٍ مدرسةٌ مُعَلِّمُونَ سَيَّارَةٌ ســوريا الـعـراق لبـنان محـمـد عبد عبدالله العربية إسلام أُمَّة إِنَّ أَنَّ لَعَلَّ لٰكن هٰذا ذٰلك طٰه إلٰه الرحمٰن يٰس أولئك هؤلاء مائة مئة دفء شيء عبء ملء كفء نشء إيران أفغانستان أوكرانيا إثيوبيا ألمانيا إسبانيا إيطاليا أمريكا آذربيجان أوزبكستان إستونيا الأردن الإمارات الآن الأزهر الإسكندرية أسوان الأقصر أربيل إدلب آمد أنقرة إسطنبول إزمير أضنة إيلات أشدود وَزِيرٌ الوَزِيرُ وُزَرَاءُ حُكُومَةٌ الحُكُومَةُ بَرْلَمَانٌ نَائِبٌ نُوَّابٌ اِنْتِخَابَاتٌ حِزْبٌ أَحْزَابٌ جَيْشٌ جُيُوشٌ صَارُوخٌ صَوَارِيخُ طَائِرَةٌ دَبَّابَةٌ نَفْطٌ غَازٌ بُورْصَةٌ مَصْرِفٌ قَاضٍ مُحَامٍ مَحْكَمَةٌ سِجْنٌ شُرْطَةٌ طَبِيبٌ مُسْتَشْفَى لُقَاحٌ فَيْرُوسٌ جَامِعَةٌ طَالِبٌ أُسْتَاذٌ مَسْجِدٌ كَنِيسَةٌ إِمَامٌ فَرِيقٌ لَاعِبٌ مُدَرِّبٌ هَدَفٌ مُبَارَاةٌ بُطُولَةٌ".split(
    " ",
  );

/** Words made of letters, marks and tatweel: what both libraries were made for. */
const letters = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإٱؤئىة"];
const MARKS = [..."\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"];
const plainLetter = fc.constantFrom(...letters);
const marked = fc
  .tuple(
    plainLetter,
    fc.array(fc.constantFrom(...MARKS), { maxLength: 2 }),
    fc.constantFrom("", "", "", "ـ", "ــ"),
  )
  .map(([letter, marks, stretch]) => letter + marks.join("") + stretch);
const words = fc.array(marked, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(""));

const ours = (word: string, rules: readonly string[]): string => normalize(word, { rules }).text;

const SHARED: readonly (readonly [
  what: string,
  rules: readonly string[],
  theirs: (word: string) => string,
])[] = [
  ["marks", ["stripMarks"], (word) => ArabicClass.removeDiacritics(word)],
  ["tatweel", ["stripTatweel"], (word) => ArabicClass.removeTatweel(word, { removeAuxiliairyOnly: false })],
  ["alef", ["foldAlef"], (word) => ArabicClass.normalizeAlef(word)],
  [
    "marks and alef",
    ["stripMarks", "foldAlef"],
    (word) => ArabicClass.normalize(word, { removeDiacritics: true, normalizeAlef: true }),
  ],
  [
    "marks, tatweel and alef",
    ["stripMarks", "stripTatweel", "foldAlef"],
    (word) =>
      ArabicClass.normalize(word, {
        removeDiacritics: true,
        normalizeAlef: true,
        removeTatweel: true,
        removeSuperscriptAlef: true,
      }),
  ],
];

describe.each(SHARED)("agrees with arabic-utils on %s", (_, rules, theirs) => {
  const stripsAlef = rules.includes("stripTatweel") && rules.includes("stripMarks");
  // The superscript alef is a mark to khabar and a letter to arabic-utils, unless told otherwise; see below.
  const comparable = stripsAlef ? WORDS : WORDS.filter((word) => !word.includes("\u0670"));

  test.each(comparable.map((word) => [word]))("%s", (word) => {
    expect(ours(word, rules)).toBe(theirs(word));
  });

  test("400 generated words", () => {
    fc.assert(
      fc.property(words, (word) => {
        expect(ours(word, rules)).toBe(theirs(word));
      }),
      { seed: 41, numRuns: 400 },
    );
  });
});

describe("differs from arabic-utils by design", () => {
  test.each<[why: string, word: string, rules: readonly string[], ours: string, theirs: string]>([
    [
      "the superscript alef is a mark to us, an alef to arabic-utils",
      "الرحمٰن",
      ["stripMarks"],
      "الرحمن",
      ArabicClass.normalize("الرحمٰن"),
    ],
    [
      "tatweel that carries a superscript alef goes, too",
      "سـٰـلم",
      ["stripTatweel"],
      "س\u0670لم",
      ArabicClass.removeTatweel("سـٰـلم"),
    ],
    [
      "Quranic signs are marks",
      "قَالُوا\u06da",
      ["stripMarks"],
      "قالوا",
      ArabicClass.removeDiacritics("قَالُوا\u06da"),
    ],
    [
      "alef with wavy hamza is an alef",
      "\u0672حمد",
      ["foldAlef"],
      "احمد",
      ArabicClass.normalizeAlef("\u0672حمد"),
    ],
    [
      "ya and alef maqsura are one; arabic-utils has no such rule",
      "السيسى",
      RULE_NAMES,
      "السيسي",
      ArabicClass.normalize("السيسى"),
    ],
    [
      "ta marbuta and ha are one; arabic-utils has no such rule",
      "القاهرة",
      RULE_NAMES,
      "القاهره",
      ArabicClass.normalize("القاهرة"),
    ],
    [
      "a hamza loses its seat; arabic-utils has no such rule",
      "رئيس",
      RULE_NAMES,
      "رييس",
      ArabicClass.normalize("رئيس"),
    ],
    [
      "shapes become letters; arabic-utils has no such rule",
      "ﺳﻮرﻳﺎ",
      RULE_NAMES,
      "سوريا",
      ArabicClass.normalize("ﺳﻮرﻳﺎ"),
    ],
  ])("%s: %s", (_, word, rules, mine, theirs) => {
    expect(ours(word, rules)).toBe(mine);
    expect(theirs).not.toBe(mine);
  });
});
