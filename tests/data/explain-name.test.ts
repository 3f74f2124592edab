import { describe, expect, test } from "vitest";
import { explainName } from "../../src/data/explain-name.js";
import { Lexicon } from "../../src/data/lexicon.js";
import { isOneEditAway } from "../../src/data/nearest-names.js";
import { splitWords } from "../../src/pipeline.js";
import { tinyLexicon } from "../helpers/tiny-lexicon.js";

const explain = (name: string) => explainName(new Lexicon(tinyLexicon()), splitWords(name));

describe("senses by reading", () => {
  test.each<[name: string, senses: readonly string[]]>([
    ["بوتين", ["بوتين: name person/vladimir-putin always"]],
    ["لبوتين", ["ل+بوتين: name person/vladimir-putin always"]],
    ["للناتو", ["ل+الناتو: name organization/nato always"]],
    ["وليد", ["وليد: name person/walid-jumblatt known"]],
    ["صور", ["صور: name place/tyre near"]],
    ["فلاديمير بوتين", ["فلاديمير بوتين: name person/vladimir-putin always"]],
    ["الروسية", ["الروسيه: demonym place/russia always"]],
    ["وزارة الدفاع", ["وزاره الدفاع: pattern organization/ministry-of-defence-{c} near"]],
    ["طرابلس", ["طرابلس: name place/tripoli always", "طرابلس: name place/tripoli-lebanon always"]],
    ["سورية", ["سوريه: name place/syria always", "سوريه: demonym place/syria always"]],
    ["نشر", []],
  ])("%s", (name, senses) => {
    const found = explain(name).readings.flatMap((reading) =>
      reading.senses.map(
        ({ kind, id, policy }) =>
          `${reading.proclitics === "" ? "" : `${reading.proclitics}+`}${reading.name}: ${kind} ${id} ${policy}`,
      ),
    );
    expect(found).toEqual(senses);
  });
});

test("a person comes with class, country and offices", () => {
  expect(explain("أوباما").readings[0]!.senses).toEqual([
    {
      kind: "name",
      id: "person/barack-obama",
      ar: "باراك أوباما",
      en: "Barack Obama",
      type: "person",
      class: "head-of-state",
      countries: ["US"],
      policy: "always",
      prior: 0.5,
      offices: ["president@US 2009-01-20..2017-01-20"],
    },
  ]);
});

test("lists, longer names and families", () => {
  expect(explain("وليد").lists).toEqual([{ word: "وليد", lists: ["given-names"] }]);
  expect(explain("حلف").readings[0]).toMatchObject({
    senses: [],
    longer: expect.arrayContaining(["حلف الناتو", "حلف شمال الاطلسي"]),
  });
  expect(explain("إس-400").families).toEqual([
    { family: "S", class: "air-defense", numbers: ["300", "400"], number: "400" },
  ]);
  expect(explain("سوخوي").families).toEqual([{ family: "SU", class: "fighter", numbers: ["35", "57"] }]);
});

describe("nearest names", () => {
  test.each<[name: string, nearest: readonly string[]]>([
    ["بوتن", ["بوتين"]],
    ["فلاديمر بوتين", ["فلاديمير بوتين"]],
    ["بوتين", []],
    ["قسطنطينية", []],
  ])("%s", (name, nearest) => {
    expect(explain(name).nearest).toEqual(expect.arrayContaining([...nearest]));
    if (nearest.length === 0) expect(explain(name).nearest).toEqual([]);
  });

  test.each<[a: string, b: string, expected: boolean]>([
    ["بوتين", "بوتين", false],
    ["بوتين", "بوتن", true],
    ["بوتين", "بوتيس", true],
    ["بوتين", "بتوين", true],
    ["بوتين", "توبين", false],
    ["", "و", true],
    ["بوت", "بوتين", false],
  ])("«%s» and «%s»", (a, b, expected) => {
    expect(isOneEditAway(a, b)).toBe(expected);
    expect(isOneEditAway(b, a)).toBe(expected);
  });
});
