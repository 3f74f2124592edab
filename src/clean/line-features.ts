import { isBodyLike } from "./body-vocabulary.js";
import { echo } from "./echo-lines.js";
import { shape } from "./line-shape.js";
import type { PageLines } from "./page-lines.js";
import { effectOf, effects, strengthOf, strengths } from "./phrase-table.js";

/** The signs that decide whether a line is boilerplate; the weights stand in the same order. */
export const featureNames = [
  "bias",
  "label-always",
  "label",
  "label-weak",
  "label-start",
  "label-start-cut",
  "label-start-weak",
  "label-inside",
  "menu",
  "date",
  "number",
  "symbols",
  "latin",
  "contact",
  "caption",
  "brackets",
  "hashtag",
  "bar",
  "two-dots",
  "words-1",
  "words-2-3",
  "words-4-6",
  "words-7-10",
  "words-11-16",
  "words-17-25",
  "words-26",
  "period",
  "period-short",
  "comma-end",
  "comma",
  "colon-end",
  "question",
  "conjunction",
  "bullet",
  "bullet-apart",
  "overlap-none",
  "overlap-low",
  "overlap-half",
  "overlap-high",
  "echoed",
  "echoes",
  "repeated",
  "title",
  "after-opener",
  "after-tags",
  "after-label",
  "before-label",
  "after-date",
  "before-date",
  "after-weak",
  "before-weak",
  "after-body",
  "before-body",
  "before-first-body",
  "after-last-body",
  "after-tail",
  "body-after-tail",
  "run-in-body",
  "short-in-body",
  "run-after-body",
  "run-before-body",
  "run-among-labels",
  "under-opener",
  "closed-list",
  "first-under-opener",
  "long-after-date",
  "long-between-short",
  "bullets-beside",
] as const;

const number = new Map<string, number>(featureNames.map((name, index) => [name, index]));
const id = (name: (typeof featureNames)[number]): number => number.get(name) ?? 0;
const f = Object.fromEntries(featureNames.map((name) => [name, id(name)])) as Record<
  (typeof featureNames)[number],
  number
>;

/** What the features need to know of the whole page. */
export interface PageContext {
  readonly page: PageLines;
  readonly overlap: Float64Array;
  /** Headlines of other articles with their summaries, see `findEchoes`. */
  readonly echoes: Uint8Array;
  readonly repeated: Uint8Array;
  /** The line most like the page's title, or -1. */
  readonly title: number;
  readonly firstBody: number;
  readonly lastBody: number;
  /** Lines since the last opener of a headline list, with no body-like line between; -1 when none. */
  readonly underOpener: Int32Array;
  readonly afterTail: Uint8Array;
  /** What ends the run of unmarked lines around a line: 1 a body-like line, 0 a label, a date or the edge of the page. */
  readonly left: Uint8Array;
  readonly right: Uint8Array;
}

const anyLabel = shape.label | shape.labelStart | shape.labelInside | shape.menu;

