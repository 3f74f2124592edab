import { type Lexicon, NAME } from "../lexicon.js";
import { POLICIES, type Policy } from "../surfaces.js";

/** A name in Latin letters of the Arabic tables. */
export interface LatinAlias {
  /** Folded words and numbers. */
  readonly words: readonly string[];
  readonly target: number;
  readonly policy: Policy;
}

/** The names that a lexicon has in Latin letters alone: «USA», «Bayern Munich», but not «CNN بالعربية». */
export function latinAliases(lexicon: Lexicon): LatinAlias[] {
  const { trie, vocabulary } = lexicon;
  const aliases: LatinAlias[] = [];
  const walk = (node: number, words: readonly string[]): void => {
    for (let sense = trie.senses[node]! - 1; sense >= 0; ) {
      const policy = POLICIES[lexicon.sensePolicies[sense]!]!;
      if (lexicon.senseKinds[sense] === NAME)
        aliases.push({ words, target: lexicon.senseTargets[sense]!, policy });
      sense = lexicon.senseLast[sense] === 1 ? -1 : sense + 1;
    }
    for (const { node: child, label } of trie.children(node)) {
      const word = label < vocabulary.size ? vocabulary.word(label) : "";
      if (/^[a-z0-9]+$/.test(word)) walk(child, [...words, word]);
    }
  };
  for (let word = 0; word < vocabulary.size; word++) {
    const node = trie.first(word);
    if (node === 0) break;
    const first = vocabulary.word(word);
    if (/^[a-z]+$/.test(first)) walk(node, [first]);
  }
  return aliases;
}
