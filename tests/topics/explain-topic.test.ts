import { describe, expect, test } from "vitest";
import { Lexicon } from "../../src/data/lexicon.js";
import { TopicModel } from "../../src/data/topic-model.js";
import { analyseArticle } from "../../src/pipeline.js";
import { assignTopics } from "../../src/topics/assign-topics.js";
import { explainTopic } from "../../src/topics/explain-topic.js";
import { packageData } from "../helpers/real-khabar.js";

const article = {
  title: "مصر تبحث شراء مقاتلات رافال ومنظومات دفاع جوي",
  text: "قالت وزارة الدفاع المصرية إنها تبحث مع فرنسا صفقة سلاح جديدة تشمل مقاتلات رافال ومنظومات دفاع جوي وصواريخ.",
};

describe("explainTopic", () => {
  const model = new TopicModel(packageData("topics"));
  const { fields, linked } = analyseArticle({ lexicon: new Lexicon(packageData("lexicon")) }, article);
  const documents = assignTopics(model, fields, linked, (code) => ({ id: code, name: { ar: "", en: "" } }));

  test.each(model.topics.map(({ id }) => [id]))(
    "%s: intercept and contributions add up to the log-odds",
    (id) => {
      const { logit, intercept, contributions } = explainTopic(model, fields, linked, id)!;
      const sum = contributions.reduce((total, { weight }) => total + weight, intercept);
      expect(sum).toBeCloseTo(logit, 9);
      for (const { weight, learnt, lexicon } of contributions)
        expect(learnt + lexicon).toBeCloseTo(weight, 12);
    },
  );

  test("scores are those of the document", () => {
    for (const { id, kind, score } of documents)
      if (kind === "subject") expect(explainTopic(model, fields, linked, id)!.score).toBe(score);
  });

  test("evidence of the document is the strongest contributions", () => {
    const topic = documents.find(({ id }) => id === "defense")!;
    const { contributions } = explainTopic(model, fields, linked, "defense")!;
    topic.evidence.forEach(({ weight }, i) => {
      expect(contributions[i]!.weight).toBeCloseTo(weight, 4);
    });
  });

  test("spans hold the term, or a mention of the entity", () => {
    const { contributions } = explainTopic(model, fields, linked, "defense")!;
    for (const { term, entity, spans } of contributions) {
      expect(spans.length).toBeGreaterThan(0);
      const { field, start, end } = spans[0]!;
      const surface = article[field].slice(start, end);
      if (term !== undefined) expect(surface).toBe(term);
      else expect(entity).toContain("/");
    }
  });

  test("a topic that the model does not know", () => {
    expect(explainTopic(model, fields, linked, "__proto__")).toBeUndefined();
  });
});