/** Writes the numbers of line `i`'s features to `out` and returns how many there are. */
export function lineFeatures(context: PageContext, i: number, out: Int32Array): number {
  const { page, overlap } = context;
  const bits = page.shape[i] ?? 0;
  const words = page.words[i] ?? 0;
  const count = page.lines.count;
  let n = 0;
  const add = (feature: number): void => {
    out[n++] = feature;
  };
  const has = (mask: number): boolean => (bits & mask) !== 0;
  const before = i > 0 ? (page.shape[i - 1] ?? 0) : shape.label;
  const after = i + 1 < count ? (page.shape[i + 1] ?? 0) : shape.label;
  const labelled = has(anyLabel);
  const body = isBodyLike(page, i);
  const long = words >= 11;

  add(f.bias);
  if (has(shape.label))
    add(strengthOf(page.labels.whole[i] ?? 0) === strengths.always ? f["label-always"] : f.label);
  else if (has(shape.labelStart)) add(page.labels.cut[i] === 1 ? f["label-start-cut"] : f["label-start"]);
  else if (has(shape.menu)) add(f.menu);
  else if (has(shape.labelInside)) add(f["label-inside"]);
  else if (has(shape.weakLabel)) add(f["label-weak"]);
  else if (has(shape.weakStart)) add(f["label-start-weak"]);
  if (has(shape.date)) add(f.date);
  if (has(shape.number)) add(f.number);
  if (has(shape.symbols)) add(f.symbols);
  if (has(shape.latin)) add(f.latin);
  if (has(shape.contact)) add(f.contact);
  if (has(shape.caption)) add(f.caption);
  if (has(shape.brackets) && words <= 16) add(f.brackets);
  if (has(shape.hashTag) && words <= 10) add(f.hashtag);
  if (has(shape.bar) && words <= 16) add(f.bar);
  if (has(shape.twoDots) && words <= 16) add(f["two-dots"]);

  add(
    words <= 1
      ? f["words-1"]
      : words <= 3
        ? f["words-2-3"]
        : words <= 6
          ? f["words-4-6"]
          : words <= 10
            ? f["words-7-10"]
            : words <= 16
              ? f["words-11-16"]
              : words <= 25
                ? f["words-17-25"]
                : f["words-26"],
  );
  if (!labelled) {
    if (has(shape.period)) add(words >= 5 ? f.period : f["period-short"]);
    if (has(shape.commaEnd)) add(f["comma-end"]);
    if (has(shape.comma)) add(f.comma);
    if (has(shape.colonEnd)) add(f["colon-end"]);
    if (has(shape.question)) add(f.question);
    if (has(shape.conjunction)) add(f.conjunction);
    if (has(shape.bullet)) {
      if (context.left[i] !== 1) add(f["bullet-apart"]);
      else {
        add(f.bullet);
        if (((before | after) & shape.bullet) !== 0) add(f["bullets-beside"]);
      }
    }
    const share = overlap[i] ?? -1;
    if (share >= 0)
      add(
        share < 0.15
          ? f["overlap-none"]
          : share < 0.4
            ? f["overlap-low"]
            : share < 0.65
              ? f["overlap-half"]
              : f["overlap-high"],
      );
  }
  if (context.echoes[i] === echo.headline) add(f.echoed);
  if (context.echoes[i] === echo.summary) add(f.echoes);
  if ((context.repeated[i] ?? 0) === 1) add(f.repeated);
  if (context.title === i) add(f.title);

  const beforeFact = i > 0 ? (page.labels.whole[i - 1] ?? 0) : 0;
  if (effectOf(beforeFact) === effects.headlines && (before & shape.label) !== 0) add(f["after-opener"]);
  if (effectOf(beforeFact) === effects.tags && (before & shape.label) !== 0) add(f["after-tags"]);
  if (!labelled) {
    if ((before & anyLabel) !== 0) add(f["after-label"]);
    if ((after & anyLabel) !== 0) add(f["before-label"]);
    if ((before & (shape.date | shape.number)) !== 0) add(long ? f["long-after-date"] : f["after-date"]);
    if ((after & (shape.date | shape.number)) !== 0) add(f["before-date"]);
    if ((before & shape.weakLabel) !== 0) add(f["after-weak"]);
    if ((after & shape.weakLabel) !== 0) add(f["before-weak"]);
  }
  const bodyBefore = i > 0 && isBodyLike(page, i - 1);
  const bodyAfter = i + 1 < count && isBodyLike(page, i + 1);
  if (bodyBefore) add(f["after-body"]);
  if (bodyAfter) add(f["before-body"]);
  if (!labelled && !body) {
    const left = context.left[i] ?? 0;
    const right = context.right[i] ?? 0;
    if (left === 1)
      add(right === 1 ? (words <= 6 ? f["short-in-body"] : f["run-in-body"]) : f["run-after-body"]);
    else add(right === 1 ? f["run-before-body"] : f["run-among-labels"]);
  }
  if (body && !bodyBefore && !bodyAfter && (before & shape.label) === 0) add(f["long-between-short"]);
  if (i < context.firstBody || context.firstBody < 0) add(f["before-first-body"]);
  if (i > context.lastBody) add(f["after-last-body"]);
  if ((context.afterTail[i] ?? 0) === 1) add(body ? f["body-after-tail"] : f["after-tail"]);
  const under = context.underOpener[i] ?? -1;
  if (under > 0 && !labelled) {
    add(under === 1 ? f["first-under-opener"] : f["under-opener"]);
    if (context.left[i] !== 1 && context.right[i] !== 1) add(f["closed-list"]);
  }
  return n;
}
