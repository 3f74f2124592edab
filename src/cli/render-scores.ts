import type { AnnotatedArticle, EntityType, Field } from "../document.js";
import type { Span } from "../text/span.js";
import {
  ERROR_CLASSES,
  type ErrorClass,
  type MentionError,
  type MentionScores,
  type Score,
  typeOfError,
} from "./score-mentions.js";

/** Code units shown on either side of an error. */
const CONTEXT = 40;

/** An error for people to read. */
interface Sample extends Span {
  readonly id?: string | number;
  readonly field: Field;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly type: EntityType;
  /** What was found in its place, where that is something else. */
  readonly found?: {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly type: EntityType;
  };
}

/** Scores, errors with samples, and the reliability of confidences, as one JSON value. */
export function scoresToJson(scores: MentionScores, articles: number, samples: number): unknown {
  const record = (rows: readonly (readonly [string, unknown])[]): unknown => Object.fromEntries(rows);
  return {
    articles,
    types: record(scores.byType().map(({ type, score }) => [type, score])),
    pooled: record(scores.pooled().map(({ name, score }) => [name, score])),
    errors: record(ERROR_CLASSES.map((name) => [name, errorsToJson(scores.errors[name], samples)])),
    reliability: {
      bins: scores.reliability.bins(),
      expectedCalibrationError: scores.reliability.expectedCalibrationError(),
    },
  };
}

function errorsToJson(errors: readonly MentionError[], samples: number): unknown {
  return {
    count: errors.length,
    types: Object.fromEntries(countTypes(errors)),
    samples: spread(errors, samples).map(sampleOf),
  };
}

/** The same as text: a table of scores, the errors by class, the table of confidences. */
export function renderScores(scores: MentionScores, samples: number): string {
  const lines = renderScoreTable(scores);
  for (const name of ERROR_CLASSES) lines.push("", ...renderErrors(name, scores.errors[name], samples));
  lines.push("", ...renderReliability(scores));
  return `${lines.join("\n")}\n`;
}

/** A line per type and pool. */
export function renderScoreTable(scores: MentionScores): string[] {
  const line = (name: string, { precision, recall, f1, gold, found, right }: Score): string =>
    name.padEnd(13) +
    [precision, recall, f1].map((share) => percent(share).padStart(6)).join("") +
    [gold, found, right].map((count) => String(count).padStart(8)).join("");
  return [
    `${"".padEnd(13)}     P     R    F1    gold   found   right`,
    ...scores.byType().map(({ type, score }) => line(type, score)),
    ...scores.pooled().map(({ name, score }) => line(name, score)),
  ];
}

function renderErrors(name: ErrorClass, errors: readonly MentionError[], samples: number): string[] {
  const types = countTypes(errors).map(([type, count]) => `${type} ${count}`);
  const head = `${name}: ${errors.length}${types.length > 0 ? ` (${types.join(", ")})` : ""}`;
  return [head, ...spread(errors, samples).map((error) => renderSample(name, sampleOf(error)))];
}

/** `id text 18-23 place: … before [name] after …`, and what was found instead. */
function renderSample(name: ErrorClass, sample: Sample): string {
  const { id, field, start, end, before, text, after, type, found } = sample;
  const place = `${id === undefined ? "" : `${id} `}${field} ${start}-${end}`;
  const instead =
    found === undefined
      ? ""
      : name === "wrong type"
        ? `  found: ${found.type}`
        : `  found: ${found.type} [${found.text}]`;
  return `  ${place} ${type}: ${before}[${text}]${after}${instead}`;
}

function renderReliability({ reliability }: MentionScores): string[] {
  const rows = reliability
    .bins()
    .map(({ from, to, count, confidence, right }) =>
      [
        `${from.toFixed(1)}-${to.toFixed(1)}`.padEnd(10),
        String(count).padStart(8),
        (count === 0 ? "-" : percent(confidence)).padStart(12),
        (count === 0 ? "-" : percent(right)).padStart(8),
      ].join(""),
    );
  return [
    "confidence   count        mean   right",
    ...rows,
    `expected calibration error ${percent(reliability.expectedCalibrationError())}`,
  ];
}

function sampleOf(error: MentionError): Sample {
  const { article, found, gold } = error;
  const mention = (gold ?? found)!;
  const { field, start, end } = mention;
  const raw = article[field] ?? "";
  const instead =
    gold === undefined || found === undefined
      ? {}
      : {
          found: {
            start: found.start,
            end: found.end,
            text: oneLine(raw.slice(found.start, found.end)),
            type: found.type,
          },
        };
  const before = oneLine(raw.slice(Math.max(0, start - CONTEXT), start));
  const after = oneLine(raw.slice(end, end + CONTEXT));
  return {
    ...idOf(article),
    field,
    start,
    end,
    before,
    text: oneLine(raw.slice(start, end)),
    after,
    type: mention.type,
    ...instead,
  };
}

function idOf({ id }: AnnotatedArticle): { id?: string | number } {
  return id === null || id === undefined ? {} : { id };
}

/** Counts by type, the most frequent first. */
function countTypes(errors: readonly MentionError[]): [EntityType, number][] {
  const counts = new Map<EntityType, number>();
  for (const error of errors) counts.set(typeOfError(error), (counts.get(typeOfError(error)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** Up to `most` of a list, evenly spread over it: not all from the first article. */
function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
