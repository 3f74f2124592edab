import { ENTITY_TYPES } from "../../data/entity-classes.js";
import type { TaggerModel } from "../../data/tagger-model.js";
import type { EntityType } from "../../document.js";
import { IN_BOILERPLATE, SENTENCE_START, type Tokens } from "../../text/tokens.js";
import { type Chain, makeChain } from "./chain.js";
import { type Decoded, decodeSentence, newDecoded } from "./decode-sentence.js";
import { isInside, OUTSIDE, typeOfLabel } from "./labels.js";
import { scoreTokens } from "./score-tokens.js";
import type { TokenSigns } from "./token-signs.js";

/** A name as the tagger sees it. */
export interface TaggedName {
  readonly firstToken: number;
  readonly endToken: number;
  readonly type: EntityType;
  /** The least probability among its tokens. */
  readonly probability: number;
}

/** What the tagger says of a field. */
export interface TaggerOutput {
  readonly names: readonly TaggedName[];
  /** Probability that a token is outside of every name; 1 in sentences without names. */
  readonly outside: ArrayLike<number>;
}

/** Longer sentences are read in parts. */
const LONGEST = 400;

const chains = new WeakMap<TaggerModel, Chain>();

/** Labels the sentences of a field. */
export function tagSentences(model: TaggerModel, tokens: Tokens, signs: TokenSigns): TaggerOutput {
  let chain = chains.get(model);
  if (chain === undefined) {
    chain = makeChain(model.transitions);
    chains.set(model, chain);
  }
  const decoded = newDecoded(tokens.count);
  const names: TaggedName[] = [];
  for (let start = 0; start < tokens.count; ) {
    let end = start + 1;
    while (end < tokens.count && end - start < LONGEST && !(tokens.flags[end]! & SENTENCE_START)) end++;
    if (!(tokens.flags[start]! & IN_BOILERPLATE)) {
      decodeSentence(chain, scoreTokens(model, signs, start, end, chain), end - start, decoded, start);
      readNames(decoded, start, end, names);
    }
    start = end;
  }
  return { names, outside: decoded.outside };
}

/** Adds the names among tokens `[start, end)`. */
function readNames({ labels, certainty }: Decoded, start: number, end: number, names: TaggedName[]): void {
  for (let token = start; token < end; token++) {
    if (labels[token] === OUTSIDE) continue;
    const type = typeOfLabel(labels[token]!);
    let probability = certainty[token]!;
    let last = token + 1;
    for (; last < end && isInside(labels[last]!) && typeOfLabel(labels[last]!) === type; last++)
      probability = Math.min(probability, certainty[last]!);
    names.push({ firstToken: token, endToken: last, type: ENTITY_TYPES[type]!, probability });
    token = last - 1;
  }
}
