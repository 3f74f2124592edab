import { checkStarts } from "./check-starts.js";
import { expectBelow, expectFinite, expectLength, readTopicHeader } from "./check-topic-model.js";
import { decodeContainer, encodeContainer } from "./container.js";
import { packStrings, Strings } from "./strings.js";
import { readTrie, type SurfaceTrie, type TrieColumns } from "./surface-trie.js";
import { readVocabulary, type Vocabulary, type VocabularyColumns } from "./vocabulary.js";

/** Format version of topic models. */
export const TOPIC_MODEL_VERSION = 3;

/** Weights are stored as whole numbers of this, if the model does not say otherwise. */
const STEP = 1 / 16;

/** A topic that a model assigns. */
export interface TopicName {
  readonly id: string;
  readonly ar: string;
  readonly en: string;
}

/** Hashed pieces of words as features, for short texts: a misspelt or rare word shares pieces with its kin. */
export interface PieceOptions {
  /** How many features the pieces are hashed to; 0: none. */
  readonly buckets: number;
  readonly shortest: number;
  readonly longest: number;
}

/** Coefficients of country topics. */
export interface CountryCoefficients {
  /** Of the signs, the intercept last; empty: the model knows no countries. */
  readonly signs: readonly number[];
  /** What single countries add, as pairs of ISO code and log-odds. */
  readonly priors: readonly (readonly [code: string, logit: number])[];
}

/** How many topics an article has, as in the training data. */
export interface TopicRange {
  readonly fewest: number;
  readonly most: number;
}

/** Everything that a topic model is made of. */
export interface TopicModelParts {
  readonly topics: readonly TopicName[];
  /** Log-odds of each topic before any evidence. */
  readonly intercepts: readonly number[];
  /** What the lexicon score of topic b adds to the log-odds of topic a, at a * topics + b. */
  readonly lexiconJoin: readonly number[];
  readonly range: TopicRange;
  readonly pieces: PieceOptions;
  /** Weights are stored as whole numbers of this. */
  readonly step?: number;
  /** Stems and phrases of stems; the senses of the trie are feature numbers + 1. */
  readonly vocabulary: VocabularyColumns;
  readonly trie: TrieColumns;
  /** Entity ids and classes (`@person/…`, `@weapon/missile`): features behind the terms; pieces of words come last. */
  readonly entityFeatures: readonly string[];
  /** Rarity of each feature, as a factor. */
  readonly rarity: Float32Array;
  /** What a feature of weight 1 adds to the log-odds, by feature * topics + topic. */
  readonly weights: Float32Array;
  /** Lexicon entries: triples of feature, topic, weight. */
  readonly lexicon: readonly (readonly [feature: number, topic: number, weight: number])[];
  readonly countries: CountryCoefficients;
  /** Training data, seed and scores, for people. */
  readonly provenance: Readonly<Record<string, unknown>>;
}

/** Writes a topic model; the same parts give the same bytes. */
export function encodeTopicModel(parts: TopicModelParts): Uint8Array {
  const features = parts.rarity.length;
  const sorted = [...parts.lexicon].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const starts = new Uint32Array(features + 1);
  for (const [feature] of sorted) starts[feature + 1]!++;
  for (let i = 0; i < features; i++) starts[i + 1]! += starts[i]!;
  const step = parts.step ?? STEP;
  const names = packStrings(parts.entityFeatures);
  const meta = {
    topics: parts.topics,
    intercepts: parts.intercepts,
    lexiconJoin: parts.lexiconJoin,
    range: parts.range,
    pieces: parts.pieces,
    step,
    countries: parts.countries,
    provenance: parts.provenance,
  };
  return encodeContainer("topics", TOPIC_MODEL_VERSION, meta, {
    "words.alphabet": parts.vocabulary.alphabet,
    "words.letters": parts.vocabulary.letters,
    "words.starts": parts.vocabulary.starts,
    "trie.labels": parts.trie.labels,
    "trie.firstChild": parts.trie.firstChild,
    "trie.senses": parts.trie.senses,
    "entities.names": names.bytes,
    "entities.starts": names.starts,
    rarity: parts.rarity,
    weights: Int16Array.from(parts.weights, (weight) =>
      Math.max(-32767, Math.min(32767, Math.round(weight / step))),
    ),
    "lexicon.starts": starts,
    "lexicon.topics": Uint16Array.from(sorted, ([, topic]) => topic),
    "lexicon.weights": Float32Array.from(sorted, ([, , weight]) => weight),
  });
}

