import type { FoldedWords } from "./folded-words.js";

/** A hash of the first letters of word `word` without و ف ب ك ل and ال in front ; -1 for short words. */
export function stemHash(folded: FoldedWords, word: number): number {
  const { units } = folded;
  let from = folded.starts[word] ?? 0;
  let to = folded.ends[word] ?? 0;
  const first = units[from] ?? 0;
  if (to - from > 4 && (first === 0x648 || first === 0x641)) from++;
  const second = units[from] ?? 0;
  if (to - from > 4 && (second === 0x628 || second === 0x643 || second === 0x644)) from++;
  if (to - from > 4 && units[from] === 0x627 && units[from + 1] === 0x644) from += 2;
  else if (to - from > 4 && units[from] === 0x644) from++;
  if (to - from > 5) to = from + 5;
  if (to - from < 3) return -1;
  let value = 0x811c9dc5;
  for (let i = from; i < to; i++) value = Math.imul(value ^ (units[i] ?? 0), 0x01000193);
  return (value ^ (value >>> 15)) & 0x7fffffff;
}
