import * as v from "valibot";

/** A line that fits its schema, with all fields of the record that it holds. */
export interface ParsedRecord<T> {
  readonly value: T;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Reads an object from a JSON line, or says what is wrong with the line. */
export function parseJsonLine<T>(
  line: string,
  schema: v.GenericSchema<unknown, T>,
): ParsedRecord<T> | string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    return `not JSON: ${(error as Error).message}`;
  }
  if (Array.isArray(record)) return "expected a JSON object, got an array";
  const value = checkShape(record, schema);
  return typeof value === "string"
    ? value
    : { value: value.output, record: record as Record<string, unknown> };
}

/** What a schema makes of a value, or what is wrong with it. */
export function checkShape<T>(value: unknown, schema: v.GenericSchema<unknown, T>): { output: T } | string {
  const result = v.safeParse(schema, value);
  if (result.success) return { output: result.output };
  const issue = result.issues[0];
  const path = v.getDotPath(issue);
  if (path === null) return issue.message;
  const got = issue.message.includes(", got ") ? "" : `, got ${clip(issue.received)}`;
  return `${path}: ${issue.message}${got}`;
}

/** Longest part of a wrong value that a message shows, in UTF-16 code units. */
const MOST_SHOWN = 60;

function clip(value: string): string {
  return value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
}
