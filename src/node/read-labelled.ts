import * as v from "valibot";
import { problemOfLabel } from "../data/label.js";
import type { LabelledArticle } from "../document.js";
import { parseArticleLine } from "./parse-article-line.js";
import type { ReportLine } from "./read-annotated.js";
import { readLines } from "./read-lines.js";

/** An article with its labels, and its countries where they are given. */
export interface LabelledRecord extends LabelledArticle {
  readonly countries?: readonly string[] | null | undefined;
}

const nullableText = v.nullish(v.string("expected a string"));
const labelText = v.pipe(
  v.string("expected a string"),
  v.check(
    (label) => problemOfLabel(label) === undefined,
    ({ input }) => problemOfLabel(input)!,
  ),
);
const labelList = v.nullish(v.array(labelText, "expected a list of labels"));

/** What a line must look like; fields other than these pass. */
const labelledSchema = v.looseObject(
  {
    id: v.nullish(v.union([v.string(), v.number()], "expected a string or a number")),
    title: nullableText,
    text: nullableText,
    date: nullableText,
    labels: labelList,
    label: v.nullish(labelText),
    topics: labelList,
    countries: v.nullish(v.array(v.string("expected a string"), "expected a list of ISO codes")),
  },
  "expected a JSON object",
);

/** Unzipped bytes that are read of one file. */
const MOST_BYTES = 2 ** 31;

/**
 * Reads articles with labels, JSON lines `{id?, title?, text, labels: […]}`; `label: "…"` or `topics: […]` stand for `labels`.
 * Lines that are none are reported and passed over.
 * @param file a path, or undefined for standard input; a file whose name ends in `.gz` is unzipped.
 * @throws Error when the file has more than two gibibytes, unzipped.
 */
export async function* readLabelled(
  file: string | undefined,
  report: ReportLine,
): AsyncGenerator<LabelledRecord> {
  for await (const { lines, firstLine } of readLines(file, MOST_BYTES)) {
    for (let i = 0; i < lines.length; i++) {
      const line = i + firstLine === 1 ? lines[i]!.replace(/^\ufeff/, "") : lines[i]!;
      if (line.trim() === "") continue;
      const record = parseLabelled(line);
      if (typeof record === "string") report(firstLine + i, record);
      else yield record;
    }
  }
}

/** An article with its labels, or what is wrong with the line. */
function parseLabelled(line: string): LabelledRecord | string {
  const parsed = parseArticleLine(line, labelledSchema);
  if (typeof parsed === "string") return parsed;
  const { id, title, text, date, labels, label, topics, countries } = parsed.article;
  const given = labels ?? (typeof label === "string" ? [label] : topics);
  if (given === null || given === undefined)
    return 'no labels: expected labels: […], label: "…" or topics: […]';
  return { id, title, text, date, labels: [...new Set(given)], countries };
}
