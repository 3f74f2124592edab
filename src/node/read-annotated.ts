import * as v from "valibot";
import { ENTITY_TYPES } from "../data/entity-classes.js";
import type { AnnotatedArticle, AnnotatedMention, Article, EntityType } from "../document.js";
import { parseArticleLine } from "./parse-article-line.js";
import { readLines } from "./read-lines.js";

/** Told of a line that cannot be used. */
export type ReportLine = (line: number, message: string) => void;

const CHOICES = ENTITY_TYPES.join(", ");
const nullableText = v.nullish(v.string("expected a string"));
const offset = v.pipe(
  v.number("expected a number"),
  v.integer("expected a whole number"),
  v.minValue(0, "expected 0 or more"),
);

/** What a line must look like; fields other than these pass. */
const annotatedSchema = v.looseObject(
  {
    id: v.nullish(v.union([v.string(), v.number()], "expected a string or a number")),
    title: nullableText,
    text: nullableText,
    date: nullableText,
    source: nullableText,
    mentions: v.array(
      v.looseObject(
        {
          field: v.picklist(["title", "text"], "expected title or text"),
          start: offset,
          end: offset,
          type: v.picklist(ENTITY_TYPES as readonly [EntityType], `expected one of ${CHOICES}`),
          name: nullableText,
          text: nullableText,
        },
        "expected an object",
      ),
      "expected a list of mentions {field, start, end, type, name?}",
    ),
  },
  "expected a JSON object",
);

/**
 * Reads annotated articles, JSON lines `{id, title?, text, date?, source?, mentions: [{field, start, end, type, name?}]}`.
 * Lines that are none are reported and passed over: broken JSON, wrong types, offsets outside of the field, a
 * mention's `text` that is not what stands there, mentions that overlap.
 * @param file a path; a file whose name ends in `.gz` is unzipped.
 */
export async function* readAnnotated(file: string, report: ReportLine): AsyncGenerator<AnnotatedArticle> {
  for await (const { lines, firstLine } of readLines(file)) {
    for (let i = 0; i < lines.length; i++) {
      const line = i + firstLine === 1 ? lines[i]!.replace(/^\ufeff/, "") : lines[i]!;
      if (line.trim() === "") continue;
      const article = parseAnnotated(line);
      if (typeof article === "string") report(firstLine + i, article);
      else yield article;
    }
  }
}

/** An annotated article, or what is wrong with the line. */
function parseAnnotated(line: string): AnnotatedArticle | string {
  const parsed = parseArticleLine(line, annotatedSchema);
  if (typeof parsed === "string") return parsed;
  const { article } = parsed;
  return problemOf(article) ?? article;
}

/** A mention as it stands in a line; its text, where it is given, must be what stands there. */
type WrittenMention = AnnotatedMention & { readonly text?: string | null | undefined };

/** What is wrong with the places of an article's mentions. */
function problemOf(article: Article & { readonly mentions: readonly WrittenMention[] }): string | undefined {
  const places = article.mentions.map((mention, index) => ({ ...mention, index }));
  for (const { field, start, end, text, index } of places) {
    const raw = article[field] ?? "";
    if (start >= end || end > raw.length)
      return `mentions.${index}: [${start}, ${end}) is no span of the ${field}, which has length ${raw.length}`;
    const found = raw.slice(start, end);
    if (text !== undefined && text !== null && text !== found)
      return `mentions.${index}: its text is "${text}", but "${found}" stands at [${start}, ${end}) of the ${field}`;
  }
  places.sort((a, b) => a.field.localeCompare(b.field) || a.start - b.start);
  const second = places.findIndex(
    ({ field, start }, i) => i > 0 && places[i - 1]!.field === field && start < places[i - 1]!.end,
  );
  return second < 0
    ? undefined
    : `mentions.${places[second]!.index} overlaps mentions.${places[second - 1]!.index}`;
}
