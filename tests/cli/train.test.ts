import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { decodeContainer } from "../../src/data/container.js";
import { TAGGER_MODEL_VERSION, TaggerModel } from "../../src/data/tagger-model.js";
import { createKhabar } from "../../src/khabar.js";
import { packageData } from "../helpers/real-khabar.js";
import { file, jsonl, khabar } from "../helpers/run-cli.js";
import { annotated } from "../helpers/tagger.js";

const CORPUS = [
  annotated("وصل السفير [P منير زبرطع] إلى بلدة [L كفرشمع] أمس.", { id: 1, source: "a" }),
  annotated("وصل السفير [P نديم قمعش] إلى بلدة [L دير طبش] أمس.", { id: 2, source: "a" }),
  annotated("خفضت شركة [O البرشاد] الأسعار، وقال مديرها إن الأجور ارتفعت.", { id: 3, source: "b" }),
  annotated("رفعت الحكومة الأجور أمس وخفضت الأسعار.", { id: 4, source: "b" }),
];
const corpus = file("corpus.jsonl", jsonl(...CORPUS));
const folder = mkdtempSync(join(tmpdir(), "khabar-train-"));
let count = 0;
const output = (name = "model.khb.gz"): string => join(folder, `${count++}-${name}`);

function train(...args: string[]): { out: string; stdout: string; stderr: string } {
  const out = output();
  const { status, stdout, stderr } = khabar(["train", "tagger", "--epochs", "3", "--out", out, ...args]);
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return { out, stdout, stderr };
}
const bytesOf = (path: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(path)));
const provenanceOf = (path: string): unknown =>
  decodeContainer(bytesOf(path), "tagger", TAGGER_MODEL_VERSION).meta.provenance;

