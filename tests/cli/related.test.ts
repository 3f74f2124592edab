import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RelatedArticle } from "../../src/index.js";
import { generatedNews } from "../helpers/generated-news.js";
import { file, jsonl, khabar, linesOf } from "../helpers/run-cli.js";

const folder = mkdtempSync(join(tmpdir(), "khabar-related-"));
let count = 0;
const fresh = (): string => join(folder, `${count++}.db`);

interface Found {
  readonly id?: string | number;
  readonly related: readonly RelatedArticle[];
}
const foundIn = (stdout: string): Found[] => linesOf(stdout).map((line) => JSON.parse(line) as Found);

const SUMMIT = {
  id: "قمة-1",
  title: "بوتين وأردوغان يبحثان في سوتشي هدنة إدلب",
  text: "استقبل الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان في سوتشي لبحث الهدنة في إدلب ودفعة جديدة من صواريخ إس-400. وقال بوتين إن المحادثات كانت صريحة وطويلة.",
  date: "2021-09-29",
};
const FOLLOW_UP = {
  id: "قمة-2",
  title: "أنقرة: اتفاق سوتشي حول إدلب صامد",
  text: "قالت وزارة الخارجية التركية إن ما اتفق عليه أردوغان وبوتين في سوتشي بشأن إدلب ما زال صامدا، وإن دفعة إس-400 الثانية لم تلغ.",
  date: "2021-10-02",
};
const COPY = { ...SUMMIT, id: "قمة-نسخة", date: "2021-09-30" };
const FOOTBALL = {
  id: 7,
  title: "الأهلي يفوز على الزمالك في القاهرة",
  text: "فاز الأهلي على الزمالك بهدفين في مباراة القمة التي أقيمت في استاد القاهرة الدولي أمام آلاف المشجعين.",
  date: "2021-09-29",
};
const NEWS = [SUMMIT, FOLLOW_UP, COPY, FOOTBALL];

function indexed(): string {
  const store = fresh();
  const result = khabar(["related", "index", "--store", store, "--quiet"], jsonl(...NEWS));
  expect(result).toMatchObject({ status: 0, stdout: "", stderr: "" });
  return store;
}

