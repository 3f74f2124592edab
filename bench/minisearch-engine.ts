import MiniSearch from "minisearch";
import type { Engine } from "./related.js";

/** MiniSearch as it comes: title and text, any word of the query, BM25. */
export function miniSearchEngine(): Engine<{ id: string; text: string }> {
  const index = new MiniSearch({ fields: ["title", "text"] });
  return {
    async put(articles) {
      index.addAll(articles.map(({ article: { id, title, text } }) => ({ id, title, text })));
    },
    ask({ article: { id, title, text } }) {
      return { id: String(id), text: `${title ?? ""} ${text ?? ""}` };
    },
    async find({ id, text }) {
      const found = index.search(text);
      return found.flatMap((result) => (result.id === id ? [] : [String(result.id)])).slice(0, 10);
    },
  };
}
