import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DataFormatError } from "../../src/data/container.js";
import { compareProfiles, summaryOf } from "../../src/related/compare.js";
import { decodeProfile, encodeProfile } from "../../src/related/encode-profile.js";
import type { Profile } from "../../src/related/profile.js";
import { realKhabar } from "../helpers/real-khabar.js";

const ARTICLES = {
  sochi: {
    title: "بوتين يستقبل أردوغان في سوتشي",
    text: "استقبل الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان في مدينة سوتشي لبحث الوضع في إدلب. وقال أردوغان إن المحادثات كانت بناءة، وإن البلدين اتفقا على دوريات مشتركة شمال سوريا.",
  },
  talks: {
    title: "محادثات روسية تركية حول إدلب",
    text: "بحث بوتين وأردوغان في سوتشي ملف إدلب واتفقا على تسيير دوريات مشتركة. وأكد الكرملين أن المفاوضات بين الوفدين الروسي والتركي تناولت شمال سوريا.",
  },
  match: {
    title: "ريال مدريد يفوز على برشلونة",
    text: "فاز ريال مدريد على ضيفه برشلونة بهدفين مقابل هدف في مباراة الكلاسيكو ضمن الدوري الإسباني، وسجل بنزيما هدف الفوز في الدقيقة الأخيرة من المباراة.",
  },
  english: {
    title: "Putin and Erdogan meet in Sochi",
    text: "The presidents said that they would meet again to discuss Idlib and northern Syria in the coming weeks.",
  },
};
const profiles = Object.fromEntries(
  Object.entries(ARTICLES).map(([id, article]) => [id, realKhabar().profile({ id, ...article })]),
) as Record<keyof typeof ARTICLES, Profile>;

const WORDS =
  "بوتين أردوغان سوتشي إدلب قال الرئيس محادثات النفط أسعار ارتفعت مباراة برشلونة فاز في على من 2018 NATO".split(
    " ",
  );
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 90 }).map((list) => list.join(" "));
const article = fc.record({
  id: fc.string(),
  title: fc.option(text),
  text: fc.option(fc.oneof(text, fc.string())),
});
const profile = article.map((value) => realKhabar().profile(value));
const hasContent = ({ terms, entities }: Profile): boolean => terms.hashes.length + entities.length > 0;

describe("compareProfiles", () => {
  test("two reports of one meeting are alike, a football match is not", () => {
    const same = compareProfiles(profiles.sochi, profiles.talks).similarity;
    const other = compareProfiles(profiles.sochi, profiles.match).similarity;
    expect(same).toBeGreaterThan(0.4);
    expect(other).toBeLessThan(0.1);
  });

  test("the reasons name the people, the place and the subject", () => {
    const { reasons } = compareProfiles(profiles.sochi, profiles.talks);
    const ids = reasons.flatMap(({ id }) => id ?? []);
    expect(ids).toEqual(
      expect.arrayContaining([
        "person/vladimir-putin",
        "person/recep-tayyip-erdogan",
        "place/idlib",
        "diplomacy",
      ]),
    );
    expect(summaryOf(reasons)).toMatch(/(?:بوتين|أردوغان).* · دبلوماسية$/);
  });

  test("words say nothing between two languages; entities do", () => {
    const { reasons } = compareProfiles(profiles.english, { ...profiles.sochi });
    expect(reasons.filter(({ kind }) => kind === "term" || kind === "title")).toEqual([]);
  });

  test("between two languages the same article is less like itself than in one", () => {
    const { similarity, reasons } = compareProfiles(profiles.sochi, { ...profiles.sochi, language: "en" });
    expect(similarity).toBeCloseTo(0.7, 6);
    expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(0.7, 6);
  });

  test("symmetric, 0 to 1", () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const { similarity } = compareProfiles(a, b);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(compareProfiles(b, a).similarity).toBeCloseTo(similarity, 10);
      }),
    );
  });

  test("an article is as like to itself as can be", () => {
    fc.assert(
      fc.property(profile, (a) => {
        expect(compareProfiles(a, a).similarity).toBeCloseTo(hasContent(a) ? 1 : 0, 6);
      }),
    );
  });

  test("the weights of the reasons add up to the similarity, strongest first", () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const { similarity, reasons } = compareProfiles(a, b);
        const weights = reasons.map(({ weight }) => weight);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(similarity, 8);
        expect(weights).toEqual([...weights].sort((x, y) => y - x));
      }),
    );
  });
});

describe("encodeProfile", () => {
  test("decodes to the same profile", () => {
    for (const value of Object.values(profiles)) expect(decodeProfile(encodeProfile(value))).toEqual(value);
    fc.assert(
      fc.property(profile, (value) => {
        fc.pre(value.id === new TextDecoder().decode(new TextEncoder().encode(value.id)));
        expect(decodeProfile(encodeProfile(value))).toEqual(value);
      }),
    );
  });

  test("a profile of an article of usual length takes about one to two thousand bytes", () => {
    expect(encodeProfile(profiles.sochi).length).toBeGreaterThan(500);
    expect(encodeProfile(profiles.sochi).length).toBeLessThan(2500);
  });

  test("texts, names and ids of any length", () => {
    const long = "ب".repeat(70_000);
    const value = realKhabar().profile({ id: long, title: long, text: `${long} قال` });
    expect(decodeProfile(encodeProfile(value)).id).toBe(long);
    expect(value.title.length).toBeLessThanOrEqual(200);
  });

  test.each([
    ["no bytes", () => new Uint8Array(0)],
    ["other data", () => new Uint8Array(200).fill(7)],
    ["cut short", () => encodeProfile(profiles.sochi).subarray(0, 300)],
    ["longer than it says", () => Uint8Array.from([...encodeProfile(profiles.sochi), 0])],
  ])("%s is refused", (_, bytes) => {
    expect(() => decodeProfile(bytes())).toThrow(DataFormatError);
  });

  test("another version is refused by its number", () => {
    const bytes = encodeProfile(profiles.sochi);
    bytes[0] = 99;
    expect(() => decodeProfile(bytes)).toThrow(/version 99/);
  });

  test("no bytes do worse than a DataFormatError", () => {
    const good = encodeProfile(profiles.sochi);
    const damaged = fc
      .tuple(fc.nat(good.length - 1), fc.nat(255))
      .map(([at, value]) => good.map((byte, i) => (i === at ? value : byte)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), damaged), (bytes) => {
        try {
          const value = decodeProfile(bytes);
          expect(compareProfiles(profiles.talks, value).similarity).not.toBeNaN();
        } catch (error) {
          expect(error).toBeInstanceOf(DataFormatError);
        }
      }),
    );
  });
});
