import { describe, expect, test } from "vitest";
import { Lexicon } from "../../src/data/lexicon.js";
import { SUBJECTS } from "../../src/data/topic-list.js";
import { TopicModel } from "../../src/data/topic-model.js";
import type { Article, Document, Topic } from "../../src/document.js";
import { DataFormatError } from "../../src/index.js";
import { createKhabar } from "../../src/khabar.js";
import { analyseArticle, splitWords } from "../../src/pipeline.js";
import { lightStem } from "../../src/text/light-stem.js";
import { scoresOf } from "../../src/topics/assign-topics.js";
import { type LexiconTerm, type TopicExample, trainTopics } from "../../src/topics/train-topics.js";
import { packageData, realKhabar } from "../helpers/real-khabar.js";
import { tinyLexicon } from "../helpers/tiny-lexicon.js";

const SPORT = "فاز المنتخب بهدف في المباراة أمام الفريق الضيف وسجل اللاعب هدفا في الملعب".split(" ");
const DEFENSE = "اشترى الجيش منظومة صواريخ جديدة للدفاع الجوي وتدرب الجنود على الدبابات".split(" ");
const ECONOMY = "ارتفعت أسعار الأسهم في البورصة وزادت أرباح البنوك والشركات والاستثمار".split(" ");
const NEUTRAL = "قال المتحدث اليوم إن ذلك كان كما هو معلوم للجميع".split(" ");

/** Sixty short articles, each of words of its topic and of none, chosen by a fixed rule. */
function toyCorpus(): { article: Article; subjects: string[]; countries: string[] }[] {
  const pools: [string, readonly string[], string, string][] = [
    ["sport", SPORT, "فرنسا", "FR"],
    ["defense", DEFENSE, "روسيا", "RU"],
    ["economy", ECONOMY, "مصر", "EG"],
  ];
  return Array.from({ length: 60 }, (_, i) => {
    const [subject, pool, country, code] = pools[i % 3]!;
    const pick = (list: readonly string[], salt: number): string => list[(i * 7 + salt * 5) % list.length]!;
    const words = Array.from({ length: 8 }, (_, k) => pick(pool, k));
    const filler = Array.from({ length: 6 }, (_, k) => pick(NEUTRAL, k));
    const other = i % 2 === 0 ? "لبنان" : "تركيا";
    const title = `${words.slice(0, 3).join(" ")} ${country}`;
    const text = `${words.join(" ")} في ${country}. ${filler.join(" ")} ${other}.`;
    return { article: { title, text }, subjects: [subject], countries: [code] };
  });
}

function stemmed(term: string): string[] {
  return splitWords(term).map((word) => {
    const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
    const packed = lightStem(units, 0, units.length);
    return word.slice(packed & 0xff, (packed & 0xff) + (packed >>> 8));
  });
}

const LEXICON_TERMS: readonly LexiconTerm[] = [
  { topic: "health", stems: stemmed("لقاح"), weight: 2 },
  { topic: "defense", stems: stemmed("الدفاع الجوي"), weight: 2 },
];

function trained(): Uint8Array {
  const lexicon = new Lexicon(tinyLexicon());
  const examples = toyCorpus().map(({ article, subjects, countries }): TopicExample => {
    const { fields, linked } = analyseArticle({ lexicon }, article);
    return { ...linked, fields, subjects, countries };
  });
  return trainTopics(examples, LEXICON_TERMS, { articles: examples.length });
}

const model = trained();
const khabar = createKhabar({ lexicon: tinyLexicon(), topics: model });
const assigned = (document: Document, kind: Topic["kind"]): string[] =>
  document.topics.filter((topic) => topic.kind === kind && topic.score >= 0.5).map(({ id }) => id);

