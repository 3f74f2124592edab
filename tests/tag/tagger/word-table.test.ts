import { expect, test } from "vitest";
import { indexWords } from "../../../src/tag/index-words.js";
import { MARKS, WordTable, wordTableFor } from "../../../src/tag/tagger/word-table.js";
import { numberWords } from "../../../src/text/distinct-words.js";
import { clustersOf, fieldOf, modelOf, readTinyLexicon } from "../../helpers/tagger.js";

const lexicon = readTinyLexicon();
const model = modelOf(clustersOf({ ليلى: 10, يلى: 20, لندن: 90 }));
const distinct = numberWords(fieldOf("لندن").tokens).table;

/** Entries of the words of a text. */
function entriesOf(table: WordTable, text: string): number[] {
  const { tokens } = fieldOf(text);
  const words = indexWords(tokens, lexicon.vocabulary);
  const { numbers } = numberWords(tokens);
  return Array.from({ length: tokens.count }, (_, token) =>
    table.entryOf(tokens, words, token, numbers[token]!),
  );
}

test("a word has one entry wherever it stands, another word another", () => {
  const table = new WordTable(lexicon, model, distinct, 64);
  const [london, and, again, paris] = entriesOf(table, "لندن ولندن لندن باريس");
  expect(again).toBe(london);
  expect(new Set([london, and, paris]).size).toBe(3);
  expect(entriesOf(table, "باريس لندن")).toEqual([paris, london]);
});

test("behind a title the first letter is hardly a proclitic, with an entry of its own", () => {
  const table = new WordTable(lexicon, model, distinct, 64);
  const [, behindTitle] = entriesOf(table, "الرئيس ليلى");
  const [, elsewhere] = entriesOf(table, "زار ليلى");
  expect(table.core[behindTitle!]).toBe(table.word[behindTitle!]);
  expect(table.core[elsewhere!]).not.toBe(table.word[elsewhere!]);
});

test("signs do not depend on what was read before", () => {
  const fresh = new WordTable(lexicon, model, distinct, 64);
  const used = new WordTable(lexicon, model, distinct, 64);
  entriesOf(used, "وقال المتحدث أمس في باريس 2019 إن «الأمر» انتهى");
  const text = "زار الرئيس ولندن، 12 مرة";
  const [a, b] = [entriesOf(fresh, text), entriesOf(used, text)];
  const columns = [
    "word",
    "stem",
    "core",
    "prefix3",
    "suffix2",
    "suffix4",
    "lists",
    "coarse",
    "fine",
  ] as const;
  const marksOf = ({ marks }: WordTable, entry: number): Int32Array =>
    marks.subarray(entry * MARKS, (entry + 1) * MARKS);
  a.forEach((entry, token) => {
    for (const column of columns) expect(used[column][b[token]!]).toBe(fresh[column][entry]);
    expect(marksOf(used, b[token]!)).toEqual(marksOf(fresh, entry));
  });
});

test("a table without room gives way to a new one and stays readable", () => {
  const first = wordTableFor(lexicon, model, distinct, 10);
  expect(wordTableFor(lexicon, model, distinct, 10)).toBe(first);
  const [london] = entriesOf(first, "لندن");
  const second = wordTableFor(lexicon, model, distinct, 200_000);
  expect(second).not.toBe(first);
  expect(second.hasRoom(200_000)).toBe(true);
  expect(second.word[entriesOf(second, "لندن")[0]!]).toBe(first.word[london!]);
});
