import type { RelatedModel } from "../data/related-model.js";
import type { Document } from "../document.js";
import type { FieldText } from "../text/field-text.js";
import { clipText } from "./clip-text.js";
import { hashString } from "./hash.js";
import type { Profile, ProfileEntity, ProfileTopic } from "./profile.js";
import { readTerms } from "./read-terms.js";
import { titleGrams } from "./title-grams.js";

const MOST_ENTITIES = 20;
const MOST_TOPICS = 6;
/** Topics below this score say nothing. */
const LEAST_TOPIC = 0.3;
/** Code units of a title and a name that are kept. */
const LONGEST_TITLE = 200;
const LONGEST_NAME = 60;

/** What is known of an article besides its text. */
export interface ArticleFacts {
  readonly id: string;
  readonly title: string;
  /** Days since 1970-01-01 (UTC), or `NO_DAY`. */
  readonly day: number;
}

/** The parts of a document that a profile is made of. */
export type ProfiledDocument = Pick<Document, "language" | "mentions" | "entities" | "topics">;

/** Makes what the ranking needs of an article: its terms, entities, topics and signature. */
export function makeProfile(
  model: RelatedModel,
  { id, title, day }: ArticleFacts,
  fields: readonly FieldText[],
  document: ProfiledDocument,
): Profile {
  return {
    id,
    day,
    language: clipText(document.language, LONGEST_NAME),
    title: clipText(title, LONGEST_TITLE),
    titleGrams: titleGrams(model, fields),
    ...readTerms(model, fields),
    entities: entitiesOf(model, document),
    topics: topicsOf(document),
  };
}

function entitiesOf(model: RelatedModel, { mentions, entities }: ProfiledDocument): ProfileEntity[] {
  const titled = new Set<string>();
  for (const { field, entity } of mentions) if (field === "title") titled.add(entity);
  return [...entities]
    .sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ENTITIES)
    .map(({ id, name, salience }) => ({
      id: clipText(id, LONGEST_TITLE),
      name: clipText(name.ar, LONGEST_NAME),
      rarity: model.rarityOfEntity(hashString(id)),
      salience: share(salience),
      inTitle: titled.has(id),
    }));
}

function topicsOf({ topics }: ProfiledDocument): ProfileTopic[] {
  return topics
    .filter(({ score }) => score >= LEAST_TOPIC)
    .slice(0, MOST_TOPICS)
    .map(({ id, kind, name, score }) => ({
      id: clipText(id, LONGEST_NAME),
      kind,
      name: clipText(name.ar, LONGEST_NAME),
      score: share(score),
    }));
}

/** A share of 0 to 1 in 255ths; what is there at all is not 0. */
function share(value: number): number {
  return Math.max(1, Math.min(255, Math.round(value * 255)));
}
