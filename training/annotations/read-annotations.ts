import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { ENTITY_TYPES } from "../../src/data/entity-classes.js";
import { SUBJECTS } from "../../src/data/topic-list.js";
import type { AnnotatedMention, EntityType, Field } from "../../src/document.js";
import { readRows, type TableRow } from "../read-rows.js";

/** What is annotated of an article, without its text. */
export interface Annotation {
  readonly id: string;
  /** Code units of the text that were read: long texts were cut there. */
  readonly length: number;
  /** `textHash` of the title and of the text so cut. */
  readonly hash: number;
  readonly topics: readonly string[];
  readonly countries: readonly string[];
  readonly mentions: readonly AnnotatedMention[];
}

const HEADER = "id\tlength\thash\ttopics\tcountries\ttitle\ttext";
const SUBJECT_IDS = new Set(SUBJECTS.map(({ id }) => id));

/**
 * The tables of a folder by the source that each is named for. A row is an article; the columns `title` and `text` hold
 * the mentions of each field by type, offsets in UTF-16 code units: `person 0-10 31-36; place 14-20`.
 * @throws Error `file:line message` when a row is none.
 */
export function readAnnotations(folder: string): Map<string, Annotation[]> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort();
  return new Map(
    names.map((name) => {
      const rows = readRows(name, readFileSync(`${folder}/${name}`, "utf8"), HEADER);
      return [basename(name, ".tsv"), rows.map(parseRow)];
    }),
  );
}

/** Tells whether a text is the one that was annotated (FNV-1a over code units). */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function parseRow(row: TableRow): Annotation {
  const [id = "", length = "", hash = "", topics = "", countries = "", title = "", text = ""] = row.cells;
  if (row.cells.length !== 7) row.fail(`${row.cells.length} columns, expected 7`);
  const annotation = {
    id,
    length: Number(length),
    hash: Number.parseInt(hash, 16),
    topics: topics.split(" "),
    countries: countries === "" ? [] : countries.split(" "),
    mentions: [...parseMentions(row, "title", title), ...parseMentions(row, "text", text)],
  };
  for (const topic of annotation.topics)
    if (!SUBJECT_IDS.has(topic)) row.fail(`no topic is named "${topic}"`);
  return annotation;
}

function parseMentions(row: TableRow, field: Field, cell: string): AnnotatedMention[] {
  if (cell === "") return [];
  const mentions = cell.split("; ").flatMap((group) => {
    const [type = "", ...spans] = group.split(" ");
    if (!(ENTITY_TYPES as readonly string[]).includes(type)) row.fail(`no type is named "${type}"`);
    return spans.map((span) => {
      const [start = Number.NaN, end = Number.NaN] = span.split("-").map(Number);
      if (!(start < end)) row.fail(`"${span}" is no span`);
      return { field, start, end, type: type as EntityType };
    });
  });
  return mentions.sort((a, b) => a.start - b.start);
}
