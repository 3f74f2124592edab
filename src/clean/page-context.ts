import { isBodyLike, measureOverlap } from "./body-vocabulary.js";
import { echo, findEchoes } from "./echo-lines.js";
import type { PageContext } from "./line-features.js";
import { shape } from "./line-shape.js";
import type { PageLines } from "./page-lines.js";
import { effectOf, effects, type PhraseTable, ruleOf } from "./phrase-table.js";
import { findTitle } from "./title-line.js";

/** Looks at the page as a whole: where its body lies, its title, repeated lines, lists of headlines, its tail. */
export function readContext(text: string, page: PageLines, table: PhraseTable): PageContext {
  const count = page.lines.count;
  const echoes = findEchoes(text, page);
  const isBody = new Uint8Array(count);
  let firstBody = -1;
  let lastBody = -1;
  const underOpener = new Int32Array(count).fill(-1);
  const afterTail = new Uint8Array(count);
  let opener = -1;
  let tail = false;
  for (let i = 0; i < count; i++) {
    const bits = page.shape[i] ?? 0;
    const fact = (bits & (shape.label | shape.labelStart)) !== 0 ? (page.fact[i] ?? 0) : 0;
    if (opener >= 0) underOpener[i] = i - opener;
    if (isBodyLike(page, i) && echoes[i] !== echo.summary) {
      if (firstBody < 0) firstBody = i;
      // Two paragraphs in a row: the article goes on, the label did not end it.
      if (tail && i > 0 && isBodyLike(page, i - 1) && echoes[i - 1] === echo.none) {
        tail = false;
        isBody[i - 1] = 1;
      }
      if (!tail) {
        lastBody = i;
        isBody[i] = 1;
      }
      opener = -1;
    } else if (effectOf(fact) === effects.headlines && (bits & shape.label) !== 0) opener = i;
    else if ((bits & shape.label) !== 0) opener = -1;
    if (opener === i) underOpener[i] = 0;
    if (tail) afterTail[i] = 1;
    if (firstBody >= 0 && endsArticle(fact, table)) tail = true;
  }
  const overlap = measureOverlap(text, page, isBody);
  const left = new Uint8Array(count);
  const right = new Uint8Array(count);
  const edges = isBody.slice();
  for (let i = 1; i < count; i++) {
    left[i] = runEdge(page, edges, i - 1, left[i - 1] ?? 0);
    if (left[i] === 1 && isSentence(page, i)) edges[i] = 1;
  }
  for (let i = count - 2; i >= 0; i--) right[i] = runEdge(page, edges, i + 1, right[i + 1] ?? 0);
  return {
    page,
    overlap,
    echoes,
    repeated: findRepeated(text, page),
    title: findTitle(page, overlap, topicalBody(page, overlap, firstBody, lastBody)),
    firstBody,
    lastBody,
    underOpener,
    afterTail,
    left,
    right,
  };
}

/** Whether a label stands after the end of an article: tags, comments, the neighbouring articles. */
function endsArticle(fact: number, table: PhraseTable): boolean {
  const effect = effectOf(fact);
  if (effect === effects.headlines) return table.rules[ruleOf(fact)] === "previous-next";
  return effect !== effects.none;
}

/**
 * The first body-like line that shares words with the rest of the body: a consent notice above the title shares
 * none. A long paragraph needs no such proof.
 */
function topicalBody(page: PageLines, overlap: Float64Array, firstBody: number, lastBody: number): number {
  for (let i = firstBody; i >= 0 && i <= lastBody; i++)
    if (isBodyLike(page, i) && ((overlap[i] ?? 0) >= leastOverlap || (page.words[i] ?? 0) >= longParagraph))
      return i;
  return firstBody;
}
const leastOverlap = 0.1;
const longParagraph = 25;

/** A short sentence that goes on from the body: «ثم قم بالضغط على تطبيق.» */
function isSentence(page: PageLines, i: number): boolean {
  const bits = page.shape[i] ?? 0;
  return (bits & shape.period) !== 0 && (bits & notSentence) === 0 && (page.words[i] ?? 0) >= 4;
}

const notSentence =
  shape.label | shape.labelStart | shape.labelInside | shape.menu | shape.date | shape.latin | shape.caption;
const ending =
  shape.label | shape.labelStart | shape.labelInside | shape.menu | shape.date | shape.number | shape.symbols;

/** The edge that a line sees beyond its neighbour: the neighbour when it is body or label, else what the neighbour sees. */
function runEdge(page: PageLines, isBody: Uint8Array, neighbour: number, beyond: number): number {
  if (isBody[neighbour] === 1) return 1;
  return ((page.shape[neighbour] ?? 0) & ending) !== 0 ? 0 : beyond;
}

/** Lines whose exact text stands in the page more than once: section names between headlines. */
function findRepeated(text: string, page: PageLines): Uint8Array {
  const { lines } = page;
  const repeated = new Uint8Array(lines.count);
  let size = 64;
  while (size < lines.count * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  for (let i = 0; i < lines.count; i++) {
    const start = lines.starts[i] ?? 0;
    const length = (lines.ends[i] ?? 0) - start;
    if (length > 200) continue;
    let value = 0x811c9dc5;
    for (let at = start; at < start + length; at++)
      value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    let slot = ((value ^ (value >>> 15)) >>> 0) & (size - 1);
    for (;;) {
      const other = slots[slot] ?? -1;
      if (other < 0) {
        slots[slot] = i;
        break;
      }
      const from = lines.starts[other] ?? 0;
      if (
        (lines.ends[other] ?? 0) - from === length &&
        text.startsWith(text.slice(start, start + length), from)
      ) {
        repeated[i] = 1;
        repeated[other] = 1;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return repeated;
}
