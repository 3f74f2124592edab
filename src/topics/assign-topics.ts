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
const MOST_EVIDENCE = 8;
/** Topics below this score are left out of a document. */
const LEAST_SCORE = 0.05;

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
 * @returns topics with a score of 0.05 or more, best first; assigned are those from 0.5.
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
function subjectLogits(model: TopicModel, { vector, counts }: ArticleFeatures): Float64Array {
  const count = model.topics.length;
  const bayes = new Float64Array(count);
  vector.features.forEach((feature, i) => {
    const weight = vector.weights[i]! * model.weightStep;
    const row = feature * count;
    for (let topic = 0; topic < count; topic++) bayes[topic]! += weight * model.weights[row + topic]!;
  });
  const lexicon = lexiconScores(model, counts);
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
  { vector, counts, terms }: ArticleFeatures,
  topic: number,
): Evidence[] {
  const { bayes, lexicon } = model.coefficients[topic]!;
  const size = model.topics.length;
  const scale = lexiconScale(counts);
  const shares = vector.features.map((feature, i) => {
    let share = bayes * vector.weights[i]! * model.weightStep * model.weights[feature * size + topic]!;
    for (let k = model.lexiconStarts[feature]!; k < model.lexiconStarts[feature + 1]!; k++)
      if (model.lexiconTopics[k] === topic)
        share += lexicon * model.lexiconWeights[k]! * Math.log1p(counts.get(feature)!) * scale;
    return { feature, share };
  });
  const strongest = shares
    .filter(({ share }) => share > 0.01)
    .sort((a, b) => b.share - a.share || a.feature - b.feature);
  return strongest.slice(0, MOST_EVIDENCE).map(({ feature, share }) => {
    const weight = round(share);
    const entity = model.entityOfFeature(feature);
    if (entity !== undefined) return { entity: entity.slice(1), weight };
    const [field, firstToken, endToken] = terms.places.get(feature)!;
    const { start, end } = rawSpan(fields[field]!, firstToken, endToken);
    return { term: fields[field]!.raw.slice(start, end), weight };
  });
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
