import { expect, test } from "vitest";
import { hashUnits } from "../../src/data/vocabulary.js";
import { DistinctWords, numberWords, WordColumn } from "../../src/text/distinct-words.js";
import { NUMBER, WORD } from "../../src/text/tokens.js";
import { fieldOf } from "../helpers/tagger.js";

const unitsOf = (text: string): Uint16Array => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

test("a word has one number in every text, with its letters and hash", () => {
  const { table, numbers } = numberWords(fieldOf("زار لندن وباريس ثم لندن").tokens);
  expect(numbers[4]).toBe(numbers[1]);
  expect(new Set(numbers).size).toBe(4);
  expect(numberWords(fieldOf("لندن").tokens).numbers[0]).toBe(numbers[1]);
  const [start, end] = [table.starts[numbers[1]!]!, table.starts[numbers[1]! + 1]!];
  expect(String.fromCharCode(...table.letters.subarray(start, end))).toBe("لندن");
  expect(table.hashes[numbers[1]!]).toBe(hashUnits(unitsOf("لندن"), 0, 4));
});

test("letters decide, not hashes", () => {
  const table = new DistinctWords(4096, 1 << 16);
  const seen = new Map<number, string>();
  for (let i = 0; i < 4096; i++) {
    const word = i.toString(2);
    const number = table.numberOf(unitsOf(word), 0, word.length, NUMBER);
    expect(seen.has(number)).toBe(false);
    seen.set(number, word);
  }
  for (const [number, word] of seen)
    expect(table.numberOf(unitsOf(word), 0, word.length, NUMBER)).toBe(number);
});

test("the same letters as another kind of token are another word", () => {
  const table = new DistinctWords(8, 64);
  const units = unitsOf("abc");
  expect(table.numberOf(units, 0, 3, WORD)).not.toBe(table.numberOf(units, 0, 3, NUMBER));
});

test("a table has room for as many words and letters as it was made for", () => {
  const table = new DistinctWords(2, 6);
  expect(table.hasRoom(2, 6)).toBe(true);
  expect(table.hasRoom(3, 6)).toBe(false);
  table.numberOf(unitsOf("لندن"), 0, 4, WORD);
  expect(table.hasRoom(1, 2)).toBe(true);
  expect(table.hasRoom(1, 3)).toBe(false);
  expect(table.hasRoom(2, 2)).toBe(false);
});

test("a text with more letters than a usual table holds is numbered whole", () => {
  const { tokens } = fieldOf(`${"ب".repeat((1 << 20) + 1)} لندن`);
  const { table, numbers } = numberWords(tokens);
  expect(table.starts[numbers[0]! + 1]! - table.starts[numbers[0]!]!).toBe((1 << 20) + 1);
  expect(numberWords(tokens).table).toBe(table);
});

test("a column is made anew with each table", () => {
  const column = new WordColumn();
  const [first, second] = [new DistinctWords(4, 16), new DistinctWords(4, 16)];
  column.of(first)[2] = 7;
  expect(column.of(first)[2]).toBe(7);
  expect([...column.of(second)]).toEqual([0, 0, 0, 0]);
});