describe("index and query", () => {
  test("the same event comes first, a copy is marked, another subject comes last or not at all", () => {
    const store = indexed();
    const result = khabar(["related", "query", "--store", store, "--id", "قمة-1"]);
    expect(result.status).toBe(0);
    const [{ id, related }] = foundIn(result.stdout) as [Found];
    expect(id).toBe("قمة-1");
    expect(related.slice(0, 2).map(({ id, duplicate, date }) => [id, duplicate, date])).toEqual([
      ["قمة-نسخة", true, "2021-09-30"],
      ["قمة-2", false, "2021-10-02"],
    ]);
    expect(related.slice(2).map(({ id }) => id)).not.toContain("قمة-1");
    const reasons = related[1]!.reasons.map(({ id }) => id);
    expect(reasons).toEqual(expect.arrayContaining(["person/vladimir-putin", "place/sochi"]));
    expect(related[1]!.summary).toMatch(/بوتين|أردوغان|إدلب|سوتشي/);
    expect(related[1]!.score).toBeLessThan(related[0]!.score);
  });

  test("articles that are not stored, several, in order, with and without ids", () => {
    const store = indexed();
    const asked = [
      { text: FOLLOW_UP.text },
      { id: 5, title: "الزمالك والأهلي في القاهرة" },
      { id: "x", text: "لا شيء" },
    ];
    const result = khabar(["related", "query", "--store", store, "--limit", "1"], jsonl(...asked));
    const found = foundIn(result.stdout);
    expect(found.map(({ id }) => id)).toEqual([undefined, 5, "x"]);
    expect(found.map(({ related }) => related.map(({ id }) => id))).toEqual([["قمة-2"], ["7"], []]);
  });

  test("lines that are tagged already give the same store as raw ones", () => {
    const raw = file("news.jsonl", jsonl(...generatedNews(60, 3)));
    const tagged = file("tagged.jsonl", khabar(["tag", "--keep", raw]).stdout);
    const stores = [raw, tagged].map((input) => {
      const store = fresh();
      const result = khabar(["related", "index", "--store", store, input]);
      expect(result).toMatchObject({ status: 0, stderr: "60 articles indexed; 60 articles in the store\n" });
      return store;
    });
    const [a, b] = stores.map((store) => khabar(["related", "query", "--store", store, raw]).stdout);
    expect(foundIn(a!)).toHaveLength(60);
    expect(a).toBe(b);
    expect(khabar(["related", "query", "--store", stores[0]!, tagged]).stdout).toBe(a);
  });

  test("indexing again replaces, removing takes out", () => {
    const store = indexed();
    const again = khabar(["related", "index", "--store", store], jsonl({ ...FOOTBALL, ...FOLLOW_UP, id: 7 }));
    expect(again.stderr).toBe("1 article indexed; 4 articles in the store\n");
    const removed = khabar(["related", "remove", "--store", store, "قمة-2", "ليس هنا"]);
    expect(removed).toMatchObject({
      status: 0,
      stdout: "",
      stderr: "1 article removed; 3 articles in the store\n",
    });
    const [{ related }] = foundIn(khabar(["related", "query", "--store", store, "--id", "قمة-1"]).stdout) as [
      Found,
    ];
    expect(related.map(({ id }) => id)).toContain("7");
    expect(related.map(({ id }) => id)).not.toContain("قمة-2");
  });

  test("filters by topic, entity and day; copies on request", () => {
    const store = indexed();
    const ids = (...options: string[]): string[] =>
      foundIn(
        khabar(["related", "query", "--store", store, "--id", "قمة-1", ...options]).stdout,
      )[0]!.related.map(({ id }) => id);
    expect(ids("--entity", "person/recep-tayyip-erdogan", "--entity", "place/idlib")).toEqual([
      "قمة-نسخة",
      "قمة-2",
    ]);
    expect(ids("--entity", "organization/al-ahly")).not.toContain("قمة-2");
    expect(ids("--topic", "sport")).not.toContain("قمة-2");
    expect(ids("--from", "2021-10-01")).toEqual(["قمة-2"]);
    expect(ids("--to", "2021-09-30")).not.toContain("قمة-2");
    expect(ids("--min-score", "0.95")).toEqual(["قمة-نسخة"]);
    expect(ids("--duplicates", "--limit", "2")).toEqual(["قمة-نسخة", "قمة-2"]);
    const score = (...options: string[]): number =>
      foundIn(khabar(["related", "query", "--store", store, "--id", "قمة-1", ...options]).stdout)[0]!
        .related[1]!.score;
    expect(score("--half-life", "3")).toBeCloseTo(score() / 2, 3);
  });

  test("--format text is for reading", () => {
    const { stdout } = khabar([
      "related",
      "query",
      "--store",
      indexed(),
      "--id",
      "قمة-1",
      "--format",
      "text",
    ]);
    const lines = linesOf(stdout);
    expect(lines[0]).toBe(`── قمة-1 ${SUMMIT.title}`);
    expect(lines[1]).toMatch(/^\d\.\d\d {2}2021-09-30 {2}قمة-نسخة {2}بوتين .* {2}\(copy\)$/);
    expect(lines[2]).toMatch(/^ {6}\S.*·/);
    const nothing = khabar(
      ["related", "query", "--store", indexed(), "--format", "text"],
      jsonl({ text: "لا شيء" }),
    );
    expect(nothing.stdout).toBe("──\nnothing found\n\n");
  });
});