describe("a model that a toy corpus trained", () => {
  test.each<[subject: string, text: string]>([
    ["sport", "سجل اللاعب هدفا في المباراة وفاز الفريق في الملعب أمام الضيف"],
    ["defense", "اشترى الجيش صواريخ ومنظومة للدفاع الجوي وتدرب الجنود"],
    ["economy", "زادت أسعار الأسهم وأرباح البنوك في البورصة وارتفعت أرباح الشركات"],
  ])("assigns %s to a new article, and no other subject", (subject, text) => {
    expect(assigned(khabar.read({ text }), "subject")).toEqual([subject]);
  });

  test("topics come best first, with both names, scores within 0 and 1", () => {
    const { topics } = khabar.read({ title: "صواريخ للجيش في روسيا", text: "اشترى الجيش صواريخ في روسيا" });
    expect(topics.length).toBeGreaterThan(0);
    const scores = topics.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { name, score, kind, country } of topics) {
      expect(name.ar).not.toBe("");
      expect(name.en).not.toBe("");
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(country !== undefined).toBe(kind === "country");
    }
  });

  test("evidence names words of the article as written, strongest first", () => {
    const text = "اشترى الجيشُ صواريخَ ومنظومةً للدفاع الجوي";
    const topic = khabar.read({ text }).topics.find(({ id }) => id === "defense")!;
    expect(topic.evidence.length).toBeGreaterThan(1);
    const weights = topic.evidence.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    for (const { term, entity, weight } of topic.evidence) {
      expect(weight).toBeGreaterThan(0);
      expect((term === undefined) !== (entity === undefined)).toBe(true);
      if (term !== undefined) expect(text).toContain(term);
    }
  });

  test("countries: the one that the article is about, not the one that it mentions once", () => {
    const document = khabar.read({
      title: "مصر ترفع أسعار الأسهم",
      text: "ارتفعت الأسهم في مصر. وقال مصريون إن مصر بخير. وجرى ذلك بعيدا عن لبنان.",
    });
    expect(assigned(document, "country")).toEqual(["egypt"]);
    const topic = document.topics.find(({ id }) => id === "egypt")!;
    expect(topic).toMatchObject({ kind: "country", country: "EG", name: { ar: "مصر", en: "Egypt" } });
    expect(topic.evidence[0]).toMatchObject({ entity: "place/egypt" });
  });

  test("without a model documents have no topics", () => {
    const bare = createKhabar({ lexicon: tinyLexicon() });
    expect(bare.read({ text: "سجل اللاعب هدفا في المباراة" }).topics).toEqual([]);
  });

  test("calibration: over the corpus, scores of a subject add up to about its share", () => {
    const corpus = toyCorpus();
    const sum = corpus.reduce((total, { article }) => {
      const topic = khabar.read(article).topics.find(({ id }) => id === "sport");
      return total + (topic?.score ?? 0);
    }, 0);
    expect(sum).toBeGreaterThan(16);
    expect(sum).toBeLessThan(24);
  });

  test("training is deterministic: the same bytes twice", () => {
    expect(Buffer.from(trained()).equals(Buffer.from(model))).toBe(true);
  });

  test("bytes of another kind are refused", () => {
    expect(() => new TopicModel(tinyLexicon())).toThrow(DataFormatError);
    expect(() => new TopicModel(tinyLexicon())).toThrow('got one of kind "lexicon"');
    expect(() => new TopicModel(model.slice(0, model.length - 8))).toThrow(DataFormatError);
  });
});

describe("scores from log-odds", () => {
  const assignedBy = (logits: number[], fewest: number, most: number): number[] =>
    scoresOf(logits, { fewest, most }).flatMap((score, topic) => (score >= 0.5 ? [topic] : []));

  test.each<[name: string, logits: number[], fewest: number, most: number, assigned: number[]]>([
    ["those above even odds", [2, -3, 1], 1, 3, [0, 2]],
    ["the best one where none is above", [-0.5, -3, -1], 1, 3, [0]],
    ["not a mere guess", [-3, -4, -5], 1, 3, []],
    ["none where articles without topics were learnt", [-0.5, -3], 0, 3, []],
    ["the best ones where too many are above", [1, 4, 2, 3], 1, 3, [1, 2, 3]],
    ["no topics", [], 1, 3, []],
  ])("assigned: %s", (_, logits, fewest, most, expected) => {
    expect(assignedBy(logits, fewest, most)).toEqual(expected);
  });
});

describe("the built model", () => {
  const built = packageData("topics");

  test("has the twenty subjects", () => {
    expect(new TopicModel(built).topics.map(({ id }) => id)).toEqual(SUBJECTS.map(({ id }) => id));
  });

  test("a title counts: words there say more than the same words in the text", () => {
    const reader = createKhabar({ lexicon: tinyLexicon(), topics: built });
    const rest = "قال رئيس الوزراء إن البرلمان سيصوت على الحكومة الجديدة الأسبوع المقبل بعد مشاورات الأحزاب.";
    const words = "أسعار النفط ترتفع";
    const energy = (article: Article): number =>
      reader.read(article).topics.find(({ id }) => id === "energy")?.score ?? 0;
    expect(energy({ title: words, text: rest })).toBeGreaterThan(
      energy({ title: "خبر", text: `${rest} ${words}` }),
    );
  });

  test("a short article about an arms deal is defense", () => {
    const document = realKhabar().read({
      title: "مصر تبحث شراء مقاتلات رافال ومنظومات دفاع جوي",
      text: "قالت وزارة الدفاع المصرية إنها تبحث مع فرنسا صفقة سلاح جديدة تشمل مقاتلات رافال ومنظومات دفاع جوي وصواريخ. وأضافت الوزارة أن القوات المسلحة ستتسلم الدفعة الأولى من الأسلحة العام المقبل بعد تدريب الطيارين.",
    });
    expect(assigned(document, "subject")).toContain("defense");
    expect(assigned(document, "subject")).not.toContain("sport");
    expect(assigned(document, "country")).toContain("egypt");
  });
});
