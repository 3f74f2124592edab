import type { Article, Document } from "../document.js";
import type { Khabar } from "../khabar.js";
import { loadEnglish, MissingPackageError } from "../node/load-english.js";
import { detectOtherScript, type ReadOptions } from "../pipeline.js";

/**
 * Reads articles of any language: Arabic ones by khabar alone, English ones with compromise, which is loaded when the
 * first one comes. Others, and English ones where it is not installed or not wanted, come back with their language only.
 */
export class ArticleReader {
  private readonly khabar: Khabar;
  /** The reader of English articles; null when there is none, undefined before it is known. */
  private english: Khabar | null | undefined;

  /** @param wantsEnglish false: compromise is never loaded. */
  constructor(khabar: Khabar, wantsEnglish = true) {
    this.khabar = khabar;
    this.english = wantsEnglish ? undefined : null;
  }

  /** @throws MissingPackageError when compromise is not installed. */
  async loadEnglish(): Promise<void> {
    this.english = this.khabar.withEnglish(await loadEnglish());
  }

  async read(article: Article, options: ReadOptions): Promise<Document> {
    const document = this.khabar.read(article, options);
    if (document.language !== "und") return document;
    const language = await detectOtherScript(article.text || article.title || "");
    if (language === "en") {
      const english = await this.englishReader();
      if (english !== null) return english.read(article, { ...options, language });
    }
    return language === "und" ? document : { ...document, language };
  }

  private async englishReader(): Promise<Khabar | null> {
    if (this.english !== undefined) return this.english;
    try {
      await this.loadEnglish();
    } catch (error) {
      if (!(error instanceof MissingPackageError)) throw error;
      this.english = null;
    }
    return this.english ?? null;
  }
}
