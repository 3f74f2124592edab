import { sharedWords } from "./folded-words.js";
import { shape } from "./line-shape.js";
import type { PageLines } from "./page-lines.js";
import { stemHash } from "./stem-hash.js";

const size = 16_384;

/**
 * How much of each line's vocabulary stands in the body-like lines of the page, other than itself: -1 when the line
 * has one word or only short ones, else a share of 0 to 1. A title and a sub-head share words with the body,
 * a headline of another article shares few.
 */
export function measureOverlap(text: string, page: PageLines, isBody: Uint8Array): Float64Array {
  const { lines, words } = page;
  const owner = new Int32Array(size);
  const folded = sharedWords();
  for (let i = 0; i < lines.count; i++) {
    if (isBody[i] !== 1) continue;
    folded.read(text, lines.starts[i] ?? 0, lines.ends[i] ?? 0);
    for (let w = 0; w < folded.count; w++) {
      const stem = stemHash(folded, w);
      if (stem < 0) continue;
      const slot = stem & (size - 1);
      const known = owner[slot] ?? 0;
      if (known === 0) owner[slot] = i + 1;
      else if (known !== i + 1) owner[slot] = -1;
    }
  }
  const overlap = new Float64Array(lines.count).fill(-1);
  for (let i = 0; i < lines.count; i++) {
    if ((words[i] ?? 0) < 2) continue;
    folded.read(text, lines.starts[i] ?? 0, lines.ends[i] ?? 0);
    let counted = 0;
    let shared = 0;
    for (let w = 0; w < folded.count; w++) {
      const stem = stemHash(folded, w);
      if (stem < 0) continue;
      const slot = stem & (size - 1);
      counted++;
      const known = owner[slot] ?? 0;
      if (known !== 0 && known !== i + 1) shared++;
    }
    if (counted >= 1) overlap[i] = shared / counted;
  }
  return overlap;
}

/** A line that reads like a paragraph: long, or a whole sentence, and not a label. */
export function isBodyLike(page: PageLines, i: number): boolean {
  const bits = page.shape[i] ?? 0;
  const count = page.words[i] ?? 0;
  const junk =
    shape.label |
    shape.labelStart |
    shape.labelInside |
    shape.menu |
    shape.date |
    shape.latin |
    shape.caption;
  if ((bits & junk) !== 0) return false;
  if ((bits & shape.period) !== 0) return count >= 7;
  return count >= 20 || (count >= 10 && (bits & (shape.comma | shape.commaEnd | shape.conjunction)) !== 0);
}
