import { describe, expect, test } from "vitest";
import { encodeLexicon } from "../../src/data/encode-lexicon.js";
import { Lexicon } from "../../src/data/lexicon.js";
import { contentOf } from "../../src/data/lexicon-content.js";
import { mergeLexicons } from "../../src/data/merge-lexicons.js";
import { LexiconError } from "../../src/data/problems.js";
import { createKhabar } from "../../src/khabar.js";
import { compileLexicon } from "../../src/pipeline.js";
import { TINY_TABLES, tinyKhabar, tinyLexicon } from "../helpers/tiny-lexicon.js";

/** A user's table; cells are parted by ` ; `. */
function own(...rows: readonly string[]): { file: string; text: string } {
  const lines = rows.map((row) => row.split(";").map((cell) => cell.trim()));
  return {
    file: "mine.tsv",
    text: `id\tar\tclass\taliases\tcountry\n${lines.map((cells) => cells.concat(["", ""]).slice(0, 5).join("\t")).join("\n")}\n`,
  };
}

const entitiesIn = (text: string, ...rows: readonly string[]): string[] =>
  tinyKhabar()
    .withEntities([own(...rows)])
    .read({ text }, { clean: false })
    .mentions.map((mention) => `${mention.text} → ${mention.entity}`);

test("taking a lexicon apart and putting it together gives an equal one", () => {
  const content = contentOf(new Lexicon(tinyLexicon()));
  const again = contentOf(new Lexicon(encodeLexicon(content)));
  expect(again).toEqual(content);
  expect(content.entities).toHaveLength(new Lexicon(tinyLexicon()).entityCount);
});

test("merging nothing changes nothing", () => {
  const base = new Lexicon(tinyLexicon());
  const merged = new Lexicon(mergeLexicons(base, new Lexicon(compileLexicon([]))));
  expect(contentOf(merged)).toEqual(contentOf(base));
});

test("merging a lexicon's tables into it changes nothing but the order of its senses", () => {
  const base = new Lexicon(tinyLexicon());
  const merged = contentOf(new Lexicon(mergeLexicons(base, new Lexicon(compileLexicon(TINY_TABLES)))));
  const content = contentOf(base);
  expect(merged.entities).toEqual(content.entities);
  expect(merged.patterns).toEqual(content.patterns);
  expect([...merged.names.keys()].sort()).toEqual([...content.names.keys()].sort());
});

describe("a user's entities", () => {
  test.each<[name: string, rows: readonly string[], text: string, mentions: readonly string[]]>([
    [
      "a new one, with proclitics",
      ["organization/nakheel ; شركة النخيل ; company ; النخيل"],
      "قالت للنخيل شركة النخيل في بيروت",
      ["لنخيل → organization/nakheel", "شركة النخيل → organization/nakheel", "بيروت → place/beirut"],
    ],
    [
      "its surface wins",
      ["organization/lebanon-magazine ; لبنان ; media"],
      "مجلة لبنان تصدر في بيروت",
      ["لبنان → organization/lebanon-magazine", "بيروت → place/beirut"],
    ],
    [
      "a marked surface leaves the others where they were",
      ["organization/lebanon-magazine ; مجلة الأرز ; media ; لبنان^known"],
      "وصل إلى لبنان",
      ["لبنان → place/lebanon"],
    ],
    [
      "a marked surface counts when its policy holds",
      ["person/salma-hadi ; سلمى هادي ; artist ; هادي^known"],
      "غنت سلمى هادي ثم قالت هادي",
      ["سلمى هادي → person/salma-hadi", "هادي → person/salma-hadi"],
    ],
    [
      "more surfaces for an entity that is listed",
      ["place/sochi ; سوتشي ; city ; درة البحر الأسود"],
      "زار درة البحر الأسود وسوتشي",
      ["درة البحر الأسود → place/sochi", "سوتشي → place/sochi"],
    ],
  ])("%s", (_, rows, text, mentions) => {
    expect(entitiesIn(text, ...rows)).toEqual(mentions);
  });

  test("an entity of the same id keeps what the user does not tell", () => {
    const khabar = tinyKhabar().withEntities([own("person/barack-obama ; باراك حسين أوباما ; politician")]);
    const { entities } = khabar.read({ text: "قال باراك حسين أوباما" }, { clean: false });
    expect(entities[0]).toMatchObject({
      id: "person/barack-obama",
      name: { ar: "باراك حسين أوباما", en: "Barack Obama" },
      country: "US",
    });
    expect(khabar.read({ text: "الرئيس الأمريكي", date: "2012-05-01" }).entities[0]?.id).toBe(
      "person/barack-obama",
    );
  });

  test("the reader that they are added to stays as it is", () => {
    const khabar = tinyKhabar();
    khabar.withEntities([own("organization/lebanon-magazine ; لبنان ; media")]);
    expect(khabar.read({ text: "وصل إلى لبنان" }).entities[0]?.id).toBe("place/lebanon");
  });

  test("a spelling that only a rule makes takes no name of the base", () => {
    const text = "زار عبدربه منصور هادي لبنان";
    expect(entitiesIn(text, "person/other ; عبدربه هادي ; artist")[0]).toBe(
      tinyKhabar()
        .read({ text }, { clean: false })
        .mentions.map((m) => `${m.text} → ${m.entity}`)[0],
    );
  });

  test("function words of the base are refused, and every problem has its line", () => {
    const add = (): unknown =>
      tinyKhabar().withEntities([own("person/a ; في ; artist", "person/b ; سعيد سالم ; singer")]);
    expect(add).toThrow(LexiconError);
    expect(add).toThrow('mine.tsv:2: surface "في" of person/a is a function word');
    expect(add).toThrow('mine.tsv:3: class "singer" of person/b is no class of type person');
  });

  test("compiled bytes do the same", () => {
    const bytes = compileLexicon([{ ...own("organization/nakheel ; شركة النخيل ; company"), user: true }]);
    const khabar = createKhabar({ lexicon: tinyLexicon() }).withLexicon(bytes);
    expect(khabar.read({ text: "أعلنت شركة النخيل" }).entities[0]).toMatchObject({
      id: "organization/nakheel",
      name: { ar: "شركة النخيل", en: "شركة النخيل" },
    });
  });
});
