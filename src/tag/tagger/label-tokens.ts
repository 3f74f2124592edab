import { ENTITY_TYPES } from "../../data/entity-classes.js";
import type { AnnotatedMention } from "../../document.js";
import type { FieldText } from "../../text/field-text.js";
import { IN_BOILERPLATE, SENTENCE_START, type Tokens } from "../../text/tokens.js";
import { beginLabel, insideLabel, isInside } from "./labels.js";

/**
 * The label of every token of a field, from where its names stand in the raw text. A token belongs to a name that it
 * shares a letter with: in «لبوتين» the proclitic is outside of the name and inside its token.
 *
 * A name does not run over the end of a sentence; where the annotation has it so, its rest begins anew.
 * @param mentions of any field; those of others are passed over.
 * @throws RangeError when an offset is outside the field's text.
 */
export function labelTokens(
  { field, map, tokens }: FieldText,
  mentions: readonly AnnotatedMention[],
): Uint8Array {
  const labels = new Uint8Array(tokens.count);
  for (const mention of mentions) {
    if (mention.field !== field) continue;
    const start = map.toFolded(mention.start, "after");
    const end = map.toFolded(mention.end, "before");
    const type = ENTITY_TYPES.indexOf(mention.type);
    let label = beginLabel(type);
    for (let token = 0; token < tokens.count && tokens.starts[token]! < end; token++) {
      if (tokens.ends[token]! <= start) continue;
      labels[token] = label;
      label = insideLabel(type);
    }
  }
  for (const [start] of sentenceRanges(tokens)) if (isInside(labels[start]!)) labels[start]! -= 1;
  return labels;
}

/** Token ranges of the sentences that are not boilerplate. */
export function sentenceRanges(tokens: Tokens): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  let start = 0;
  for (let token = 1; token <= tokens.count; token++) {
    if (token < tokens.count && !(tokens.flags[token]! & SENTENCE_START)) continue;
    if (!(tokens.flags[start]! & IN_BOILERPLATE)) ranges.push([start, token]);
    start = token;
  }
  return tokens.count === 0 ? [] : ranges;
}
