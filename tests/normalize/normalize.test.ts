import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldName, normalize, UnknownRuleError, unitsToString } from "../../src/normalize/normalize.js";
import { CHARACTER_RULES, GLUED_SENTENCES, RULE_NAMES } from "../../src/normalize/rules/index.js";
import type { OffsetMap } from "../../src/text/offset-map.js";

/** Every rule: spellings that it makes equal, then near misses that it leaves alone. All with that rule only. */
const ROWS: Readonly<Record<string, readonly (readonly [raw: string, folded: string])[]>> = {
  foldPresentationForms: [
    ["ﺳﻮرﻳﺎ ﷲ", "سوريا الله"],
    ["ﻻ", "لا"],
    ["ﷺ", "صلى الله عليه وسلم"],
    ["ﻟﺒﻨﺎن", "لبنان"],
    ["سوريا", "سوريا"],
  ],
  foldSpaces: [
    ["طيب\u00a0أردوغان", "طيب أردوغان"],
    ["ا\tب\u2009ج\u3000د", "ا ب ج د"],
    ["سطر\nسطر", "سطر\nسطر"],
  ],
  stripInvisible: [
    ["بو\u200cتين\u200f", "بوتين"],
    ["\ufeffمصر\u202c", "مصر"],
    ["مي\u200dاه", "مياه"],
  ],
  stripMarks: [
    ["مُحَمَّدٌ", "محمد"],
    ["هٰذا", "هذا"],
    ["cafe\u0301", "cafe"],
    ["محمد", "محمد"],
  ],
  stripTatweel: [
    ["ســـوريا", "سوريا"],
    ["الــ", "ال"],
  ],
  foldAlef: [
    ["أردوغان وإردوغان وآسيا", "اردوغان واردوغان واسيا"],
    ["ٱلله", "الله"],
    ["سماء", "سماء"],
    ["مؤمن", "مؤمن"],
  ],
  foldHamzaSeats: [
    ["مسؤول رئيس", "مسوول رييس"],
    ["أول", "أول"],
    ["جزء", "جزء"],
  ],
  foldAlefMaqsura: [
    ["مصطفى السيسى", "مصطفي السيسي"],
    ["موسي", "موسي"],
  ],
  foldTaMarbuta: [
    ["القاهرة", "القاهره"],
    ["القاهرۃ", "القاهره"],
    ["بيت", "بيت"],
  ],
  foldPersianLetters: [
    ["علی کردستان اللہ", "علي كردستان الله"],
    ["على", "على"],
  ],
  foldForeignSounds: [
    ["ڤيينا پاريس ڭوگل", "فيينا باريس كوكل"],
    ["چاد", "جاد"],
  ],
  foldDigits: [
    ["إس-٤٠٠ و۴۰۰ و٣٫٥", "إس-400 و400 و3.5"],
    ["١٬٠٠٠", "1,000"],
    ["400", "400"],
  ],
  foldLatin: [
    ["Erdoğan ERDOGAN", "erdogan erdogan"],
    ["Ｆ－16 Straße", "f－16 strasse"],
    ["Łódź Þ", "lodz Þ"],
  ],
  [GLUED_SENTENCES]: [
    ["مفيدة وموضوعية.وقال مسؤولون", "مفيدة وموضوعية. وقال مسؤولون"],
    ["للطرفين.و كان", "للطرفين.و كان"],
    ["الروسية.”ولم يشر", "الروسية.” ولم يشر"],
    ["انتهى الاجتماع؟نعم بالتأكيد", "انتهى الاجتماع؟ نعم بالتأكيد"],
  ],
};

describe("each rule", () => {
  test("has its rows here, and no row is for a rule that is gone", () => {
    expect(Object.keys(ROWS)).toEqual([...RULE_NAMES]);
  });

  describe.each(CHARACTER_RULES.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
    test("does what its own example says", () => {
      const [raw, folded] = rule.example;
      expect(normalize(raw, { rules: [name] }).text).toBe(folded);
    });

    test("gives a reason and has a verb for a name", () => {
      expect(rule.reason).not.toBe("");
      expect(name).toMatch(/^(?:fold|strip|repair)[A-Z]/);
    });

    test("changes nothing when it is switched off", () => {
      const [raw] = rule.example;
      const others = RULE_NAMES.filter((other) => other !== name);
      const [first] = rule.replacements.keys();
      const unit = String.fromCharCode(first!);
      const off = normalize(unit, { rules: others }).text;
      const on = normalize(unit).text;
      // Some units are also another rule's: then the others alone give the whole answer.
      const isOthers = CHARACTER_RULES.some((other) => other !== rule && other.replacements.has(first!));
      if (!isOthers) expect(off).toBe(unit);
      expect(on).not.toBe(unit);
      expect(normalize(raw, { rules: [] }).text).toBe(raw);
    });
  });

  describe.each(Object.entries(ROWS))("%s, row by row", (name, rows) => {
    test.each(rows)("%j → %j", (raw, folded) => {
      expect(normalize(raw, { rules: [name] }).text).toBe(folded);
    });
  });
});

