import { nodeOf } from "./find-name.js";
import type { Lexicon } from "./lexicon.js";

/** Names that are given at most. */
const MOST_NAMES = 8;

/**
 * Listed names that differ from a name by one letter more, less or other: «أوردغان» finds none, «اردوجان» finds
 * «اردوغان». Compares with every word of the vocabulary, which takes milliseconds: it is for people who ask, not for
 * tagging.
 */
export function nearestNames(lexicon: Lexicon, words: readonly string[]): string[] {
  const names: string[] = [];
  words.forEach((word, i) => {
    for (const other of neighboursOf(lexicon, word)) {
      if (names.length === MOST_NAMES) return;
      const name = words.with(i, other);
      const node = nodeOf(lexicon, name);
      if (node > 0 && lexicon.trie.senses[node]! > 0) names.push(name.join(" "));
    }
  });
  return names;
}

function neighboursOf(lexicon: Lexicon, word: string): string[] {
  const { vocabulary } = lexicon;
  const found: string[] = [];
  for (let i = 0; i < vocabulary.size; i++) {
    const other = vocabulary.word(i);
    if (isOneEditAway(word, other)) found.push(other);
  }
  return found;
}

/** Whether one letter put in, left out or replaced makes one word the other; neighbouring letters may change places. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}
