import { Lexicon } from "./data/lexicon.js";
import { TopicModel } from "./data/topic-model.js";
import type { Article, Document } from "./document.js";
import { type Knowledge, type ReadOptions, readArticle } from "./pipeline.js";

/** The compiled files that come with the package, as bytes. */
export interface KnowledgeBytes {
  /** `khabar/data/lexicon.khb`. */
  readonly lexicon: Uint8Array;
  /** `khabar/data/topics.khb`. Without it documents have no topics. */
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
 * const [lexicon, topics] = await Promise.all(
 *   ["lexicon.khb", "topics.khb"].map(async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer())),
 * );
 * const khabar = createKhabar({ lexicon, topics });
 * khabar.read({ text: "وقال أردوغان لبوتين" }).mentions.map((m) => m.entity);
 * // ["person/recep-tayyip-erdogan", "person/vladimir-putin"]
 */
export function createKhabar(bytes: KnowledgeBytes): Khabar {
  const lexicon = new Lexicon(bytes.lexicon);
  const knowledge: Knowledge =
    bytes.topics === undefined ? { lexicon } : { lexicon, topics: new TopicModel(bytes.topics) };
  return { read: (article, options) => readArticle(knowledge, article, options) };
}
