import { describe, expect, test } from "vitest";
import { decodeContainer, encodeContainer } from "../../src/data/container.js";
import { LEXICON_VERSION, Lexicon } from "../../src/data/lexicon.js";
import { formatProblem, LexiconError } from "../../src/data/problems.js";
import type { TableSource } from "../../src/data/table.js";
import { SUBJECTS } from "../../src/data/topic-list.js";
import { DataFormatError } from "../../src/index.js";
import { createKhabar } from "../../src/khabar.js";
import { checkLexicon, compileLexicon, splitWords } from "../../src/pipeline.js";
import { TINY_TABLES, table, tinyLexicon, words } from "../helpers/tiny-lexicon.js";

const COLUMNS = "id ar en aliases class country wikidata offices source prior";
const GOOD = "person/a ; بوتين ; A ;  ; artist ;  ;  ;  ; test";

function problemsOf(...sources: TableSource[]): string[] {
  return checkLexicon(sources).problems.map(formatProblem);
}

describe("problems of entity tables read file:line: message", () => {
  test.each<[name: string, row: string, problem: string]>([
    [
      "an id without a type",
      "putin ; بوتين ; P ;  ; artist ;  ;  ;  ; test",
      'tag/people/t.tsv:3: id "putin" is not type/slug',
    ],
    [
      "an unknown type",
      "people/putin ; بوتين ; P ;  ; artist ;  ;  ;  ; test",
      "types are person, place, organization",
    ],
    [
      "a slug with capitals",
      "person/Putin ; بوتين ; P ;  ; artist ;  ;  ;  ; test",
      'tag/people/t.tsv:3: id "person/Putin" is not type/slug',
    ],
    [
      "a class of another type",
      "person/p ; بوتين ; P ;  ; city ;  ;  ;  ; test",
      'tag/people/t.tsv:3: class "city" of person/p is no class of type person',
    ],
    [
      "no Arabic name",
      "person/p ;  ; P ;  ; artist ;  ;  ;  ; test",
      "tag/people/t.tsv:3: person/p has no Arabic name",
    ],
    [
      "no English name",
      "person/p ; بوتين ;  ;  ; artist ;  ;  ;  ; test",
      "tag/people/t.tsv:3: person/p has no English name",
    ],
    [
      "no source",
      "person/p ; بوتين ; P ;  ; artist ;  ;  ;  ; ",
      "tag/people/t.tsv:3: person/p has no source",
    ],
    [
      "a country that is no code",
      "person/p ; بوتين ; P ;  ; artist ; Russia ;  ;  ; test",
      'tag/people/t.tsv:3: country "Russia" of person/p is no ISO 3166-1 code',
    ],
    [
      "a wikidata id that is none",
      "person/p ; بوتين ; P ;  ; artist ;  ; 7747 ;  ; test",
      'tag/people/t.tsv:3: wikidata "7747" of person/p is no item',
    ],
    [
      "a prior above 1",
      "person/p ; بوتين ; P ;  ; artist ;  ;  ;  ; test ; 5",
      'tag/people/t.tsv:3: prior "5" of person/p is not within 0 to 1',
    ],
    [
      "an unknown policy",
      "person/p ; بوتين ; P ; صالح^titel ; artist ;  ;  ;  ; test",
      'tag/people/t.tsv:3: surface "صالح^titel" of person/p ends in an unknown policy; choose ^known, ^title or ^near',
    ],
    [
      "an office without dates",
      "person/p ; بوتين ; P ;  ; artist ;  ;  ; president@RU ; test",
      'tag/people/t.tsv:3: office "president@RU" of person/p is not office@country:from..to',
    ],
    [
      "a surface of signs only",
      "person/p ; ... ; P ;  ; artist ;  ;  ;  ; test",
      'tag/people/t.tsv:3: surface "..." of person/p has no letters',
    ],
    [
      "an id that is taken",
      "person/a ; بوتن ; P ;  ; artist ;  ;  ;  ; test",
      "tag/people/t.tsv:3: id person/a is already at tag/people/t.tsv:2",
    ],
  ])("%s", (_, row, problem) => {
    const problems = problemsOf(table("tag/people/t.tsv", COLUMNS, [GOOD, row]));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test("a row with too few cells", () => {
    const text = `${COLUMNS.replaceAll(" ", "\t")}\nperson/p\tبوتين\n`;
    expect(problemsOf({ file: "tag/people/t.tsv", text })).toEqual([
      "tag/people/t.tsv:2: 2 cells; the header names 10",
    ]);
  });

  test("an unknown column", () => {
    const [problem] = problemsOf(table("tag/people/t.tsv", `${COLUMNS} colour`, []));
    expect(problem).toContain('tag/people/t.tsv:1: unknown column "colour"; expected id, ar, en');
  });

  test("a surface that is a function word", () => {
    const problems = problemsOf(
      table("tag/people/t.tsv", COLUMNS, ["person/anne ; آن ; Anne ;  ; royal ;  ;  ;  ; test"]),
      words("function-words", "أن"),
    );
    expect(problems).toEqual(['tag/people/t.tsv:2: surface "آن" of person/anne is a function word']);
  });

  test("comments and empty lines count as lines and are skipped", () => {
    const text = `# comment\n\n${COLUMNS.replaceAll(" ", "\t")}\n# more\nbad/x\tب\tB\t\tartist\t\t\t\ttest\t\n`;
    expect(problemsOf({ file: "tag/people/t.tsv", text })[0]).toContain("tag/people/t.tsv:5: ");
  });

  test("carriage returns at line ends do not matter", () => {
    const source = table("tag/people/t.tsv", COLUMNS, [GOOD]);
    const crlf = { ...source, text: source.text.replaceAll("\n", "\r\n") };
    expect(Buffer.from(compileLexicon([crlf])).equals(Buffer.from(compileLexicon([source])))).toBe(true);
  });
});

describe("problems of other tables", () => {
  test.each<[name: string, source: TableSource, problem: string]>([
    [
      "demonyms of nothing",
      table("tag/demonyms.tsv", "country id m f plural source", [
        "RU ; place/russia ; روسي ; روسية ; روس ; test",
      ]),
      'tag/demonyms.tsv:2: demonyms of "place/russia", which is no entity of the tables',
    ],
    [
      "a pattern that starts with a slot",
      table("tag/organizations/patterns.tsv", "pattern slug en class countries source", [
        "{m} الجيش ; a-{c} ; A ; military ; * ; test",
      ]),
      'tag/organizations/patterns.tsv:2: pattern "{m} الجيش" must start with a word',
    ],
    [
      "an unknown word list",
      words("nicknames", "أبو"),
      'tag/words/nicknames.tsv:1: there is no word list "nicknames"; expected given-names, titles',
    ],
  ])("%s", (_, source, problem) => {
    expect(problemsOf(source)[0]).toContain(problem);
  });
});

test("compileLexicon throws one LexiconError with every problem", () => {
  const source = table("tag/people/t.tsv", COLUMNS, [
    "person/p ;  ; P ;  ; artist ;  ;  ;  ; test",
    "person/q ; بوتين ; P ;  ; king ;  ;  ;  ; test",
  ]);
  try {
    compileLexicon([source]);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(LexiconError);
    const { problems, message } = error as LexiconError;
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      "tag/people/t.tsv:2",
      "tag/people/t.tsv:3",
    ]);
    expect(message).toBe(problems.map(formatProblem).join("\n"));
  }
});

