import type { TopicModel } from "../data/topic-model.js";
import type { Entity } from "../document.js";
import type { FieldText } from "../text/field-text.js";
import { TermCounter, type TermCounts } from "./count-terms.js";
import { type SparseVector, scaleVector } from "./naive-bayes.js";

/** An entity as far as topics care. */
export interface TopicEntity {
  readonly id: string;
  readonly type: string;
  /** Without the type; empty when unknown. */
  readonly class: string;
}

/** Names of the features that an entity gives: itself, and its class. */
export function entityFeatureNames(entity: TopicEntity): string[] {
  return entity.class === "" ? [`@${entity.id}`] : [`@${entity.id}`, `@${entity.type}/${entity.class}`];
}

/** What a model sees of an article: parallel columns of features, the terms first. */
export interface ArticleFeatures {
  readonly features: readonly number[];
  readonly counts: readonly number[];
  /** Logarithms of 1 and the counts. */
  readonly damped: readonly number[];
  readonly vector: SparseVector;
  /** What a lexicon entry's weight is multiplied by, beside its damped count. */
  readonly lexiconScale: number;
  readonly terms: TermCounts;
}

const counters = new WeakMap<TopicModel, TermCounter>();

/** The counter of a model's terms. */
export function counterOf(model: TopicModel): TermCounter {
  let counter = counters.get(model);
  if (counter === undefined) {
    counter = new TermCounter(model.vocabulary, model.trie, model.rarity.length, model.pieces);
    counters.set(model, counter);
  }
  return counter;
}

/** Counts the terms and entities of an article that a model knows. */
export function featuresOf(
  model: TopicModel,
  fields: readonly FieldText[],
  linked: readonly TopicEntity[],
  entities: readonly Entity[],
): ArticleFeatures {
  const terms = counterOf(model).count(fields);
  const features = terms.terms.slice();
  const counts = terms.counts.slice();
  const places = new Map<number, number>();
  const add = (feature: number, mentions: number): void => {
    if (feature < 0) return;
    const place = places.get(feature);
    if (place === undefined) {
      places.set(feature, features.push(feature) - 1);
      counts.push(mentions);
    } else counts[place]! += mentions;
  };
  linked.forEach(({ id, type, class: name }, i) => {
    const { mentions } = entities[i]!;
    add(model.featureOfEntity(id), mentions);
    if (name !== "") add(model.featureOfClass(type, name), mentions);
  });
  const damped = counts.map(dampedCount);
  const vector = scaleVector(features, damped, model.rarity);
  return { features, counts, damped, vector, lexiconScale: lexiconScale(model, features, damped), terms };
}

/** Logarithms of 1 and the counts that nearly all terms have. */
const DAMPED = Float64Array.from({ length: 64 }, (_, count) => Math.log1p(count));

function dampedCount(count: number): number {
  return DAMPED[count] ?? Math.log1p(count);
}

/** Of an article with few entries, each speaks less than it would alone. */
const LEAST_SQUARES = 3;

/** Entries share what the lexicons say, whether an article has many or few. */
function lexiconScale(model: TopicModel, features: readonly number[], damped: readonly number[]): number {
  let squares = LEAST_SQUARES;
  for (let at = 0; at < features.length; at++) {
    const reach = model.lexiconReach[features[at]!]!;
    if (reach > 0) squares += (reach * damped[at]!) ** 2;
  }
  return 1 / Math.sqrt(squares);
}

/** Lexicon scores by topic: the damped counts of its entries, against those of the entries of all topics. */
export function lexiconScores(model: TopicModel, article: ArticleFeatures): Float64Array {
  const { features, damped } = article;
  const scores = new Float64Array(model.topics.length);
  const { lexiconStarts, lexiconTopics, lexiconWeights } = model;
  for (let at = 0; at < features.length; at++) {
    const feature = features[at]!;
    const end = lexiconStarts[feature + 1]!;
    for (let i = lexiconStarts[feature]!; i < end; i++)
      scores[lexiconTopics[i]!]! += lexiconWeights[i]! * damped[at]!;
  }
  return scores.map((score) => score * article.lexiconScale);
}
