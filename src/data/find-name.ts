import type { Lexicon } from "./lexicon.js";

/** The trie's node at the end of a name; 0 when no name starts so. */
export function nodeOf(lexicon: Lexicon, words: readonly string[]): number {
  const { trie, vocabulary } = lexicon;
  let node = 0;
  for (const [i, text] of words.entries()) {
    const word = vocabulary.indexOf(text);
    if (word < 0) return 0;
    node = i === 0 ? trie.first(word) : trie.next(node, word);
    if (node === 0) return 0;
  }
  return node;
}