test("checkLexicon compiles what can be compiled", () => {
  const source = table("tag/people/t.tsv", COLUMNS, [GOOD, "person/p ;  ; P ;  ; artist ;  ;  ;  ; test"]);
  const { bytes, problems } = checkLexicon([source]);
  expect(problems).toHaveLength(1);
  expect(createKhabar({ lexicon: bytes }).read({ text: "وقال بوتين" }).mentions[0]).toMatchObject({
    text: "بوتين",
    entity: "person/a",
  });
});

describe("compiled bytes", () => {
  test("the same tables give the same bytes, in any order", () => {
    const first = Buffer.from(compileLexicon(TINY_TABLES));
    expect(Buffer.from(compileLexicon(TINY_TABLES)).equals(first)).toBe(true);
    expect(Buffer.from(compileLexicon([...TINY_TABLES].reverse())).equals(first)).toBe(true);
  });

  test("an empty lexicon reads articles and finds nothing", () => {
    const khabar = createKhabar({ lexicon: compileLexicon([]) });
    expect(khabar.read({ text: "وقال بوتين إن 400" }).mentions).toEqual([]);
  });

  test("entities come back as their rows say", () => {
    const lexicon = new Lexicon(tinyLexicon());
    const putin = lexicon.entityOf("person/vladimir-putin");
    expect([lexicon.id(putin), lexicon.arabicName(putin), lexicon.englishName(putin)]).toEqual([
      "person/vladimir-putin",
      "فلاديمير بوتين",
      "Vladimir Putin",
    ]);
    expect([lexicon.type(putin), lexicon.class(putin)]).toEqual(["person", "head-of-state"]);
    expect(
      lexicon.holders("president@RU").map(({ holder, from, to }) => [lexicon.id(holder), from, to]),
    ).toEqual([
      ["person/dmitry-medvedev", 20080501, 20120531],
      ["person/vladimir-putin", 20000501, 20080531],
      ["person/vladimir-putin", 20120501, 99999999],
    ]);
    expect(lexicon.entityOf("person/nobody")).toBe(-1);
    expect(lexicon.holders("president@XX")).toEqual([]);
  });
});

