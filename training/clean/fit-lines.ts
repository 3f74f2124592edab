// Fits the weights of the line chain to labelled pages.
import { featureNames, lineFeatures } from "../../src/clean/line-features.js";
import { labelLines } from "../../src/clean/line-labels.js";
import { readContext } from "../../src/clean/page-context.js";
import { isPage } from "../../src/clean/page-evidence.js";
import { measureLines } from "../../src/clean/page-lines.js";
import { phraseTable } from "../../src/clean/phrase-table.js";
import { splitLines } from "../../src/clean/split-lines.js";
import { type LabelledPage, randomFrom } from "./read-pages.js";

export interface Weights {
  readonly features: Float64Array;
  readonly transitions: Float64Array;
}

interface Sequence {
  readonly active: Int32Array[];
  readonly labels: Uint8Array;
}

/** A page as feature numbers per line; each labelled line forgets its label with probability `forget`. */
function toSequence(page: LabelledPage, forget: number, random: () => number): Sequence | undefined {
  const table = phraseTable();
  const lines = splitLines(page.text);
  const labels = labelLines(page.text, lines, table);
  if (!isPage(labels, table)) return undefined;
  for (let i = 0; i < lines.count; i++) {
    if (random() < forget) {
      labels.whole[i] = 0;
      labels.start[i] = 0;
    }
  }
  const context = readContext(page.text, measureLines(page.text, lines, labels, table), table);
  const gold = new Uint8Array(lines.count);
  let at = 0;
  let next = 0;
  for (const line of page.lines) {
    const end = at + line.text.length;
    while (next < lines.count && (lines.starts[next] ?? 0) < end)
      gold[next++] = line.label === "boilerplate" ? 1 : 0;
    at = end + 1;
  }
  const buffer = new Int32Array(featureNames.length);
  const active = Array.from({ length: lines.count }, (_, i) =>
    buffer.slice(0, lineFeatures(context, i, buffer)),
  );
  return { active, labels: gold };
}

/** The boilerplate of one page around the title and body of another: layouts and articles are independent. */
function exchangeBody(
  page: LabelledPage,
  pages: readonly LabelledPage[],
  random: () => number,
): LabelledPage {
  const other = pages[Math.floor(random() * pages.length)] ?? page;
  const body = other.lines.filter((line) => line.label === "content" && line.text.trim() !== "");
  const places = page.lines.filter((line) => line.label === "content").length;
  if (places === 0 || body.length < 2) return page;
  const lines: LabelledPage["lines"][number][] = [];
  let place = 0;
  let used = 1;
  for (const line of page.lines) {
    if (line.label !== "content") lines.push(line);
    else if (place++ === 0) lines.push(body[0] ?? line);
    else {
      const left = places - place;
      const most = body.length - used;
      const take = left === 0 ? most : Math.min(most, Math.round((most / (left + 1)) * 2 * random()));
      lines.push(...body.slice(used, used + take));
      used += take;
    }
  }
  return { ...page, lines, text: lines.map((line) => line.text).join("\n") };
}

/** Maximizes the penalized likelihood (L2) by Adam over all pages at once; the same seed gives the same weights. */
export function fitLines(
  pages: readonly LabelledPage[],
  seed = 7,
  rounds = 200,
  copies = 6,
  forget = 0.3,
  penalty = 0.4,
): Weights {
  const random = randomFrom(seed);
  const sequences: Sequence[] = [];
  for (let copy = 0; copy < copies; copy++)
    for (const page of pages) {
      const sequence = toSequence(
        copy === 0 ? page : exchangeBody(page, pages, random),
        copy === 0 ? 0 : forget,
        random,
      );
      if (sequence !== undefined) sequences.push(sequence);
    }
  const size = featureNames.length + 2;
  const weights = new Float64Array(size);
  weights[size - 2] = -2;
  weights[size - 1] = -2;
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(size);
    for (const sequence of sequences) addGradient(sequence, weights, gradient);
    for (let k = 0; k < size; k++) {
      const g = (gradient[k] ?? 0) / copies - penalty * (weights[k] ?? 0);
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * g;
      square[k] = 0.999 * (square[k] ?? 0) + 0.001 * g * g;
      const m = (mean[k] ?? 0) / (1 - 0.9 ** round);
      const v = (square[k] ?? 0) / (1 - 0.999 ** round);
      weights[k] = (weights[k] ?? 0) + (0.08 * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return { features: weights.slice(0, size - 2), transitions: weights.slice(size - 2) };
}

const logAdd = (a: number, b: number): number =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));

/** Adds the gradient of the log-likelihood of one page. */
function addGradient({ active, labels }: Sequence, weights: Float64Array, gradient: Float64Array): void {
  const count = labels.length;
  const size = weights.length;
  const enter = weights[size - 2] ?? 0;
  const leave = weights[size - 1] ?? 0;
  const scores = Float64Array.from(active, (ids) => ids.reduce((sum, id) => sum + (weights[id] ?? 0), 0));
  const forward = new Float64Array(count);
  const back = new Float64Array(count);
  let odds = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0) odds = logAdd(odds, enter) - logAdd(odds + leave, 0);
    odds += scores[i] ?? 0;
    forward[i] = odds;
  }
  for (let i = count - 2; i >= 0; i--) {
    const next = (scores[i + 1] ?? 0) + (back[i + 1] ?? 0);
    back[i] = logAdd(next, leave) - logAdd(next + enter, 0);
  }
  for (let i = 0; i < count; i++) {
    const p = 1 / (1 + Math.exp(-((forward[i] ?? 0) + (back[i] ?? 0))));
    const difference = (labels[i] ?? 0) - p;
    for (const id of active[i] ?? []) gradient[id] = (gradient[id] ?? 0) + difference;
    if (i === 0) continue;
    const o = forward[i - 1] ?? 0;
    const n = (scores[i] ?? 0) + (back[i] ?? 0);
    const terms = [o + n, enter + n, o + leave, 0];
    const top = Math.max(...terms);
    const total = terms.reduce((sum, term) => sum + Math.exp(term - top), 0);
    const expected = (index: number): number => Math.exp((terms[index] ?? 0) - top) / total;
    const was = labels[i - 1] ?? 0;
    const is = labels[i] ?? 0;
    gradient[size - 2] = (gradient[size - 2] ?? 0) + (was === 0 && is === 1 ? 1 : 0) - expected(1);
    gradient[size - 1] = (gradient[size - 1] ?? 0) + (was === 1 && is === 0 ? 1 : 0) - expected(2);
  }
}
