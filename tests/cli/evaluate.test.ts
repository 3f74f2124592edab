import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { file, jsonl, khabar, linesOf } from "../helpers/run-cli.js";
import { annotated } from "../helpers/tagger.js";

/** What is annotated is partly not what khabar finds: an error of each class, and right names. */
const GOLD = [
  annotated("وصل الرئيس [P فلاديمير بوتين] إلى [L سوتشي] أمس.", { id: "right" }),
  annotated("وصل الرئيس [P فلاديمير بوتين] إلى سوتشي أمس.", { id: "invented" }),
  annotated("وصل الرئيس [P فلاديمير بوتين] إلى [O سوتشي] أمس.", { id: "type" }),
  annotated("وصل الرئيس فلاديمير [P بوتين] إلى [L سوتشي] أمس.", { id: "boundary" }),
  annotated("[P وصل] الرئيس [P فلاديمير بوتين] إلى [L سوتشي] أمس.", { id: "missed" }),
];
const CONLL = "وصل O\nفلاديمير B-PER\nبوتين I-PER\nإلى O\nسوتشي B-LOC\n\nوزار O\nوروسيا B-GPE\n. O\n";

interface Report {
  readonly articles: number;
  readonly types: Record<
    string,
    { gold: number; found: number; right: number; precision: number; f1: number }
  >;
  readonly pooled: Record<string, { gold: number; found: number; right: number; recall: number }>;
  readonly errors: Record<
    string,
    { count: number; types: Record<string, number>; samples: { id: string; text: string; found?: unknown }[] }
  >;
  readonly reliability: {
    bins: { from: number; count: number; confidence: number; right: number }[];
    expectedCalibrationError: number;
  };
}

