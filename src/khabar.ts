import { Lexicon } from "./data/lexicon.js";
import { mergeLexicons } from "./data/merge-lexicons.js";
import { RelatedModel } from "./data/related-model.js";
import type { TableSource } from "./data/table.js";
import { TaggerModel } from "./data/tagger-model.js";
import { TopicModel } from "./data/topic-model.js";
import type { Article, Document } from "./document.js";
import {
  compileLexicon,
  type EnglishNlp,
  type Explanation,
  explainTopic,
  type Knowledge,
  type Profile,
  profileArticle,
  type ReadOptions,
  readArticle,
} from "./pipeline.js";

/** The compiled files that come with the package, as bytes, unzipped. */
export interface KnowledgeBytes {
  /** `khabar/data/lexicon.khb.gz`. */
  readonly lexicon: Uint8Array;
  /** `khabar/data/tagger.khb.gz`. Without it names that no lexicon lists are found only behind a title. */
  readonly tagger?: Uint8Array;
  /** `khabar/data/topics.khb.gz`. Without it documents have no topics. */
  readonly topics?: Uint8Array;
  /** `khabar/data/related.khb.gz`. Without it articles have no profiles, so none are compared. */
  readonly related?: Uint8Array;
}

/** Reads articles. Make one and keep it: it holds the lexicons. */
export interface Khabar {
  /**
   * Finds the entities, topics and boilerplate of an article.
   *
   * Pure: the same article gives the same document, and nothing of it is kept. No text makes it throw.
   * @param article its `title` and `text` are read, its `date` (ISO 8601) decides who held an office.
   */
  read(article: Article, options?: ReadOptions): Document;

  /**
   * What related articles are found and ranked by: made once, kept by a store as the bytes of `encodeProfile`.
   * @param document what `read` made of the article, so that it is not read again.
   * @throws Error when the reader was made without `related`.
   * @example
   * const [a, b] = [{ text: "وقال أردوغان لبوتين" }, { text: "بوتين يستقبل أردوغان" }].map((x) => khabar.profile(x));
   * compareProfiles(a, b).similarity;
   */
  profile(article: Article, document?: Document): Profile;

  /**
   * A reader that knows entities of the caller's own, too; this one stays as it is. Takes about as long as loading.
   *
   * Tables have the columns of lexicons/README.md; `id`, `ar` and `class` are enough. Where a name of theirs is one of
   * khabar's, it means the caller's entity; an entity of the same id takes the caller's names.
   * @throws LexiconError with every problem, each with file and line.
   * @example
   * const text = "id\tar\tclass\norganization/nakheel\tشركة النخيل\tcompany\n";
   * khabar.withEntities([{ file: "mine.tsv", text }]).read({ text: "أعلنت شركة النخيل" }).mentions[0].entity;
   * // "organization/nakheel"
   */
  withEntities(tables: readonly TableSource[]): Khabar;

  /**
   * As `withEntities`, with what `khabar lexicon add` compiled.
   * @throws DataFormatError when the bytes are no lexicon, damaged, or of another version.
   */
  withLexicon(bytes: Uint8Array): Khabar;

  /**
  /**
   * A reader that assigns topics of the caller's own; this one stays as it is. They stand in place of khabar's subjects,
   * with `kind: "subject"` and the label as id and as both names, so that no two subjects of a document share an id. Countries stay.
   * @param bytes what `trainTopics` gave or `khabar train topics` wrote, unzipped. May come from anywhere: what is
   *   accepted never makes `read` throw.
   * @throws DataFormatError when the bytes are no sound topic model of this version; the message says what they are.
   * @example
   * const own = khabar.withTopics(trainTopics(examples));
   * own.read({ text: "هطلت أمطار غزيرة على الساحل" }).topics[0];
   * // { id: "طقس", kind: "subject", name: { ar: "طقس", en: "طقس" }, score: …, evidence: [{ term: "أمطار", weight: … }, …] }
   */
  withTopics(bytes: Uint8Array): Khabar;

