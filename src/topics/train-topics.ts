import { TrieBuilder } from "../data/surface-trie.js";
import { SUBJECTS } from "../data/topic-list.js";
import {
  encodeTopicModel,
  type TopicCoefficients,
  TopicModel,
  type TopicModelParts,
} from "../data/topic-model.js";
import { buildVocabulary } from "../data/vocabulary.js";
import type { FieldText } from "../text/field-text.js";
import { entityFeatureNames, featuresOf, lexiconScores } from "./article-features.js";
import { countrySigns } from "./assign-countries.js";
import { leadOf, type TopicInput } from "./assign-topics.js";
import { isTerm, stemOf } from "./count-terms.js";
import { type Coefficients, fitLogistic } from "./logistic.js";
import { type LabelledVector, scoreVector, trainNaiveBayes } from "./naive-bayes.js";

/** An article with its labels. */
export interface TopicExample extends TopicInput {
  readonly fields: readonly FieldText[];
  readonly subjects: readonly string[];
  /** ISO codes. */
  readonly countries: readonly string[];
}

/** A term of a topic lexicon, as words. */
export interface LexiconTerm {
  readonly topic: string;
  /** Stems, in order. */
  readonly stems: readonly string[];
  readonly weight: number;
}

/** Features seen in fewer articles are left out. */
const FEWEST_ARTICLES = 2;
const SMOOTHING = 0.03;
const FOLDS = 5;
/** Strength of the pull of coefficients towards zero, in articles. */
const RIDGE = 0.05;

/**
 * Trains the topic model: naive Bayes over terms and entities, joined with the lexicons by one logistic regression per
 * topic. The regression learns from scores of articles that the naive Bayes did not see (five folds), so that its
 * probabilities hold for new articles. Deterministic.
 */
export function trainTopics(
  examples: readonly TopicExample[],
  lexicon: readonly LexiconTerm[],
  provenance: Readonly<Record<string, unknown>>,
): Uint8Array {
  const parts = emptyModel(examples, lexicon, provenance);
  const blank = new TopicModel(encodeTopicModel(parts));
  const numbers = new Map(SUBJECTS.map(({ id }, i) => [id, i]));
  const inputs = examples.map((example) =>
    featuresOf(blank, example.fields, example.linked, example.entities),
  );
  const vectors = inputs.map(({ vector }, i): LabelledVector => {
    const topics = examples[i]!.subjects.flatMap((id) => numbers.get(id) ?? []);
    return { ...vector, topics };
  });
  const lexical = inputs.map((features) => lexiconScores(blank, features));
  const size = parts.rarity.length;
  const scores = heldOutScores(vectors, size);
  const coefficients = SUBJECTS.map((_, topic) => {
    const rows = scores.map((score, i) => [score[topic]!, lexical[i]![topic]!, leadOf(score, topic)]);
    return toCoefficients(
      fitLogistic(
        rows,
        vectors.map(({ topics }) => (topics.includes(topic) ? 1 : 0)),
        RIDGE,
      ),
    );
  });
  return encodeTopicModel({
    ...parts,
    coefficients,
    weights: trainNaiveBayes(vectors, size, SUBJECTS.length, SMOOTHING),
    countries: Array.from(fitCountries(examples)),
  });
}

/** Scores of each article by a naive Bayes that was trained on other folds. */
function heldOutScores(vectors: readonly LabelledVector[], features: number): Float64Array[] {
  const scores: Float64Array[] = new Array(vectors.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = vectors.filter((_, i) => i % FOLDS !== fold);
    const weights = trainNaiveBayes(others, features, SUBJECTS.length, SMOOTHING);
    vectors.forEach((vector, i) => {
      if (i % FOLDS === fold) scores[i] = scoreVector(vector, weights, SUBJECTS.length);
    });
  }
  return scores;
}

function toCoefficients([bayes = 0, lexicon = 0, lead = 0, intercept = 0]: Coefficients): TopicCoefficients {
  return { bayes, lexicon, lead, intercept };
}

function fitCountries(examples: readonly TopicExample[]): Coefficients {
  const rows: (readonly number[])[] = [];
  const targets: number[] = [];
  for (const example of examples) {
    for (const { code, inputs } of countrySigns(example)) {
      rows.push(inputs);
      targets.push(example.countries.includes(code) ? 1 : 0);
    }
  }
  return fitLogistic(rows, targets);
}

/** A model with every feature in place and no weights yet. */
function emptyModel(
  examples: readonly TopicExample[],
  lexicon: readonly LexiconTerm[],
  provenance: Readonly<Record<string, unknown>>,
): TopicModelParts {
  const articles = new Map<string, number>();
  const entities = new Map<string, number>();
  const count = (map: Map<string, number>, keys: Iterable<string>): void => {
    for (const key of new Set(keys)) map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const example of examples) {
    count(articles, stemsOf(example.fields));
    count(entities, example.linked.flatMap(entityFeatureNames));
  }
  const frequent = (map: Map<string, number>): string[] =>
    [...map].flatMap(([key, seen]) => (seen >= FEWEST_ARTICLES ? [key] : [])).sort();
  const terms = new Map<string, readonly string[]>();
  for (const stem of frequent(articles)) terms.set(stem, [stem]);
  for (const { stems } of lexicon) terms.set(stems.join(" "), stems);
  const builder = new TrieBuilder();
  for (const stems of terms.values()) builder.add(stems);
  const names = [...terms.keys()].sort();
  for (const [feature, name] of names.entries()) builder.setSenses(name, feature);
  const { words, columns } = builder.finish();
  const entityFeatures = frequent(entities);
  const features = new Map(names.map((name, i) => [name, i]));
  const rarityOf = (seen: number): number => Math.log((examples.length + 1) / (seen + 0.5));
  const rarity = Float32Array.from([
    ...names.map((name) => rarityOf(articles.get(name) ?? 0.5)),
    ...entityFeatures.map((name) => rarityOf(entities.get(name)!)),
  ]);
  const topics = new Map(SUBJECTS.map(({ id }, i) => [id, i]));
  return {
    topics: SUBJECTS,
    coefficients: SUBJECTS.map(() => ({ bayes: 0, lexicon: 0, lead: 0, intercept: 0 })),
    vocabulary: buildVocabulary(words),
    trie: columns,
    entityFeatures,
    rarity,
    weights: new Float32Array(rarity.length * SUBJECTS.length),
    lexicon: lexicon.map(
      ({ topic, stems, weight }) => [features.get(stems.join(" "))!, topics.get(topic)!, weight] as const,
    ),
    countries: [],
    provenance,
  };
}

function* stemsOf(fields: readonly FieldText[]): Generator<string> {
  for (const { tokens } of fields)
    for (let token = 0; token < tokens.count; token++) if (isTerm(tokens, token)) yield stemOf(tokens, token);
}
