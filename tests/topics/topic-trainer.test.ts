import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeTopicCounts, type TopicCounts } from "../../src/data/topic-counts.js";
import { TopicModel } from "../../src/data/topic-model.js";
import type { LabelledArticle } from "../../src/document.js";
import { createKhabar, DataFormatError, LabelError, TopicTrainer, trainTopics } from "../../src/index.js";
import { tinyLexicon } from "../helpers/tiny-lexicon.js";

const WORDS = "فاز المنتخب بهدف اشترى الجيش صواريخ هطلت أمطار غزيرة رياح باردة محكمة قاض حكم NATO".split(" ");
const LABELS = ["__proto__", "constructor", "طقس", "🌧️"];
const article: fc.Arbitrary<LabelledArticle> = fc.record({
  title: fc.option(
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((w) => w.join(" ")),
  ),
  text: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(" ")),
  labels: fc.subarray(LABELS, { maxLength: 2 }),
});
const reader = createKhabar({ lexicon: tinyLexicon() });

function trainerOf(articles: readonly LabelledArticle[]): TopicTrainer {
  const trainer = new TopicTrainer();
  for (const one of articles) trainer.learn(one, one.labels);
  return trainer;
}

/** Everything that a trainer gives, in one. */
function bytesOf(trainer: TopicTrainer): Buffer {
  return Buffer.concat([trainer.save(), trainer.model()]);
}

describe("a trainer that learns one article at a time", () => {
  test("what was learnt and forgotten leaves no trace: the same bytes", () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 8 }), article, (articles, extra) => {
        const trainer = trainerOf(articles);
        const before = bytesOf(trainer);
        trainer.learn(extra, extra.labels);
        trainer.forget(extra, extra.labels);
        expect(bytesOf(trainer).equals(before)).toBe(true);
      }),
      { seed: 311, numRuns: 25 },
    );
  });

  test("the order does not matter, nor does a stop in between", () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 2, maxLength: 8 }), fc.nat({ max: 7 }), (articles, stop) => {
        const whole = trainerOf(articles);
        const later = new TopicTrainer(trainerOf(articles.slice(stop)).save());
        for (const one of articles.slice(0, stop).reverse()) later.learn(one, one.labels);
        expect([later.articles, later.labels]).toEqual([whole.articles, whole.labels]);
        expect(bytesOf(later).equals(bytesOf(whole))).toBe(true);
      }),
      { seed: 312, numRuns: 25 },
    );
  });

  test("all forgotten: as new", () => {
    const articles = [
      { text: "هطلت أمطار غزيرة", labels: ["طقس"] },
      { text: "فاز المنتخب", labels: [] },
    ];
    const trainer = trainerOf(articles);
    expect([trainer.articles, trainer.labels]).toEqual([2, [["طقس", 1]]]);
    for (const { text, labels } of articles) trainer.forget({ text }, labels);
    expect(trainer.save()).toEqual(new TopicTrainer().save());
    expect(reader.withTopics(trainer.model()).read({ text: "أمطار" }).topics).toEqual([]);
  });

  test("assigns what it learnt, and no longer what was corrected", () => {
    const trainer = trainerOf([
      { text: "هطلت أمطار غزيرة على الساحل", labels: ["طقس"] },
      { text: "هبت رياح باردة على الساحل", labels: ["طقس"] },
      { text: "فاز المنتخب بهدفين في المباراة", labels: ["رياضة"] },
      { text: "سجل اللاعب هدفا في المباراة", labels: ["طقس"] },
    ]);
    const first = (): string | undefined =>
      reader.withTopics(trainer.model()).read({ text: "سجل اللاعب هدفا" }).topics[0]?.id;
    expect(first()).toBe("طقس");
    trainer.forget({ text: "سجل اللاعب هدفا في المباراة" }, ["طقس"]);
    trainer.learn({ text: "سجل اللاعب هدفا في المباراة" }, ["رياضة"]);
    expect(first()).toBe("رياضة");
    const { contributions, intercept, logit } = reader
      .withTopics(trainer.model())
      .explainTopic({ text: "سجل اللاعب هدفا" }, "رياضة")!;
    expect(contributions.reduce((sum, { weight }) => sum + weight, intercept)).toBeCloseTo(logit, 9);
  });

  test.each<[name: string, text: string, labels: string[]]>([
    ["another text", "فاز المنتخب", ["طقس"]],
    ["other labels", "هطلت أمطار غزيرة", ["رياضة"]],
    ["no labels", "هطلت أمطار غزيرة", []],
    ["more labels", "هطلت أمطار غزيرة", ["طقس", "رياضة"]],
    ["part of the text", "هطلت أمطار", ["طقس"]],
    ["a longer text", "هطلت أمطار غزيرة غزيرة", ["طقس"]],
  ])("forgetting what was not learnt is refused: %s", (_, text, labels) => {
    const trainer = trainerOf([
      { text: "هطلت أمطار غزيرة", labels: ["طقس"] },
      { text: "فاز الفريق", labels: ["رياضة"] },
    ]);
    const before = trainer.save();
    expect(() => trainer.forget({ text }, labels)).toThrow(LabelError);
    expect(trainer.save()).toEqual(before);
  });

  test("bad labels are refused, and nothing is learnt", () => {
    const trainer = new TopicTrainer();
    for (const label of ["", "أ\nب", "ا".repeat(201)])
      expect(() => trainer.learn({ text: "خبر" }, ["حسن", label])).toThrow(LabelError);
    expect(trainer.articles).toBe(0);
    for (let i = 0; i < 1000; i++) trainer.learn({ text: "خبر" }, [`${i}`]);
    expect(() => trainer.learn({ text: "خبر" }, ["أ"])).toThrow("1001 different labels");
    expect(trainer.articles).toBe(1000);
  });
});

