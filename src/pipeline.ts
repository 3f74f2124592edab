import { findBoilerplate } from "./clean/find-boilerplate.js";
import { checkLexicon as checkTables, compileLexicon as compileTables } from "./data/compile-lexicon.js";
import { englishLexicon } from "./data/english/english-lexicon.js";
import type { Lexicon } from "./data/lexicon.js";
import type { Problem } from "./data/problems.js";
import type { RelatedModel } from "./data/related-model.js";
import type { TableSource } from "./data/table.js";
import type { ClusterColumns, TaggerModel, TaggerModelParts } from "./data/tagger-model.js";
import type { TopicModel } from "./data/topic-model.js";
import type {
  AnnotatedArticle,
  Article,
  Boilerplate,
  Document,
  EntityType,
  Field,
  LabelledArticle,
  Topic,
} from "./document.js";
import { detectLanguage } from "./language/detect-language.js";
import { isEnglish } from "./language/is-english.js";
import { type Linked, link } from "./link/link.js";
import { fold, normalize } from "./normalize/normalize.js";
import { dayNumber, isoDate } from "./related/day-number.js";
import { makeProfile } from "./related/make-profile.js";
import type { Profile } from "./related/profile.js";
import { englishTokens, withLastStops } from "./tag/english/english-tokens.js";
import type { EnglishNlp } from "./tag/english/read-terms.js";
import { tagEnglish } from "./tag/english/tag-english.js";
import { findListed, type TaggedField, tag } from "./tag/tag.js";
import { blankModel, packWeights } from "./tag/tagger/pack-weights.js";
import { readExamples } from "./tag/tagger/read-examples.js";
import { seededRandom } from "./tag/tagger/seeded-random.js";
import { type TaggedTokens, trainTagger } from "./tag/tagger/train-tagger.js";
import type { FieldText } from "./text/field-text.js";
import { IN_BOILERPLATE, PUNCTUATION_MARK } from "./text/tokens.js";
import { tokenize } from "./tokenize/tokenize.js";
import { countryTopics } from "./topics/assign-countries.js";
import { assignTopics } from "./topics/assign-topics.js";
import { crossValidate } from "./topics/cross-validate.js";
import { type Explanation, explainTopic as explainOnFields } from "./topics/explain-topic.js";
import { type LabelExample, type LabelTraining, trainLabels } from "./topics/train-labels.js";

/** What the pipeline knows. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  /** Finds names that no lexicon lists. Without one, only those that a title introduces are found. */
  readonly tagger?: TaggerModel;
  /** Without one, documents have no topics. */
  readonly topics?: TopicModel;
  /** compromise. Without it, English articles have no mentions. */
  readonly english?: EnglishNlp;
  /** How rare words and entities are. Without it there are no profiles. */
  readonly related?: RelatedModel;
}

export interface ReadOptions {
  /** The article's language, `"ar"` or `"en"`, where it is known. Default: told by its letters and words. */
  readonly language?: "ar" | "en";
  /** Whether boilerplate is set aside. Default: true. */
  readonly clean?: boolean;
  /** Whether names that no lexicon lists are looked for by the statistical tagger. Default: true. */
  readonly tagger?: boolean;
  /** Whether topics are assigned. Default: true. */
  readonly topics?: boolean;
}

/** Code units of the text that tell its language. */
const BEGINNING = 20_000;

const FIELDS: readonly Field[] = ["title", "text"];

/** The fields that an article has. */
function presentFields(article: Article): Field[] {
  return FIELDS.filter((field) => typeof article[field] === "string" && article[field] !== "");
}

/** An article after every stage but the topics. */
export interface Analysis {
  readonly language: string;
  readonly boilerplate: readonly Boilerplate[];
  readonly fields: readonly FieldText[];
  readonly linked: Linked;
}

/** Reads an article: the flow of the whole library, from top to bottom. No text makes it throw. */
export function readArticle(knowledge: Knowledge, article: Article, options: ReadOptions = {}): Document {
  const { language, boilerplate, fields, linked } = analyseArticle(knowledge, article, options);
  const { mentions, entities } = linked;
  const topics =
    options.topics === false || fields.length === 0 ? [] : topicsOf(knowledge, language, fields, linked);
  const id = article.id === null || article.id === undefined ? {} : { id: article.id };
  return { ...id, language, mentions, entities, topics, boilerplate };
}

