import type { TopicModel } from "../data/topic-model.js";
import type { Field } from "../document.js";
import { type FieldText, rawSpan } from "../text/field-text.js";
import type { Span } from "../text/span.js";
import { counterOf, entityFeatureNames, featuresOf } from "./article-features.js";
import { lexiconShareOf, scoresOf, shareOf, subjectLogits, type TopicInput } from "./assign-topics.js";

/** One summand of a topic's log-odds. */
export interface Contribution {
  /** A word or phrase as it stands in the article first; of entities their id, of classes `type/class`. */
  readonly term?: string;
  readonly entity?: string;
  /** What it adds to the log-odds: `learnt` and `lexicon` together. */
  readonly weight: number;
  /** From annotated articles. */
  readonly learnt: number;
  /** From the topic lexicons. */
  readonly lexicon: number;
  /** Everywhere that it stands. */
  readonly spans: readonly (Span & { readonly field: Field })[];
}

/** Why an article has a topic: `intercept` and the weights of all contributions add up to `logit`. */
export interface Explanation {
  readonly logit: number;
  readonly intercept: number;
  /** As in the document: the probability of the log-odds, or 0.5 for a best topic below even odds. */
  readonly score: number;
  /** Strongest first, those against the topic last. */
  readonly contributions: readonly Contribution[];
}

/** All summands of a topic's log-odds in an article; undefined when the model has no such topic. */
export function explainTopic(
  model: TopicModel,
  fields: readonly FieldText[],
  input: TopicInput,
  topicId: string,
): Explanation | undefined {
  const topic = model.topics.findIndex(({ id }) => id === topicId);
  if (topic < 0) return undefined;
  const article = featuresOf(model, fields, input.linked, input.entities);
  const logits = subjectLogits(model, article);
  const spans = spansOf(model, fields, input);
  const contributions = article.features.map((feature, at): Contribution => {
    const weight = shareOf(model, article, at, topic);
    const lexicon = lexiconShareOf(model, article, at, topic);
    const where = spans.get(feature) ?? [];
    const entity = model.entityOfFeature(feature)?.slice(1);
    const first = where[0];
    const raw = fields.find(({ field }) => field === first?.field)?.raw ?? "";
    const name = entity === undefined ? { term: raw.slice(first?.start, first?.end) } : { entity };
    return { ...name, weight, learnt: weight - lexicon, lexicon, spans: where };
  });
  return {
    logit: logits[topic]!,
    intercept: model.intercepts[topic]!,
    score: scoresOf(logits, model.range)[topic]!,
    contributions: joinPlaces(contributions).sort((a, b) => b.weight - a.weight),
  };
}

/** A word and those of its pieces that stand nowhere else are one reason; pieces that several words share stay apart. */
function joinPlaces(contributions: readonly Contribution[]): Contribution[] {
  const joined = new Map<string, Contribution>();
  for (const one of contributions) {
    const places = one.spans.map(({ field, start, end }) => `${field} ${start} ${end}`);
    const key = one.entity ?? places.join();
    const same = joined.get(key);
    joined.set(
      key,
      same === undefined
        ? one
        : {
            ...same,
            weight: same.weight + one.weight,
            learnt: same.learnt + one.learnt,
            lexicon: same.lexicon + one.lexicon,
          },
    );
  }
  return [...joined.values()];
}

type FieldSpan = Span & { readonly field: Field };

function spansOf(
  model: TopicModel,
  fields: readonly FieldText[],
  input: TopicInput,
): Map<number, FieldSpan[]> {
  const spans = new Map<number, FieldSpan[]>();
  const add = (feature: number, span: FieldSpan): void => {
    const list = spans.get(feature);
    if (list === undefined) spans.set(feature, [span]);
    else list.push(span);
  };
  counterOf(model).count(fields, (term, field, firstToken, endToken) => {
    const text = fields[field]!;
    add(term, { field: text.field, ...rawSpan(text, firstToken, endToken) });
  });
  const byId = new Map(input.linked.map((entity) => [entity.id, entity]));
  for (const { entity: id, field, start, end } of input.mentions) {
    const entity = byId.get(id);
    if (entity === undefined) continue;
    for (const name of entityFeatureNames(entity)) add(model.entityFeature(name), { field, start, end });
  }
  return spans;
}
