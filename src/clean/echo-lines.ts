import { isBodyLike } from "./body-vocabulary.js";
import { FoldedWords } from "./folded-words.js";
import { shape } from "./line-shape.js";
import type { PageLines } from "./page-lines.js";
import { stemHash } from "./stem-hash.js";

/** What `findEchoes` says of a line. */
export const echo = { none: 0, headline: 1, summary: 2 } as const;

/** A headline of at least this many words is echoed by a summary that repeats this share of its words. */
const fewestWords = 4;
const leastShare = 0.4;
/** After another headline and summary, this share is enough. */
const leastShareInChain = 0.15;
/** Echoes are sought after the first line of this many words, the first paragraph of the article. */
const paragraph = 20;

const labelled = shape.label | shape.labelStart | shape.labelInside | shape.menu;
const beside = shape.date | shape.number | shape.symbols;

/**
 * Finds headlines of other articles with their summaries: a short line, perhaps a date, then a sentence that repeats
 * the words of the short line, where a label, a section name or another such pair
 * stands before it or a date between them:
 * «مختارات | قصف على غزة بعد سقوط صاروخ | (11.10.2018) | قال الجيش إن طائراته قصفت … بعد سقوط صاروخ …».
 * A sub-head and its paragraph have the body before them; the first paragraph of the page echoes the title, and is not
 * looked at.
 */
export function findEchoes(text: string, page: PageLines): Uint8Array {
  const { lines, words } = page;
  const echoes = new Uint8Array(lines.count);
  const headline = new FoldedWords();
  const summary = new FoldedWords();
  let first = true;
  for (let i = 1; i < lines.count; i++) {
    if (!isBodyLike(page, i)) continue;
    if (first) {
      first = (words[i] ?? 0) < paragraph;
      continue;
    }
    let h = i - 1;
    while (h > 0 && i - h < 3 && ((page.shape[h] ?? 0) & beside) !== 0) h--;
    if (
      ((page.shape[h] ?? 0) & (labelled | beside)) !== 0 ||
      (words[h] ?? 0) < fewestWords ||
      isBodyLike(page, h)
    )
      continue;
    const before = h > 0 ? (page.shape[h - 1] ?? 0) : 0;
    const chained = echoes[h - 1] === echo.summary;
    const opened = h < i - 1 || chained || (before & (labelled | beside | shape.weakLabel)) !== 0;
    if (!opened) continue;
    headline.read(text, lines.starts[h] ?? 0, lines.ends[h] ?? 0);
    summary.read(text, lines.starts[i] ?? 0, lines.ends[i] ?? 0);
    if (shareRepeated(headline, summary) < (chained ? leastShareInChain : leastShare)) continue;
    echoes[h] = echo.headline;
    echoes[i] = echo.summary;
  }
  return echoes;
}

/** The share of the headline's longer words whose stems stand in the summary. */
function shareRepeated(headline: FoldedWords, summary: FoldedWords): number {
  const stems = new Int32Array(summary.count);
  for (let b = 0; b < summary.count; b++) stems[b] = stemHash(summary, b);
  let counted = 0;
  let shared = 0;
  for (let a = 0; a < headline.count && a < 24; a++) {
    const stem = stemHash(headline, a);
    if (stem < 0) continue;
    counted++;
    if (stems.includes(stem)) shared++;
  }
  return counted === 0 ? 0 : shared / counted;
}