/** The terms of the topic model are Arabic: an English article has the countries that its entities speak for. */
function topicsOf(
  { lexicon, topics }: Knowledge,
  language: string,
  fields: readonly FieldText[],
  linked: Linked,
): Topic[] {
  if (topics === undefined) return [];
  const nameOf = (code: string): ReturnType<typeof countryName> => countryName(lexicon, code);
  return language === "en"
    ? countryTopics(topics, linked, nameOf)
    : assignTopics(topics, fields, linked, nameOf);
}

/**
 * What the ranking of related articles needs of an article. No text makes it throw.
 * @param document what `readArticle` made of the article; it is read when absent.
 */
export function profileArticle(
  knowledge: Knowledge & { readonly related: RelatedModel },
  article: Article,
  document: Document = readArticle(knowledge, article),
): Profile {
  // A document may come from a file that does not fit the article any more.
  const fits = ({ field, start, end }: Boilerplate): boolean =>
    start >= 0 && start <= end && end <= (article[field]?.length ?? 0);
  const boilerplate = document.boilerplate.filter(fits);
  const fields = presentFields(article).map((field) => prepare(field, article[field]!, boilerplate));
  const id = String(article.id ?? "");
  const title = typeof article.title === "string" ? article.title : "";
  return makeProfile(knowledge.related, { id, title, day: dayNumber(article.date) }, fields, document);
}

/** The flow up to the linked entities. */
export function analyseArticle(knowledge: Knowledge, article: Article, options: ReadOptions = {}): Analysis {
  const nlp = knowledge.english;
  const { language, boilerplate, fields } = prepareArticle(article, options, nlp !== undefined);
  if (language === "en" && nlp !== undefined)
    return { language, boilerplate, ...analyseEnglish(knowledge.lexicon, nlp, article, fields) };
  if (language !== "ar") return { language, boilerplate, fields, linked: NOTHING_LINKED };
  const { lexicon, tagger } = knowledge;
  const english = (): Lexicon => englishLexicon(lexicon, splitWords);
  const tagged = tag(
    tagger === undefined || options.tagger === false ? { lexicon, english } : { lexicon, english, tagger },
    fields,
  );
  const words = tagged.map((field) => field.words);
  const claims = tagged.map((field) => field.claims);
  const linked = link(lexicon, fields, words, claims, dayOf(article.date));
  return { language, boilerplate, fields, linked };
}

const NOTHING_LINKED: Linked = { mentions: [], entities: [], linked: [] };

/** The same flow for an English article: other names for the same entities. */
function analyseEnglish(
  lexicon: Lexicon,
  nlp: EnglishNlp,
  { date }: Article,
  prepared: readonly FieldText[],
): Pick<Analysis, "fields" | "linked"> {
  const english = englishLexicon(lexicon, splitWords);
  const fields = prepared.map(englishTokens);
  const tagged = fields.map((field, index) => tagEnglish(english, nlp, field, index));
  const words = tagged.map((field) => field.words);
  const claims = tagged.map((field) => field.claims);
  return { fields, linked: link(english, fields.map(withLastStops), words, claims, dayOf(date), false) };
}

/** The fields of an article, folded, split into tokens and boilerplate marked; none when its language is not read. */
function prepareArticle(
  article: Article,
  { clean = true, language: given }: ReadOptions = {},
  readsEnglish = false,
): Omit<Analysis, "linked"> {
  const present = presentFields(article);
  const language = given ?? languageOf(article, readsEnglish);
  const boilerplate = clean ? boilerplateOf(article, present) : [];
  const isRead = language === "ar" || (readsEnglish && language === "en");
  const fields = isRead ? present.map((field) => prepare(field, article[field]!, boilerplate)) : [];
  return { language, boilerplate, fields };
}

/** The fields of an article folded, tokenized and matched against a lexicon: what the tagger learns from. */
function matchArticle(lexicon: Lexicon, article: Article): { text: FieldText; tagged: TaggedField }[] {
  const present = presentFields(article);
  const boilerplate = boilerplateOf(article, present);
  return present.map((field, index) => {
    const text = prepare(field, article[field]!, boilerplate);
    return { text, tagged: findListed(lexicon, text, index) };
  });
}

