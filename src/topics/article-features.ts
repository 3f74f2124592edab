import type { TopicModel } from "../data/topic-model.js";
import type { Entity } from "../document.js";
import type { FieldText } from "../text/field-text.js";
import { TermCounter, type TermCounts } from "./count-terms.js";
import { type SparseVector, toVector } from "./naive-bayes.js";

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
  readonly vector: SparseVector;
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
  const features = [...terms.terms];
  const counts = [...terms.counts];
  const places = new Map<number, number>();
  linked.forEach((entity, i) => {
    for (const name of entityFeatureNames(entity)) {
      const feature = model.entityFeature(name);
      if (feature < 0) continue;
      const place = places.get(feature);
      if (place === undefined) {
        places.set(feature, features.push(feature) - 1);
        counts.push(entities[i]!.mentions);
      } else counts[place]! += entities[i]!.mentions;
    }
  });
  return { features, counts, vector: toVector(features, counts, model.rarity), terms };
}

/** Lexicon scores by topic: the damped counts of its entries, against the square root of the article's size. */
export function lexiconScores(model: TopicModel, { features, counts }: ArticleFeatures): Float64Array {
  const scores = new Float64Array(model.topics.length);
  const { lexiconStarts, lexiconTopics, lexiconWeights } = model;
  for (let at = 0; at < features.length; at++) {
    const feature = features[at]!;
    const end = lexiconStarts[feature + 1]!;
    for (let i = lexiconStarts[feature]!; i < end; i++)
      scores[lexiconTopics[i]!]! += lexiconWeights[i]! * Math.log1p(counts[at]!);
  }
  const scale = lexiconScale(features.length);
  return scores.map((score) => score * scale);
}

/** What a lexicon entry's weight is multiplied by in an article of this many features. */
export function lexiconScale(size: number): number {
  return 1 / Math.sqrt(10 + size);
}
