import { DataFormatError } from "./container.js";
import { MOST_LABELS, problemOfLabel } from "./label.js";
import type { CountryCoefficients, PieceOptions, TopicName, TopicRange } from "./topic-model.js";

/** Larger numbers make no sense as weights, and sums of them are no numbers any more. */
const LARGEST = 1e6;
/** Buckets of word pieces. */
const MOST_BUCKETS = 1 << 20;
/** Letters of a piece: those of a whole word with its ends. */
const LONGEST_PIECE = 26;

/** The header of a topic model, each value in its range. */
export interface TopicHeader {
  readonly topics: readonly TopicName[];
  readonly intercepts: readonly number[];
  /** Empty when the model has no lexicon. */
  readonly lexiconJoin: readonly number[];
  readonly range: TopicRange;
  readonly pieces: PieceOptions;
  readonly step: number;
  readonly countries: CountryCoefficients;
}

/**
 * Reads the header of a topic model.
 * @throws DataFormatError that names the first value that is out of range.
 */
export function readTopicHeader(meta: Readonly<Record<string, unknown>>): TopicHeader {
  const topics = list(meta.topics, "topics", MOST_LABELS).map(topicName);
  const ids = new Set(topics.map(({ id }) => id));
  if (ids.size < topics.length)
    fail("topics", "labels that differ", `${topics.length - ids.size} of them twice`);
  const { fewest, most } = record(meta.range, "range");
  const { buckets, shortest, longest } = record(meta.pieces, "pieces");
  const { signs, priors } = record(meta.countries, "countries");
  const hasPieces = buckets !== 0;
  const shortestPiece = whole(shortest, "pieces.shortest", hasPieces ? 1 : 0, LONGEST_PIECE);
  const fewestTopics = whole(fewest, "range.fewest", 0, topics.length);
  const join = numbers(meta.lexiconJoin, "lexiconJoin");
  if (join.length !== 0) expectLength("lexiconJoin", join, topics.length ** 2);
  const intercepts = numbers(meta.intercepts, "intercepts");
  expectLength("intercepts", intercepts, topics.length);
  return {
    topics,
    intercepts,
    lexiconJoin: join,
    range: { fewest: fewestTopics, most: whole(most, "range.most", fewestTopics, topics.length) },
    pieces: {
      buckets: whole(buckets, "pieces.buckets", 0, MOST_BUCKETS),
      shortest: shortestPiece,
      longest: whole(longest, "pieces.longest", shortestPiece, LONGEST_PIECE),
    },
    step: number(meta.step, "step", Number.MIN_VALUE, LARGEST),
    countries: {
      signs: numbers(signs, "countries.signs"),
      priors: list(priors, "countries.priors", LARGEST).map((prior, i) => {
        const [code, logit] = list(prior, `countries.priors.${i}`, 2);
        return [
          text(code, `countries.priors.${i}.0`),
          number(logit, `countries.priors.${i}.1`, -LARGEST, LARGEST),
        ];
      }),
    },
  };
}

/** @throws DataFormatError when a column has another length than expected. */
export function expectLength(name: string, column: { readonly length: number }, length: number): void {
  if (column.length !== length) fail(name, `${length} entries`, String(column.length));
}

/** @throws DataFormatError when a column holds NaN, an infinite number or one beyond all sense. */
export function expectFinite(name: string, column: Float32Array): void {
  for (let i = 0; i < column.length; i++)
    if (!(Math.abs(column[i]!) <= LARGEST)) fail(`${name}.${i}`, `a number up to ${LARGEST}`, `${column[i]}`);
}

/** @throws DataFormatError when a column holds a number of `limit` or more. */
export function expectBelow(name: string, column: Uint16Array | Uint32Array, limit: number): void {
  for (let i = 0; i < column.length; i++)
    if (column[i]! >= limit) fail(`${name}.${i}`, `a number below ${limit}`, `${column[i]}`);
}

function topicName(value: unknown, i: number): TopicName {
  const { id, ar, en } = record(value, `topics.${i}`);
  const problem = problemOfLabel(id);
  if (problem !== undefined)
    throw new DataFormatError(`The topics file is not sound: topics.${i}: ${problem}`);
  return { id: id as string, ar: text(ar, `topics.${i}.ar`), en: text(en, `topics.${i}.en`) };
}

function numbers(value: unknown, name: string): number[] {
  return list(value, name, MOST_LABELS ** 2).map((entry, i) =>
    number(entry, `${name}.${i}`, -LARGEST, LARGEST),
  );
}

function whole(value: unknown, name: string, least: number, most: number): number {
  if (!Number.isInteger(value)) fail(name, "a whole number", show(value));
  return number(value, name, least, most);
}

function number(value: unknown, name: string, least: number, most: number): number {
  if (typeof value !== "number" || !(value >= least && value <= most))
    fail(name, `a number from ${least} to ${most}`, show(value));
  return value as number;
}

function text(value: unknown, name: string): string {
  if (problemOfLabel(value) !== undefined) fail(name, "a name", show(value));
  return value as string;
}

function list(value: unknown, name: string, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most)
    fail(name, `a list of at most ${most} entries`, show(value));
  return value as readonly unknown[];
}

function record(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    fail(name, "an object", show(value));
  return value as Readonly<Record<string, unknown>>;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" && value !== null ? "an object" : String(value).slice(0, 40);
}

function fail(name: string, expected: string, found: string): never {
  throw new DataFormatError(`The topics file is not sound: ${name}: expected ${expected}, got ${found}`);
}
