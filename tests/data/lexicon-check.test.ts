import { describe, expect, test } from "vitest";
import { reviewLexicon } from "../../src/data/lexicon-check.js";
import { formatFinding } from "../../src/data/problems.js";
import type { TableSource } from "../../src/data/table.js";
import { splitWords } from "../../src/pipeline.js";

const COLUMNS = ["id", "ar", "en", "aliases", "class", "country", "wikidata", "source", "prior"];

/** An entity table with its head; each row gives the cells that it has. */
function entityTable(file: string, rows: readonly Readonly<Record<string, string>>[]): TableSource {
  const lines = rows.map((row) =>
    COLUMNS.map((column) => row[column] ?? { en: "X", source: "test" }[column] ?? "").join("\t"),
  );
  return { file, text: `${["# provenance: test", COLUMNS.join("\t"), ...lines].join("\n")}\n` };
}

const review = (...tables: readonly TableSource[]): string[] =>
  reviewLexicon(tables, splitWords).map(formatFinding);

const PUTIN = {
  id: "person/vladimir-putin",
  ar: "فلاديمير بوتين",
  aliases: "بوتين",
  class: "head-of-state",
  country: "RU",
};
const OTHER = { id: "person/z", ar: "سيرغي بوتين", class: "artist", country: "RU" };

describe("names of two entities", () => {
  test.each<[name: string, row: Record<string, string>, findings: readonly string[]]>([
    ["another name", OTHER, []],
    [
      "an alias that nothing decides is an error",
      { ...OTHER, aliases: "بوتين" },
      ['tag/people.tsv:4: error: alias "بوتين" is already person/vladimir-putin\'s (tag/people.tsv:3)'],
    ],
    [
      "the canonical name, spelled with other hamzas",
      { ...OTHER, ar: "فلاديمير بوتينْ" },
      [
        'tag/people.tsv:4: error: name "فلاديمير بوتينْ" is already person/vladimir-putin\'s (tag/people.tsv:3)',
        'tag/people.tsv:4: warning: ar "فلاديمير بوتينْ" holds marks, which folding drops',
      ],
    ],
    ["a marked alias clashes with nothing", { ...OTHER, aliases: "بوتين^known" }, []],
    ["a name taken back by its mark", { ...OTHER, aliases: "بوتين|بوتين^known" }, []],
    [
      "of another country",
      { ...OTHER, aliases: "بوتين", country: "FR" },
      ['tag/people.tsv:4: warning: alias "بوتين" is already person/vladimir-putin\'s (tag/people.tsv:3)'],
    ],
  ])("%s", (_, row, findings) => {
    expect(review(entityTable("tag/people.tsv", [PUTIN, row]))).toEqual(findings);
  });

  test("priors on both rows, or two places, make it a warning", () => {
    const rows = (type: string, className: string, prior: string): TableSource =>
      entityTable("t.tsv", [
        { id: `${type}/a`, ar: "طرابلس", class: className, prior },
        { id: `${type}/b`, ar: "طرابلس", class: className, prior },
      ]);
    const severities = (table: TableSource): string[] =>
      reviewLexicon([table], splitWords).map(({ severity }) => severity);
    expect(severities(rows("person", "artist", "0.4"))).toEqual(["warning"]);
    expect(severities(rows("place", "city", ""))).toEqual(["warning"]);
    expect(severities(rows("person", "artist", ""))).toEqual(["error"]);
  });

  test("«عبد الله» and «عبدالله» are one name, also across tables", () => {
    const a = entityTable("a.tsv", [{ id: "person/a", ar: "عمر عبد الرحمن", class: "athlete" }]);
    const b = entityTable("b.tsv", [{ id: "person/b", ar: "عمر عبدالرحمن", class: "cleric" }]);
    expect(review(a, b)).toEqual(['b.tsv:3: error: name "عمر عبدالرحمن" is already person/a\'s (a.tsv:3)']);
  });
});

