import type { TopicModel } from "../data/topic-model.js";
import type { Entity } from "../document.js";
import type { FieldText } from "../text/field-text.js";
import { countTerms, type TermCounts } from "./count-terms.js";
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

/** What a model sees of an article. */
export interface ArticleFeatures {
  readonly vector: SparseVector;
  /** Counts of all features, terms and entities. */
  readonly counts: ReadonlyMap<number, number>;
  readonly terms: TermCounts;
}

/** Counts the terms and entities of an article that a model knows. */
export function featuresOf(
  model: TopicModel,
  fields: readonly FieldText[],
  linked: readonly TopicEntity[],
  entities: readonly Entity[],
): ArticleFeatures {
  const terms = countTerms(model.vocabulary, model.trie, fields);
  const counts = new Map(terms.counts);
  linked.forEach((entity, i) => {
    for (const name of entityFeatureNames(entity)) {
      const feature = model.entityFeature(name);
      if (feature >= 0) counts.set(feature, (counts.get(feature) ?? 0) + entities[i]!.mentions);
    }
  });
  return { vector: toVector(counts, model.rarity), counts, terms };
}

/** Lexicon scores by topic: the damped counts of its entries, against the square root of the article's damped counts. */
export function lexiconScores(model: TopicModel, counts: ReadonlyMap<number, number>): Float64Array {
  const scores = new Float64Array(model.topics.length);
  for (const [feature, count] of counts) {
    for (let i = model.lexiconStarts[feature]!; i < model.lexiconStarts[feature + 1]!; i++)
      scores[model.lexiconTopics[i]!]! += model.lexiconWeights[i]! * Math.log1p(count);
  }
  const scale = lexiconScale(counts);
  return scores.map((score) => score * scale);
}

/** What a lexicon entry's weight is multiplied by in an article of this many features. */
export function lexiconScale(counts: ReadonlyMap<number, number>): number {
  return 1 / Math.sqrt(10 + counts.size);
}
