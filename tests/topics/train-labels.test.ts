import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TopicModel } from "../../src/data/topic-model.js";
import type { Article, LabelledArticle, Topic } from "../../src/document.js";
import { createKhabar, type Khabar, LabelError, trainTopics } from "../../src/index.js";
import { crossValidateTopics } from "../../src/pipeline.js";
import { seededRandom } from "../../src/tag/tagger/seeded-random.js";
import { packageData } from "../helpers/real-khabar.js";
import { tinyLexicon } from "../helpers/tiny-lexicon.js";

const POOLS: readonly (readonly [label: string, words: string])[] = [
  ["__proto__", "فاز المنتخب بهدف في المباراة وسجل اللاعب في الملعب"],
  ["constructor", "اشترى الجيش منظومة صواريخ وتدرب الجنود على الدبابات"],
  ["طقس", "هطلت أمطار غزيرة وهبت رياح باردة وتساقطت الثلوج"],
];

/** Forty-five short texts, each of words of its label, chosen by a fixed rule. */
function corpus(): LabelledArticle[] {
  const random = seededRandom(3);
  return Array.from({ length: 45 }, (_, i) => {
    const [label, words] = POOLS[i % POOLS.length]!;
    const list = words.split(" ");
    const text = Array.from({ length: 5 }, () => list[Math.floor(random() * list.length)]).join(" ");
    return { text, labels: [label] };
  });
}

const reader = createKhabar({ lexicon: tinyLexicon() });
const bytes = trainTopics(corpus());
const own = reader.withTopics(bytes);
const subjects = (khabar: Khabar, article: Article): Topic[] =>
  khabar.read(article).topics.filter(({ kind }) => kind === "subject");
const assigned = (khabar: Khabar, article: Article): string[] =>
  subjects(khabar, article).flatMap(({ id, score }) => (score >= 0.5 ? [id] : []));

describe("trainTopics", () => {
  test.each(POOLS)("learns the label %s", (label, text) => {
    expect(assigned(own, { text })).toEqual([label]);
    const [topic] = subjects(own, { text });
    expect(topic).toMatchObject({ kind: "subject", name: { ar: label, en: label } });
    expect(topic!.evidence.length).toBeGreaterThan(0);
    for (const { term } of topic!.evidence) expect(text).toContain(term!);
  });

  test("a word stands once among the reasons, with what its pieces add", () => {
    const terms = subjects(own, { text: POOLS[1]![1] })[0]!.evidence.map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
  });

  test("pieces of words: a form that was never seen is known by its kin", () => {
    expect(subjects(own, { title: "فالصواريخ ودباباتهم" })[0]?.id).toBe("constructor");
  });

  test("several labels per text", () => {
    const both = corpus().map(({ text, labels }) => ({ text: text!, labels: [...labels, "خبر", "خبر"] }));
    const ids = assigned(reader.withTopics(trainTopics(both)), { text: POOLS[2]![1] });
    expect(ids.sort()).toEqual(["خبر", "طقس"].sort());
  });

  test("training is deterministic: the same bytes twice, others with another seed", () => {
    expect(Buffer.from(trainTopics(corpus())).equals(Buffer.from(bytes))).toBe(true);
    expect(Buffer.from(trainTopics(corpus(), { seed: 7 })).equals(Buffer.from(bytes))).toBe(true);
    expect(Buffer.from(trainTopics(corpus(), { seed: 8 })).equals(Buffer.from(bytes))).toBe(false);
  });

  test("boilerplate is set aside, as in reading, unless it is to count", () => {
    const lead = "أعلنت بلدية مدينة النخيل، اليوم الاثنين، افتتاح مكتبة عامة جديدة في حي الزيتون.";
    const bare = corpus().map(({ text, labels }) => ({ text: `${lead} ${text}`, labels }));
    const page = bare.map(({ text, labels }) => ({ text: `${text}\nشارك الخبر`, labels }));
    expect(Buffer.from(trainTopics(page)).equals(Buffer.from(trainTopics(bare)))).toBe(true);
    expect(Buffer.from(trainTopics(page, { clean: false })).equals(Buffer.from(trainTopics(bare)))).toBe(
      false,
    );
  });

  test.each<[name: string, examples: LabelledArticle[]]>([
    ["no examples", []],
    ["no labels", [{ text: "خبر", labels: [] }]],
    ["no text", [{ labels: ["أ"] }]],
    ["one example", [{ text: "خبر عاجل", labels: ["أ"] }]],
    ["another language", [{ text: "Heavy rain is expected.", labels: ["أ"] }]],
    [
      "more letters than a vocabulary holds",
      [
        { text: `خبر ${manyLetters()}`, labels: ["أ"] },
        { text: `خبر ${manyLetters()}`, labels: ["ب"] },
      ],
    ],
  ])("%s: a model that reads texts all the same", (_, examples) => {
    const small = reader.withTopics(trainTopics(examples));
    for (const { score } of subjects(small, { text: "خبر عاجل" })) expect(score).toBeGreaterThan(0);
  });
});

