import { shape } from "./line-shape.js";
import type { PageLines } from "./page-lines.js";

const notTitle =
  shape.label |
  shape.labelStart |
  shape.labelInside |
  shape.menu |
  shape.date |
  shape.number |
  shape.symbols |
  shape.latin |
  shape.caption;

const opening = shape.label | shape.menu | shape.weakLabel;
const closing = shape.label | shape.labelStart | shape.date | shape.caption | shape.weakStart;

/**
 * The line above the body that is most like the page's title: up to 25 words, no label, date or caption, sharing words
 * with the body; the earlier one of equals. Captions and bylines come after the title, menus have few words.
 */
export function findTitle(page: PageLines, overlap: Float64Array, firstBody: number): number {
  let best = -1;
  let bestScore = 0.3;
  for (let i = 0; i < firstBody; i++) {
    const bits = page.shape[i] ?? 0;
    const words = page.words[i] ?? 0;
    if ((bits & notTitle) !== 0 || words > 25) continue;
    let score = Math.min(words, 8) * 0.3 + 2 * Math.max(0, overlap[i] ?? 0) * Math.min(1, words / 4);
    if ((bits & shape.brackets) !== 0) score -= 0.5;
    if ((bits & (shape.weakStart | shape.weakLabel)) !== 0) score -= 1.5;
    if ((bits & (shape.contact | shape.bar)) !== 0) score -= 1;
    if (i > 0 && ((page.shape[i - 1] ?? 0) & opening) !== 0) score += 0.3;
    if (((page.shape[i + 1] ?? 0) & closing) !== 0) score += 0.3;
    if (score > bestScore + 0.2) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}
