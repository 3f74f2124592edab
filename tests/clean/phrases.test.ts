import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FoldedWords } from "../../src/clean/folded-words.js";
import { PhraseTable, ruleOf, strengthOf } from "../../src/clean/phrase-table.js";
import { phrasesModule } from "../../training/clean/phrases-module.js";

const root = new URL("../../", import.meta.url);
const folder = new URL("lexicons/clean/", root);

describe("the generated phrases", () => {
  test("are what lexicons/clean says", () => {
    const names = readdirSync(folder)
      .filter((name) => name.endsWith(".tsv"))
      .sort();
    const files = names.map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
    expect(readFileSync(new URL("src/clean/phrases.generated.ts", root), "utf8")).toBe(phrasesModule(files));
  });

  const header = "phrase\twhere\teffect\tstrength\n";
  test.each([
    [
      "an unknown place",
      "شارك\tabove\tnone\tpage",
      'tags.tsv:2: where is "above", expected one of line, start',
    ],
    ["an unknown effect", "شارك\tline\tsome\tpage", 'tags.tsv:2: effect is "some", expected one of none'],
    [
      "a missing column",
      "شارك\tline\tnone",
      'tags.tsv:2: a row is a phrase without "|" and three more columns',
    ],
  ])("%s is refused with file and line", (_name, row, message) => {
    expect(() => phrasesModule([{ name: "tags.tsv", text: header + row }])).toThrow(message);
  });
});

describe("the phrase table", () => {
  const table = new PhraseTable([["share-labels", "glued", "none", "always", "شارك الخبر|Share on X"]]);
  const fact = (text: string): number => {
    const words = new FoldedWords().read(text, 0, text.length);
    const index = table.find(words.units, 0, words.ends[words.count - 1] ?? 0);
    return index < 0 ? 0 : (table.line[index] ?? 0);
  };

  test.each(["شارك الخبر", "شَارِك الخبر:", "  شـارك   الخبر 12", "SHARE on x"])("finds %s", (text) => {
    expect(strengthOf(fact(text))).toBe(3);
    expect(table.rules[ruleOf(fact(text))]).toBe("share-labels");
  });

  test.each(["شارك", "شارك الخبر الآن", "الخبر شارك", ""])("does not find %s", (text) =>
    expect(fact(text)).toBe(0),
  );
});