describe("damaged and foreign bytes are refused with DataFormatError", () => {
  const bytes = tinyLexicon();
  const with32 = (at: number, value: number): Uint8Array => {
    const copy = bytes.slice();
    new DataView(copy.buffer).setUint32(at, value, true);
    return copy;
  };
  const flipped = (at: number): Uint8Array => {
    const copy = bytes.slice();
    copy[at]! ^= 0x40;
    return copy;
  };
  test.each<[name: string, bytes: Uint8Array, message: string]>([
    ["nothing", new Uint8Array(0), "Expected a khabar lexicon file; got 0 bytes"],
    ["a few bytes", bytes.slice(0, 12), "Expected a khabar lexicon file; got 12 bytes"],
    [
      "text",
      new TextEncoder().encode("id\tar\ten\taliases\tclass\tcountry"),
      "Expected a khabar lexicon file; got other data",
    ],
    ["another version", with32(4, 99), `format version 99; this library reads version ${LEXICON_VERSION}`],
    [
      "a header that is longer than the file",
      with32(8, 0x7fffffff),
      "The lexicon file ends within its header",
    ],
    ["a damaged header", flipped(40), "The header of the lexicon file is damaged"],
    ["a damaged column", flipped(bytes.length - 20), "The lexicon file is damaged or cut short"],
    ["cut short", bytes.slice(0, bytes.length - 8), "The lexicon file is damaged or cut short"],
    ["another kind", encodeContainer("topics", LEXICON_VERSION, {}, {}), 'got one of kind "topics"'],
  ])("%s", (_, data, message) => {
    expect(() => new Lexicon(data)).toThrow(DataFormatError);
    expect(() => createKhabar({ lexicon: data })).toThrow(message);
  });

  test("every single damaged byte is noticed, but for the padding between header and columns", () => {
    const small = compileLexicon([table("tag/people/t.tsv", COLUMNS, [GOOD])]);
    const headerEnd = 20 + new DataView(small.buffer).getUint32(8, true);
    const columnsStart = (headerEnd + 7) & ~7;
    for (let at = 0; at < small.length; at++) {
      if (at >= headerEnd && at < columnsStart) continue;
      const copy = small.slice();
      copy[at]! ^= 1;
      expect(() => new Lexicon(copy), `byte ${at}`).toThrow(DataFormatError);
    }
  });

  test("bytes that start anywhere in a buffer are read", () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(new Lexicon(shifted.subarray(3)).id(0)).toBe(new Lexicon(bytes).id(0));
  });
});

describe("containers", () => {
  test("columns of every type come back", () => {
    const columns = {
      a: Uint8Array.of(1, 2, 3),
      b: Uint16Array.of(65535),
      c: Int16Array.of(-5, 5),
      d: Uint32Array.of(4294967295),
      e: Int32Array.of(-1),
      f: Float32Array.of(0.5, -2),
      none: new Uint32Array(0),
    };
    const container = decodeContainer(encodeContainer("test", 3, { note: "ملاحظة" }, columns), "test", 3);
    expect(container.meta).toEqual({ note: "ملاحظة" });
    expect([...container.column("a", "u8")]).toEqual([1, 2, 3]);
    expect([...container.column("b", "u16")]).toEqual([65535]);
    expect([...container.column("c", "i16")]).toEqual([-5, 5]);
    expect([...container.column("d", "u32")]).toEqual([4294967295]);
    expect([...container.column("e", "i32")]).toEqual([-1]);
    expect([...container.column("f", "f32")]).toEqual([0.5, -2]);
    expect([...container.column("none", "u32")]).toEqual([]);
  });

  test("a column that is missing or of another type is named", () => {
    const container = decodeContainer(encodeContainer("test", 1, {}, { a: Uint8Array.of(1) }), "test", 1);
    expect(() => container.column("b", "u8")).toThrow('The test file has no column "b" of type u8');
    expect(() => container.column("a", "u16")).toThrow('The test file has no column "a" of type u16');
  });
});

test("splitWords sees a surface as the tokenizer does", () => {
  expect(splitWords("إف-16")).toEqual(["اف", "16"]);
  expect(splitWords("«سي.إن.إن»")).toEqual(["سي", "ان", "ان"]);
  expect(splitWords("...")).toEqual([]);
});

test("the subjects are the twenty of the annotation guide", () => {
  expect(SUBJECTS.map(({ id }) => id)).toEqual(
    "politics diplomacy defense conflict terrorism-security crime-justice economy energy health disaster environment science-technology education religion culture-entertainment media sport society migration-rights tourism-transport".split(
      " ",
    ),
  );
});