describe("train tagger", () => {
  const { out, stdout, stderr } = train(corpus);

  test("writes a model and says what it is made of; no progress where standard error is no terminal", () => {
    expect([stdout, stderr]).toEqual(["", `${out}: 4 articles, 5 mentions\n`]);
    expect(provenanceOf(out)).toEqual({
      files: [expect.stringMatching(/corpus\.jsonl$/)],
      articles: 4,
      mentions: 5,
      epochs: 3,
      seed: 7,
    });
  });

  test("the same command gives the same bytes, another seed others", () => {
    expect(readFileSync(train(corpus).out)).toEqual(readFileSync(out));
    expect(bytesOf(train(corpus, "--seed", "7").out)).toEqual(bytesOf(out));
    expect(bytesOf(train(corpus, "--seed", "8").out)).not.toEqual(bytesOf(out));
  });

  test("the word clusters are those of the shipped model", () => {
    expect(new TaggerModel(bytesOf(out)).clusters).toEqual(new TaggerModel(packageData("tagger")).clusters);
  });

  test("what it makes can be used: by evaluate, and by a reader", () => {
    const learned = train(corpus, "--epochs", "20").out;
    const { status, stdout } = khabar(["evaluate", "tagger", "--format", "json", corpus, "--model", learned]);
    expect(status).toBe(0);
    const { pooled } = JSON.parse(stdout) as { pooled: { named: { gold: number; right: number } } };
    expect(pooled.named).toMatchObject({ gold: 5, right: 5 });
    const { mentions } = createKhabar({ lexicon: packageData("lexicon"), tagger: bytesOf(learned) }).read({
      text: CORPUS[0]!.text!,
    });
    expect(mentions.map(({ text, type }) => [text, type])).toEqual([
      ["منير زبرطع", "person"],
      ["كفرشمع", "place"],
    ]);
  });

  test("a name without .gz is not zipped", () => {
    const plain = output("model.khb");
    expect(khabar(["train", "tagger", "--epochs", "3", corpus, "--out", plain]).status).toBe(0);
    expect(new Uint8Array(readFileSync(plain))).toEqual(bytesOf(out));
  });

  test("several files, gzipped or not, are one corpus", () => {
    const first = file("first.jsonl", jsonl(...CORPUS.slice(0, 2)));
    const second = file("second.jsonl.gz", gzipSync(jsonl(...CORPUS.slice(2))));
    const { weights } = new TaggerModel(bytesOf(train(first, second).out));
    expect(weights).toEqual(new TaggerModel(bytesOf(out)).weights);
  });

  test("--holdout leaves a source out and prints its scores", () => {
    const result = train(corpus, "--holdout", "b");
    expect(result.stderr).toContain(": 2 articles, 4 mentions\n");
    expect(result.stdout).toMatch(/^organization +\d/m);
    expect(result.stdout).toMatch(/^named +\d.* 1 +\d+ +\d+$/m);
    expect(provenanceOf(result.out)).toMatchObject({ articles: 2, holdout: "b" });
    const kept = train(file("kept.jsonl", jsonl(...CORPUS.slice(0, 2)))).out;
    expect(new TaggerModel(bytesOf(result.out)).weights).toEqual(new TaggerModel(bytesOf(kept)).weights);
  });

  test("--people learns the people of a CoNLL file, and nothing else", () => {
    const rows = [
      ["وصل", "O"],
      ["المحافظ", "O"],
      ["رامي", "B-PER"],
      ["شلفوط", "I-PER"],
      ["إلى", "O"],
      ["القاهرة", "B-LOC"],
    ];
    const sentence = rows.map((row) => `${row.join("\t")}\n`).join("");
    const path = file("people.conll", `${sentence}\n`.repeat(7));
    const result = train(corpus, "--people", path, "--epochs", "20");
    expect(result.stderr).toBe(`${result.out}: 4 articles, 5 mentions, 7 names of people\n`);
    expect(provenanceOf(result.out)).toMatchObject({
      articles: 4,
      people: { files: [expect.stringMatching(/people\.conll$/)], mentions: 7 },
    });
    const text = "وصل المحافظ جابر قمطوش إلى بلدة كفرطبش أمس.";
    const people = (model: string): string[] =>
      createKhabar({ lexicon: packageData("lexicon"), tagger: bytesOf(model) })
        .read({ text })
        .mentions.filter(({ type }) => type === "person")
        .map((mention) => mention.text);
    expect(people(result.out)).toEqual(["جابر قمطوش"]);
  });

  test("a bad line of --people is reported with file and line", () => {
    const path = file("bad.conll", "وصل\tO\nرامي\n\nوصل\tO\nرامي\tB-PER\n");
    const { status, stderr } = khabar([
      "train",
      "tagger",
      corpus,
      "--epochs",
      "3",
      "--out",
      output(),
      "--people",
      path,
    ]);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${path}:2`)]);
    expect(stderr).toContain("1 name of people");
  });

  test("--clusters takes word clusters from a file", () => {
    const columns = { hashes: [-5, 12], clusters: [2, 1], frequencies: [40, 50], coarse: [0, 1, 1] };
    const { clusters } = new TaggerModel(bytesOf(train(corpus, "--clusters", clusterFile(columns)).out));
    expect(Object.values(clusters).map((column) => [...column])).toEqual(Object.values(columns));
  });

  test.each<[name: string, columns: Record<string, unknown>, message: string]>([
    ["a column that is missing", { coarse: undefined }, "expected word clusters"],
    ["fewer frequencies than hashes", { frequencies: [40] }, "2 hashes, 2 clusters and 1 frequencies"],
    ["a cluster without a coarse one", { clusters: [2, 3] }, "cluster 3 has no coarse one"],
    ["a number out of range", { frequencies: [40, 256] }, "expected word clusters"],
  ])("clusters with %s are refused", (_, changes, message) => {
    const columns = {
      hashes: [-5, 12],
      clusters: [2, 1],
      frequencies: [40, 50],
      coarse: [0, 1, 1],
      ...changes,
    };
    const path = clusterFile(columns);
    const target = output();
    const result = khabar(["train", "tagger", corpus, "--out", target, "--clusters", path]);
    expect([result.status, existsSync(target)]).toEqual([1, false]);
    expect(result.stderr).toContain(`${path}: `);
    expect(result.stderr).toContain(message);
  });

  function clusterFile(columns: Record<string, unknown>): string {
    return file("clusters.json", JSON.stringify(columns));
  }
});

describe("bad lines and usage", () => {
  test("a bad line is reported with file and line, and the others are learned from", () => {
    const path = file("bad.jsonl", `${jsonl(CORPUS[0]!)}{"text": 5}\n${jsonl(CORPUS[1]!)}`);
    const out = output();
    const { status, stderr } = khabar(["train", "tagger", path, "--epochs", "1", "--out", out]);
    expect(status).toBe(1);
    expect(stderr).toContain(`${path}:2: text: expected a string, got 5`);
    expect(stderr).toContain("2 articles, 4 mentions");
    expect(stderr).toContain("1 line could not be used");
    expect(existsSync(out)).toBe(true);
  });

  test("nothing to learn from", () => {
    const out = output();
    const { status, stderr } = khabar(["train", "tagger", file("empty.jsonl", ""), "--out", out]);
    expect([status, existsSync(out)]).toEqual([1, false]);
    expect(stderr).toContain("no articles to learn from");
  });

  test.each<[name: string, args: string[], message: string]>([
    ["no file", ["--out", "x.khb"], "missing required argument 'files'"],
    ["no --out", [corpus], "required option '--out <file>' not specified"],
    ["a folder that is not there", [corpus, "--out", "/nowhere/x.khb"], "No folder /nowhere."],
    ["no epochs", [corpus, "--out", "x.khb", "--epochs", "0"], "Expected a whole number from 1 to 1000."],
    [
      "a seed that is no number",
      [corpus, "--out", "x.khb", "--seed", "-1"],
      "Expected a whole number from 0 to",
    ],
    [
      "clusters that are not there",
      [corpus, "--out", "x.khb", "--clusters", "nowhere.json"],
      "No such file.",
    ],
    [
      "a source that no article has",
      [corpus, "--out", "x.khb", "--holdout", "c"],
      'no article has the source "c"; there are: a, b',
    ],
  ])("%s", (_, args, message) => {
    const { status, stdout, stderr } = khabar(["train", "tagger", ...args]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});
