import { describe, expect, test } from "vitest";
import { TopicModel } from "../../src/data/topic-model.js";
import { assignLabels, trainLabels } from "../../src/pipeline.js";

const POOLS: readonly (readonly [label: string, words: string])[] = [
  ["__proto__", "فاز المنتخب بهدف في المباراة وسجل اللاعب في الملعب"],
  ["constructor", "اشترى الجيش منظومة صواريخ وتدرب الجنود على الدبابات"],
  ["طقس", "هطلت أمطار غزيرة وهبت رياح باردة وتساقطت الثلوج"],
];

function corpus(): { text: string; labels: string[] }[] {
  return Array.from({ length: 45 }, (_, i) => {
    const [label, words] = POOLS[i % POOLS.length]!;
    const list = words.split(" ");
    const text = Array.from({ length: 5 }, (_, k) => list[(i * 3 + k * 2) % list.length]).join(" ");
    return { text, labels: [label] };
  });
}

const bytes = trainLabels(corpus());
const model = new TopicModel(bytes);

describe("trainLabels", () => {
  test.each(POOLS)("learns the label %s", (label, text) => {
    const topics = assignLabels(model, { text });
    expect(topics.filter(({ score }) => score >= 0.5).map(({ id }) => id)).toEqual([label]);
    expect(topics[0]!.evidence.length).toBeGreaterThan(0);
    for (const { term } of topics[0]!.evidence) expect(text).toContain(term!);
  });

  test("pieces of words: a form that was never seen is known by its kin", () => {
    expect(assignLabels(model, { title: "فالصواريخ ودباباتهم" })[0]?.id).toBe("constructor");
  });

  test("several labels per text", () => {
    const both = corpus().map(({ text, labels }) => ({ text, labels: [...labels, "خبر"] }));
    const topics = assignLabels(new TopicModel(trainLabels(both)), { text: POOLS[2]![1] });
    const assigned = topics.filter(({ score }) => score >= 0.5).map(({ id }) => id);
    expect([...assigned].sort()).toEqual(["خبر", "طقس"].sort());
  });

  test("training is deterministic: the same bytes twice", () => {
    expect(Buffer.from(trainLabels(corpus())).equals(Buffer.from(bytes))).toBe(true);
  });

  test.each<[name: string, examples: { text?: string; labels: string[] }[]]>([
    ["no examples", []],
    ["no labels", [{ text: "خبر", labels: [] }]],
    ["no text", [{ labels: ["أ"] }]],
    ["one example", [{ text: "خبر عاجل", labels: ["أ"] }]],
  ])("%s: a model that reads texts all the same", (_, examples) => {
    const small = new TopicModel(trainLabels(examples));
    for (const { score } of assignLabels(small, { text: "خبر عاجل" })) expect(score).toBeGreaterThan(0);
  });
});
