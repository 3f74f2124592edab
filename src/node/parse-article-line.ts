import * as v from "valibot";
import { parseJsonLine } from "./parse-json-line.js";

const nullableText = v.nullish(v.string("expected a string"));

/** What an article must look like; fields other than these pass. */
export const articleSchema = v.looseObject(
  {
    id: v.nullish(v.union([v.string(), v.number()], "expected a string or a number")),
    title: nullableText,
    text: nullableText,
    date: nullableText,
    url: nullableText,
  },
  "expected a JSON object",
);

/** What every article line has, whatever else its schema asks for. */
interface ArticleFields {
  readonly title?: string | null | undefined;
  readonly text?: string | null | undefined;
}

/** A line that fits its schema, with all fields of the record that it holds. */
export interface ParsedLine<T> {
  readonly article: T;
  readonly record: Readonly<Record<string, unknown>>;
}

export const NO_TEXT = "no text: an article needs a non-empty text or title";

/** Reads an article from a JSON line, or says what is wrong with the line. */
export function parseArticleLine<T extends ArticleFields>(
  line: string,
  schema: v.GenericSchema<unknown, T>,
): ParsedLine<T> | string {
  const parsed = parseJsonLine(line, schema);
  if (typeof parsed === "string") return parsed;
  const { value: article, record } = parsed;
  return !article.text && !article.title ? NO_TEXT : { article, record };
}