  /**
   * Why an article has a subject, or has it not: every word and entity with what it adds to the log-odds and where it stands.
   * `intercept` and the weights of all contributions add up to `logit`.
   * @param topic the id of a subject; countries are told by their entities alone, which are the evidence of the document.
   * @returns undefined when the reader has no such subject.
   * @example
   * const { contributions } = khabar.explainTopic({ text: "أسعار النفط ترتفع" }, "energy");
   * contributions[0]; // { term: "النفط", weight: 4.09, learnt: 2.65, lexicon: 1.44, spans: [{ field: "text", start: 6, end: 11 }] }
   */
  explainTopic(article: Article, topic: string, options?: ReadOptions): Explanation | undefined;

  /**
   * A reader that finds names in English articles, too, and links them to the same ids; this one stays as it is.
   *
   * Countries are the only topics of an English article. Its first article takes longer: the English names are indexed then.
   * @param nlp what the package `compromise` exports.
   * @example
   * import nlp from "compromise";
   * const article = { text: "Vladimir Putin met his Turkish counterpart in Sochi on Wednesday, and said that he was pleased." };
   * khabar.withEnglish(nlp).read(article).entities.map(({ id }) => id);
   * // ["person/vladimir-putin", "place/sochi", "place/turkey"]
   */
  withEnglish(nlp: EnglishNlp): Khabar;
}

/**
 * Makes a reader from the compiled files, wherever they were loaded from: `khabar/node` reads them from the package, a
 * page fetches them.
 * @throws DataFormatError when a file is damaged or of another version.
 * @example
 * const unzip = async (url) => {
 *   const stream = (await fetch(url)).body.pipeThrough(new DecompressionStream("gzip"));
 *   return new Uint8Array(await new Response(stream).arrayBuffer());
 * };
 * const [lexicon, tagger, topics] = await Promise.all(
 *   ["lexicon.khb.gz", "tagger.khb.gz", "topics.khb.gz"].map(unzip),
 * );
 * const khabar = createKhabar({ lexicon, tagger, topics });
 * khabar.read({ text: "وقال أردوغان لبوتين" }).mentions.map((m) => m.entity);
 * // ["person/recep-tayyip-erdogan", "person/vladimir-putin"]
 */
export function createKhabar(bytes: KnowledgeBytes): Khabar {
  const knowledge: Knowledge = {
    lexicon: new Lexicon(bytes.lexicon),
    ...(bytes.tagger === undefined ? {} : { tagger: new TaggerModel(bytes.tagger) }),
    ...(bytes.topics === undefined ? {} : { topics: new TopicModel(bytes.topics) }),
    ...(bytes.related === undefined ? {} : { related: new RelatedModel(bytes.related) }),
  };
  return readerOf(knowledge);
}

function readerOf(knowledge: Knowledge): Khabar {
  const withOwn = (own: Lexicon): Khabar =>
    readerOf({ ...knowledge, lexicon: new Lexicon(mergeLexicons(knowledge.lexicon, own)) });
  return {
    read: (article, options) => readArticle(knowledge, article, options),
    profile(article, document) {
      const { related } = knowledge;
      if (related === undefined)
        throw new Error("Profiles need related.khb.gz; hand its bytes to createKhabar as `related`");
      return profileArticle({ ...knowledge, related }, article, document);
    },
    withEntities(tables) {
      const own = tables.map((table) => ({ ...table, user: true }));
      return withOwn(new Lexicon(compileLexicon(own, knowledge.lexicon)));
    },
    withLexicon: (bytes) => withOwn(new Lexicon(bytes)),
    withTopics: (bytes) => readerOf({ ...knowledge, topics: new TopicModel(bytes, knowledge.topics) }),
    explainTopic: (article, topic, options) => explainTopic(knowledge, article, topic, options),
    withEnglish: (nlp) => readerOf({ ...knowledge, english: nlp }),
  };
}
