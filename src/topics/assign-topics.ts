import type { TopicModel } from "../data/topic-model.js";
import type { Entity, Evidence, Mention, Topic } from "../document.js";
import { type FieldText, rawSpan } from "../text/field-text.js";
import {
  type ArticleFeatures,
  featuresOf,
  lexiconScale,
  lexiconScores,
  type TopicEntity,
} from "./article-features.js";
import { assignCountries, type CountryEntity, type CountryNames } from "./assign-countries.js";

/** Reasons given per topic. */
const MOST_EVIDENCE = 6;
/** A feature that adds less to the log-odds is no reason. */
const LEAST_SHARE = 0.02;
/** Topics below this score are left out of a document. */
const LEAST_SCORE = 0.1;

/** What the stages before know of an article. */
export interface TopicInput {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** Parallel to `entities`. */
  readonly linked: readonly (TopicEntity & CountryEntity)[];
}

/**
 * Scores every subject of a model for an article, and the countries that it speaks of. The log-odds of a subject are a
 * sum: naive Bayes evidence of terms and entities, weights of its lexicon's entries, how far it leads the other
 * subjects, and an intercept; the evidence lists the strongest summands.
 * @returns topics with a score of 0.1 or more, best first; assigned are those from 0.5.
 */
export function assignTopics(
  model: TopicModel,
  fields: readonly FieldText[],
  input: TopicInput,
  nameOf: CountryNames,
): Topic[] {
  const features = featuresOf(model, fields, input.linked, input.entities);
  const logits = subjectLogits(model, features);
  const subjects: Topic[] = [];
  model.topics.forEach(({ id, ar, en }, topic) => {
    const score = round(sigmoid(logits[topic]!));
    if (score < LEAST_SCORE) return;
    subjects.push({
      id,
      kind: "subject",
      name: { ar, en },
      score,
      evidence: evidenceOf(model, fields, features, topic),
    });
  });
  const topics = [...subjects, ...assignCountries(model, input, nameOf)];
  return topics.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** Log-odds of every subject. */
function subjectLogits(model: TopicModel, article: ArticleFeatures): Float64Array {
  const count = model.topics.length;
  const bayes = new Float64Array(count);
  const { features, weights } = article.vector;
  for (let i = 0; i < features.length; i++) {
    const weight = weights[i]! * model.weightStep;
    const row = features[i]! * count;
    for (let topic = 0; topic < count; topic++) bayes[topic]! += weight * model.weights[row + topic]!;
  }
  const lexicon = lexiconScores(model, article);
  return bayes.map((score, topic) => {
    const { bayes: a, lexicon: b, lead, intercept } = model.coefficients[topic]!;
    return a * score + b * lexicon[topic]! + lead * leadOf(bayes, topic) + intercept;
  });
}

/** How far a topic's score is ahead of the best other one. */
export function leadOf(scores: ArrayLike<number>, topic: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let other = 0; other < scores.length; other++)
    if (other !== topic) best = Math.max(best, scores[other]!);
  return best === Number.NEGATIVE_INFINITY ? 0 : scores[topic]! - best;
}

/** The features that speak most for a topic, as shares of its log-odds. */
function evidenceOf(
  model: TopicModel,
  fields: readonly FieldText[],
  article: ArticleFeatures,
  topic: number,
): Evidence[] {
  const strongest: { at: number; share: number }[] = [];
  for (let at = 0; at < article.features.length; at++) {
    const share = shareOf(model, article, at, topic);
    if (share < LEAST_SHARE || (strongest.length === MOST_EVIDENCE && share <= strongest.at(-1)!.share)) continue;
    if (strongest.length === MOST_EVIDENCE) strongest.pop();
    let place = strongest.length;
    while (place > 0 && strongest[place - 1]!.share < share) place--;
    strongest.splice(place, 0, { at, share });
  }
  return strongest.map(({ at, share }) => ({ ...describe(model, fields, article, at), weight: round(share) }));
}

/** What a feature adds to the log-odds of a topic. */
function shareOf(model: TopicModel, article: ArticleFeatures, at: number, topic: number): number {
  const feature = article.features[at]!;
  const { bayes, lexicon } = model.coefficients[topic]!;
  const weight = model.weightStep * model.weights[feature * model.topics.length + topic]!;
  let share = bayes * article.vector.weights[at]! * weight;
  for (let i = model.lexiconStarts[feature]!; i < model.lexiconStarts[feature + 1]!; i++) {
    if (model.lexiconTopics[i] !== topic) continue;
    share += lexicon * model.lexiconWeights[i]! * Math.log1p(article.counts[at]!) * lexiconScale(article.features.length);
  }
  return share;
}

/** A term as it stands in the article, or an entity. */
function describe(
  model: TopicModel,
  fields: readonly FieldText[],
  { features, terms }: ArticleFeatures,
  at: number,
): { term: string } | { entity: string } {
  const entity = model.entityOfFeature(features[at]!);
  if (entity !== undefined) return { entity: entity.slice(1) };
  const field = fields[terms.fields[at]!]!;
  const { start, end } = rawSpan(field, terms.firstTokens[at]!, terms.endTokens[at]!);
  return { term: field.raw.slice(start, end) };
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
