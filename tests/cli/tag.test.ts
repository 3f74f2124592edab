import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { documentsOf, file, jsonl, khabar, linesOf } from "../helpers/run-cli.js";

const PUTIN = "وقال أردوغان لبوتين في سوتشي";
const PAGE = `<!doctype html><html lang="ar"><head><title>بوتين يلتقي أردوغان</title>
<meta property="article:published_time" content="2021-09-29"></head>
<body><nav><a href="/">الرئيسية</a><a href="/sport">رياضة</a></nav><article><h1>بوتين يلتقي أردوغان</h1>
<p>${"وصل الرئيس التركي رجب طيب أردوغان إلى سوتشي للقاء نظيره الروسي فلاديمير بوتين وبحث ملفات عدة. ".repeat(4)}</p>
<p>${"وقال الكرملين إن المحادثات تناولت الوضع في سوريا والتعاون الدفاعي بين البلدين. ".repeat(4)}</p>
</article><script>var secret = "سر";</script></body></html>`;

describe("JSON lines", () => {
  const records = Array.from({ length: 40 }, (_, i) => ({
    id: `n${i}`,
    title: i % 3 === 0 ? "بوتين في سوتشي" : null,
    text: i % 2 === 0 ? PUTIN : "زار الوفد القاهرة ثم بيروت",
  }));

  test("one line per line, in order, from stdin and from a file", () => {
    const input = jsonl(...records);
    const piped = khabar(["tag"], input);
    expect(piped.status).toBe(0);
    expect(piped.stderr).toBe("");
    expect(documentsOf(piped).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    const read = khabar(["tag", file("news.jsonl", input)]);
    expect(read.stdout).toBe(piped.stdout);
  });

  test("several files, one after the other", () => {
    const first = file("a.jsonl", jsonl({ id: "a", text: PUTIN }));
    const second = file("b.ndjson", jsonl({ id: "b", text: PUTIN }));
    expect(documentsOf(khabar(["tag", second, first])).map(({ id }) => id)).toEqual(["b", "a"]);
  });

  test("a document has the shape that the library returns", () => {
    const [document] = documentsOf(khabar(["tag"], jsonl({ id: 7, title: "بوتين في سوتشي", text: PUTIN })));
    expect(Object.keys(document!)).toEqual([
      "id",
      "language",
      "mentions",
      "entities",
      "topics",
      "boilerplate",
    ]);
    expect(
      document!.mentions.map(({ field, start, end, text, entity }) => [field, start, end, text, entity]),
    ).toEqual([
      ["title", 0, 5, "بوتين", "person/vladimir-putin"],
      ["title", 9, 14, "سوتشي", "place/sochi"],
      ["text", 5, 12, "أردوغان", "person/recep-tayyip-erdogan"],
      ["text", 14, 19, "بوتين", "person/vladimir-putin"],
      ["text", 23, 28, "سوتشي", "place/sochi"],
    ]);
  });

  test("fields that are null count as absent, other fields are ignored", () => {
    const result = khabar(
      ["tag"],
      jsonl({ id: null, title: null, text: PUTIN, date: null, url: null, tags: [1] }),
    );
    expect(result.status).toBe(0);
    const [document] = documentsOf(result);
    expect("id" in document!).toBe(false);
    expect("tags" in document!).toBe(false);
    expect(document!.mentions).toHaveLength(3);
  });

  test("--keep passes the other fields through", () => {
    const record = { id: "k", text: PUTIN, source: "test", tags: ["a"], url: "https://khabar.org/1" };
    const [document] = documentsOf(khabar(["tag", "--keep"], jsonl(record)));
    expect(document).toMatchObject({ ...record, language: "ar" });
    expect(document!.mentions).toHaveLength(3);
  });

  test("a date decides who held an office", () => {
    const records = ["2010-06-01", "2021-09-29"].map((date) => ({
      text: "وصل الرئيس الروسي إلى القاهرة",
      date,
    }));
    const people = documentsOf(khabar(["tag"], jsonl(...records))).map(
      ({ mentions }) => mentions.find(({ kind }) => kind === "role")?.entity,
    );
    expect(people).toEqual(["person/dmitry-medvedev", "person/vladimir-putin"]);
  });

  test("empty input gives empty output", () => {
    expect(khabar(["tag"], "")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(khabar(["tag"], "\n\n  \n")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(khabar(["tag", file("empty.jsonl", "")]).stdout).toBe("");
  });

  test("CRLF line ends, a byte order mark and a missing last line end do not matter", () => {
    const lines = [
      { id: 1, text: PUTIN },
      { id: 2, text: PUTIN },
    ].map((record) => JSON.stringify(record));
    const plain = khabar(["tag"], `${lines.join("\n")}\n`).stdout;
    expect(linesOf(plain)).toHaveLength(2);
    expect(khabar(["tag"], `${lines.join("\r\n")}\r\n`).stdout).toBe(plain);
    expect(khabar(["tag"], `\ufeff${lines.join("\n")}`).stdout).toBe(plain);
  });

  test("the first line may be empty and the mark stands before the second", () => {
    const result = khabar(["tag"], `\n${JSON.stringify({ id: 1, text: PUTIN })}`);
    expect([result.status, linesOf(result.stdout).length]).toEqual([0, 1]);
  });
});

describe("bad records", () => {
  test("a broken line in the middle is reported with file and line, the others are kept", () => {
    const input = `${JSON.stringify({ id: 1, text: PUTIN })}\n{"id": 2, "text": \n${JSON.stringify({ id: 3, text: PUTIN })}\n`;
    const piped = khabar(["tag"], input);
    expect(piped.status).toBe(1);
    expect(documentsOf(piped).map(({ id }) => id)).toEqual([1, 3]);
    expect(piped.stderr).toContain("stdin:2: not JSON");
    expect(piped.stderr).toContain("1 record");
    const path = file("bad.jsonl", input);
    const read = khabar(["tag", path]);
    expect(read.status).toBe(1);
    expect(read.stderr).toContain(`${path}:2: not JSON`);
  });

  test.each<[name: string, line: string, message: string]>([
    ["no text", '{"id": 1}', "no text: an article needs a non-empty text or title"],
    ["empty text", '{"text": "", "title": null}', "no text"],
    ["a text that is a number", '{"text": 5}', "text: expected a string, got 5"],
    ["an id that is a list", '{"id": [], "text": "خبر"}', "id: expected a string or a number"],
    ["a list", "[1, 2]", ""],
    ["a string", '"خبر"', "expected a JSON object"],
    ["null", "null", "expected a JSON object"],
  ])("%s", (_, line, message) => {
    const result = khabar(["tag"], `${line}\n`);
    expect(result.status).toBe(1);
    expect(result.stdout).toBe("");
    expect(result.stderr).toContain(`stdin:1: ${message}`);
  });

  test("a file without text is reported", () => {
    const input = file("empty.txt", "");
    expect(khabar(["tag", input])).toEqual({
      status: 1,
      stdout: "",
      stderr: `${input}: no text: an article needs a non-empty text or title\n1 record could not be read\n`,
    });
  });

  test("--errors FILE has them as JSON lines", () => {
    const errors = file("errors.jsonl", "");
    const result = khabar(
      ["tag", "--errors", errors],
      `oops\n${JSON.stringify({ id: 2, text: PUTIN })}\n{}\n`,
    );
    expect(result.status).toBe(1);
    const failures = linesOf(readFileSync(errors, "utf8")).map((line) => JSON.parse(line));
    expect(failures).toEqual([
      { file: "stdin", line: 1, message: expect.stringContaining("not JSON") },
      { file: "stdin", line: 3, message: expect.stringContaining("no text") },
    ]);
  });

  test("a line number counts across batches", () => {
    const good = JSON.stringify({ text: "كلمة ".repeat(2000) });
    const input = `${`${good}\n`.repeat(300)}broken\n${good}\n`;
    const result = khabar(["tag", "--no-clean", "--format", "jsonl", file("long.jsonl", input)]);
    expect(result.status).toBe(1);
    expect(result.stderr).toContain(":301: not JSON");
    expect(linesOf(result.stdout)).toHaveLength(301);
  });
});

describe("usage errors exit with 2 and name the choices", () => {
  test.each<[name: string, args: string[], words: string[]]>([
    ["an unknown format", ["tag", "--format", "xml"], ["jsonl", "text", "html"]],
    ["an unknown input format", ["tag", "--input", "pdf"], ["jsonl", "text", "html"]],
    ["a missing file", ["tag", "/no/such/file.jsonl"], ["No such file"]],
    ["a folder", ["tag", "."], ["folder"]],
    ["an unknown option", ["tag", "--colour"], ["--colour"]],
    ["an unknown command", ["tagg"], ["tagg"]],
    ["an unknown rule", ["normalize", "--rules", "foldAlif"], ["foldAlif", "foldAlef", "stripMarks"]],
  ])("%s", (_, args, words) => {
    const { status, stdout, stderr } = khabar(args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    for (const word of words) expect(stderr).toContain(word);
    expect(stderr).not.toContain("    at ");
  });
});

describe("text and HTML pages", () => {
  test("text by extension: the whole file is one article, its id the file's name", () => {
    const path = file("page.txt", `\ufeffعنوان\n\n${PUTIN}\n`);
    const [document] = documentsOf(khabar(["tag", path]));
    expect(document!.id).toBe(basename(path));
    expect(document!.mentions.map(({ text }) => text)).toEqual(["أردوغان", "بوتين", "سوتشي"]);
  });

  test("--input text reads stdin as one article", () => {
    const [document, ...more] = documentsOf(khabar(["tag", "--input", "text"], `${PUTIN}\n${PUTIN}\n`));
    expect(more).toEqual([]);
    expect(document!.mentions).toHaveLength(6);
  });

  test("HTML by extension: the title of the page", () => {
    const [document] = documentsOf(khabar(["tag", file("page.html", PAGE)]));
    const inTitle = document!.mentions.filter(({ field }) => field === "title").map(({ entity }) => entity);
    expect(inTitle).toEqual(["person/vladimir-putin", "person/recep-tayyip-erdogan"]);
  });

  test.each([
    ["a fragment", "<p>وقال أردوغان</p><p>لبوتين</p>", undefined, "وقال أردوغان\nلبوتين"],
    ["no <html>", "<!doctype html><title>سوتشي</title><p>وقال أردوغان", "سوتشي", "وقال أردوغان"],
    ["no element", "وقال أردوغان", undefined, "وقال أردوغان"],
  ])("a page with %s", (_, html, title, text) => {
    const [tagged] = documentsOf(khabar(["tag"], jsonl({ title, text })));
    expect(documentsOf(khabar(["tag", "--input", "html"], html))).toEqual([tagged]);
  });

  test.each([
    ["empty", "", "no text: an article needs a non-empty text or title"],
    ["nested too deeply", "<div>".repeat(5_000), "cannot be read as HTML: Maximum call stack size exceeded"],
  ])("a page that is %s is reported, and the others are read", (_, html, message) => {
    const [bad, good] = [file("bad.html", html), file("page.html", PAGE)];
    const result = khabar(["tag", bad, good]);
    expect([result.status, documentsOf(result).length]).toEqual([1, 1]);
    expect(linesOf(result.stderr)).toEqual([`${bad}: ${message}`, "1 record could not be read"]);
  });

  test("--input html reads stdin as a page", () => {
    const [document] = documentsOf(khabar(["tag", "--input", "html"], PAGE));
    expect(document!.entities.map(({ id }) => id)).toContain("person/vladimir-putin");
  });

  test("--no-clean keeps what would be set aside", () => {
    const path = file(
      "clean.txt",
      `${`${PUTIN} ثم عاد الوفد إلى بلاده بعد محادثات طويلة. `.repeat(5)}\nشارك الخبر\n`,
    );
    expect(documentsOf(khabar(["tag", path]))[0]!.boilerplate.map(({ rule }) => rule)).toEqual([
      "share-labels",
    ]);
    expect(documentsOf(khabar(["tag", "--no-clean", path]))[0]!.boilerplate).toEqual([]);
  });
});

describe("--format text", () => {
  test("marks every mention with its entity, without colours where there is no terminal", () => {
    const { status, stdout } = khabar(["tag", "--format", "text"], jsonl({ id: "t", text: PUTIN }));
    expect(status).toBe(0);
    expect(stdout).toContain(
      "وقال [أردوغان](person/recep-tayyip-erdogan) ل[بوتين](person/vladimir-putin) في [سوتشي](place/sochi)",
    );
    expect(stdout).toContain("Vladimir Putin");
    expect(stdout).not.toContain("\u001b");
  });
});

describe("--format html", () => {
  const hostile = '<script>alert("x")</script> & وقال بوتين';
  const { status, stdout } = khabar(
    ["tag", "--format", "html"],
    jsonl({ id: "<b>1</b>", title: "بوتين في سوتشي", text: PUTIN }, { id: 2, text: hostile }),
  );

  test("is one self-contained page from right to left", () => {
    expect(status).toBe(0);
    expect(stdout.match(/<!doctype html>/gi)).toHaveLength(1);
    expect(stdout.match(/<\/html>/g)).toHaveLength(1);
    expect(stdout).toMatch(/<html[^>]*\bdir="rtl"/);
    expect(stdout).toMatch(/<meta charset="utf-8">/i);
    expect(stdout).not.toMatch(/<(?:link|img|iframe|script)\b/i);
    expect(stdout).not.toMatch(/\bsrc=|url\(\s*["']?https?:|@import/i);
  });

  test("has every article and mention", () => {
    expect(stdout.match(/<article\b/g)).toHaveLength(2);
    for (const name of ["أردوغان", "بوتين", "سوتشي"])
      expect(stdout).toMatch(new RegExp(`<mark[^>]*>${name}`));
  });

  test("escapes what the articles say", () => {
    expect(stdout).not.toContain("<script>alert");
    expect(stdout).not.toContain("<b>1</b>");
    expect(stdout).toContain("&lt;");
  });

  test("without articles it is still a page", () => {
    const empty = khabar(["tag", "--format", "html"], "");
    expect(empty.status).toBe(0);
    expect(empty.stdout).toMatch(/<!doctype html>[\s\S]*<\/html>\s*$/i);
  });
});

test("one line of 50 MB is one article", () => {
  const sentence = "وصل الوفد إلى هناك وعاد بعد ذلك بيوم واحد. ";
  const bytes = new TextEncoder().encode(sentence).length;
  const text = sentence.repeat(Math.ceil(50_000_000 / bytes));
  const path = file("huge.jsonl", jsonl({ id: "huge", text }));
  const { status, stdout, stderr } = khabar(["tag", path]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(linesOf(stdout)).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject({ id: "huge", language: "ar" });
}, 300_000);

describe("--tagger", () => {
  const tagger = new URL("../../dist/data/tagger.khb.gz", import.meta.url).pathname;
  const input = jsonl({ id: 1, text: "قال المتحدث باسم الرئاسة جابر قمطوش إن بوتين وصل." });

  test("a tagger of one's own, gzipped or not, does what the shipped one does when it is the same", () => {
    const shipped = khabar(["tag"], input).stdout;
    const plain = file("own.khb", gunzipSync(readFileSync(tagger)));
    for (const path of [tagger, plain])
      expect(khabar(["tag", "--tagger", path], input)).toEqual({ status: 0, stdout: shipped, stderr: "" });
  });

  test("one that learned from other articles finds other names", () => {
    const model = file("other.khb", "");
    const corpus = file("corpus.jsonl", jsonl({ id: 1, text: "رفعت الحكومة الأجور أمس.", mentions: [] }));
    expect(khabar(["train", "tagger", corpus, "--epochs", "1", "--out", model]).status).toBe(0);
    const methods = documentsOf(khabar(["tag", "--tagger", model], input))[0]!.mentions.map(
      ({ text }) => text,
    );
    expect(methods).toEqual(["بوتين"]);
  });

  test.each<[name: string, args: () => string[], status: number, message: string]>([
    ["no such file", () => ["--tagger", "none.khb"], 2, "No such file."],
    ["a folder", () => ["--tagger", "."], 2, "folder"],
    ["a file of something else", () => ["--tagger", file("own.khb", "abc")], 1, "own.khb: "],
    ["the lexicon", () => ["--tagger", tagger.replace("tagger.khb", "lexicon.khb")], 1, "lexicon"],
    ["no file", () => ["--tagger"], 2, "argument missing"],
  ])("%s is an error that names it", (_, args, status, message) => {
    const result = khabar(["tag", ...args()], input);
    expect([result.status, result.stdout]).toEqual([status, ""]);
    expect(result.stderr).toContain(message);
  });
});
