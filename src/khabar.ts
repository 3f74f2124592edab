import { Lexicon } from "./data/lexicon.js";
import { TaggerModel } from "./data/tagger-model.js";
import { TopicModel } from "./data/topic-model.js";
import type { Article, Document } from "./document.js";
import { type Knowledge, type ReadOptions, readArticle } from "./pipeline.js";

/** The compiled files that come with the package, as bytes, unzipped. */
export interface KnowledgeBytes {
  /** `khabar/data/lexicon.khb.gz`. */
  readonly lexicon: Uint8Array;
  /** `khabar/data/tagger.khb.gz`. Without it names that no lexicon lists are found only behind a title. */
  readonly tagger?: Uint8Array;
  /** `khabar/data/topics.khb.gz`. Without it documents have no topics. */
  readonly topics?: Uint8Array;
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
  };
  return { read: (article, options) => readArticle(knowledge, article, options) };
}
