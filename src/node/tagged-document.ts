import * as v from "valibot";
import { ENTITY_TYPES } from "../data/entity-classes.js";
import type { Article, Document, EntityType } from "../document.js";
import { checkShape } from "./parse-json-line.js";

const text = v.string("expected a string");
const share = v.pipe(
  v.number("expected a number"),
  v.minValue(0, "expected 0 to 1"),
  v.maxValue(1, "expected 0 to 1"),
);
const field = v.picklist(["title", "text"], "expected title or text");
const offset = v.pipe(
  v.number("expected a number"),
  v.integer("expected a whole number"),
  v.minValue(0, "expected 0 or more"),
);
const type = v.picklist(ENTITY_TYPES as readonly [EntityType], `expected one of ${ENTITY_TYPES.join(", ")}`);
const name = v.object({ ar: text, en: v.optional(text) }, "expected {ar, en?}");

const span = { field, start: offset, end: offset };

/** Of a document, what is read of it again; the rest passes. */
const documentSchema = v.looseObject(
  {
    language: text,
    mentions: v.array(
      v.looseObject(
        { ...span, text, type, entity: text },
        "expected {field, start, end, text, type, entity}",
      ),
    ),
    entities: v.array(
      v.looseObject({ id: text, type, name, salience: share }, "expected {id, type, name, salience}"),
    ),
    topics: v.array(v.looseObject({ id: text, name, score: share }, "expected {id, name, score}")),
    boilerplate: v.array(v.looseObject(span, "expected {field, start, end}")),
  },
  "expected {language, mentions, entities, topics, boilerplate}",
);

/** The least that makes a record a tagged one. */
const MARKS = ["mentions", "entities", "topics", "boilerplate"] as const;

/**
 * The document in a line that `khabar tag --keep` wrote; undefined when the line is no such line, so that its article
 * is still to be tagged; a message when it is one and cannot be used.
 */
export function taggedDocument(
  record: Readonly<Record<string, unknown>>,
  article: Article,
): Document | string | undefined {
  if (!MARKS.every((mark) => Array.isArray(record[mark]))) return undefined;
  const checked = checkShape(record, documentSchema);
  if (typeof checked === "string") return checked;
  const document = checked.output as unknown as Document;
  for (const { field, start, end, text } of document.mentions)
    if (end - start !== text.length || article[field]?.slice(start, end) !== text)
      return `mentions: expected "${text}" at ${start} of the ${field}; tagged lines need the text that was tagged (khabar tag --keep)`;
  for (const { field, start, end } of document.boilerplate)
    if (start > end || end > (article[field]?.length ?? 0))
      return `boilerplate: ${start} to ${end} is no part of the ${field}`;
  return document;
}
