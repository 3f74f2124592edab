import { describe, expect, test } from "vitest";
import { type BoilerplateBlock, findBoilerplate } from "../../src/clean/find-boilerplate.js";

const pieces = [
  "شارك الخبر",
  "اقرأ أيضا",
  "الرئيسية",
  "رياضة",
  "12:30",
  "©",
  "-----",
  "a@b.example",
  "https://example.com/1",
  "خبر قصير من المدينة",
  "قال الوزير إن المشروع سيبدأ في الربيع المقبل، وإن كلفته تبلغ عشرة ملايين.",
  "Read Next",
  "جملة تنتهي هنا. اقرأ أكثر",
  "الأكثر قراءة",
  "\u200f",
  "ـــ",
  "😀 نص",
  "\ud800",
  "نعم",
  "...",
  "اترك تعليقا",
  "وقال:",
  "كلمة ".repeat(120),
  "شارك الخبر ".repeat(60),
  "٣- عنوان آخر",
  "\u2028",
  "الوسوم: مدينة، مكتبة",
];

/** Seeded random numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** The blocks that break a rule: in order, apart, in range, named, not empty. */
function faults(text: string): BoilerplateBlock[] {
  let last = 0;
  return findBoilerplate(text).filter((block) => {
    const { start, end, rule } = block;
    const sound = start >= last && end > start && end <= text.length && /^[a-z-]+$/.test(rule);
    last = end;
    return !sound;
  });
}

describe("blocks", () => {
  test("are sorted, apart, inside the text, named, and never empty", () => {
    const random = randomFrom(11);
    for (let run = 0; run < 2000; run++) {
      const parts = Array.from(
        { length: Math.floor(random() * 30) },
        () => pieces[Math.floor(random() * pieces.length)],
      );
      const text = parts.join(["\n", "\r\n", "\n\n", " "][run % 4]);
      expect(faults(text)).toEqual([]);
    }
  });

  test("are the same each time", () => {
    const text = pieces.join("\n");
    expect(findBoilerplate(text)).toEqual(findBoilerplate(text));
  });
});

describe("large texts end", () => {
  const rows: readonly [name: string, text: string][] = [
    ["one line of a million letters", "كلمة ".repeat(200_000)],
    ["a million full stops", ".".repeat(1_000_000)],
    ["a million letters without a blank", "ش".repeat(1_000_000)],
    ["200,000 short lines", "رياضة ومنوعات\n".repeat(200_000)],
    ["200,000 labels", "شارك الخبر\nالرئيسية\n".repeat(100_000)],
    ["100,000 openers", "اقرأ أيضا\nخبر من ثلاث كلمات\n".repeat(100_000)],
    ["labels after every sentence", "جملة. اقرأ أكثر ".repeat(60_000)],
    ["marks only", "\u064b".repeat(500_000)],
  ];
  test.each(rows)("%s", (_name, text) => expect(faults(text)).toEqual([]));
});
