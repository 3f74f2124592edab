import type { EntityType } from "../../document.js";
import type { FieldText } from "../../text/field-text.js";

/** What khabar reads of a word that compromise found. */
interface EnglishTerm {
  /** Signs before, the word, signs behind: together all terms are the text. */
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly tags?: ReadonlySet<string>;
}

/** What khabar reads of what compromise makes of a text: its sentences and their words. */
interface EnglishView {
  readonly docs: readonly (readonly EnglishTerm[])[];
}

/** The function that `compromise` exports: `import nlp from "compromise"`. */
export type EnglishNlp = (text: string) => EnglishView;

/** A run of tokens that compromise takes for a name. */
export interface EnglishNameRun {
  readonly firstToken: number;
  /** One past the last token. */
  readonly endToken: number;
  readonly type: EntityType;
}

/** What compromise says of a field. */
export interface EnglishReading {
  readonly names: readonly EnglishNameRun[];
  /** Per token, 1 where it is no noun, or part of a date: «May», «Will you come». */
  readonly noName: Uint8Array;
}

/** The tags of names, the surest first: a word may have several. */
const TYPES: readonly (readonly [tag: string, type: EntityType])[] = [
  ["Person", "person"],
  ["Organization", "organization"],
  ["Place", "place"],
];
/** Words beside a name that are no part of it. */
const NO_PART = ["Honorific", "Determiner", "Demonym", "Preposition", "Conjunction", "Pronoun"];
/** What parts two names: «Paris, France». */
const PARTING = /[^\s.'’\-&]/;

/** Asks compromise about a field and carries its answer over to tokens. */
export function readTerms(nlp: EnglishNlp, field: FieldText): EnglishReading {
  const { docs } = nlp(field.raw);
  const tokenOf = new TermTokens(field, docs);
  const noName = new Uint8Array(field.tokens.count);
  const names: EnglishNameRun[] = [];
  docs.forEach((terms, sentence) => {
    let open: { type: EntityType; firstToken: number; endToken: number } | undefined;
    terms.forEach((term, i) => {
      const [firstToken, endToken] = tokenOf.range(sentence, i);
      const { tags, pre, post } = term;
      if (tags !== undefined && !(tags.has("Noun") && !tags.has("Date")))
        noName.fill(1, firstToken, endToken);
      const type = typeOf(term);
      if (open !== undefined && (type !== open.type || PARTING.test(pre))) open = undefined;
      if (type === undefined || firstToken === endToken) return;
      if (open === undefined) {
        open = { type, firstToken, endToken };
        names.push(open);
      } else open.endToken = endToken;
      if (PARTING.test(post) || tags?.has("Possessive")) open = undefined;
    });
  });
  return { names, noName };
}

/** What compromise takes a word for, if it is part of a name. */
function typeOf({ tags }: EnglishTerm): EntityType | undefined {
  if (tags === undefined || NO_PART.some((tag) => tags.has(tag))) return undefined;
  return TYPES.find(([tag]) => tags.has(tag))?.[1];
}

/** Which tokens each term covers. */
class TermTokens {
  /** First token of each term, and one past its last, by sentence. */
  private readonly ranges: Uint32Array[] = [];

  constructor({ raw, map, tokens }: FieldText, sentences: readonly (readonly EnglishTerm[])[]) {
    let at = 0;
    let token = 0;
    for (const sentence of sentences) {
      const ranges = new Uint32Array(sentence.length * 2);
      this.ranges.push(ranges);
      sentence.forEach(({ pre, text, post }, i) => {
        const whole = pre + text + post;
        // Were a term not to stand in the text, all behind it would be out of place.
        if (!raw.startsWith(whole, at)) at = raw.length;
        if (at === raw.length) return;
        const start = map.toFolded(at + pre.length, "after");
        const end = map.toFolded(at + pre.length + text.length, "before");
        while (token < tokens.count && tokens.starts[token]! < start) token++;
        ranges[i * 2] = token;
        while (token < tokens.count && tokens.ends[token]! <= end) token++;
        ranges[i * 2 + 1] = token;
        at += whole.length;
      });
    }
  }

  range(sentence: number, term: number): [first: number, end: number] {
    const ranges = this.ranges[sentence]!;
    return [ranges[term * 2]!, ranges[term * 2 + 1]!];
  }
}
