import type { Article } from "../document.js";
import type { Profile } from "../index.js";
import type { Khabar } from "../khabar.js";
import { loadKhabar } from "../node/load-khabar.js";
import { taggedDocument } from "../node/tagged-document.js";
import { ArticleReader } from "./article-reader.js";

/** Makes profiles of articles: tagged ones, and others, which are read as `khabar tag` reads them. */
export class Profiler {
  private readonly khabar: Khabar;
  private readonly reader: ArticleReader;
  private readonly clean: boolean;

  constructor({ lexicon = [], clean = true }: { lexicon?: readonly string[]; clean?: boolean } = {}) {
    this.khabar = loadKhabar({ lexicons: lexicon });
    this.reader = new ArticleReader(this.khabar);
    this.clean = clean;
  }

  /**
   * The profile of an article, or what is wrong with its record.
   * @param record all fields of its line; a document in it (`khabar tag --keep`) is taken as it is.
   */
  async profile(article: Article, record: Readonly<Record<string, unknown>>): Promise<Profile | string> {
    const tagged = taggedDocument(record, article);
    if (typeof tagged === "string") return tagged;
    return this.khabar.profile(article, tagged ?? (await this.reader.read(article, { clean: this.clean })));
  }
}
