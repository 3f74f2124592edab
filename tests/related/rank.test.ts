import { describe, expect, test } from "vitest";
import { encodeProfile } from "../../src/related/encode-profile.js";
import { MemoryStore } from "../../src/related/memory-store.js";
import type { Profile } from "../../src/related/profile.js";
import { rankRelated } from "../../src/related/rank.js";
import { related } from "../../src/related/related.js";
import { storedArticle } from "../../src/related/stored-article.js";
import { buildStories, StoryBuilder } from "../../src/related/stories.js";
import { realKhabar } from "../helpers/real-khabar.js";

const QUAKE =
  "ضرب زلزال بقوة 6.8 درجات مدينة إزمير غرب تركيا فجر اليوم وأدى إلى مقتل 12 شخصا وإصابة العشرات وانهيار عدد من المباني، وقالت هيئة الكوارث التركية إن فرق الإنقاذ تواصل البحث عن ناجين تحت الأنقاض في بايراكلي.";
const ROWS = [
  ["quake", "2020-10-30", "زلزال قوي يضرب إزمير التركية", QUAKE],
  ["quake-copy", "2020-10-30", "زلزال يهز غرب تركيا", `${QUAKE} (وكالات)`],
  [
    "quake-toll",
    "2020-10-31",
    "ارتفاع حصيلة زلزال إزمير",
    "ارتفع عدد قتلى الزلزال الذي ضرب إزمير غرب تركيا إلى 27 شخصا، وأعلنت هيئة الكوارث استمرار عمليات الإنقاذ في بايراكلي وانتشال ناجين من تحت أنقاض المباني المنهارة.",
  ],
  [
    "quake-aid",
    "2020-11-01",
    "اليونان تعرض المساعدة على تركيا بعد الزلزال",
    "عرضت اليونان إرسال فرق إنقاذ إلى إزمير التركية بعد الزلزال الذي أودى بحياة العشرات، وقال أردوغان إن البلدين يقفان معا في وجه الكوارث.",
  ],
  [
    "oil",
    "2020-10-30",
    "أسعار النفط تتراجع",
    "تراجعت أسعار النفط بأكثر من ثلاثة في المئة بعد زيادة إنتاج أوبك، وهبط خام برنت إلى 37 دولارا للبرميل وسط مخاوف من ضعف الطلب.",
  ],
  [
    "match",
    "",
    "ريال مدريد يفوز على برشلونة",
    "فاز ريال مدريد على ضيفه برشلونة بهدفين مقابل هدف في مباراة الكلاسيكو ضمن الدوري الإسباني، وسجل بنزيما هدف الفوز.",
  ],
] as const;
const profiles: Record<string, Profile> = Object.fromEntries(
  ROWS.map(([id, date, title, text]) => [id, realKhabar().profile({ id, date, title, text })]),
);
const encoded = Object.values(profiles).map(encodeProfile);
const query = profiles.quake!;
const ids = (options?: Parameters<typeof rankRelated>[2]): string[] =>
  rankRelated(query, encoded, options).map(({ id }) => id);

describe("options that make no sense are refused by name", () => {
  const [profile] = ROWS.map(([id, date, title, text]) => realKhabar().profile({ id, date, title, text }));
  test.each([
    [{ limit: Number.NaN }, "Expected limit to be 0 or more; got NaN"],
    [{ limit: -1 }, "Expected limit to be 0 or more; got -1"],
    [{ minScore: Number.NaN }, "Expected minScore to be 0 or more; got NaN"],
    [{ perStory: 0 }, "Expected perStory to be 1 or more; got 0"],
    [{ halfLifeDays: 0 }, "Expected halfLifeDays to be more than 0; got 0"],
    [{ to: "أمس" }, 'Expected an ISO date ("2021-09-01") as to; got "أمس"'],
  ])("%j", (options, message) => {
    expect(() => rankRelated(profile!, [], options)).toThrow(new RangeError(message));
  });
});