describe("saved counts from elsewhere", () => {
  const counted = { texts: 1, steps: 5, byLabel: [[0, 5]] } as const;
  const sound: TopicCounts = {
    texts: 2,
    labels: [["أ", 1]],
    labelled: [
      [0, 1],
      [1, 1],
    ],
    stems: [["خبر", counted]],
    pieces: [[7, counted]],
  };

  test("the sound ones are read", () => {
    expect(new TopicTrainer(encodeTopicCounts(sound)).labels).toEqual([["أ", 1]]);
  });

  test.each<[name: string, changes: Partial<TopicCounts>]>([
    ["no number of texts", { texts: Number.NaN }],
    ["fewer texts than none", { texts: -1 }],
    ["more texts than there may be", { texts: 2 ** 20 }],
    ["a label with more texts than there are", { labels: [["أ", 3]] }],
    [
      "the same label twice",
      {
        labels: [
          ["أ", 1],
          ["أ", 1],
        ],
      },
    ],
    ["a label with a line break", { labels: [["أ\n", 1]] }],
    ["sizes that do not add up", { labelled: [[1, 1]] }],
    [
      "more labels in a text than there are",
      {
        labelled: [
          [0, 1],
          [2, 1],
        ],
      },
    ],
    ["a label that is none", { stems: [["خبر", { ...counted, byLabel: [[1, 5]] }]] }],
    [
      "a label twice in a feature",
      {
        stems: [
          [
            "خبر",
            {
              ...counted,
              byLabel: [
                [0, 2],
                [0, 3],
              ],
            },
          ],
        ],
      },
    ],
    ["more inside a label than there is", { stems: [["خبر", { ...counted, byLabel: [[0, 6]] }]] }],
    ["a feature in no text", { stems: [["خبر", { ...counted, texts: 0 }]] }],
    ["a feature in more texts than there are", { stems: [["خبر", { ...counted, texts: 3 }]] }],
    [
      "a stem twice",
      {
        stems: [
          ["خبر", counted],
          ["خبر", counted],
        ],
      },
    ],
    ["a piece out of range", { pieces: [[1 << 15, counted]] }],
  ])("%s: refused", (_, changes) => {
    expect(() => new TopicTrainer(encodeTopicCounts({ ...sound, ...changes }))).toThrow(DataFormatError);
  });

  test("a model is no saved trainer, and a saved trainer no model", () => {
    const examples = [{ text: "خبر", labels: ["أ"] }];
    expect(() => new TopicTrainer(trainTopics(examples))).toThrow('got one of kind "topics"');
    expect(() => new TopicModel(trainerOf(examples).save())).toThrow('got one of kind "topic-counts"');
  });
});
