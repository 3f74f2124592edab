import type { Lexicon } from "../../data/lexicon.js";
import type { TaggerModel } from "../../data/tagger-model.js";
import type { AnnotatedMention } from "../../document.js";
import type { Claim } from "../../text/claim.js";
import type { FieldText } from "../../text/field-text.js";
import { labelTokens, sentenceRanges } from "./label-tokens.js";
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
 */
export function readExamples(
  lexicon: Lexicon,
  model: TaggerModel,
  fields: readonly MatchedField[],
  mentions: readonly AnnotatedMention[],
): TaggedTokens[] {
  const elsewhere = wordsElsewhere(
    lexicon,
    fields.map(({ text, tagged }) => ({ tokens: text.tokens, claims: tagged.claims })),
  );
  return fields.map(({ text, tagged }) => ({
    signs: readSigns(lexicon, model, text.tokens, tagged.words, tagged.claims, elsewhere),
    labels: labelTokens(text, mentions),
    sentences: sentenceRanges(text.tokens),
    weight: 1,
  }));
}