describe("rules together", () => {
  test.each<[name: string, raw: string, folded: string]>([
    ["hamza, madda and wasla", "أحمد إحمد آحمد ٱحمد", "احمد احمد احمد احمد"],
    ["a name from a PDF", "ﺃﺭﺩﻭﻏﺎﻥ", "اردوغان"],
    ["a name typed on a Persian keyboard", "علی خامنه‌ای", "علي خامنهاي"],
    ["marks over a hamza", "مُؤْتَمَرٌ", "موتمر"],
    ["tatweel under marks", "مـُـحـَـمـَّـد", "محمد"],
    ["a designation", "إس‑٤٠٠", "اس‑400"],
    ["Latin inside Arabic", "شركة «ÉCOLE»", "شركه «ecole»"],
    ["a ligature with marks", "ﻻّ", "لا"],
    ["control signs become spaces", "ا\u0000ب", "ا ب"],
  ])("%s", (_, raw, folded) => {
    expect(normalize(raw).text).toBe(folded);
    expect(foldName(raw)).toBe(folded);
  });

  test("shapes are taken apart before letters are folded: U+FE83 is an alef with hamza", () => {
    expect(normalize("\ufe83", { rules: ["foldPresentationForms"] }).text).toBe("أ");
    expect(normalize("\ufe83").text).toBe("ا");
  });
});

describe("repairGluedSentences", () => {
  test.each<[name: string, raw: string]>([
    ["initials of an agency", "أ.ف.ب"],
    ["a doctor's title", "د.أحمد"],
    ["a spelled-out acronym", "سي.إن.إن"],
    ["a decimal number", "3.5"],
    ["a decimal number in Arabic digits, folded", "٣.٥"],
    ["a host name", "khabar.org"],
    ["an Arabic host name", "الجزيرة.نت"],
    ["an address", "https://khabar.org/a.b"],
    ["a stop that has its space", "موضوعية. وقال"],
    ["a stop at the end", "انتهى."],
    ["an ellipsis of stops", "قال..."],
  ])("leaves %s untouched", (_, raw) => {
    expect(normalize(raw, { rules: [GLUED_SENTENCES] }).text).toBe(raw);
  });

  test("maps what stands behind the new space back to the raw text", () => {
    const raw = "مفيدة وموضوعية.وقال مسؤولون";
    const { text, map } = normalize(raw);
    const at = text.indexOf("وقال");
    expect(raw.slice(map.toRaw(at, "after"), map.toRaw(at + 4, "before"))).toBe("وقال");
    const sentence = text.indexOf(".") + 1;
    expect(raw.slice(0, map.toRaw(sentence, "before"))).toBe("مفيدة وموضوعية.");
  });
});

describe("options", () => {
  test("an unknown rule is refused with the choices", () => {
    const call = (): unknown => normalize("نص", { rules: ["foldAlif"] });
    expect(call).toThrow(UnknownRuleError);
    expect(call).toThrow(RangeError);
    expect(call).toThrow(`There is no normalization rule "foldAlif"; choose from ${RULE_NAMES.join(", ")}`);
  });

  test("no rules at all: the text stays", () => {
    const { text, map } = normalize("أُمٌّ ١٢٣ Ä", { rules: [] });
    expect(text).toBe("أُمٌّ ١٢٣ Ä");
    expect(map.isIdentity).toBe(true);
  });

  test("fold is normalize without the space that parts sentences", () => {
    const raw = "وموضوعيّة.وقال أحمد";
    const { units, length, map } = fold(raw);
    const rules = RULE_NAMES.filter((name) => name !== GLUED_SENTENCES);
    const { text, map: same } = normalize(raw, { rules });
    expect(unitsToString(units, length)).toBe(text);
    expect(map.toJSON()).toEqual(same.toJSON());
  });
});