export interface TaggerTraining {
  /** Times that every sentence is learned from. Default: 7. */
  readonly epochs?: number;
  /** Decides the order of the sentences and the features left out. Default: 7. */
  readonly seed?: number;
  /** Articles of another scheme, of which only the people are learned: what else is annotated there is passed over. */
  readonly people?: readonly AnnotatedArticle[];
  /** Kept in the model. Default: nothing. */
  readonly provenance?: Readonly<Record<string, unknown>>;
  /** Told of every epoch, from 1, and its mean loss per sentence. */
  readonly report?: (epoch: number, loss: number) => void;
}

/** Rows of a tagger's weight table. */
const TAGGER_ROWS = 1 << 19;

/**
 * Trains the tagger on annotated articles; `encodeTaggerModel` makes a file of what it returns. The same articles and
 * options give the same model.
 * @throws RangeError when a mention's offset is outside of its field.
 */
export function trainTaggerModel(
  lexicon: Lexicon,
  clusters: ClusterColumns,
  articles: readonly AnnotatedArticle[],
  { epochs = 7, seed = 7, people = [], provenance = {}, report }: TaggerTraining = {},
): TaggerModelParts {
  const blank = blankModel(clusters);
  const examplesOf = (article: AnnotatedArticle, only?: EntityType): TaggedTokens[] =>
    readExamples(lexicon, blank, matchArticle(lexicon, article), article.mentions, only);
  const corpus = [
    ...articles.flatMap((article) => examplesOf(article)),
    ...people.flatMap((article) => examplesOf(article, "person")),
  ];
  const trained = trainTagger(corpus, {
    rows: TAGGER_ROWS,
    epochs,
    rate: 0.06,
    decay: 1e-4,
    dropout: 0.3,
    hiding: 0.25,
    wordHiding: 0.2,
    averaged: 2,
    random: seededRandom(seed),
    ...(report === undefined ? {} : { report: (epoch, loss) => report(epoch + 1, loss) }),
  });
  return packWeights(trained, clusters, provenance);
}

export interface TopicTraining extends LabelTraining {
  /** Whether boilerplate is set aside, as in reading. Default: true. */
  readonly clean?: boolean;
}

/**
 * Trains topics of the caller's own on articles with labels, from the words of titles and texts. Needs no lexicon; runs
 * in a browser. The same examples and options give the same bytes. Articles that are not in Arabic teach nothing.
 * @returns bytes for `khabar.withTopics`. An article is given as many labels as the examples have: one where each has one.
 * @throws LabelError when a label is empty, longer than 200 code units or has control characters, or there are more
 *   than 1,000 different ones; the message names the example, from 0.
 * @example
 * const own = khabar.withTopics(
 *   trainTopics([
 *     { text: "هطلت أمطار غزيرة على الساحل", labels: ["طقس"] },
 *     { text: "فاز المنتخب بهدفين في المباراة", labels: ["رياضة"] },
 *   ]),
 * );
 * own.read({ text: "أمطار على الساحل" }).topics[0].id; // "طقس"
 */
export function trainTopics(
  examples: readonly LabelledArticle[],
  { clean, ...training }: TopicTraining = {},
): Uint8Array {
  return trainLabels(prepareExamples(examples, clean), training);
}

/** The topics of each example by a model of `trainTopics` that did not see it; see `crossValidate` of the topics room. */
export function crossValidateTopics(
  examples: readonly LabelledArticle[],
  folds: number,
  { clean, ...training }: TopicTraining = {},
  report?: (fold: number) => void,
): Topic[][] {
  return crossValidate(prepareExamples(examples, clean), folds, training, report);
}

/** Whether an article is in Arabic: others have no entities and no topics, and teach none. */
export function isArabic(article: Article): boolean {
  return detectLanguage(beginningOf(article)).language === "ar";
}

function prepareExamples(examples: readonly LabelledArticle[], clean?: boolean): LabelExample[] {
  return examples.map((example) => labelExample(example, example.labels, clean));
}

/** An article as topics are learnt from it. */
export function labelExample(article: Article, labels: readonly string[], clean?: boolean): LabelExample {
  return { fields: prepareArticle(article, clean === undefined ? {} : { clean }).fields, labels };
}

