import { ENTITY_TYPES } from "../../data/entity-classes.js";
import type { TaggerModel } from "../../data/tagger-model.js";
import type { EntityType } from "../../document.js";
import { IN_BOILERPLATE, SENTENCE_START, type Tokens } from "../../text/tokens.js";
import { type Chain, makeChain } from "./chain.js";
import { decodeSentence } from "./decode-sentence.js";
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
  readonly outside: Float32Array;
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
  const names: TaggedName[] = [];
  const outside = new Float32Array(tokens.count).fill(1);
  for (let start = 0; start < tokens.count; ) {
    let end = start + 1;
    while (end < tokens.count && end - start < LONGEST && !(tokens.flags[end]! & SENTENCE_START)) end++;
    if (!(tokens.flags[start]! & IN_BOILERPLATE))
      tagSentence(model, chain, signs, start, end, names, outside);
    start = end;
  }
  return { names, outside };
}

function tagSentence(
  model: TaggerModel,
  chain: Chain,
  signs: TokenSigns,
  start: number,
  end: number,
  names: TaggedName[],
  outside: Float32Array,
): void {
  const length = end - start;
  const decoded = decodeSentence(chain, scoreTokens(model, signs, start, end), length);
  const { labels, certainty } = decoded;
  outside.set(decoded.outside, start);
  for (let i = 0; i < length; i++) {
    if (labels[i] === OUTSIDE) continue;
    const type = typeOfLabel(labels[i]!);
    let probability = certainty[i]!;
    let last = i + 1;
    for (; last < length && isInside(labels[last]!) && typeOfLabel(labels[last]!) === type; last++)
      probability = Math.min(probability, certainty[last]!);
    names.push({ firstToken: start + i, endToken: start + last, type: ENTITY_TYPES[type]!, probability });
    i = last - 1;
  }
}
