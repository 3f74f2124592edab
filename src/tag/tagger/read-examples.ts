import type { Lexicon } from "../../data/lexicon.js";
import type { TaggerModel } from "../../data/tagger-model.js";
import type { AnnotatedMention, EntityType } from "../../document.js";
import type { Claim } from "../../text/claim.js";
import type { FieldText } from "../../text/field-text.js";
import { labelTokens, sentenceRanges } from "./label-tokens.js";
import { openLabels } from "./open-labels.js";
import { readSigns, wordsElsewhere } from "./token-signs.js";
import type { TaggedTokens } from "./train-tagger.js";

/** A field as the lexicon matched it. */
export interface MatchedField {
  readonly text: FieldText;
  readonly tagged: { readonly words: Int32Array; readonly claims: readonly Claim[] };
}

/**
 * An annotated article as the tagger sees it, field by field.
 * @param model its word clusters are used, nothing else.
 * @param only the type that alone is annotated after khabar's scheme; by default all are.
 */
export function readExamples(
  lexicon: Lexicon,
  model: TaggerModel,
  fields: readonly MatchedField[],
  mentions: readonly AnnotatedMention[],
  only?: EntityType,
): TaggedTokens[] {
  const elsewhere = wordsElsewhere(
    lexicon,
    fields.map(({ text, tagged }) => ({ tokens: text.tokens, claims: tagged.claims })),
  );
  const marked = only === undefined ? mentions : mentions.filter(({ type }) => type === only);
  return fields.map(({ text, tagged }) => {
    const labels = labelTokens(text, marked);
    const example = {
      signs: readSigns(lexicon, model, text.tokens, tagged.words, tagged.claims, elsewhere),
      labels,
      sentences: sentenceRanges(text.tokens),
    };
    return only === undefined
      ? { ...example, weight: 1 }
      : { ...example, weight: WEIGHT_OF_OTHERS, allowed: openLabels(labels, only) };
  });
}

/** How much articles of another scheme count. */
const WEIGHT_OF_OTHERS = 0.6;
