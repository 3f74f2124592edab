import { TrieBuilder } from "../data/surface-trie.js";
import { SUBJECTS } from "../data/topic-list.js";
import {
  type CountryCoefficients,
  encodeTopicModel,
  TopicModel,
  type TopicModelParts,
} from "../data/topic-model.js";
import { buildVocabulary } from "../data/vocabulary.js";
import type { FieldText } from "../text/field-text.js";
import { entityFeatureNames, featuresOf, lexiconScores } from "./article-features.js";
import { countrySigns } from "./assign-countries.js";
import type { TopicInput } from "./assign-topics.js";
import { isTerm, stemOf } from "./count-terms.js";
import { type Coefficients, fitLogistic } from "./logistic.js";
import { type LabelledVector, scoreVector, trainNaiveBayes } from "./naive-bayes.js";
import { trainRidge } from "./ridge.js";
import {
  type FeatureVectors,
  featureVectors,
  NO_VECTORS,
  spreadLexicon,
  type WordVectors,
} from "./word-vectors.js";

/** An article with its labels. */
export interface TopicExample extends TopicInput {
  readonly fields: readonly FieldText[];
  readonly subjects: readonly string[];
  /** ISO codes. */
  readonly countries: readonly string[];
  /**
   * Whether the article teaches only what words and entities speak for, and not how many topics an article has:
   * annotators differ most in the second and third. Default: false.
   */
  readonly isSupport?: boolean;
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
const SMOOTHING = 0.1;
/** Pull of the ridge regression's weights towards zero. */
const PULL = 0.5;
const FOLDS = 5;
/** Pull of the joining coefficients towards zero, in articles: of a topic's own scores, and of the other topics'. */
const OWN_PULL = 3;
const OTHERS_PULL = 100;
/** Strong entries of a lexicon count for more than weak ones together: 3 is worth 5, and 1 is worth 1. */
const LEXICON_POWER = 1.5;
/** Pull of what single countries add, in candidates; and candidates that a country needs to get its own. */
const COUNTRY_PULL = 1;
const FEWEST_CANDIDATES = 15;

/**
 * Trains the topic model: naive Bayes over terms and entities, a ridge regression over the same and over word vectors,
 * the lexicons, and the lexicons spread by word vectors, joined by one logistic regression per topic that sees the
 * scores of all topics. The joining learns from articles that naive Bayes and ridge did not see (five folds), so that
 * its probabilities hold for new articles. As all are sums over features, the joined weights are stored as one table.
 * Deterministic.
 * @param words vectors from raw news; they give weights to words that no annotated article has.
 */
export function trainTopics(
  examples: readonly TopicExample[],
  lexicon: readonly LexiconTerm[],
  provenance: Readonly<Record<string, unknown>>,
  words: WordVectors = NO_VECTORS,
): Uint8Array {
  const { parts, featureOf } = emptyModel(examples, lexicon, provenance, words);
  const blank = new TopicModel(encodeTopicModel(parts));
  const numbers = new Map(SUBJECTS.map(({ id }, i) => [id, i]));
  const inputs = examples.map((example) =>
    featuresOf(blank, example.fields, example.linked, example.entities),
  );
  const articles = inputs.map(({ vector }, i): LabelledVector => {
    const topics = examples[i]!.subjects.flatMap((id) => numbers.get(id) ?? []);
    return { ...vector, topics };
  });
  const size = parts.rarity.length;
  const vectors = featureVectors(words, featureOf, size);
  const spread = spreadLexicon(parts.lexicon, vectors, parts.rarity, SUBJECTS.length);
  const held = heldOutScores(articles, size, vectors);
  const rows = held.map((scores, i) => [
    ...scores,
    ...scoreVector(articles[i]!, spread, SUBJECTS.length),
    ...lexiconScores(blank, inputs[i]!),
  ]);
  const isDefining = (_: unknown, i: number): boolean => examples[i]!.isSupport !== true;
  const joined = fitJoin(rows.filter(isDefining), articles.filter(isDefining), SUBJECTS.length);
  const counts = articles.map(({ topics }) => topics.length);
  return encodeTopicModel({
    ...parts,
    ...foldWeights(joined, [...trainBoth(articles, size, vectors), spread], size),
    range: { fewest: counts.reduce((a, b) => Math.min(a, b)), most: counts.reduce((a, b) => Math.max(a, b)) },
    countries: fitCountries(examples),
  });
}

/** Weights of naive Bayes and of the ridge regression. */
function trainBoth(
  articles: readonly LabelledVector[],
  features: number,
  vectors: FeatureVectors,
): readonly Float32Array[] {
  const bayes = trainNaiveBayes(articles, features, SUBJECTS.length, SMOOTHING);
  const seen = new Uint8Array(features);
  for (const article of articles) for (const feature of article.features) seen[feature] = 1;
  // Of a word that it has not seen, naive Bayes knows nothing; the smoothing would speak for rare topics.
  for (let feature = 0; feature < features; feature++)
    if (seen[feature] === 0) bayes.fill(0, feature * SUBJECTS.length, (feature + 1) * SUBJECTS.length);
  return [bayes, trainRidge(articles, features, SUBJECTS.length, PULL, vectors)];
}

/** Scores of each article by models that were trained on other folds: those of naive Bayes, then of the ridge. */
function heldOutScores(
  articles: readonly LabelledVector[],
  features: number,
  vectors: FeatureVectors,
): number[][] {
  const scores: number[][] = new Array(articles.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = articles.filter((_, i) => i % FOLDS !== fold);
    const models = trainBoth(others, features, vectors);
    articles.forEach((article, i) => {
      if (i % FOLDS === fold)
        scores[i] = models.flatMap((weights) => [...scoreVector(article, weights, SUBJECTS.length)]);
    });
  }
  return scores;
}

/** Joining coefficients by topic: of the scores of every topic by each model, those of the lexicons last; the intercept last. */
function fitJoin(
  rows: readonly (readonly number[])[],
  vectors: readonly LabelledVector[],
  topics: number,
): Coefficients[] {
  const width = rows[0]!.length;
  const means = Array.from(
    { length: width },
    (_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length,
  );
  const spreads = means.map((mean, k) => {
    const squares = rows.reduce((sum, row) => sum + (row[k]! - mean) ** 2, 0);
    return Math.sqrt(squares / rows.length) || 1;
  });
  const scaled = rows.map((row) => row.map((value, k) => (value - means[k]!) / spreads[k]!));
  return Array.from({ length: topics }, (_, topic) => {
    const targets = vectors.map((vector) => (vector.topics.includes(topic) ? 1 : 0));
    const pulls = means.map((_, k) => (k % topics === topic ? OWN_PULL : OTHERS_PULL));
    const fitted = fitLogistic(scaled, targets, pulls);
    for (let k = 0; k < width; k++) {
      fitted[k]! /= spreads[k]!;
      fitted[width]! -= fitted[k]! * means[k]!;
    }
    return fitted;
  });
}

/** Joined coefficients and weights of all models as one table of weights. */
function foldWeights(
  joined: readonly Coefficients[],
  models: readonly Float32Array[],
  features: number,
): Pick<TopicModelParts, "weights" | "intercepts" | "lexiconJoin"> {
  const topics = joined.length;
  const weights = new Float32Array(features * topics);
  joined.forEach((coefficients, topic) => {
    for (let feature = 0; feature < features; feature++) {
      let sum = 0;
      models.forEach((model, k) => {
        for (let other = 0; other < topics; other++)
          sum += coefficients[k * topics + other]! * model[feature * topics + other]!;
      });
      weights[feature * topics + topic] = sum;
    }
  });
  const lexicon = models.length * topics;
  return {
    weights,
    intercepts: joined.map((coefficients) => coefficients.at(-1)!),
    lexiconJoin: joined.flatMap((coefficients) => [...coefficients.subarray(lexicon, lexicon + topics)]),
  };
}

/** One regression for all countries; a country that is often a candidate gets an addend of its own. */
function fitCountries(examples: readonly TopicExample[]): CountryCoefficients {
  const candidates = examples.flatMap((example) =>
    countrySigns(example).map(({ code, inputs }) => ({
      code,
      inputs,
      target: example.countries.includes(code),
    })),
  );
  const seen = new Map<string, number>();
  for (const { code } of candidates) seen.set(code, (seen.get(code) ?? 0) + 1);
  const codes = [...seen].flatMap(([code, count]) => (count >= FEWEST_CANDIDATES ? [code] : [])).sort();
  const rows = candidates.map(({ code, inputs }) => [
    ...inputs,
    ...codes.map((other) => (other === code ? 1 : 0)),
  ]);
  const fitted = fitLogistic(
    rows,
    candidates.map(({ target }) => (target ? 1 : 0)),
    COUNTRY_PULL,
  );
  const signs = fitted.length - 1 - codes.length;
  return {
    signs: [...fitted.subarray(0, signs), fitted.at(-1)!],
    priors: codes.map((code, i) => [code, fitted[signs + i]!] as const),
  };
}

/** A model with every feature in place and no weights yet. */
function emptyModel(
  examples: readonly TopicExample[],
  lexicon: readonly LexiconTerm[],
  provenance: Readonly<Record<string, unknown>>,
  words: WordVectors,
): { parts: TopicModelParts; featureOf: ReadonlyMap<string, number> } {
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
  for (const stem of words.stems) terms.set(stem, [stem]);
  for (const { stems } of lexicon) terms.set(stems.join(" "), stems);
  const builder = new TrieBuilder();
  for (const stems of terms.values()) builder.add(stems);
  const names = [...terms.keys()].sort();
  for (const [feature, name] of names.entries()) builder.setSenses(name, feature);
  const { words: vocabulary, columns } = builder.finish();
  const entityFeatures = frequent(entities);
  const features = new Map(names.map((name, i) => [name, i]));
  const rarity = rarities(names, articles, entityFeatures, entities, examples.length, words);
  const topics = new Map(SUBJECTS.map(({ id }, i) => [id, i]));
  const parts = {
    topics: SUBJECTS,
    intercepts: SUBJECTS.map(() => 0),
    lexiconJoin: new Array(SUBJECTS.length ** 2).fill(0),
    range: { fewest: 0, most: SUBJECTS.length },
    pieces: { buckets: 0, shortest: 0, longest: 0 },
    vocabulary: buildVocabulary(vocabulary),
    trie: columns,
    entityFeatures,
    rarity,
    weights: new Float32Array(rarity.length * SUBJECTS.length),
    lexicon: lexicon.map(
      ({ topic, stems, weight }) =>
        [features.get(stems.join(" "))!, topics.get(topic)!, sharpen(weight)] as const,
    ),
    countries: { signs: [], priors: [] },
    provenance,
  };
  return { parts, featureOf: features };
}

function sharpen(weight: number): number {
  return Math.sign(weight) * Math.abs(weight) ** LEXICON_POWER;
}

/** Rarity of stems in raw news, else in the annotated articles; phrases count only as entries of lexicons. */
function rarities(
  names: readonly string[],
  articles: ReadonlyMap<string, number>,
  entityFeatures: readonly string[],
  entities: ReadonlyMap<string, number>,
  examples: number,
  words: WordVectors,
): Float32Array {
  const inNews = new Map(words.stems.map((stem, i) => [stem, words.rarity[i]!]));
  const rarityOf = (seen: number): number => Math.max(0, Math.log((examples + 1) / (seen + 0.5)));
  return Float32Array.from([
    ...names.map((name) => {
      const seen = articles.get(name) ?? 0;
      return inNews.get(name) ?? (seen >= FEWEST_ARTICLES ? rarityOf(seen) : 0);
    }),
    ...entityFeatures.map((name) => rarityOf(entities.get(name)!)),
  ]);
}

function* stemsOf(fields: readonly FieldText[]): Generator<string> {
  for (const { tokens } of fields)
    for (let token = 0; token < tokens.count; token++) if (isTerm(tokens, token)) yield stemOf(tokens, token);
}
