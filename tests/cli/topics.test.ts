import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { decodeContainer } from "../../src/data/container.js";
import { TOPIC_MODEL_VERSION } from "../../src/data/topic-model.js";
import type { Topic } from "../../src/document.js";
import { trainTopics } from "../../src/index.js";
import { packageData } from "../helpers/real-khabar.js";
import { documentsOf, file, jsonl, khabar } from "../helpers/run-cli.js";

const EXAMPLES = "examples/own-topics.jsonl";
const lines = readFileSync(EXAMPLES, "utf8").trim().split("\n");
const posts = lines.map((line) => JSON.parse(line) as { id: number; text: string; label: string });
const folder = mkdtempSync(join(tmpdir(), "khabar-topics-"));
let count = 0;
const output = (name = "mine.khb.gz"): string => join(mkdtempSync(join(folder, `${count++}-`)), name);
const cardOf = (out: string): string => readFileSync(out.replace(/\.khb\.gz$/, ".md"), "utf8");
const bytesOf = (path: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(path)));
const train = (...args: string[]) => {
  const out = output();
  return { out, ...khabar(["train", "topics", "--out", out, ...args]) };
};
const assigned = (topics: readonly Topic[], kind = "subject"): string[] =>
  topics.flatMap((topic) => (topic.kind === kind && topic.score >= 0.5 ? [topic.id] : []));

