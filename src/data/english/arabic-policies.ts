import { type Lexicon, NAME } from "../lexicon.js";
import { POLICIES, type Policy } from "../surfaces.js";

/** When a name of one word counts, by entity number: «بوتين» always, «عباس» behind a title. */
export type WordPolicies = ReadonlyMap<number, ReadonlyMap<string, Policy>>;

/** The names of one word that a lexicon has for its entities, with their policies. */
export function arabicPolicies(lexicon: Lexicon): WordPolicies {
  const { trie, vocabulary } = lexicon;
  const policies = new Map<number, Map<string, Policy>>();
  for (let word = 0; word < vocabulary.size; word++) {
    const node = trie.first(word);
    if (node === 0) break;
    for (let sense = trie.senses[node]! - 1; sense >= 0; ) {
      if (lexicon.senseKinds[sense] === NAME) {
        const target = lexicon.senseTargets[sense]!;
        const own = policies.get(target) ?? new Map<string, Policy>();
        own.set(vocabulary.word(word), POLICIES[lexicon.sensePolicies[sense]!]!);
        policies.set(target, own);
      }
      sense = lexicon.senseLast[sense] === 1 ? -1 : sense + 1;
    }
  }
  return policies;
}