describe("stories", () => {
  const stories = (...options: string[]): ReturnType<typeof khabar> =>
    khabar(["related", "stories", "--store", indexed(), ...options]);

  test("articles about one event are one story, the others none", () => {
    const { status, stdout } = stories();
    expect(status).toBe(0);
    const [story, ...others] = linesOf(stdout).map((line) => JSON.parse(line));
    expect(others).toEqual([]);
    expect(story).toMatchObject({
      from: "2021-09-29",
      to: "2021-10-02",
      articles: ["قمة-1", "قمة-نسخة", "قمة-2"],
    });
    expect(story.entities.map(({ id }: { id: string }) => id)).toContain("person/vladimir-putin");
    expect(linesOf(stories("--min-articles", "1").stdout)).toHaveLength(2);
    expect(linesOf(stories("--gap", "1").stdout).map((line) => JSON.parse(line).articles)).toEqual([
      ["قمة-1", "قمة-نسخة"],
    ]);
    expect(linesOf(stories("--to", "2021-09-29").stdout)).toEqual([]);
    expect(linesOf(stories("--from", "2021-09-30").stdout).map((line) => JSON.parse(line).from)).toEqual([
      "2021-09-30",
    ]);
    expect(JSON.parse(stories("--min-similarity", "1").stdout).articles).toEqual(["قمة-1", "قمة-نسخة"]);
  });

  test("--format text", () => {
    const lines = linesOf(stories("--format", "text").stdout);
    expect(lines[0]).toMatch(/^── .*إدلب.* {2}2021-09-29 – 2021-10-02$/);
    expect(lines[1]).toMatch(/^ {6}.*بوتين.*، /);
    expect(lines[2]).toBe(`       2021-09-29  قمة-1  ${SUMMIT.title}`);
  });

  test("--format html is one page that loads nothing and holds no markup of its articles", () => {
    const store = indexed();
    const evil = {
      id: '<b>"x"',
      title: `<script>alert(1)</script> ${SUMMIT.title}`,
      text: SUMMIT.text,
      date: SUMMIT.date,
    };
    khabar(["related", "index", "--store", store], jsonl(evil));
    const { stdout } = khabar(["related", "stories", "--store", store, "--format", "html"]);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
    expect(stdout.trimEnd()).toMatch(/<\/html>$/);
    expect(stdout).toContain("قصة واحدة من 5 مقالات");
    expect(stdout).toContain(FOLLOW_UP.title);
    expect(stdout).toContain("&lt;script&gt;alert(1)");
    expect(stdout).not.toMatch(/<script|<b>"|https?:|src=|@import|url\(/);
  });
});

describe("compare", () => {
  test("writes similarity and reasons for each pair, in order", () => {
    const { status, stdout } = khabar(
      ["related", "compare", "--format", "jsonl"],
      jsonl(
        { id: "a", a: SUMMIT, b: FOLLOW_UP },
        { a: SUMMIT, b: FOOTBALL },
        { id: 3, a: SUMMIT, b: SUMMIT },
      ),
    );
    expect(status).toBe(0);
    const pairs = linesOf(stdout).map((line) => JSON.parse(line));
    expect(pairs.map(({ id }) => id)).toEqual(["a", undefined, 3]);
    expect(pairs[0].similarity).toBeGreaterThan(2 * pairs[1].similarity);
    expect(pairs[2].similarity).toBeGreaterThan(pairs[0].similarity);
    const sum = pairs[0].reasons.reduce((total: number, { weight }: { weight: number }) => total + weight, 0);
    expect(sum).toBeCloseTo(pairs[0].similarity, 2);
    expect(pairs[0].reasons).toContainEqual(
      expect.objectContaining({ kind: "entity", id: "place/sochi", name: "سوتشي" }),
    );
  });

  test("--format text is for reading", () => {
    const { stdout } = khabar(
      ["related", "compare", "--format", "text"],
      jsonl({ id: 4, a: SUMMIT, b: FOLLOW_UP }),
    );
    expect(stdout).toMatch(/^4 {2}0\.\d\d {2}\S+ 0\.\d\d · /);
  });

  test("bad pairs are reported with their line and passed over", () => {
    const lines = [
      '{"id": 1, "a": {"text": "خبر"}}',
      "not json",
      JSON.stringify({ id: 2, a: SUMMIT, b: { title: "" } }),
      "[]",
    ];
    const { status, stdout, stderr } = khabar(
      ["related", "compare"],
      `${lines.join("\n")}\n${JSON.stringify({ id: 3, a: SUMMIT, b: FOLLOW_UP })}\n`,
    );
    expect(status).toBe(1);
    expect(linesOf(stdout)).toHaveLength(1);
    expect(linesOf(stderr)).toEqual([
      "stdin:1: b: expected a JSON object, got undefined",
      expect.stringMatching(/^stdin:2: not JSON: /),
      "stdin:3: b: no text: an article needs a non-empty text or title",
      "stdin:4: expected a JSON object, got an array",
      "4 pairs could not be read",
    ]);
  });
});

describe("what is wrong is said", () => {
  test("bad articles are reported with file and line; the others are indexed", () => {
    const tagged = JSON.parse(khabar(["tag", "--keep"], jsonl(SUMMIT)).stdout) as Record<string, unknown>;
    const lastMention = { field: "text", text: SUMMIT.text, start: 0, type: "person", entity: "person/x" };
    const lines = [
      JSON.stringify(SUMMIT),
      '{"text": "بلا معرف"}',
      '{"id": "a", "text": 5}',
      "{",
      '{"id": "a\\u0000b", "text": "خبر"}',
      '{"id": "t", "title": null, "text": ""}',
      JSON.stringify({ ...tagged, entities: [{ id: "x" }] }),
      JSON.stringify({ ...tagged, text: "نص آخر" }),
      JSON.stringify({ ...tagged, boilerplate: [{ field: "text", start: 3, end: 9999, rule: "menu" }] }),
      JSON.stringify({ ...tagged, mentions: [{ ...lastMention, end: 9999 }] }),
      JSON.stringify(tagged),
    ];
    const input = file("bad.jsonl", `${lines.join("\n")}\n`);
    const errors = join(folder, "errors.jsonl");
    const result = khabar(["related", "index", "--store", fresh(), "--errors", errors, input]);
    expect(result.status).toBe(1);
    expect(linesOf(result.stderr).map((line) => line.replace(input, "bad"))).toEqual([
      "bad:2: no id: an article needs one to be found by",
      "bad:3: text: expected a string, got 5",
      expect.stringMatching(/^bad:4: not JSON: /),
      "bad:5: id: expected at most 2,048 UTF-8 bytes without U+0000",
      "bad:6: no text: an article needs a non-empty text or title",
      "bad:7: entities.0.type: expected {id, type, name, salience}, got undefined",
      expect.stringMatching(
        /^bad:8: mentions: expected "بوتين" at 0 of the title|^bad:8: mentions: expected ".+" at \d+ of the text/,
      ),
      "bad:9: boilerplate: 3 to 9999 is no part of the text",
      expect.stringMatching(/^bad:10: mentions: expected ".+" at 0 of the text/),
      "2 articles indexed; 1 article in the store",
      "9 records could not be indexed",
    ]);
    expect(linesOf(readFileSync(errors, "utf8"))).toHaveLength(9);
  });

  test.each([
    [["index"], 2, "required option '--store <store>' not specified"],
    [["query", "--store", "nowhere.db"], 2, "nowhere.db: no such store; `khabar related index` makes one"],
    [["remove", "--store", "nowhere.db", "a"], 2, "nowhere.db: no such store"],
    [["remove", "--store", "nowhere.db"], 2, "missing required argument 'ids'"],
    [["query", "--store", "a.db", "--from", "2021-02-31"], 2, "Expected a day as in 2021-09-29."],
    [["query", "--store", "a.db", "--to", "أمس"], 2, "Expected a day as in 2021-09-29."],
    [
      ["query", "--store", "a.db", "--from", "2021-10-01", "--to", "2021-09-01"],
      2,
      "--from 2021-10-01 is after --to 2021-09-01",
    ],
    [["stories", "--store", "a.db", "--from", "2021-10-01", "--to", "2021-09-01"], 2, "is after --to"],
    [["query", "--store", "a.db", "--entity", "russia"], 2, "Expected an id as place/russia; types: person,"],
    [["query", "--store", "a.db", "--entity", "places/russia"], 2, "Expected an id as place/russia"],
    [["index", "--store", "a.db", "--errors", "/no/such/folder/e.jsonl"], 2, "No folder /no/such/folder."],
    [["index", "--store", ""], 2, "--store: expected a file or an address"],
    [["query", "--store", "a.db", "--limit", "0"], 2, "Expected a whole number from 1 to 1000."],
    [["query", "--store", "a.db", "--half-life", "0"], 2, "Expected a number above 0."],
    [["query", "--store", "a.db", "--min-score", ""], 2, "Expected a number from 0 to 1."],
    [["query", "--store", "a.db", "--id", "a", new URL(import.meta.url).pathname], 2, "leave the files out"],
    [["index", "--store", "a.db", "nowhere.jsonl"], 2, "No such file."],
    [["index", "--store", new URL(import.meta.url).pathname], 1, "not an SQLite file"],
    [
      ["query", "--store", "postgres://reader:geheim@127.0.0.1:1/news"],
      1,
      "khabar: postgres://reader@127.0.0.1:1/news: connect ECONNREFUSED",
    ],
  ])("%j", (args, status, message) => {
    const result = khabar(["related", ...args]);
    expect(result).toMatchObject({ status, stdout: "" });
    expect(result.stderr).toContain(message);
    expect(result.stderr).not.toContain("geheim");
  });

  test("a file without text is no article", () => {
    const input = file("empty.txt", "");
    const { status, stderr } = khabar(["related", "index", "--store", fresh(), input]);
    expect([status, linesOf(stderr)]).toEqual([
      1,
      [
        `${input}: no text: an article needs a non-empty text or title`,
        "0 articles indexed; 0 articles in the store",
        "1 record could not be indexed",
      ],
    ]);
  });

  test("control characters of titles and ids do not reach the terminal", () => {
    const store = fresh();
    khabar(
      ["related", "index", "--store", store],
      jsonl({ ...SUMMIT, id: "a\nb", title: "\u001b[31mقمة\u0007" }),
    );
    const query = khabar(["related", "query", "--store", store, "--format", "text"], jsonl(FOLLOW_UP));
    const stories = ["related", "stories", "--store", store, "--format", "text", "--min-articles", "1"];
    expect(linesOf(query.stdout)[1]).toMatch(/ {2}a b {2}\[31mقمة$/);
    expect(linesOf(khabar(stories).stdout)[2]).toMatch(/ {2}a b {2}\[31mقمة$/);
  });

  test("an article that is not in the store", () => {
    const result = khabar(["related", "query", "--store", indexed(), "--id", "غائب", "--id", "7"]);
    expect(result.status).toBe(1);
    expect(foundIn(result.stdout).map(({ id }) => id)).toEqual(["7"]);
    expect(linesOf(result.stderr)).toEqual([
      "--id غائب: no such article in the store",
      "1 record could not be read",
    ]);
  });
});
