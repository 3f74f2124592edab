import type { BoilerplateBlock } from "./find-boilerplate.js";
import { FoldedWords } from "./folded-words.js";
import { longestPhrase, type PhraseTable, ruleOf, strengthOf, strengths } from "./phrase-table.js";
import type { Lines } from "./split-lines.js";

/** A headline that hangs on a glued label at the end of a line is at most this long, in code units. */
const longestTail = 160;

/**
 * Finds labels stuck to the sentences of kept lines: «… في منطقة إدلب السورية. اقرأ أكثر». After the end of a
 * sentence the next words are looked up; what follows on the line goes too when it is one short headline.
 */
export function findGluedLabels(
  text: string,
  lines: Lines,
  rules: readonly (string | undefined)[],
  table: PhraseTable,
): BoilerplateBlock[] {
  const blocks: BoilerplateBlock[] = [];
  const words = new FoldedWords();
  for (let i = 0; i < lines.count; i++) {
    if (rules[i] !== undefined) continue;
    const start = lines.starts[i] ?? 0;
    const end = lines.ends[i] ?? 0;
    if (end - start < 40) continue;
    for (let at = start + 1; at < end - 4; at++) {
      const unit = text.charCodeAt(at);
      if (unit !== 0x2e && unit !== 0x61f && unit !== 0x21 && unit !== 0x2026) continue;
      const found = labelAt(text, at + 1, end, words, table);
      if (found === undefined) continue;
      blocks.push(found);
      at = found.end - 1;
    }
  }
  return blocks;
}

/** The glued label that begins after blanks at `from`, with the short headline behind it. */
function labelAt(
  text: string,
  from: number,
  end: number,
  words: FoldedWords,
  table: PhraseTable,
): BoilerplateBlock | undefined {
  words.read(text, from, Math.min(end, from + 80), longestPhrase);
  for (let k = words.count; k > 1; k--) {
    const index = table.find(words.units, 0, words.ends[k - 1] ?? 0);
    if (index < 0) continue;
    const fact = table.glued[index] ?? 0;
    if (strengthOf(fact) < strengths.always) continue;
    const start = words.rawStarts[0] ?? from;
    const stop = words.rawEnds[k - 1] ?? from;
    return { start, end: tailEnd(text, stop, end), rule: table.rules[ruleOf(fact)] ?? "share-labels" };
  }
  return undefined;
}

/** The end of the line when only a short headline without a full stop follows, else the end of the label. */
function tailEnd(text: string, stop: number, end: number): number {
  let at = stop;
  while (at < end && (text.charCodeAt(at) === 0x3a || text.charCodeAt(at) === 32)) at++;
  if (end - at > longestTail) return stop;
  for (let i = at; i < end - 1; i++)
    if (text.charCodeAt(i) === 0x2e && text.charCodeAt(i + 1) !== 0x2e) return stop;
  return end;
}
