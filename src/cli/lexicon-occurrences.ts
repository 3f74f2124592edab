import type { NameExplanation, SenseExplanation } from "../data/explain-name.js";
import type { Lexicon } from "../data/lexicon.js";
import type { Document, Mention } from "../document.js";
import { readArticle, splitWords } from "../pipeline.js";
import { procliticReadings } from "../text/proclitics.js";
import { lackOf } from "./lexicon-policies.js";

/** What became of a name at one place of a sentence. */
export interface OccurrenceExplanation {
  /** UTF-16 code units of the sentence. */
  readonly start: number;
  readonly text: string;
  /** The mention that covers it. */
  readonly mention?: Mention;
  /** Why the senses that were not taken were not. */
  readonly reasons: readonly string[];
}

/** Letters, marks and digits: what words are made of. */
const WORDS = /[\p{L}\p{M}\p{N}\u0640]+/gu;

/** Reads a sentence and says what became of a name wherever it stands in it, with or without proclitics. */
export function explainOccurrences(
  lexicon: Lexicon,
  explanation: NameExplanation,
  sentence: string,
): OccurrenceExplanation[] {
  const document = readArticle({ lexicon }, { text: sentence }, { clean: false });
  const spellings = new Set([explanation.folded.join(" "), ...explanation.readings.map(({ name }) => name)]);
  return placesOf(spellings, explanation.folded.length, sentence).map(({ start, end }) => {
    const mention = document.mentions.find((found) => found.start < end && found.end > start);
    const place = { start, text: sentence.slice(start, end) };
    const reasons = reasonsOf(explanation, document, mention);
    return mention === undefined ? { ...place, reasons } : { ...place, mention, reasons };
  });
}

/** Runs of as many words as the name has that are the name in one of their readings. */
function placesOf(
  spellings: ReadonlySet<string>,
  length: number,
  sentence: string,
): { start: number; end: number }[] {
  const words = [...sentence.matchAll(WORDS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const places: { start: number; end: number }[] = [];
  for (let first = 0; first + 1 <= words.length; first++)
    for (let last = first; last < Math.min(words.length, first + length); last++) {
      const { start } = words[first]!;
      const { end } = words[last]!;
      const folded = splitWords(sentence.slice(start, end));
      if (folded.length !== length || !isOneOf(spellings, folded)) continue;
      places.push({ start, end });
      break;
    }
  return places;
}

/** Whether folded words are one of the spellings once a reading's proclitics are cut off. */
function isOneOf(spellings: ReadonlySet<string>, [first = "", ...rest]: readonly string[]): boolean {
  return procliticReadings(first).some(({ length, restored }) =>
    spellings.has([restored + first.slice(length), ...rest].join(" ")),
  );
}

function reasonsOf(
  { readings }: NameExplanation,
  document: Document,
  mention: Mention | undefined,
): string[] {
  const senses = readings.flatMap((reading) => reading.senses);
  const others = senses.filter(({ id }) => id !== mention?.entity);
  return [...new Set(others.map((sense) => reasonOf(sense, document, mention)))];
}

/** Why a sense was not taken. */
function reasonOf(sense: SenseExplanation, document: Document, mention: Mention | undefined): string {
  const { id, policy } = sense;
  if (document.language !== "ar") return `not ${id}: the sentence is not Arabic (${document.language})`;
  const named = document.entities.some((entity) => entity.id === id);
  if (mention !== undefined && (named || policy === "always"))
    return `not ${id}: ${mention.entity} is likelier here, or a longer name covers the word`;
  return `not ${id}: ${lackOf(sense)}`;
}
