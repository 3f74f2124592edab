import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { aliases, bodies, demonyms, offices } from "../../../src/data/english/tables.generated.js";
import { Lexicon } from "../../../src/data/lexicon.js";
import { type EnglishTable, englishModule } from "../../../training/english/english-tables.js";
import { packageData } from "../../helpers/real-khabar.js";

const root = new URL("../../../", import.meta.url);

describe("the generated tables", () => {
  test("are what lexicons/english says", () => {
    const folder = new URL("lexicons/english/", root);
    const tables = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => name.endsWith(".tsv"))
      .sort()
      .map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
    expect(readFileSync(new URL("src/data/english/tables.generated.ts", root), "utf8")).toBe(
      englishModule(tables),
    );
  });

  test.each([
    [
      "a foreign header",
      "id\tnames\tsource\n",
      'demonyms.tsv:1: the header is "id\tnames\tsource", expected',
    ],
    [
      "a missing cell",
      "id\tforms\tsource\nplace/russia\tRussian\n",
      "demonyms.tsv:2: a row has the cells id, forms, source",
    ],
    [
      "unsorted rows",
      "id\tforms\tsource\nplace/syria\tSyrian\tkhabar\nplace/russia\tRussian\tkhabar\n",
      'demonyms.tsv:3: "place/russia" stands behind "place/syria"',
    ],
  ])("%s is refused with file and line", (_, text, message) => {
    const table: EnglishTable = { name: "demonyms.tsv", text };
    expect(() => englishModule([table])).toThrow(message);
  });
});

describe("the rows", () => {
  const lexicon = new Lexicon(packageData("lexicon"));

  test("are of entities that the lexicons have", () => {
    const unknown = [...aliases, ...demonyms].map(([id]) => id).filter((id) => lexicon.entityOf(id) < 0);
    expect(unknown).toEqual([]);
  });

  test("are of offices and bodies that the lexicons have", () => {
    const roles = new Set(lexicon.roles.map((office) => office));
    const slugs = new Set(lexicon.patterns.map(({ slug }) => slug));
    expect(offices.map(([office]) => office).filter((office) => !roles.has(office))).toEqual([]);
    expect(bodies.map(([slug]) => slug).filter((slug) => !slugs.has(slug))).toEqual([]);
  });

  test("name the people of every country of the Arab League and of the Security Council", () => {
    const codes = "DZ BH DJ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN AE YE US GB FR RU CN".split(
      " ",
    );
    const named = new Set(
      demonyms.map(([id]) => lexicon.countries[lexicon.mainCountry(lexicon.entityOf(id))]),
    );
    expect(codes.filter((code) => !named.has(code))).toEqual([]);
  });
});