describe("rankRelated", () => {
  test("the same event first; the article itself is not listed", () => {
    expect(ids({ limit: 3 })).toEqual(["quake-copy", "quake-toll", "quake-aid"]);
  });

  test("a copy is marked", () => {
    const marked = rankRelated(query, encoded).map(({ id, duplicate }) => [id, duplicate]);
    expect(marked.slice(0, 2)).toEqual([
      ["quake-copy", true],
      ["quake-toll", false],
    ]);
  });

  test("of copies one is listed, unless all are asked for", () => {
    const copies = ["a", "b", "c"].map((id) => encodeProfile({ ...profiles["quake-toll"]!, id }));
    const list = (duplicates: boolean): string[] =>
      rankRelated(query, [...encoded, ...copies], { duplicates, limit: 20 })
        .map(({ id }) => id)
        .filter((id) => copies.length === 3 && ["a", "b", "c", "quake-toll"].includes(id));
    expect(list(false)).toEqual(["a"]);
    expect(list(true)).toEqual(["a", "b", "c", "quake-toll"]);
  });

  test("the order of the candidates does not matter", () => {
    expect(rankRelated(query, [...encoded].reverse())).toEqual(rankRelated(query, encoded));
  });

  test.each([
    ["topics", { topics: ["economy"] }, []],
    ["entities", { entities: ["place/turkey"] }, ["quake-copy", "quake-toll", "quake-aid"]],
    ["from", { from: "2020-11-01" }, ["quake-aid"]],
    ["to", { to: "2020-10-30", minScore: 0.2 }, ["quake-copy"]],
    ["minScore", { minScore: 0.99 }, []],
    ["perStory", { perStory: 1, limit: 1 }, ["quake-copy"]],
  ])("option %s", (_, options, expected) => {
    expect(ids(options)).toEqual(expected);
  });

  test("an article without a date passes no filter of days", () => {
    expect(ids({ from: "1970-01-01", minScore: 0 })).not.toContain("match");
    expect(ids({ minScore: 0 })).toContain("match");
  });

  test("halfLifeDays halves the score; the reasons still add up", () => {
    const plain = rankRelated(query, encoded).find(({ id }) => id === "quake-toll")!;
    const aged = rankRelated(query, encoded, { halfLifeDays: 1 }).find(({ id }) => id === "quake-toll")!;
    expect(aged.score).toBeCloseTo(plain.score / 2, 10);
    const sum = aged.reasons.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(aged.score, 8);
    expect(aged.reasons.some(({ kind, weight }) => kind === "time" && weight < 0)).toBe(true);
  });

  test("a result has title, date and a line that says why", () => {
    const toll = rankRelated(query, encoded).find(({ id }) => id === "quake-toll")!;
    expect(toll).toMatchObject({ title: "ارتفاع حصيلة زلزال إزمير", date: "2020-10-31" });
    expect(toll.summary).toContain("إزمير");
  });
});

test("related finds by keys what rankRelated finds among all", async () => {
  const store = new MemoryStore();
  await store.put(Object.values(profiles).map(storedArticle));
  const found = await related(store, query, { minScore: 0.2 });
  expect(found).toEqual(rankRelated(query, encoded, { minScore: 0.2 }));
  expect((await related(store, query, { entities: ["place/turkey"] })).map(({ id }) => id)).toEqual([
    "quake-copy",
    "quake-toll",
    "quake-aid",
  ]);
});

test("a headline finds its article", async () => {
  const store = new MemoryStore();
  await store.put(Object.values(profiles).map(storedArticle));
  const headline = realKhabar().profile({ id: "headline", text: "هبوط أسعار خام برنت بعد زيادة إنتاج أوبك" });
  expect((await related(store, headline))[0]!.id).toBe("oil");
});

describe("stories", () => {
  test("articles about one event form a story; others stand alone", () => {
    const stories = buildStories([...encoded].reverse());
    expect(stories.map(({ articles }) => articles)).toEqual([
      ["quake", "quake-copy", "quake-toll", "quake-aid"],
    ]);
    expect(stories[0]).toMatchObject({ id: "quake", from: "2020-10-30", to: "2020-11-01" });
    expect(stories[0]!.title).toContain("زلزال");
    expect(stories[0]!.entities.slice(0, 3).map(({ id }) => id)).toContain("place/turkey");
  });

  test("the order of the input and its parts do not matter", () => {
    const builder = new StoryBuilder();
    const ordered = ["match", "oil", "quake", "quake-copy", "quake-toll", "quake-aid"].map((id) =>
      encodeProfile(profiles[id]!),
    );
    for (const bytes of ordered) builder.add(bytes);
    expect(builder.stories()).toEqual(buildStories(encoded));
  });

  test("a story without news for longer than the gap is over", () => {
    const later = encodeProfile({ ...profiles["quake-toll"]!, id: "later", day: query.day + 30 });
    const withGap = (gapDays: number): number =>
      buildStories([...encoded, later], { gapDays }).find(({ id }) => id === "quake")!.articles.length;
    expect(withGap(4)).toBe(4);
    expect(withGap(60)).toBe(5);
  });
});