describe("marks stay in the span of their letter", () => {
  test.each<[raw: string, from: number, to: number, slice: string]>([
    ["محمّدٌ", 0, 4, "محمّدٌ"],
    ["محمّدٌ", 3, 4, "دٌ"],
    ["محمّدٌ", 2, 3, "مّ"],
    ["محمّدٌ قال", 0, 4, "محمّدٌ"],
    ["مُحَمَّدٌ", 0, 1, "مُ"],
    ["ســوريا", 0, 1, "ســ"],
    ["ﻻّ", 0, 2, "ﻻّ"],
    ["بوتين\u200f قال", 0, 5, "بوتين"],
    ["\u200fبوتين", 0, 5, "بوتين"],
    ["cafe\u0301 x", 0, 4, "cafe\u0301"],
  ])("%s folded [%i, %i) is %s", (raw, from, to, slice) => {
    const { map } = normalize(raw);
    expect(raw.slice(map.toRaw(from, "after"), map.toRaw(to, "before"))).toBe(slice);
  });
});

/** Folds with the character rules alone. */
function foldOf(raw: string): { text: string; map: OffsetMap } {
  const { units, length, map } = fold(raw);
  return { text: unitsToString(units, length), map };
}

/** Texts that mix what folding cares about with anything that a string can hold. */
const letters = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةپچڤگیکہۓ"];
const oddities = [
  "\u064b\u0651\u0640\u0670\u0670".split(""),
  ["\u200c", "\u200d", "\u200e", "\u200f", "\u202b", "\u202e", "\u2066", "\u2069", "\ufeff", "\u00ad"],
  ["\ud83d", "\ude00", "😀", "👨‍👩‍👧", "🇪🇬", "\ud800", "\udfff"],
  ["ﻻ", "ﷲ", "ﷺ", "ﺳ", "\ufc5e", "\ufe70", "\ufb50"],
  [..." .\n\t؟!،:؛-_#/"],
  [..."0٣۴9azĞßÆ"],
].flat();
const unit = fc.oneof(
  { arbitrary: fc.constantFrom(...letters), weight: 6 },
  { arbitrary: fc.constantFrom(...oddities), weight: 5 },
  { arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), weight: 2 },
);
const texts = fc.array(unit, { maxLength: 60 }).map((units) => units.join(""));

describe("properties over arbitrary UTF-16", () => {
  test("idempotent: folding what is folded changes nothing", () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const once = normalize(raw).text;
        expect(normalize(once).text).toBe(once);
      }),
      { seed: 31, numRuns: 3000 },
    );
  });

  test("every code unit alone is folded for good", () => {
    const unstable: string[] = [];
    for (let code = 0; code < 65536; code++) {
      const once = normalize(String.fromCharCode(code)).text;
      if (normalize(once).text !== once) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  test("the map's lengths are those of the texts", () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { text, map } = normalize(raw);
        expect([map.rawLength, map.foldedLength]).toEqual([raw.length, text.length]);
      }),
      { seed: 32, numRuns: 1000 },
    );
  });

  test("slice round trip: a folded letter maps back to raw text that folds to it", () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { text, map } = foldOf(raw);
        for (let at = 0; at < text.length; at++) {
          const start = map.toRaw(at, "after");
          const end = map.toRaw(at + 1, "before");
          // Inside «ﻻ» there is no offset: its first letter ends, and its second starts, at the edge.
          if (start >= end) continue;
          expect(foldOf(raw.slice(start, end)).text).toContain(text[at]);
        }
      }),
      { seed: 33, numRuns: 1000 },
    );
  });

  test("slice round trip: the words of the folded text come from raw words that fold to them", () => {
    // A word that ends within «ﷺ» or another ligature has no raw text of its own; «ﻻ» stays.
    const plain = texts.map((raw) => raw.replace(/[\ufbea-\ufdfb]/g, "ﻻ"));
    fc.assert(
      fc.property(plain, (raw) => {
        const { text, map } = normalize(raw);
        for (const { 0: word, index } of text.matchAll(/[\u0621-\u064a]+/g)) {
          const start = map.toRaw(index, "after");
          const end = map.toRaw(index + word.length, "before");
          expect(normalize(raw.slice(start, end)).text).toContain(word);
        }
      }),
      { seed: 34, numRuns: 2000 },
    );
  });

  test("any set of rules gives a text whose map has its lengths", () => {
    fc.assert(
      fc.property(texts, fc.subarray([...RULE_NAMES]), (raw, rules) => {
        const { text, map } = normalize(raw, { rules });
        expect([map.rawLength, map.foldedLength]).toEqual([raw.length, text.length]);
      }),
      { seed: 35, numRuns: 150 },
    );
  });

  test("order of the asked rules does not matter", () => {
    fc.assert(
      fc.property(texts, fc.shuffledSubarray([...RULE_NAMES]), (raw, rules) => {
        const sorted = RULE_NAMES.filter((name) => rules.includes(name));
        expect(normalize(raw, { rules }).text).toBe(normalize(raw, { rules: sorted }).text);
      }),
      { seed: 36, numRuns: 100 },
    );
  });
});
