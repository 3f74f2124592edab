import { describe, expect, test } from "vitest";
import { markedMentions, read, unmarked } from "../helpers/tiny-lexicon.js";

type Row = readonly [name: string, marked: string, ...ids: string[]];

function check(_: string, marked: string, ...ids: string[]): void {
  expect(markedMentions(unmarked(marked))).toEqual({ marked, ids });
}

describe("people whom no lexicon lists, by their introduction", () => {
  test.each<Row>([
    ["a title, a first name, a surname", "قال المتحدث [إبراهيم قالن] إن", "person/~ابراهيم قالن"],
    ["two first names and a surname", "قال الدكتور [محمد علي الحربي] في", "person/~محمد علي الحربي"],
    ["بن joins", "قال الوزير [خالد بن محمد] إن", "person/~خالد بن محمد"],
    ["a common word ends it", "قال الدكتور [محمد الحربي] اليوم", "person/~محمد الحربي"],
    ["a function word ends it", "قال الدكتور [محمد الحربي] في", "person/~محمد الحربي"],
    ["no title, no name", "قال إبراهيم قالن إن"],
    ["no first name, no name", "قال المتحدث الجديد قالن إن"],
    ["one word is not enough", "قال الدكتور محمد في"],
    ["it does not run on into the next sentence", "وصل الدكتور محمد. الحربي غائب"],
    ["a listed name is the lexicon's", "قال الرئيس [فلاديمير بوتين] إن", "person/vladimir-putin"],
  ])("%s: %s", check);
});

describe("an unlisted name has the same id in every article", () => {
  test("whatever its marks, tatweel and hamza", () => {
    const ids = ["المتحدث إبراهيم قالن", "المتحدث ابراهيم قالن", "المتحدث إبْراهيم قـــالن"].map(
      (text) => read(`وقال ${text} إن`).mentions[0]?.entity,
    );
    expect(ids).toEqual(Array(3).fill("person/~ابراهيم قالن"));
  });

  test("it is not listed, has its name as written, and no country", () => {
    const [entity] = read("قال المتحدث إبراهيم قالن إن").entities;
    expect(entity).toEqual({
      id: "person/~ابراهيم قالن",
      type: "person",
      listed: false,
      name: { ar: "إبراهيم قالن" },
      mentions: 1,
      salience: 1,
    });
  });

  test("its mention says that the context found it", () => {
    expect(read("قال المتحدث إبراهيم قالن إن").mentions[0]).toMatchObject({
      type: "person",
      kind: "name",
      method: "context",
    });
  });
});
