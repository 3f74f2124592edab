import { writeFileSync } from "node:fs";
import { extname } from "node:path";
import { InvalidArgumentError } from "commander";
import type { Topic } from "../document.js";
import { writableFile } from "./existing-files.js";
import { type Report, type ReportTable, renderReportMarkdown, renderReportText } from "./report.js";
import { renderReportHtml } from "./report-html.js";
import { scoreOf } from "./score-mentions.js";
import type { TopicError, TopicScores } from "./score-topics.js";

/** Pairs of confused labels that are shown. */
const MOST_PAIRS = 10;
/** Code units of a text, and of a label, that are shown. */
const LONGEST_SAMPLE = 80;
const LONGEST_NAME = 40;

/** What a report is about, beside the scores. */
export interface ReportContext {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Articles with errors that are shown. */
  readonly samples: number;
}

/** Figures for people. */
export function topicReport(scores: TopicScores, { title, facts, samples }: ReportContext): Report {
  const { precision, recall, f1, gold, found, right } = scores.micro();
  const macro = scores.macro();
  const { countries } = scores;
  const labels: ReportTable = {
    title: "Labels",
    columns: ["label", "P", "R", "F1", "texts", "found", "right"],
    rows: [
      ...scores
        .byLabel()
        .map(({ label, score }) => [
          shorten(label, LONGEST_NAME),
          ...[score.precision, score.recall, score.f1].map(percent),
          ...[score.gold, score.found, score.right].map(String),
        ]),
      ["all, micro", ...[precision, recall, f1].map(percent), ...[gold, found, right].map(String)],
      ["all, macro", ...[macro.precision, macro.recall, macro.f1].map(percent), "", "", ""],
    ],
  };
  const pairs = scores.confusions().slice(0, MOST_PAIRS);
  const confused: ReportTable = {
    title: "Most confused",
    columns: ["label", "assigned instead", "texts"],
    isText: true,
    rows: pairs.map(({ gold, found, count }) => [
      shorten(gold, LONGEST_NAME),
      shorten(found, LONGEST_NAME),
      String(count),
    ]),
  };
  const errors: ReportTable = {
    title: "Errors",
    columns: ["id", "labels", "assigned", "text"],
    isText: true,
    rows: spread(scores.errors, samples)
      .map(sampleOf)
      .map(({ id, labels, assigned, text }) => [
        id ?? "-",
        labels.map((label) => shorten(label, LONGEST_NAME)).join(", ") || "-",
        assigned
          .map(({ label, score }) => `${shorten(label, LONGEST_NAME)} ${score.toFixed(2)}`)
          .join(", ") || "-",
        text,
      ]),
  };
  return {
    title,
    facts: [
      ...facts,
      [scores.isSingleLabel ? "accuracy" : "best label right", percent(scores.bestRight())],
      ["all labels right", percent(scores.exact())],
      ["micro-F1, macro-F1", `${percent(f1)}, ${percent(macro.f1)}`],
      ["calibration error", percent(scores.reliability.expectedCalibrationError())],
      ...(countries.gold > 0 ? [["countries, F1", percent(scoreOf(countries).f1)] as const] : []),
    ],
    tables: [
      labels,
      ...(pairs.length > 0 ? [confused] : []),
      reliability(scores),
      ...(errors.rows.length > 0 ? [errors] : []),
    ],
  };
}

/** Whether scores mean what they say: of labels with a score of 0.8, eight of ten should be right. */
function reliability(scores: TopicScores): ReportTable {
  return {
    title: "Scores",
    columns: ["score", "labels", "mean", "right"],
    rows: scores.reliability
      .bins()
      .filter(({ count }) => count > 0)
      .map(({ from, to, count, confidence, right }) => [
        `${from.toFixed(1)}-${to.toFixed(1)}`,
        String(count),
        percent(confidence),
        percent(right),
      ]),
  };
}

/** The same as one JSON value; shares are from 0 to 1. */
export function topicReportJson(scores: TopicScores, samples: number): unknown {
  return {
    articles: scores.articles,
    singleLabel: scores.isSingleLabel,
    bestRight: scores.bestRight(),
    exact: scores.exact(),
    micro: scores.micro(),
    macro: scores.macro(),
    labels: scores.byLabel().map(({ label, score }) => ({ label, ...score })),
    ...(scores.countries.gold > 0 ? { countries: scoreOf(scores.countries) } : {}),
    confused: scores.confusions().slice(0, MOST_PAIRS),
    reliability: {
      bins: scores.reliability.bins(),
      expectedCalibrationError: scores.reliability.expectedCalibrationError(),
    },
    errors: { count: scores.errors.length, samples: spread(scores.errors, samples).map(sampleOf) },
  };
}

const RENDERERS: Readonly<Record<string, (scores: TopicScores, context: ReportContext) => string>> = {
  ".html": (scores, context) => renderReportHtml(topicReport(scores, context)),
  ".md": (scores, context) => renderReportMarkdown(topicReport(scores, context)),
  ".json": (scores, { samples }) => `${JSON.stringify(topicReportJson(scores, samples))}\n`,
  ".txt": (scores, context) => renderReportText(topicReport(scores, context)),
};

/** A path whose extension says what is written there. */
export function reportFile(file: string): string {
  const extension = extname(file).toLowerCase();
  if (!Object.hasOwn(RENDERERS, extension))
    throw new InvalidArgumentError(`Expected a name that ends in ${Object.keys(RENDERERS).join(", ")}.`);
  return writableFile(file);
}

export function writeReport(file: string, scores: TopicScores, context: ReportContext): void {
  writeFileSync(file, RENDERERS[extname(file).toLowerCase()]!(scores, context));
}

interface Sample {
  readonly id?: string;
  readonly labels: readonly string[];
  /** Assigned labels with their scores. */
  readonly assigned: readonly { readonly label: string; readonly score: number }[];
  readonly text: string;
}

function sampleOf({ article, topics }: TopicError): Sample {
  const { id, title, text, labels } = article;
  return {
    ...(id === null || id === undefined ? {} : { id: shorten(String(id), LONGEST_NAME) }),
    labels,
    assigned: topics.filter(isAssigned).map(({ id: label, score }) => ({ label, score })),
    text: shorten(title || text || "", LONGEST_SAMPLE),
  };
}

function isAssigned({ score }: Topic): boolean {
  return score >= 0.5;
}

/** Up to `most` of a list, evenly spread over it. */
function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}

/** One line of at most so many code units, without control characters. */
function shorten(text: string, most: number): string {
  const line = text
    .slice(0, 2 * most)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

export function percent(share: number): string {
  return (100 * share).toFixed(1);
}