/** A topic model, ready for use. */
export class TopicModel {
  readonly topics: readonly TopicName[];
  readonly intercepts: readonly number[];
  /** What the lexicon score of topic b adds to the log-odds of topic a, at a * topics + b. */
  readonly lexiconJoin: Float64Array;
  readonly range: TopicRange;
  readonly pieces: PieceOptions;
  readonly countrySigns: readonly number[];
  readonly countryPriors: ReadonlyMap<string, number>;
  readonly vocabulary: Vocabulary;
  readonly trie: SurfaceTrie;
  readonly rarity: Float32Array;
  /** In steps of `weightStep`, by feature * topics + topic. */
  readonly weights: Int16Array;
  readonly weightStep: number;
  /** Range of each feature in the two columns after it. */
  readonly lexiconStarts: Uint32Array;
  readonly lexiconTopics: Uint16Array;
  readonly lexiconWeights: Float32Array;
  /** The strongest lexicon weight of each feature, unsigned; 0: no entry. */
  readonly lexiconReach: Float32Array;
  private readonly names: Strings;
  /** Features of entities and classes, by their names without the sign before them. */
  private readonly numbers = new Map<string, number>();
  /** Features of classes that were asked for, by type and class. */
  private readonly classes = new Map<string, Map<string, number>>();

  /**
   * Takes any bytes: what it accepts never makes reading an article throw.
   * @param base whose countries are taken when the model knows none, as one of a user's own labels.
   * @throws DataFormatError when the bytes are no sound topic model of this version.
   */
  constructor(bytes: Uint8Array, base?: TopicModel) {
    const container = decodeContainer(bytes, "topics", TOPIC_MODEL_VERSION);
    const header = readTopicHeader(container.meta);
    this.topics = header.topics;
    this.intercepts = header.intercepts;
    const count = this.topics.length;
    this.lexiconJoin = new Float64Array(count ** 2);
    this.lexiconJoin.set(header.lexiconJoin);
    this.range = header.range;
    this.pieces = header.pieces;
    this.weightStep = header.step;
    const { signs, priors } = header.countries;
    this.countrySigns = signs.length === 0 ? (base?.countrySigns ?? []) : signs;
    this.countryPriors = signs.length === 0 ? (base?.countryPriors ?? new Map()) : new Map(priors);
    this.vocabulary = readVocabulary(container);
    this.trie = readTrie(container);
    this.rarity = container.column("rarity", "f32");
    this.weights = container.column("weights", "i16");
    this.lexiconStarts = container.column("lexicon.starts", "u32");
    this.lexiconTopics = container.column("lexicon.topics", "u16");
    this.lexiconWeights = container.column("lexicon.weights", "f32");
    const names = {
      bytes: container.column("entities.names", "u8"),
      starts: container.column("entities.starts", "u32"),
    };
    const features = this.rarity.length;
    checkStarts("entities.starts", names.starts, names.bytes.length);
    checkStarts("lexicon.starts", this.lexiconStarts, this.lexiconTopics.length, features);
    expectFinite("rarity", this.rarity);
    expectFinite("lexicon.weights", this.lexiconWeights);
    expectLength("weights", this.weights, features * count);
    expectLength("lexicon.weights", this.lexiconWeights, this.lexiconTopics.length);
    expectBelow("lexicon.topics", this.lexiconTopics, count);
    this.names = new Strings(names);
    const terms = features - this.pieces.buckets - this.names.length;
    if (terms < 0) expectLength("rarity", this.rarity, this.pieces.buckets + this.names.length);
    expectBelow("trie.senses", this.trie.senses, terms + 1);
    this.lexiconReach = new Float32Array(features);
    for (let feature = 0; feature < features; feature++)
      for (let i = this.lexiconStarts[feature]!; i < this.lexiconStarts[feature + 1]!; i++)
        this.lexiconReach[feature] = Math.max(this.lexiconReach[feature]!, Math.abs(this.lexiconWeights[i]!));
    const first = this.firstEntity;
    for (let i = 0; i < this.names.length; i++) this.numbers.set(this.names.get(i).slice(1), first + i);
  }

  /** The feature of an entity's id or class by its name, `@person/…`, or -1. */
  entityFeature(name: string): number {
    return this.numbers.get(name.slice(1)) ?? -1;
  }

  /** The feature of an entity by its id, or -1. */
  featureOfEntity(id: string): number {
    return this.numbers.get(id) ?? -1;
  }

  /** The feature of a class of entities, `weapon` and `missile`, or -1. */
  featureOfClass(type: string, name: string): number {
    let ofType = this.classes.get(type);
    if (ofType === undefined) {
      ofType = new Map();
      this.classes.set(type, ofType);
    }
    let feature = ofType.get(name);
    if (feature === undefined) {
      feature = this.numbers.get(`${type}/${name}`) ?? -1;
      ofType.set(name, feature);
    }
    return feature;
  }

  /** The name of an entity feature; undefined for terms and pieces. */
  entityOfFeature(feature: number): string | undefined {
    const entity = feature - this.firstEntity;
    return entity < 0 || entity >= this.names.length ? undefined : this.names.get(entity);
  }

  /** The first feature of hashed pieces of words; they are the last features. */
  get firstPiece(): number {
    return this.rarity.length - this.pieces.buckets;
  }

  private get firstEntity(): number {
    return this.firstPiece - this.names.length;
  }
}
