// Measures the topic trainer on the training articles, each scored by a model that did not see it.
//   node build/training/topics/cross-validate.js [folds|sources] [GOLD.jsonl.gz] [DATA] [no-lexicon]
import { SUBJECTS } from "../../src/data/topic-list.js";
import { TopicModel } from "../../src/data/topic-model.js";
import { seededRandom } from "../../src/tag/tagger/seeded-random.js";
import { assignTopics } from "../../src/topics/assign-topics.js";
import { trainTopics } from "../../src/topics/train-topics.js";
import {
  readExamples,
  readGold,
  readSupport,
  readTopicLexicon,
  type SourcedExample,
} from "./read-examples.js";
import { readWordVectors } from "./word-vectors.js";

const [way = "folds", gold = "../shared/data/gold/train.jsonl.gz", data = "../shared/data", bare] =
  process.argv.slice(2);
const FOLDS = 5;
const BINS = 10;

class Count {
  gold = 0;
  predicted = 0;
  correct = 0;
  add(isGold: boolean, isPredicted: boolean): void {
    if (isGold) this.gold++;
    if (isPredicted) this.predicted++;
    if (isGold && isPredicted) this.correct++;
  }
  get f1(): number {
    return (2 * this.correct) / (this.gold + this.predicted || 1);
  }
}

class Tally {
  readonly byTopic = new Map(SUBJECTS.map(({ id }) => [id, new Count()]));
  readonly micro = new Count();
  readonly countries = new Count();
  readonly syria = new Count();
  readonly bins = Array.from({ length: BINS }, () => ({ count: 0, score: 0, right: 0 }));
  articles = 0;
  first = 0;

  add(model: TopicModel, example: SourcedExample): void {
    const topics = assignTopics(model, example.fields, example, (code) => ({
      id: code,
      name: { ar: "", en: "" },
    }));
    const subjects = new Map(topics.flatMap((t) => (t.kind === "subject" ? [[t.id, t.score] as const] : [])));
    for (const { id } of SUBJECTS) {
      const score = subjects.get(id) ?? 0;
      const right = example.subjects.includes(id);
      this.byTopic.get(id)!.add(right, score >= 0.5);
      this.micro.add(right, score >= 0.5);
      if (score === 0) continue;
      const bin = this.bins[Math.min(BINS - 1, Math.floor(score * BINS))]!;
      bin.count++;
      bin.score += score;
      if (right) bin.right++;
    }
    this.articles++;
    const best = topics.find(({ kind }) => kind === "subject");
    if (best !== undefined && example.subjects.includes(best.id)) this.first++;
    const found = new Set(
      topics.flatMap((t) => (t.kind === "country" && t.score >= 0.5 ? [t.country!] : [])),
    );
    for (const code of new Set([...found, ...example.countries]))
      this.countries.add(example.countries.includes(code), found.has(code));
    this.syria.add(example.countries.includes("SY"), found.has("SY"));
  }

  /** Expected calibration error over the scores of documents: those of 0.1 and more. */
  get calibrationError(): number {
    const all = this.bins.reduce((sum, { count }) => sum + count, 0);
    return this.bins.reduce((sum, { score, right }) => sum + Math.abs(score - right) / all, 0);
  }

  get line(): string {
    const macro = [...this.byTopic.values()].filter(({ gold }) => gold > 0);
    const mean = macro.reduce((sum, { f1 }) => sum + f1, 0) / macro.length;
    const show = (value: number): string => (100 * value).toFixed(1);
    return `micro ${show(this.micro.f1)} macro ${show(mean)} first ${show(this.first / this.articles)} ece ${show(this.calibrationError)} countries ${show(this.countries.f1)} syria ${show(this.syria.f1)}`;
  }
}

const examples = readExamples(readGold(gold));
/** Of other articles; they teach, and are not scored. A source has the same first letters here and there. */
const more = readExamples(readSupport(data));
const terms = bare === undefined ? readTopicLexicon("lexicons/topics") : [];
const words = readWordVectors(data);
const random = seededRandom(7);
const folds = examples.map(() => Math.floor(random() * FOLDS));
const groups = examples.map(({ source }, i) => (way === "sources" ? source : String(folds[i])));
const all = new Tally();
for (const group of [...new Set(groups)].sort()) {
  const model = new TopicModel(
    trainTopics(
      [
        ...examples.filter((_, i) => groups[i] !== group),
        ...more.filter(({ source }) => way !== "sources" || !source.startsWith(group)),
      ],
      terms,
      {},
      words,
    ),
  );
  const tally = new Tally();
  examples.forEach((example, i) => {
    if (groups[i] !== group) return;
    tally.add(model, example);
    all.add(model, example);
  });
  process.stdout.write(`${group.padEnd(6)} ${String(tally.articles).padStart(5)} ${tally.line}\n`);
}
process.stdout.write(`all    ${String(all.articles).padStart(5)} ${all.line}\n`);
for (const [id, count] of all.byTopic)
  process.stdout.write(`  ${id.padEnd(22)} ${(100 * count.f1).toFixed(1)} (${count.gold})\n`);
all.bins.forEach(({ count, score, right }, bin) => {
  if (count === 0) return;
  const [mean, share] = [score, right].map((sum) => ((100 * sum) / count).toFixed(1));
  process.stdout.write(
    `  ${bin / BINS}-${(bin + 1) / BINS}: ${count} scores, mean ${mean}, right ${share}\n`,
  );
});