describe("train topics", () => {
  const { out, status, stdout, stderr } = train(EXAMPLES);

  test("writes a model and prints a cross-validated report; no progress where standard error is no terminal", () => {
    expect([status, stderr]).toEqual([0, `${out}: 40 articles, 4 labels\n`]);
    expect(stdout).toMatch(/^accuracy +9\d\.\d$/m);
    expect(stdout).toMatch(/^cross-validation +5 folds, seed 7$/m);
    for (const label of ["طقس", "رياضة", "أسواق", "محاكم"])
      expect(stdout).toMatch(new RegExp(`^${label} +[\\d.]+ +[\\d.]+ +[\\d.]+ +10 +\\d+ +\\d+$`, "m"));
    expect(stdout).toMatch(/^all, micro .* 40 /m);
    expect(stdout).toContain("calibration error");
    expect(decodeContainer(bytesOf(out), "topics", TOPIC_MODEL_VERSION).meta.provenance).toMatchObject({
      files: ["own-topics.jsonl"],
      articles: 40,
      labels: 4,
      seed: 7,
      clean: true,
    });
  });

  test("a model card stands beside it: data, figures, how to train again; no date", () => {
    const card = cardOf(out);
    expect(card).toMatch(/^# Model card: mine\.khb\.gz\n/);
    expect(card).toContain("| articles | 40 |");
    expect(card).toMatch(/^\| طقس \| .* \| 10 \|$/m);
    expect(card).toMatch(/^\| \*\*accuracy\*\* \| \| \| 9\d\.\d \| 40 \|$/m);
    expect(card).toContain("khabar train topics own-topics.jsonl --out mine.khb.gz --seed 7 --folds 5\n");
    expect(card).not.toMatch(/20\d\d-\d\d/);
  });

  test("the same command gives the same bytes and card, another seed others", () => {
    const again = train(EXAMPLES);
    expect(readFileSync(again.out)).toEqual(readFileSync(out));
    expect([cardOf(again.out), again.stdout]).toEqual([cardOf(out), stdout]);
    expect(bytesOf(train(EXAMPLES, "--seed", "8", "--folds", "0").out)).not.toEqual(bytesOf(out));
  });

  test.each([[["--folds", "0"]], [["--no-report"]]])("%s: the same model without a report", (args) => {
    const bare = train(EXAMPLES, ...args);
    expect([bare.status, bare.stdout]).toEqual([0, ""]);
    expect(readFileSync(bare.out)).toEqual(readFileSync(out));
    expect(cardOf(bare.out)).toContain("Not cross-validated.");
    expect(cardOf(bare.out)).toContain("| طقس | 10 |");
  });

  test("labels as a list, as one, as topics; gzipped and from standard input: all the same", () => {
    const labels = file(
      "labels.jsonl",
      jsonl(...posts.map(({ id, text, label }) => ({ id, text, labels: [label] }))),
    );
    const topics = file(
      "topics.jsonl.gz",
      gzipSync(jsonl(...posts.map(({ text, label }) => ({ text, topics: [label, label] })))),
    );
    const weights = (path: string): Int16Array =>
      decodeContainer(bytesOf(path), "topics", TOPIC_MODEL_VERSION).column("weights", "i16");
    const expected = weights(out);
    expect(weights(train(labels, "--no-report").out)).toEqual(expected);
    expect(weights(train(topics, "--no-report").out)).toEqual(expected);
    const piped = output();
    expect(khabar(["train", "topics", "-", "--out", piped, "--no-report"], lines.join("\n")).status).toBe(0);
    expect(weights(piped)).toEqual(expected);
  });

  test.each<[extension: string, pattern: RegExp]>([
    ["html", /^<!doctype html>[\s\S]*<bdi>طقس<\/bdi>/],
    ["md", /^# Topics: mine\.khb\.gz[\s\S]*^\| طقس \| /m],
    ["json", /^\{"articles":40,"singleLabel":true,.*"label":"طقس"/],
    ["txt", /^accuracy /m],
  ])("--report writes .%s", (extension, pattern) => {
    const report = output(`report.${extension}`);
    expect(train(EXAMPLES, "--folds", "2", "--report", report).status).toBe(0);
    expect(readFileSync(report, "utf8")).toMatch(pattern);
  });

  test("labels that look like code are text in every report", () => {
    const odd = ["<script>alert(1)</script>", "__proto__", "a|b`c", "🌧️"];
    const examples = posts.map(({ text, label }) => ({
      text,
      labels: [odd[["طقس", "رياضة", "أسواق", "محاكم"].indexOf(label)]],
    }));
    const report = output("report.html");
    const result = train(file("odd.jsonl", jsonl(...examples)), "--report", report, "--format", "json");
    const { labels } = JSON.parse(result.stdout) as { labels: { label: string; gold: number }[] };
    expect(labels.map(({ label, gold }) => [label, gold])).toEqual(
      [...odd].sort().map((label) => [label, 10]),
    );
    expect(readFileSync(report, "utf8")).not.toContain("<script>");
    expect(cardOf(result.out)).toContain("| a\\|b\\`c | ");
  });
});

describe("what is trained is used", () => {
  const { out } = train(EXAMPLES, "--no-report");
  const article = {
    id: 1,
    text: "تتوقع الأرصاد رياحا شديدة وأمطارا على الساحل في مصر. وقال مصريون إن الأمطار عمت مصر.",
  };

  test("tag --topics: own labels in place of khabar's subjects, with terms; countries stay", () => {
    const [document] = documentsOf(khabar(["tag", "--topics", out], jsonl(article)));
    expect([assigned(document!.topics), assigned(document!.topics, "country")]).toEqual([["طقس"], ["egypt"]]);
    const topic = document!.topics.find(({ id }) => id === "طقس")!;
    expect(topic).toMatchObject({ kind: "subject", name: { ar: "طقس", en: "طقس" } });
    expect(topic.evidence.map(({ term }) => term)).toContain("الأرصاد");
    for (const { term } of topic.evidence) expect(article.text).toContain(term);
  });

  test("tag --no-topics has none, and tag alone khabar's own", () => {
    expect(documentsOf(khabar(["tag", "--no-topics"], jsonl(article)))[0]!.topics).toEqual([]);
    expect(documentsOf(khabar(["tag"], jsonl(article)))[0]!.topics.map(({ id }) => id)).not.toContain("طقس");
  });

  test("evaluate topics --topics scores it", () => {
    const { status, stdout, stderr } = khabar([
      "evaluate",
      "topics",
      "--topics",
      out,
      "--format",
      "json",
      EXAMPLES,
    ]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 40,
      singleLabel: true,
      bestRight: 1,
      micro: { gold: 40, right: 40 },
    });
  });
});

describe("evaluate topics", () => {
  const gold = [
    {
      id: "a",
      title: "ارتفاع أسعار النفط",
      text: "ارتفعت أسعار النفط والغاز في الأسواق العالمية بعد قرار أوبك خفض الإنتاج.",
      topics: ["energy", "economy"],
      countries: [],
    },
    {
      id: "b",
      text: "فاز المنتخب المصري بهدفين في مباراة كأس الأمم في القاهرة، وقال مدرب مصر إن اللاعبين أبدعوا.",
      topics: ["sport"],
      countries: ["EG"],
    },
    {
      id: "c",
      text: "فاز المنتخب بهدفين في مباراة كأس الأمم وسجل اللاعب الهدف الأول في الملعب.",
      topics: ["غير معروف"],
    },
  ];
  const path = file("gold.jsonl", jsonl(...gold));

  test("khabar's own subjects, and countries where they are annotated; labels that the model does not know are named", () => {
    const { status, stdout, stderr } = khabar(["evaluate", "topics", "--format", "json", path]);
    expect([status, stderr]).toEqual([0, "labels that the model does not know: غير معروف\n"]);
    const report = JSON.parse(stdout) as {
      labels: { label: string; gold: number; found: number; right: number }[];
      confused: unknown;
      errors: { samples: { id: string; labels: string[]; assigned: { label: string }[] }[] };
    };
    const sport = report.labels.find(({ label }) => label === "sport");
    expect(sport).toMatchObject({ gold: 1, found: 2, right: 1, precision: 0.5, recall: 1 });
    expect(report).toMatchObject({
      articles: 3,
      singleLabel: false,
      countries: { gold: 1, found: 1, right: 1 },
    });
    expect(report.confused).toContainEqual({ gold: "غير معروف", found: "sport", count: 1 });
    const sample = report.errors.samples.find(({ id }) => id === "c")!;
    expect([sample.labels, sample.assigned.map(({ label }) => label)]).toEqual([["غير معروف"], ["sport"]]);
  });

  test("as text", () => {
    const { stdout } = khabar(["evaluate", "topics", "--samples", "1", path]);
    expect(stdout).toMatch(/^best label right +66\.7$/m);
    expect(stdout).toMatch(/^countries, F1 +100\.0$/m);
    expect(stdout).toMatch(/^غير معروف +sport +1$/m);
  });
});

describe("bad lines and usage", () => {
  test("bad lines are reported with file and line, and the others are learned from", () => {
    const bad = [
      '{"text": 5, "label": "أ"}',
      "nonsense",
      '{"text": "خبر"}',
      '{"text": "خبر", "label": ""}',
      `{"text": "خبر", "label": "${"ا".repeat(201)}"}`,
      '{"text": "خبر", "labels": ["أ\\nب"]}',
      '{"text": "خبر", "labels": "أ"}',
      '{"labels": ["أ"]}',
    ];
    const path = file("bad.jsonl", [...lines.slice(0, 8), ...bad, ...lines.slice(8)].join("\n"));
    const { status, stderr, out } = train(path, "--no-report");
    expect(status).toBe(1);
    for (const [i, message] of [
      "text: expected a string, got 5",
      "not JSON",
      "no labels: expected labels",
      "label: expected a label, got an empty string",
      "label: expected at most 200 code units, got 201",
      "labels.0: expected no control characters",
      "labels: expected a list of labels",
      "no text",
    ].entries())
      expect(stderr).toContain(`${path}:${9 + i}: ${message}`);
    expect(stderr).toContain(": 40 articles, 4 labels\n");
    expect(stderr).toContain("8 lines could not be used\n");
    expect(existsSync(out)).toBe(true);
  });

  test("bad lines of standard input", () => {
    const result = khabar(
      ["train", "topics", "-", "--no-report", "--out", output()],
      `${lines.join("\n")}\n{"text": 5}\n`,
    );
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("stdin:41: ");
  });

  test("nothing to learn from: no model", () => {
    const { status, stderr, out } = train(file("none.jsonl", jsonl({ text: "خبر", labels: [] })));
    expect([status, existsSync(out)]).toEqual([1, false]);
    expect(stderr).toContain("no labels to learn");
  });

  test("one article, and articles in other languages, are learned without a report of nothing", () => {
    const { status, stderr } = train(file("one.jsonl", jsonl({ text: "Heavy rain", label: "weather" })));
    expect(status).toBe(0);
    expect(stderr).toContain("1 article not in Arabic");
    expect(stderr).toContain("too few articles for a report");
  });

  test("a file that is no model card is not written over", () => {
    const out = output("README.khb.gz");
    writeFileSync(out.replace(".khb.gz", ".md"), "# Notes\n");
    const { status, stderr } = khabar(["train", "topics", EXAMPLES, "--out", out]);
    expect([status, existsSync(out)]).toEqual([1, false]);
    expect(stderr).toContain("is no model card, and would be written over");
  });

  test.each<[name: string, args: string[], message: string]>([
    ["no file", ["train", "topics", "--out", "x.khb"], "missing required argument 'files'"],
    ["no --out", ["train", "topics", EXAMPLES], "required option '--out <file>' not specified"],
    [
      "a folder that is not there",
      ["train", "topics", EXAMPLES, "--out", "/nowhere/x.khb"],
      "No folder /nowhere.",
    ],
    [
      "one fold",
      ["train", "topics", EXAMPLES, "--out", "x.khb", "--folds", "1"],
      "--folds is 0, or 2 or more",
    ],
    [
      "a report of none",
      ["train", "topics", EXAMPLES, "--out", "x.khb", "--folds", "0", "--report", "x.md"],
      "--report needs --folds",
    ],
    [
      "a report of another kind",
      ["train", "topics", EXAMPLES, "--out", "x.khb", "--report", "x.pdf"],
      "Expected a name that ends in .html, .md",
    ],
    ["a model that is not there", ["tag", "--topics", "nowhere.khb.gz"], "No such file."],
    [
      "a model to evaluate that is not there",
      ["evaluate", "topics", EXAMPLES, "--topics", "nowhere.khb.gz"],
      "No such file.",
    ],
  ])("%s", (_, args, message) => {
    const { status, stdout, stderr } = khabar(args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe("files given as models", () => {
  const trained = trainTopics([{ text: "خبر", labels: ["أ"] }]);

  test.each<[name: string, bytes: () => Uint8Array, message: string]>([
    [
      "a tagger",
      () => gzipSync(packageData("tagger")),
      'Expected a khabar topics file; got one of kind "tagger"',
    ],
    ["text", () => Buffer.from("خبر عاجل من العاصمة اليوم"), "Expected a khabar topics file; got other data"],
    ["a model cut short", () => trained.slice(0, -8), "damaged or cut short"],
    ["a gzip file cut short", () => gzipSync(trained).subarray(0, 100), "cannot be unzipped"],
    [
      "a small file that unzips to a large one",
      () => gzipSync(new Uint8Array(2 ** 28 + 1), { level: 9 }),
      "unzips to more than 268435456 bytes",
    ],
  ])("%s: refused by name", (_, bytes, message) => {
    const path = file("hostile.khb.gz", bytes());
    const { status, stdout, stderr } = khabar(["tag", "--topics", path], jsonl({ text: "خبر" }));
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`khabar: ${path}: `);
    expect(stderr).toContain(message);
  });
});
