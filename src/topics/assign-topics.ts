import type { TopicModel } from "../data/topic-model.js";
import type { Entity, Evidence, Mention, Topic } from "../document.js";
import { type FieldText, rawSpan } from "../text/field-text.js";
import { type ArticleFeatures, featuresOf, lexiconScores, type TopicEntity } from "./article-features.js";
import { assignCountries, type CountryEntity, type CountryNames } from "./assign-countries.js";

/** Reasons given per topic. */
const MOST_EVIDENCE = 6;
/** A feature that adds less to the log-odds is no reason. */
const LEAST_SHARE = 0.02;
/** Topics below this score are left out of a document. */
const LEAST_SCORE = 0.1;
/** The best topic of an article is assigned from here on when no topic reaches even odds. */
const LEAST_BEST = 0.2;

/** What the stages before know of an article. */
export interface TopicInput {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** Parallel to `entities`. */
  readonly linked: readonly (TopicEntity & CountryEntity)[];
}

/**
 * Scores every subject of a model for an article, and the countries that it speaks of. The log-odds of a subject are a
 * sum over terms, entities and lexicon entries, and an intercept; the evidence lists the strongest summands.
 * @returns topics with a score of 0.1 or more, best first; assigned are those from 0.5.
 */
export function assignTopics(
  model: TopicModel,
  fields: readonly FieldText[],
  input: TopicInput,
  nameOf: CountryNames,
): Topic[] {
  const features = featuresOf(model, fields, input.linked, input.entities);
  const scores = scoresOf(subjectLogits(model, features), model.range);
  const subjects: Topic[] = [];
  model.topics.forEach(({ id, ar, en }, topic) => {
    const score = scores[topic]!;
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
export function subjectLogits(model: TopicModel, article: ArticleFeatures): Float64Array {
  const { weights: table, weightStep, lexiconJoin } = model;
  const count = model.topics.length;
  const logits = Float64Array.from(model.intercepts);
  const { features, weights } = article.vector;
  for (let i = 0; i < features.length; i++) {
    const weight = weights[i]! * weightStep;
    if (weight === 0) continue;
    const row = features[i]! * count;
    for (let topic = 0; topic < count; topic++) logits[topic]! += weight * table[row + topic]!;
  }
  if (model.lexiconTopics.length === 0) return logits;
  const lexicon = lexiconScores(model, article);
  for (let topic = 0; topic < count; topic++)
    for (let other = 0; other < count; other++)
      logits[topic]! += lexiconJoin[topic * count + other]! * lexicon[other]!;
  return logits;
}

/**
 * Scores from log-odds. Articles have as many topics as those that the model learnt from: where each had one, the best
 * topic is assigned even below even odds, if it is not a mere guess; and beyond the most, none is.
 */
export function scoresOf(logits: ArrayLike<number>, { fewest, most }: TopicModel["range"]): number[] {
  const scores = Array.from(logits, (logit) => round(sigmoid(logit)));
  const order = scores.map((_, topic) => topic).sort((a, b) => logits[b]! - logits[a]! || a - b);
  order.forEach((topic, rank) => {
    const score = scores[topic]!;
    if (rank === 0 && fewest > 0 && score < 0.5 && score >= LEAST_BEST) scores[topic] = 0.5;
    if (rank >= most && score >= 0.5) scores[topic] = 0.4999;
  });
  return scores;
}

/** The features that speak most for a topic, as shares of its log-odds. */
function evidenceOf(
  model: TopicModel,
  fields: readonly FieldText[],
  article: ArticleFeatures,
  topic: number,
): Evidence[] {
  const strongest: { at: number; share: number }[] = [];
  const size = article.features.length;
  const shares = sharesOf(model, article, topic);
  if (model.pieces.buckets > 0) joinPieces(article, shares);
  let least = LEAST_SHARE;
  for (let at = 0; at < size; at++) {
    const share = shares[at]!;
    if (share < least) continue;
    if (strongest.length === MOST_EVIDENCE) {
      if (share === least) continue;
      strongest.pop();
    }
    let place = strongest.length;
    while (place > 0 && strongest[place - 1]!.share < share) place--;
    strongest.splice(place, 0, { at, share });
    if (strongest.length === MOST_EVIDENCE) least = strongest[MOST_EVIDENCE - 1]!.share;
  }
  return strongest.map(({ at, share }) => ({
    ...describe(model, fields, article, at),
    weight: round(share),
  }));
}

/** Adds what pieces of a word say to what the word says: a reason is a word, and stands once. */
function joinPieces({ terms }: ArticleFeatures, shares: Float64Array): void {
  const words = new Map<number, number>();
  for (let at = 0; at < terms.terms.length; at++) {
    if (terms.endTokens[at]! - terms.firstTokens[at]! > 1) continue;
    const place = terms.firstTokens[at]! * 2 + terms.fields[at]!;
    const word = words.get(place);
    if (word === undefined) words.set(place, at);
    else {
      shares[word]! += shares[at]!;
      shares[at] = 0;
    }
  }
}

/** What each feature adds to the log-odds of a topic; the column stands until the next call. */
function sharesOf(model: TopicModel, article: ArticleFeatures, topic: number): Float64Array {
  const { weights: table, weightStep, lexiconReach } = model;
  const count = model.topics.length;
  const { features } = article;
  const { weights } = article.vector;
  if (shareScratch.length < features.length) shareScratch = new Float64Array(2 * features.length);
  const shares = shareScratch;
  for (let at = 0; at < features.length; at++) {
    const feature = features[at]!;
    const share = weights[at]! * (weightStep * table[feature * count + topic]!);
    shares[at] = lexiconReach[feature] === 0 ? share : share + lexiconShareOf(model, article, at, topic);
  }
  return shares;
}

let shareScratch = new Float64Array(256);

/** What a feature adds to the log-odds of a topic: as a term or entity, and as entry of lexicons. */
export function shareOf(model: TopicModel, article: ArticleFeatures, at: number, topic: number): number {
  const feature = article.features[at]!;
  const count = model.topics.length;
  const weight = model.weightStep * model.weights[feature * count + topic]!;
  return article.vector.weights[at]! * weight + lexiconShareOf(model, article, at, topic);
}

/** What a feature adds to the log-odds of a topic as entry of lexicons; an entry of one topic may speak against others. */
export function lexiconShareOf(
  model: TopicModel,
  article: ArticleFeatures,
  at: number,
  topic: number,
): number {
  const feature = article.features[at]!;
  if (model.lexiconReach[feature] === 0) return 0;
  const row = topic * model.topics.length;
  let sum = 0;
  for (let i = model.lexiconStarts[feature]!; i < model.lexiconStarts[feature + 1]!; i++)
    sum += model.lexiconJoin[row + model.lexiconTopics[i]!]! * model.lexiconWeights[i]!;
  return sum * article.damped[at]! * article.lexiconScale;
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
