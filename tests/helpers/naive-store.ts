import type { CandidateQuery, StoredArticle } from "../../src/related/store.js";
import { NO_DAY } from "../../src/related/store.js";

/** What a store does, in the plainest words: a list, the oldest first, gone through for every query. */
export class NaiveStore {
  list: StoredArticle[] = [];

  put(articles: readonly StoredArticle[]): void {
    for (const article of articles) {
      this.remove([article.id]);
      this.list.push(article);
    }
  }

  remove(ids: readonly string[]): number {
    const before = this.list.length;
    this.list = this.list.filter(({ id }) => !ids.includes(id));
    return before - this.list.length;
  }

  candidates({ keys, weights, perKey, limit, allOf, fromDay, toDay }: CandidateQuery): Uint8Array[] {
    const newestFirst = this.list.toReversed();
    const passing = newestFirst.filter(
      (article) =>
        [...(allOf ?? [])].every((key) => article.keys.includes(key)) &&
        (fromDay === undefined || (article.day !== NO_DAY && article.day >= fromDay)) &&
        (toDay === undefined || (article.day !== NO_DAY && article.day <= toDay)),
    );
    const scores = new Map<StoredArticle, number>();
    [...keys].forEach((key, i) => {
      if (keys.indexOf(key) < i) return;
      for (const article of passing.filter((article) => article.keys.includes(key)).slice(0, perKey))
        scores.set(article, (scores.get(article) ?? 0) + (weights?.[i] ?? 1));
    });
    const best = newestFirst
      .filter((article) => scores.has(article))
      .sort((a, b) => scores.get(b)! - scores.get(a)!)
      .slice(0, limit);
    return newestFirst.filter((article) => best.includes(article)).map(({ profile }) => profile);
  }
}
