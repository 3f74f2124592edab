import MiniSearch from "minisearch";
import type { Engine } from "./related.js";

/** MiniSearch as it comes: title and text, any word of the query, BM25. */
export function miniSearchEngine(): Engine {
  const index = new MiniSearch({ fields: ["title", "text"] });
  return {
    async put(articles) {
      index.addAll(articles.map(({ article: { id, title, text } }) => ({ id, title, text })));
    },
    async query({ id, title, text }) {
      const found = index.search(`${title ?? ""} ${text ?? ""}`);
      return found.flatMap((result) => (result.id === id ? [] : [String(result.id)])).slice(0, 10);
    },
    bytes: () => undefined,
  };
}
