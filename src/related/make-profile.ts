import { RARITY_STEP, type RelatedModel } from "../data/related-model.js";
import type { Document } from "../document.js";
import { type FieldText, rawSpan } from "../text/field-text.js";
import { lightStem } from "../text/light-stem.js";
import { IN_BOILERPLATE, LATIN_WORD, NUMBER, PUNCTUATION_MARK, WORD } from "../text/tokens.js";
import { hashString, hashUnits } from "./hash.js";
import {
  IN_LEAD,
  IN_TITLE,
  type Profile,
  type ProfileEntity,
  type ProfileTerms,
  type ProfileTopic,
  USES,
} from "./profile.js";
import { signatureOf } from "./signature.js";

/** Terms kept of an article. */
const MOST_TERMS = 128;
/** Of them, those whose words are kept for explanations. */
const MOST_WORDS = 24;
const MOST_ENTITIES = 24;
const MOST_TOPICS = 6;
/** Topics below this score say nothing. */
const LEAST_TOPIC = 0.3;
/** Stems that more than one article in e^1.2 uses bind nothing: «قال», «في». */
const COMMON = 1.2 / RARITY_STEP;
/** Words at the beginning of the text that say what it is about. */
const LEAD = 50;
/** Words of the text that are read. */
const MOST_TOKENS = 4000;

/** Makes what the ranking needs of an article: its terms, entities, topics and signature. */
export function makeProfile(
  model: RelatedModel,
  article: { readonly id: string; readonly title: string; readonly day: number },
  fields: readonly FieldText[],
  document: Pick<Document, "language" | "mentions" | "entities" | "topics">,
): Profile {
  const { terms, length, signature } = readTerms(model, fields);
  return {
    id: article.id,
    day: article.day,
    language: document.language,
    title: article.title,
    length,
    terms,
    entities: entitiesOf(model, document),
    topics: topicsOf(document),
    signature,
  };
}

interface Use {
  readonly hash: number;
  readonly rarity: number;
  readonly field: FieldText;
  readonly token: number;
  uses: number;
  bits: number;
}

function readTerms(
  model: RelatedModel,
  fields: readonly FieldText[],
): { terms: ProfileTerms; length: number; signature: Uint16Array } {
  const found = new Map<number, Use>();
  const words: number[] = [];
  let length = 0;
  for (const field of fields) {
    const { units, starts, ends, kinds, flags, count } = field.tokens;
    const inTitle = field.field === "title";
    let words0 = 0;
    for (let token = 0; token < Math.min(count, MOST_TOKENS); token++) {
      if (kinds[token] === PUNCTUATION_MARK || flags[token]! & IN_BOILERPLATE) continue;
      length++;
      const start = starts[token]!;
      const packed =
        kinds[token] === WORD ? lightStem(units, start, ends[token]!) : (ends[token]! - start) << 8;
      const from = start + (packed & 0xff);
      const hash = hashUnits(units, from, from + (packed >>> 8));
      if (!inTitle) words.push(hash);
      if (kinds[token] !== WORD && kinds[token] !== LATIN_WORD && kinds[token] !== NUMBER) continue;
      if (packed >>> 8 < 2) continue;
      const bits = inTitle ? IN_TITLE : words0++ < LEAD ? IN_LEAD : 0;
      const use = found.get(hash);
      if (use === undefined)
        found.set(hash, {
          hash,
          rarity: model.rarityOfStem(hash),
          field,
          token,
          uses: inTitle ? 0 : 1,
          bits,
        });
      else {
        if (!inTitle) use.uses++;
        use.bits |= bits;
      }
    }
  }
  const strongest = [...found.values()]
    .filter(({ rarity }) => rarity > COMMON)
    .map((use) => ({
      use,
      weight: use.rarity * (1 + Math.log(Math.max(1, use.uses))) * (use.bits & IN_TITLE ? 2 : 1),
    }))
    .sort((a, b) => b.weight - a.weight || a.use.hash - b.use.hash)
    .slice(0, MOST_TERMS)
    .map(({ use }) => use);
  return {
    terms: {
      hashes: Uint32Array.from(strongest, ({ hash }) => hash),
      rarities: Uint8Array.from(strongest, ({ rarity }) => rarity),
      uses: Uint8Array.from(strongest, ({ uses, bits }) => Math.min(uses, USES) | bits),
      words: strongest.slice(0, MOST_WORDS).map(({ field, token }) => {
        const { start, end } = rawSpan(field, token, token + 1);
        return field.raw.slice(start, Math.min(end, start + 40));
      }),
    },
    length,
    signature: signatureOf(words, words.length),
  };
}

function entitiesOf(
  model: RelatedModel,
  { mentions, entities }: Pick<Document, "mentions" | "entities">,
): ProfileEntity[] {
  const titled = new Set(mentions.filter(({ field }) => field === "title").map(({ entity }) => entity));
  return [...entities]
    .sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ENTITIES)
    .map(({ id, name, salience }) => ({
      id,
      name: name.ar,
      rarity: model.rarityOfEntity(hashString(id)),
      salience: Math.round(salience * 255),
      inTitle: titled.has(id),
    }));
}

function topicsOf({ topics }: Pick<Document, "topics">): ProfileTopic[] {
  return topics
    .filter(({ score }) => score >= LEAST_TOPIC)
    .slice(0, MOST_TOPICS)
    .map(({ id, name, score }) => ({ id, name: name.ar, score: Math.round(score * 255) }));
}
