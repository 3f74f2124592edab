import { ENTITY_TYPES } from "../../src/data/entity-classes.js";
import { Lexicon } from "../../src/data/lexicon.js";
import { type ClusterColumns, encodeTaggerModel, TaggerModel } from "../../src/data/tagger-model.js";
import { hashUnits } from "../../src/data/vocabulary.js";
import type { AnnotatedArticle, AnnotatedMention, EntityType } from "../../src/document.js";
import { fold } from "../../src/normalize/normalize.js";
import { LABEL_COUNT, typeOfLabel } from "../../src/tag/tagger/labels.js";
import type { FieldText } from "../../src/text/field-text.js";
import { tokenize } from "../../src/tokenize/tokenize.js";
import { tinyLexicon } from "./tiny-lexicon.js";

let lexicon: Lexicon | undefined;

/** The tiny lexicon, ready for use. */
export function readTinyLexicon(): Lexicon {
  lexicon ??= new Lexicon(tinyLexicon());
  return lexicon;
}

/** A text as the pipeline prepares it, without looking for boilerplate. */
export function fieldOf(raw: string): FieldText {
  const { units, length, map } = fold(raw);
  return { field: "text", raw, map, tokens: tokenize(units, length) };
}

/** Word clusters of words with their frequencies; every word in a cluster of its own. */
export function clustersOf(frequencies: Readonly<Record<string, number>>): ClusterColumns {
  const rows = Object.entries(frequencies)
    .map(([word, frequency]) => {
      const { units, length } = fold(word);
      return { hash: hashUnits(units, 0, length), frequency };
    })
    .sort((a, b) => a.hash - b.hash);
  return {
    hashes: Int32Array.from(rows, ({ hash }) => hash),
    clusters: Uint16Array.from(rows, (_, i) => i + 1),
    frequencies: Uint8Array.from(rows, ({ frequency }) => frequency),
    coarse: Uint8Array.from([0, ...rows], (_, i) => i),
  };
}

/** A model with the weights given, none by default; its screen rules out function words alone. */
export function modelOf(
  clusters: ClusterColumns,
  weights: Int8Array = new Int8Array(32 * LABEL_COUNT),
  step = 1,
  screen: Int8Array = new Int8Array(weights.length / LABEL_COUNT),
): TaggerModel {
  const transitions = new Float32Array(LABEL_COUNT ** 2);
  const parts = { ...clusters, weights, screen, step, transitions, labels: LABEL_COUNT, provenance: {} };
  return new TaggerModel(encodeTaggerModel(parts));
}

const SHORT_TYPES: Readonly<Record<string, EntityType>> = {
  P: "person",
  L: "place",
  O: "organization",
  W: "weapon",
};

/** An article from a text with its names marked: «زار [P قالن] [L أنقرة]». */
export function annotated(marked: string, rest: Partial<AnnotatedArticle> = {}): AnnotatedArticle {
  const mentions: AnnotatedMention[] = [];
  let text = "";
  for (const piece of marked.split(/(\[\w [^\]]*\])/)) {
    const match = /^\[(\w) (.*)\]$/.exec(piece);
    const surface = match === null ? piece : match[2]!;
    if (match !== null) {
      const type = SHORT_TYPES[match[1]!]!;
      mentions.push({ field: "text", start: text.length, end: text.length + surface.length, type });
    }
    text += surface;
  }
  return { ...rest, text, mentions };
}

/** Labels in words: `O B-person I-person`. */
export function labelNames(labels: ArrayLike<number>): string {
  return Array.from(labels, (label) =>
    label === 0 ? "O" : `${label % 2 === 1 ? "B" : "I"}-${ENTITY_TYPES[typeOfLabel(label)]}`,
  ).join(" ");
}
