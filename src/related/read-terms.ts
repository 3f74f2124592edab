import { RARITY_STEP, type RelatedModel } from "../data/related-model.js";
import { type FieldText, rawSpan } from "../text/field-text.js";
import { IN_BOILERPLATE, PUNCTUATION_MARK, type Tokens, WORD } from "../text/tokens.js";
import { clipText } from "./clip-text.js";
import { ENGLISH_FUNCTION_WORDS } from "./english-function-words.js";
import { hashString, hashUnits } from "./hash.js";
import { IN_LEAD, IN_TITLE, LEAD, type ProfileTerms, USES } from "./profile.js";
import { shortStem } from "./short-stem.js";
import { signatureOf } from "./signature.js";

/** Terms kept of an article. */
const MOST_TERMS = 200;
/** Of them, those whose words are kept for explanations. */
const MOST_WORDS = 16;
/** Code units of such a word. */
const LONGEST_WORD = 24;
/** Terms that more than three articles in ten use bind nothing: «قال», «في». */
export const COMMON = 1.2 / RARITY_STEP;
/** Tokens of a field that are read. */
const MOST_TOKENS = 4000;
/** Terms that never count, by hash. */
const FUNCTION_WORDS: ReadonlySet<number> = new Set([...ENGLISH_FUNCTION_WORDS].map(hashString));
/** Letters of a term of another script, digits of a number. */
const LONGEST_TERM = 24;

/** What the words of an article give. */
export interface TermReading {
  readonly terms: ProfileTerms;
  /** Words and numbers. */
  readonly length: number;
  readonly signature: Uint8Array;
}

/** The hash of the term that a token is, by its short stem. */
export function termHash({ units, starts, ends, kinds }: Tokens, token: number): number {
  const start = starts[token]!;
  const end = ends[token]!;
  if (kinds[token] !== WORD) return hashUnits(units, start, Math.min(end, start + LONGEST_TERM));
  const packed = shortStem(units, start, end);
  const from = start + (packed & 0xff);
  return hashUnits(units, from, from + (packed >>> 8));
}

/** Uses of terms while an article is read, as columns in order of first use. */
interface Uses {
  readonly hashes: number[];
  readonly bytes: number[];
  readonly fields: FieldText[];
  readonly tokens: number[];
}

/** Reads the terms, length and signature of an article; boilerplate does not count. */
export function readTerms(model: RelatedModel, fields: readonly FieldText[]): TermReading {
  const places = new Map<number, number>();
  const uses: Uses = { hashes: [], bytes: [], fields: [], tokens: [] };
  const words: number[] = [];
  let length = 0;
  for (const field of fields) {
    const inTitle = field.field === "title";
    const { kinds, flags, count } = field.tokens;
    const end = Math.min(count, MOST_TOKENS);
    for (let token = 0; token < end; token++) {
      if (kinds[token] === PUNCTUATION_MARK || flags[token]! & IN_BOILERPLATE) continue;
      const hash = termHash(field.tokens, token);
      const bits = inTitle ? IN_TITLE : words.length < LEAD ? IN_LEAD : 0;
      if (!inTitle) words.push(hash);
      length++;
      const place = places.get(hash);
      if (place === undefined) {
        places.set(hash, uses.hashes.push(hash) - 1);
        uses.bytes.push(bits | (inTitle ? 0 : 1));
        uses.fields.push(field);
        uses.tokens.push(token);
      } else {
        const byte = uses.bytes[place]! | bits;
        uses.bytes[place] = inTitle || (byte & USES) === USES ? byte : byte + 1;
      }
    }
  }
  return { terms: strongest(model, uses), length, signature: signatureOf(words) };
}

/** How much a term says of its article: what its keys and its place among the kept terms go by. */
export function termStrength(rarity: number, uses: number): number {
  return rarity * (1 + Math.log(Math.max(1, uses & USES))) * (uses & IN_TITLE ? 2 : 1);
}

function strongest(model: RelatedModel, { hashes, bytes, fields, tokens }: Uses): ProfileTerms {
  const rarities = hashes.map((hash) => model.rarityOfTerm(hash));
  const strengths = hashes.map((_, i) => termStrength(rarities[i]!, bytes[i]!));
  const order = hashes
    .map((_, i) => i)
    .filter((i) => rarities[i]! > COMMON && !FUNCTION_WORDS.has(hashes[i]!))
    .sort((a, b) => strengths[b]! - strengths[a]! || hashes[a]! - hashes[b]!)
    .slice(0, MOST_TERMS);
  return {
    hashes: Uint32Array.from(order, (i) => hashes[i]!),
    rarities: Uint8Array.from(order, (i) => rarities[i]!),
    uses: Uint8Array.from(order, (i) => bytes[i]!),
    words: order.slice(0, MOST_WORDS).map((i) => wordAt(fields[i]!, tokens[i]!)),
  };
}

/** A word as it stands in the article. */
function wordAt(field: FieldText, token: number): string {
  const { start, end } = rawSpan(field, token, token + 1);
  return clipText(field.raw.slice(start, end), LONGEST_WORD);
}