describe("what a cell may not hold", () => {
  test.each<[name: string, ar: string, message: string]>([
    ["an invisible sign", "سعيد\u200f سالم", '"سعيد\\u200f سالم" holds an invisible sign'],
    ["a space that does not break", "سعيد\u00a0سالم", '"سعيد\\u00a0سالم" holds an invisible sign'],
    ["tatweel", "سعـيد", '"سعـيد" holds tatweel «ـ»'],
    ["marks", "سعيدٌ", '"سعيدٌ" holds marks, which folding drops'],
    ["presentation forms", "ﺳﻌﻴﺪ", '"ﺳﻌﻴﺪ" holds presentation forms'],
    ["doubled spaces", "سعيد  سالم", '"سعيد  سالم" holds two spaces side by side'],
    ["a trailing space", "سعيد ", '"سعيد " holds a space at the edge of a name'],
    ["a Latin letter in an Arabic word", "سعيدa", '"سعيدa" holds Latin and Arabic letters in one word'],
  ])("%s", (_, ar, message) => {
    const found = review(entityTable("t.tsv", [{ id: "person/a", ar, class: "artist" }]));
    expect(found).toEqual([`t.tsv:3: warning: ar ${message}`]);
  });

  test("only the alias is quoted, and the article before a number may have its tatweel", () => {
    const row = { id: "organization/g", ar: "مجموعة الـ20", aliases: "العشرين|سعـيد", class: "igo" };
    expect(review(entityTable("t.tsv", [row]))).toEqual([
      't.tsv:3: warning: aliases "سعـيد" holds tatweel «ـ»',
    ]);
  });
});

describe("the rest", () => {
  test("no provenance", () => {
    const { file, text } = entityTable("t.tsv", [PUTIN]);
    expect(review({ file, text: text.replace("provenance: ", "") })).toEqual([
      "t.tsv:1: warning: no provenance; a table opens with a line `# provenance: ...`",
    ]);
  });

  test("rows out of order are told once", () => {
    const rows = ["c", "a", "b", "a1"].map((slug) => ({
      id: `person/${slug}`,
      ar: `سعيد ${slug}`,
      class: "artist",
    }));
    expect(review(entityTable("t.tsv", rows))).toEqual([
      "t.tsv:4: warning: person/a stands after person/c; rows are sorted by id, and 1 more",
    ]);
  });

  test("a single letter, unless its mark keeps it back", () => {
    const row = (aliases: string): TableSource =>
      entityTable("t.tsv", [{ id: "product/x", ar: "إكس", aliases, class: "platform" }]);
    expect(review(row("X"))).toEqual(['t.tsv:3: warning: surface "X" of product/x is a single letter']);
    expect(review(row("X^known"))).toEqual([]);
  });

  test("one wikidata item for two rows", () => {
    const rows = [
      { id: "person/a", ar: "سعيد سالم", class: "artist", wikidata: "Q7" },
      { id: "person/b", ar: "سالم سعيد", class: "artist", wikidata: "Q7" },
    ];
    expect(review(entityTable("t.tsv", rows))).toEqual([
      "t.tsv:4: warning: wikidata Q7 is already person/a's (t.tsv:3)",
    ]);
  });

  test("what the compiler refuses is an error: id, class, column, function word", () => {
    const words = {
      file: "tag/words/function-words.tsv",
      text: "# provenance: test\nword\tsource\nفي\ttest\n",
    };
    const table = entityTable("t.tsv", [
      { id: "person/A b", ar: "سعيد", class: "artist" },
      { id: "person/c", ar: "سعيد سالم", class: "singer" },
      { id: "person/d", ar: "في", class: "artist" },
    ]);
    const found = review(words, { file: table.file, text: table.text.replace("prior", "weight") });
    expect(found.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "t.tsv:2: error: unknown",
      "t.tsv:3: error: id",
      "t.tsv:4: error: class",
      "t.tsv:5: error: surface",
    ]);
  });

  test("a user's own table needs no English name, source or provenance", () => {
    const text = "id\tar\tclass\norganization/nakheel\tشركة النخيل\tcompany\n";
    expect(review({ file: "mine.tsv", text, user: true })).toEqual([]);
    expect(review({ file: "mine.tsv", text })).toHaveLength(3);
  });
});
