import * as v from "valibot";

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

/** Reads an article from a JSON line, or says what is wrong with the line. */
export function parseArticleLine<T extends ArticleFields>(
  line: string,
  schema: v.GenericSchema<unknown, T>,
): ParsedLine<T> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not JSON: ${(error as Error).message}`;
  }
  if (Array.isArray(value)) return "expected a JSON object, got an array";
  const result = v.safeParse(schema, value);
  if (!result.success) {
    const issue = result.issues[0];
    const path = v.getDotPath(issue);
    return path === null ? issue.message : `${path}: ${issue.message}, got ${issue.received}`;
  }
  const article = result.output;
  if (!article.text && !article.title) return "no text: an article needs a non-empty text or title";
  return { article, record: value as Record<string, unknown> };
}
