import { type FoldedWords, sharedWords } from "./folded-words.js";
import type { LineLabels } from "./line-labels.js";
import { effectOf, effects, type PhraseTable, ruleOf, strengthOf, strengths } from "./phrase-table.js";
import type { Lines } from "./split-lines.js";

/** Headlines after an opener inside an article are at most this many, and this long in words. */
const mostHeadlines = 5;
const longestHeadline = 16;
/** Lines of codes after a writer's address: at most this many, of at most this many code units. */
const mostCodes = 4;
const longestCode = 60;
/** A line that begins with a certain label is dropped up to this many code units. */
const longestLabelled = 300;

/**
 * The rule that drops each line of a text without signs of a page: only labels that are certain anywhere, and the
 * headlines right after «اقرأ أيضا:»; undefined keeps the line.
 */
export function markArticle(
  text: string,
  lines: Lines,
  labels: LineLabels,
  table: PhraseTable,
): (string | undefined)[] {
  const rules: (string | undefined)[] = new Array(lines.count);
  const words = sharedWords();
  for (let i = 0; i < lines.count; i++) {
    const whole = labels.whole[i] ?? 0;
    if (strengthOf(whole) === strengths.always) {
      rules[i] = table.rules[ruleOf(whole)];
      if (rules[i] === "contact") i = markCodes(text, lines, i, rules);
      if (effectOf(whole) !== effects.headlines) continue;
      let last = i;
      while (
        last + 1 < lines.count &&
        last - i < mostHeadlines &&
        isHeadline(text, lines, last + 1, words, labels)
      )
        last++;
      for (let k = i + 1; k <= last; k++) rules[k] = "headline-list";
      i = last;
      continue;
    }
    const start = labels.start[i] ?? 0;
    const length = (lines.ends[i] ?? 0) - (lines.starts[i] ?? 0);
    if (strengthOf(start) === strengths.always && length <= longestLabelled) {
      rules[i] = table.rules[ruleOf(start)];
      if (rules[i] === "contact") i = markCodes(text, lines, i, rules);
    }
  }
  return rules;
}

/** Marks the lines of codes after the address of a writer, «88591 - Stc», «635031 - Mobily», and returns the last one. */
function markCodes(text: string, lines: Lines, i: number, rules: (string | undefined)[]): number {
  let last = i;
  while (last + 1 < lines.count && last - i < mostCodes) {
    const start = lines.starts[last + 1] ?? 0;
    const end = lines.ends[last + 1] ?? 0;
    let digits = 0;
    for (let at = start; at < end && at < start + longestCode; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 48 && unit <= 57) digits++;
    }
    if (end - start > longestCode || digits < 5) break;
    rules[++last] = "contact";
  }
  return last;
}

/** A headline: 3 to 16 words, no full stop or comma at the end, no comma inside. */
function isHeadline(text: string, lines: Lines, i: number, words: FoldedWords, labels: LineLabels): boolean {
  if (strengthOf(labels.whole[i] ?? 0) === strengths.always) return false;
  const start = lines.starts[i] ?? 0;
  const end = lines.ends[i] ?? 0;
  if (end - start > 140) return false;
  const final = text.charCodeAt(end - 1);
  if (final === 0x2e || final === 0x60c || final === 0x3a) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 0x60c) return false;
  words.read(text, start, end);
  return words.count >= 3 && words.count <= longestHeadline;
}
