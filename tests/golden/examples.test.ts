import { describe, expect, test } from "vitest";
import { example, realKhabar } from "../helpers/real-khabar.js";

/** Each example: mentions that it must have, subjects and countries, and names that stand in its junk only. */
const ROWS: readonly {
  readonly name: string;
  readonly mentions: readonly (readonly [surface: string, entity: string])[];
  readonly topics: readonly string[];
  readonly notTopics: readonly string[];
  readonly junk: readonly string[];
}[] = [
  {
    name: "football",
    mentions: [
      ["الأهلي", "organization/al-ahly-sc"],
      ["الزمالك", "organization/zamalek-sc"],
      ["مارسيل كولر", "person/marcel-koller"],
      ["كولر", "person/marcel-koller"],
      ["محمد صلاح", "person/mohamed-salah"],
      ["ليفربول", "organization/liverpool-f-c"],
      ["منتخب مصر", "organization/egypt-national-football-team"],
      ["المنتخب المصري", "organization/egypt-national-football-team"],
      ["السنغال", "place/senegal"],
      ["داكار", "place/dakar"],
    ],
    topics: ["sport", "egypt"],
    notTopics: ["politics", "defense", "economy"],
    junk: ["برشلونة", "ريال مدريد"],
  },
  {
    name: "oil-prices",
    mentions: [
      ["السعودية", "place/saudi-arabia"],
      ["روسيا", "place/russia"],
      ["عبد العزيز بن سلمان", "person/abdulaziz-bin-salman"],
      ["أرامكو السعودية", "organization/saudi-aramco"],
      ["وكالة الطاقة الدولية", "organization/international-energy-agency"],
      ["صندوق النقد الدولي", "organization/international-monetary-fund"],
      ["مجلس الاحتياطي الفيدرالي", "organization/federal-reserve"],
    ],
    topics: ["economy", "energy", "saudi-arabia"],
    notTopics: ["sport", "conflict", "culture-entertainment"],
    junk: [],
  },
  {
    name: "court-case",
    mentions: [
      ["بيروت", "place/beirut"],
      ["خالد الحوراني", "person/~خالد الحوراني"],
      ["الإنتربول", "organization/interpol"],
      ["قبرص", "place/cyprus"],
      ["لبنان", "place/lebanon"],
    ],
    topics: ["crime-justice", "lebanon"],
    notTopics: ["sport", "diplomacy", "economy"],
    junk: ["طرابلس"],
  },
  {
    name: "space-telescope",
    mentions: [
      ["جامعة القاهرة", "organization/cairo-university"],
      ["وكالة الفضاء الأوروبية", "organization/european-space-agency"],
      ["كندا", "place/canada"],
      ["الإمارات", "place/united-arab-emirates"],
      ["المريخ", "place/mars"],
    ],
    topics: ["science-technology"],
    notTopics: ["sport", "politics", "conflict"],
    junk: [],
  },
];

describe.each(ROWS.map((row) => [row.name, row] as const))("examples/articles/%s.txt", (name, row) => {
  const text = example(name);
  const document = realKhabar().read({ text });

  test.each(row.mentions)("%s is %s", (surface, entity) => {
    const entities = document.mentions
      .filter((mention) => mention.text === surface)
      .map((mention) => mention.entity);
    expect(entities).toContain(entity);
  });

  test("spans are exact", () => {
    for (const { start, end, text: surface } of document.mentions)
      expect(text.slice(start, end)).toBe(surface);
  });

  test(`topics: ${row.topics.join(", ")}`, () => {
    const assigned = document.topics.filter(({ score }) => score >= 0.5).map(({ id }) => id);
    expect(assigned).toEqual(expect.arrayContaining([...row.topics]));
    for (const topic of row.notTopics) expect(assigned).not.toContain(topic);
  });

  test("names of the page's junk are no mentions", () => {
    const surfaces = document.mentions.map((mention) => mention.text);
    for (const surface of row.junk) {
      expect(text).toContain(surface);
      expect(surfaces).not.toContain(surface);
    }
  });
});