/** Three hundred Latin and Arabic letters in words of three. */
function manyLetters(): string {
  const codes = [
    ...Array.from({ length: 250 }, (_, i) => 0x100 + i),
    ...Array.from({ length: 200 }, (_, i) => 0x1e00 + i),
  ];
  return codes.map((code) => String.fromCharCode(code, code, code)).join(" ");
}

describe("labels", () => {
  test.each([
    " ",
    "\u200f",
    "\u200b",
    "🌧️",
    "سياسة/محلية",
    "<b>",
    "hasOwnProperty",
    "toString",
    "ا".repeat(200),
    "a\u202eb",
  ])("%j is a label", (label) => {
    const examples = corpus().map(({ text, labels }) => ({
      text: text!,
      labels: labels.map((other) => (other === "طقس" ? label : other)),
    }));
    expect(assigned(reader.withTopics(trainTopics(examples)), { text: POOLS[2]![1] })).toEqual([label]);
  });

  test.each<[name: string, labels: unknown, message: string]>([
    ["too long", ["ا".repeat(201)], "expected at most 200 code units, got 201"],
    ["empty", [""], "got an empty string"],
    ["with a line break", ["أ\nب"], "expected no control characters"],
    ["with an escape", ["\u001b[31m"], "expected no control characters"],
    ["half a character", ["\ud800"], "no half characters"],
    ["no string", [5], "expected a string, got number"],
    ["null", [null], "expected a string, got null"],
    ["no list", "طقس", "expected a list of strings"],
    ["missing", undefined, "expected a list of strings"],
  ])("%s: refused, with the number of the example", (_, labels, message) => {
    const examples = [...corpus(), { text: "خبر", labels: labels as string[] }];
    expect(() => trainTopics(examples)).toThrow(LabelError);
    expect(() => trainTopics(examples)).toThrow("example 45: ");
    expect(() => trainTopics(examples)).toThrow(message);
  });

  test("more than a thousand are refused", () => {
    const examples = Array.from({ length: 1001 }, (_, i) => ({ text: "خبر", labels: [`${i}`] }));
    expect(() => trainTopics(examples)).toThrow("1001 different labels; expected at most 1000");
  });

  test("any label comes back as it went in", () => {
    const label = fc
      .string({ unit: "binary", minLength: 1, maxLength: 60 })
      .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const examples = labels.map((one) => ({ text: "خبر عاجل", labels: [one] }));
        expect(new TopicModel(trainTopics(examples)).topics.map(({ id }) => id)).toEqual([...labels].sort());
      }),
      { seed: 301, numRuns: 60 },
    );
  });
});