/** Why an article has a topic, or has not; undefined when the reader knows no such subject. */
export function explainTopic(
  knowledge: Knowledge,
  article: Article,
  topic: string,
  options: ReadOptions = {},
): Explanation | undefined {
  if (knowledge.topics === undefined) return undefined;
  const { fields, linked } = analyseArticle(knowledge, article, options);
  return explainOnFields(knowledge.topics, fields, linked, topic);
}

/** The language by letters; whether a text in Latin letters is English is asked only where that matters. */
function languageOf(article: Article, asksForEnglish: boolean): string {
  const beginning = beginningOf(article);
  const { language, script } = detectLanguage(beginning);
  return asksForEnglish && script === "latin" && isEnglish(beginning) ? "en" : language;
}

/** What the language is told by. The title counts, too: of some articles all the text is the site's name in Latin. */
function beginningOf(article: Article): string {
  return FIELDS.map((field) =>
    typeof article[field] === "string" ? article[field].slice(0, BEGINNING) : "",
  ).join("\n");
}

/** A country as a topic: its id is its English short name. */
function countryName(lexicon: Lexicon, code: string): { id: string; name: { ar: string; en: string } } {
  const place = lexicon.placeOfCountry(lexicon.countries.indexOf(code));
  if (place < 0) return { id: code.toLowerCase(), name: { ar: code, en: code } };
  const id = lexicon.id(place).slice("place/".length);
  return { id, name: { ar: lexicon.arabicName(place), en: lexicon.englishName(place) } };
}

/** Folds a field and splits it into tokens; those of boilerplate are marked. */
function prepare(field: Field, raw: string, boilerplate: readonly Boilerplate[]): FieldText {
  const { units, length, map } = fold(raw);
  const tokens = tokenize(units, length);
  let token = 0;
  for (const block of boilerplate) {
    if (block.field !== field) continue;
    const start = map.toFolded(block.start, "before");
    const end = map.toFolded(block.end, "after");
    while (token < tokens.count && tokens.starts[token]! < start) token++;
    for (; token < tokens.count && tokens.starts[token]! < end; token++)
      tokens.flags[token]! |= IN_BOILERPLATE;
  }
  return { field, raw, map, tokens };
}

/** Boilerplate is looked for in the text; a title has none. */
function boilerplateOf(article: Article, present: readonly Field[]): Boilerplate[] {
  if (!present.includes("text")) return [];
  return findBoilerplate(article.text!).map((block) => ({ field: "text", ...block }));
}

/** yyyymmdd of an ISO date, or 0. */
function dayOf(date: string | null | undefined): number {
  const match = typeof date === "string" ? /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(date) : null;
  return match === null ? 0 : Number(match[1]) * 10000 + Number(match[2]) * 100 + Number(match[3] ?? 15);
}

/** The folded words and numbers of a surface, as the pipeline's tokenizer sees them. */
export function splitWords(surface: string): string[] {
  const { units, length } = fold(surface);
  const tokens = tokenize(units, length);
  const words: string[] = [];
  for (let token = 0; token < tokens.count; token++)
    if (tokens.kinds[token] !== PUNCTUATION_MARK)
      words.push(String.fromCharCode(...units.subarray(tokens.starts[token]!, tokens.ends[token]!)));
  return words;
}

/** Compiles lexicon tables; see `compileLexicon` of the data room. */
export function compileLexicon(sources: readonly TableSource[], base?: Lexicon): Uint8Array {
  return compileTables(sources, splitWords, base);
}

/** Compiles what can be compiled and lists what is wrong. */
export function checkLexicon(
  sources: readonly TableSource[],
  base?: Lexicon,
): {
  bytes: Uint8Array;
  problems: readonly Problem[];
} {
  return checkTables(sources, splitWords, base);
}

export { detectOtherScript } from "./language/other-scripts.js";
export type { CandidatePlan } from "./related/candidate-plan.js";
export { chooseCandidates, isArticleId, planCandidates, planPut } from "./related/candidate-plan.js";
export type { Profile } from "./related/profile.js";
export type { CandidateQuery, RelatedStore, StoredArticle } from "./related/store.js";
export type { EnglishNlp } from "./tag/english/read-terms.js";
export type { Contribution, Explanation } from "./topics/explain-topic.js";
export { LabelCounts } from "./topics/label-counts.js";
export { isoDate, normalize };