function evaluate(...args: string[]): Report {
  const { status, stdout, stderr } = khabar(["evaluate", "tagger", "--format", "json", ...args]);
  expect([status, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Report;
}
const countsOf = (report: Report): Record<string, number[]> =>
  Object.fromEntries(
    [...Object.entries(report.types), ...Object.entries(report.pooled)].map(
      ([name, { gold, found, right }]) => [name, [gold, found, right]],
    ),
  );

describe("evaluate tagger on JSON lines", () => {
  const gold = file("gold.jsonl", jsonl(...GOLD));

  test("counts per type and pooled: annotated, found, right", () => {
    const report = evaluate(gold);
    expect(report.articles).toBe(5);
    expect(countsOf(report)).toEqual({
      person: [6, 5, 4],
      place: [3, 5, 3],
      organization: [1, 0, 0],
      "P/L/O": [10, 10, 7],
      named: [10, 10, 7],
    });
    expect(report.types.person).toMatchObject({ precision: 0.8, recall: 4 / 6, f1: 8 / 11 });
  });

  test("every error in its class, with the text around it", () => {
    const { errors } = evaluate(gold);
    const classes = Object.entries(errors).map(([name, { count, types, samples }]) => [
      name,
      count,
      types,
      samples.map(({ id, text }) => `${id}: ${text}`),
    ]);
    expect(classes).toEqual([
      ["missed", 1, { person: 1 }, ["missed: وصل"]],
      ["invented", 1, { place: 1 }, ["invented: سوتشي"]],
      ["wrong type", 1, { organization: 1 }, ["type: سوتشي"]],
      ["wrong boundary", 1, { person: 1 }, ["boundary: بوتين"]],
    ]);
    expect(errors["wrong type"]!.samples[0]).toEqual({
      id: "type",
      field: "text",
      start: 30,
      end: 35,
      before: "وصل الرئيس فلاديمير بوتين إلى ",
      text: "سوتشي",
      after: " أمس.",
      type: "organization",
      found: { start: 30, end: 35, text: "سوتشي", type: "place" },
    });
    expect(errors["wrong boundary"]!.samples[0]!.found).toMatchObject({ text: "فلاديمير بوتين" });
  });

  test("the reliability of confidences", () => {
    const { bins, expectedCalibrationError } = evaluate(gold).reliability;
    expect(bins.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(10);
    const off = bins.reduce((sum, bin) => sum + (bin.count / 10) * Math.abs(bin.confidence - bin.right), 0);
    expect(expectedCalibrationError).toBeCloseTo(off, 12);
  });

  test("as text", () => {
    const { status, stdout } = khabar(["evaluate", "tagger", gold]);
    expect(status).toBe(0);
    const lines = linesOf(stdout);
    expect(lines[1]).toMatch(/^person +80\.0 +66\.7 +72\.7 +6 +5 +4$/);
    expect(lines).toContain("missed: 1 (person 1)");
    expect(lines).toContain("  missed text 0-3 person: [وصل] الرئيس فلاديمير بوتين إلى سوتشي أمس.");
    expect(stdout).toMatch(/\[سوتشي\] أمس\. {2}found: place\n/);
    expect(stdout).toMatch(/ {2}found: person \[فلاديمير بوتين\]\n/);
    expect(lines.at(-1)).toMatch(/^expected calibration error \d+\.\d$/);
  });

  test("gzipped, and several files as one", () => {
    const zipped = file("gold.jsonl.gz", gzipSync(jsonl(...GOLD)));
    expect(evaluate(zipped)).toEqual(evaluate(gold));
    expect(evaluate(gold, zipped).pooled.named).toMatchObject({ gold: 20, found: 20, right: 14 });
  });

  test("--samples says how many errors of a class are shown, spread over the file", () => {
    const many = Array.from({ length: 8 }, (_, i) => annotated("وصل إلى [P البيت] أمس", { id: `n${i}` }));
    const path = file("many.jsonl", jsonl(...many));
    const idsOf = (...args: string[]) => evaluate(path, ...args).errors.missed!.samples.map(({ id }) => id);
    expect(idsOf("--samples", "0")).toEqual([]);
    expect(idsOf("--samples", "2")).toEqual(["n0", "n4"]);
    expect(idsOf("--samples", "99")).toHaveLength(8);
    expect(idsOf()).toHaveLength(5);
  });

  test("--no-tagger reads with the lexicons alone", () => {
    const path = file("unlisted.jsonl", jsonl(annotated("وصل فلان إلى [L سوتشي] أمس")));
    expect(evaluate(path, "--no-tagger").types.place).toMatchObject({ right: 1 });
  });

  test("an empty file", () => {
    const report = evaluate(file("empty.jsonl", ""));
    expect([report.articles, report.pooled.named]).toEqual([
      0,
      expect.objectContaining({ gold: 0, found: 0 }),
    ]);
  });
});

describe("evaluate tagger on CoNLL", () => {
  const path = file("tiny.conll", CONLL);

  test("names are runs of whole tokens", () => {
    const report = evaluate(path);
    expect(report.articles).toBe(2);
    expect(countsOf(report)).toMatchObject({ person: [1, 1, 1], place: [2, 2, 2] });
  });

  test("gzipped, with tabs and CRLF", () => {
    const text = CONLL.replaceAll(" ", "\t").replaceAll("\n", "\r\n");
    expect(evaluate(file("tiny.conll.gz", gzipSync(text)))).toEqual(evaluate(path));
  });

  test("--types says what types are called; others are neither annotated nor looked for", () => {
    expect(countsOf(evaluate(path, "--types", "LOC=place"))).toMatchObject({ place: [1, 2, 1] });
    expect(Object.keys(evaluate(path, "--types", "LOC=place,GPE=place").types)).toEqual(["place"]);
  });

  test("I behind O, and I of another type, begin a name", () => {
    const { types } = evaluate(file("loose.conll", "سوتشي I-LOC\nبوتين I-PER\nقالن I-MISC\n"));
    expect([types.place!.gold, types.person!.gold]).toEqual([1, 1]);
  });
});

/** The shared scorers, which know khabar only by its command line; only development machines have them. */
const ROOT = new URL("../../", import.meta.url).pathname;
const CONLL_NAMES: Readonly<Record<string, string>> = { PER: "person", LOC: "place", ORG: "organization" };
const SHARED = new URL("../../../shared/", import.meta.url).pathname;

describe.skipIf(!existsSync(`${SHARED}eval/ner.mjs`))("the figures of the shared scorers", () => {
  test.each([
    ["ner.mjs", "gold/dev.jsonl.gz"],
    ["conll.mjs", "ner/wojood-sample-dev.conll.gz"],
  ])("%s on %s", (scorer, data) => {
    const path = `${SHARED}data/${data}`;
    const { stdout } = spawnSync(process.execPath, [`${SHARED}eval/${scorer}`, path], {
      cwd: ROOT,
      encoding: "utf8",
    });
    const rows = [...stdout.matchAll(/^(\S+) +P +([\d.]+) +R +([\d.]+) +F1 +([\d.]+) +\((\d+)\)$/gm)];
    const theirs = rows.map(([, name, ...figures]) => [CONLL_NAMES[name!] ?? name, ...figures]);
    expect(theirs.length).toBeGreaterThan(3);
    const own = khabar(["evaluate", "tagger", "--samples", "0", path]).stdout;
    for (const [name, p, r, f1, gold] of theirs)
      expect(own).toMatch(new RegExp(`^${name} +${p} +${r} +${f1} +${gold} `, "m"));
  });
});
describe("bad lines", () => {
  test.each<[name: string, line: string, message: string]>([
    ["broken JSON", '{"text": ', "not JSON: "],
    ["a list", "[]", "expected a JSON object, got an array"],
    ["no mentions", '{"text": "خبر"}', "mentions: "],
    ["no text", '{"mentions": []}', "no text: an article needs a non-empty text or title"],
    ["an unknown type", mention({ type: "animal" }), "mentions.0.type: expected one of person, place, "],
    ["an unknown field", mention({ field: "body" }), "mentions.0.field: expected title or text"],
    ["a negative offset", mention({ start: -1 }), "mentions.0.start: expected 0 or more"],
    ["half an offset", mention({ start: 0.5 }), "mentions.0.start: expected a whole number"],
    [
      "an end beyond the text",
      mention({ end: 99 }),
      "mentions.0: [4, 99) is no span of the text, which has length 8",
    ],
    ["an empty span", mention({ end: 4 }), "mentions.0: [4, 4) is no span of the text"],
    [
      "a span of a title that is not there",
      mention({ field: "title" }),
      "mentions.0: [4, 8) is no span of the title, which has length 0",
    ],
    [
      "a text that does not stand there",
      mention({ text: "زار" }),
      'mentions.0: its text is "زار", but "قالن" stands at [4, 8)',
    ],
    [
      "mentions that overlap",
      '{"text": "زار قالن", "mentions": [{"field": "text", "start": 4, "end": 8, "type": "person"}, {"field": "text", "start": 0, "end": 5, "type": "place"}]}',
      "mentions.0 overlaps mentions.1",
    ],
  ])("%s", (_, line, message) => {
    const path = file("bad.jsonl", `${jsonl(GOLD[0]!)}${line}\n${jsonl(GOLD[1]!)}`);
    const { status, stdout, stderr } = khabar(["evaluate", "tagger", "--format", "json", path]);
    expect(status).toBe(1);
    expect(stderr).toContain(`${path}:2: ${message}`);
    expect(stderr).toContain("1 line could not be used");
    expect((JSON.parse(stdout) as Report).articles).toBe(2);
  });

  function mention(changes: Record<string, unknown>): string {
    const given = { field: "text", start: 4, end: 8, type: "person", ...changes };
    return JSON.stringify({ text: "زار قالن", mentions: [given] });
  }

  test.each<[name: string, line: string, message: string]>([
    ["one column", "زار", "expected two columns, token and tag, got 1; its sentence is passed over"],
    ["three columns", "زار VB O", "expected two columns, token and tag, got 3"],
    ["a tag that is none", "زار PER", 'expected a tag O, B-type or I-type, got "PER"'],
  ])("CoNLL: %s", (_, line, message) => {
    const path = file("bad.conll", `${CONLL}\nزار O\n${line}\nلندن B-LOC\n\n${CONLL}`);
    const { status, stdout, stderr } = khabar(["evaluate", "tagger", "--format", "json", path]);
    expect(status).toBe(1);
    expect(stderr).toContain(`${path}:12: ${message}`);
    expect((JSON.parse(stdout) as Report).articles).toBe(4);
  });

  test("a file that is no gzip is named", () => {
    const path = file("plain.jsonl.gz", jsonl(GOLD[0]!));
    const { status, stderr } = khabar(["evaluate", "tagger", path]);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${path}: cannot be unzipped`)]);
  });

  test("a model that is none is named", () => {
    const path = file("gold.jsonl", jsonl(GOLD[0]!));
    const { status, stderr } = khabar(["evaluate", "tagger", path, "--model", path]);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${path}: Expected a khabar tagger file`)]);
  });
});

describe("usage", () => {
  const path = file("usage.conll", CONLL);
  test.each<[name: string, args: string[], message: string]>([
    ["no file", [], "missing required argument 'files'"],
    ["a file that is not there", ["nowhere.jsonl"], "No such file."],
    ["a folder", ["/"], "A folder; expected a file."],
    ["an unknown format", [path, "--format", "xml"], "Allowed choices are text, json"],
    ["samples that are no number", [path, "--samples", "few"], "Expected a whole number from 0."],
    [
      "a type that khabar has not",
      [path, "--types", "PER=human"],
      'No type "human"; choose from person, place,',
    ],
    ["types of another form", [path, "--types", "PER"], 'Expected NAME=type, as in PER=person; got "PER".'],
    ["a model and none", [path, "--model", path, "--no-tagger"], "cannot be used with option"],
  ])("%s", (_, args, message) => {
    const { status, stdout, stderr } = khabar(["evaluate", "tagger", ...args]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});
