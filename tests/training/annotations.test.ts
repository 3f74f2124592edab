import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { joinTexts } from "../../training/annotations/join-texts.js";
import { type Annotation, readAnnotations, textHash } from "../../training/annotations/read-annotations.js";

const HEADER = "id\tlength\thash\ttopics\tcountries\ttitle\ttext";

function readTable(...rows: string[]): Annotation[] {
  const folder = mkdtempSync(join(tmpdir(), "khabar-"));
  writeFileSync(join(folder, "own.tsv"), [HEADER, ...rows, ""].join("\n"));
  return readAnnotations(folder).get("own")!;
}

describe("readAnnotations", () => {
  it("reads mentions of both fields, topics and countries", () => {
    const row = "7\t40\t00ff\tconflict diplomacy\tSY RU\tplace 5-9\tperson 10-16 30-34; place 20-25";
    expect(readTable(row)).toEqual([
      {
        id: "7",
        length: 40,
        hash: 255,
        topics: ["conflict", "diplomacy"],
        countries: ["SY", "RU"],
        mentions: [
          { field: "title", start: 5, end: 9, type: "place" },
          { field: "text", start: 10, end: 16, type: "person" },
          { field: "text", start: 20, end: 25, type: "place" },
          { field: "text", start: 30, end: 34, type: "person" },
        ],
      },
    ]);
  });

  it("takes rows without countries and mentions", () => {
    const [row] = readTable("7\t0\t1\tsport\t\t\t");
    expect(row).toMatchObject({ topics: ["sport"], countries: [], mentions: [] });
  });

  it.each([
    ["7\t0\t1\tsports\t\t\t", 'own.tsv:2: no topic is named "sports"'],
    ["7\t9\t1\tsport\t\t\tclub 0-4", 'own.tsv:2: no type is named "club"'],
    ["7\t9\t1\tsport\t\t\tperson 4-4", 'own.tsv:2: "4-4" is no span'],
    ["7\t9\t1\tsport", "own.tsv:2: 4 columns, expected 7"],
  ])("refuses %j", (row, message) => {
    expect(() => readTable(row)).toThrow(message);
  });
});

it("tells texts apart by their hash", () => {
  expect(textHash("")).toBe(0x811c9dc5);
  expect(textHash("سوتشي")).not.toBe(textHash("سوتش"));
});

describe.each(["mentions", "topics"] as const)("the tables of %s", (folder) => {
  const tables = [...readAnnotations(`training/annotations/${folder}`)];

  it("name each article once, with one to three topics", () => {
    for (const [, rows] of tables) {
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      for (const { topics } of rows) expect(topics.length >= 1 && topics.length <= 3).toBe(true);
    }
  });

  it("hold mentions that lie in the text and do not overlap", () => {
    for (const [, rows] of tables)
      for (const { length, mentions } of rows)
        mentions.forEach(({ field, start, end }, i) => {
          if (field === "text") expect(end).toBeLessThanOrEqual(length);
          const next = mentions[i + 1];
          if (next?.field === field) expect(next.start).toBeGreaterThanOrEqual(end);
          expect(start).toBeLessThan(end);
        });
  });

  const data = "../shared/data";
  it.skipIf(!existsSync(`${data}/news`))("are of articles of the raw news", () => {
    const articles = joinTexts(data, folder);
    expect(articles.length).toBe(tables.reduce((sum, [, rows]) => sum + rows.length, 0));
  });
});