describe("withTopics", () => {
  const shipped = createKhabar({ lexicon: tinyLexicon(), topics: packageData("topics") });
  const mixed = shipped.withTopics(bytes);
  const article = {
    title: "مصر: أمطار ورياح باردة",
    text: "هطلت أمطار غزيرة في مصر وتساقطت الثلوج. وقال مصريون إن مصر بخير.",
  };

  test("own labels stand in place of khabar's subjects, and countries stay", () => {
    const ids = subjects(mixed, article).map(({ id }) => id);
    expect(ids[0]).toBe("طقس");
    for (const id of ids) expect(POOLS.map(([label]) => label)).toContain(id);
    const countries = (khabar: Khabar): Topic[] =>
      khabar.read(article).topics.filter(({ kind }) => kind === "country");
    expect(countries(mixed).map(({ id }) => id)).toEqual(["egypt"]);
    expect(countries(mixed)).toEqual(countries(shipped));
  });

  test("the reader that it is made from stays as it was", () => {
    expect(subjects(shipped, article).map(({ id }) => id)).not.toContain("طقس");
  });

  test("a reader without a model has own labels and no countries", () => {
    expect(own.read(article).topics.every(({ kind }) => kind === "subject")).toBe(true);
  });

  test("topics: false, and other languages: none", () => {
    expect(mixed.read(article, { topics: false }).topics).toEqual([]);
    expect(mixed.read({ text: "Heavy rain is expected." }).topics).toEqual([]);
  });
});

describe("explainTopic", () => {
  const article = { title: "رياح باردة", text: "هطلت أمطارٌ غزيرة وهبت الرياح في مصر، ثم سجل اللاعب" };

  test.each(POOLS.map(([label]) => [label]))(
    "%s: intercept and contributions add up to the log-odds",
    (label) => {
      const { logit, intercept, contributions, score } = own.explainTopic(article, label)!;
      expect(contributions.reduce((sum, { weight }) => sum + weight, intercept)).toBeCloseTo(logit, 9);
      const places = contributions.map(({ spans }) => JSON.stringify(spans));
      expect(new Set(places).size).toBe(places.length);
      const inDocument = subjects(own, article).find(({ id }) => id === label)?.score;
      if (inDocument !== undefined) expect(score).toBe(inDocument);
      for (const { term, spans } of contributions) {
        const { field, start, end } = spans[0]!;
        expect(article[field].slice(start, end)).toBe(term);
        for (const span of spans)
          expect(article[span.field].slice(span.start, span.end)).toMatch(/^[\u0620-\u064a\u064b-\u0652]+$/);
      }
    },
  );

  test("a subject that the reader does not know, a country, and a reader without topics", () => {
    expect(own.explainTopic(article, "سياسة")).toBeUndefined();
    expect(own.explainTopic(article, "egypt")).toBeUndefined();
    expect(reader.explainTopic(article, "طقس")).toBeUndefined();
  });

  test("an article of another language has the intercept alone", () => {
    const { logit, intercept, contributions } = own.explainTopic({ text: "Heavy rain." }, "طقس")!;
    expect([contributions, logit]).toEqual([[], intercept]);
  });
});

describe("cross-validation", () => {
  test("every text is scored by a model of the others, copies among them left out", () => {
    // Nine copies of a text, each with a label of its own: whoever saw a copy would know at least how the copies go.
    const copies = Array.from({ length: 9 }, () => ({ text: "نص لا مثيل له إطلاقا", labels: ["نادر"] }));
    const topics = crossValidateTopics([...corpus(), ...copies], 3);
    expect(topics.length).toBe(54);
    for (const list of topics.slice(45)) expect(list.some(({ id }) => id === "نادر")).toBe(false);
    corpus().forEach(({ labels }, i) => {
      expect(topics[i]![0]!.id).toBe(labels[0]);
    });
  });

  test("is deterministic, and tells of every fold", () => {
    const folds: number[] = [];
    const first = crossValidateTopics(corpus(), 4, {}, (fold) => folds.push(fold));
    expect(folds).toEqual([1, 2, 3, 4]);
    expect(crossValidateTopics(corpus(), 4)).toEqual(first);
  });
});
