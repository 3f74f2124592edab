import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { AnnotatedArticle } from "../../src/document.js";
import { readAnnotations, textHash } from "./read-annotations.js";

/** An annotated article with its text. */
export interface JoinedArticle extends AnnotatedArticle {
  readonly id: string;
  readonly source: string;
  readonly topics: readonly string[];
  readonly countries: readonly string[];
}

interface RawArticle {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
  readonly date?: string;
}

/** Where the articles of a source stand. */
const FILES: Readonly<Record<string, string>> = {
  ahdath: "news/ahdath.jsonl.gz",
  ant: "news/ant.jsonl.gz",
  asnd: "topics/asnd-train.jsonl.gz",
  jawhara: "news/jawhara.jsonl.gz",
};

/**
 * Joins the tables of a folder with the articles that they are of, which are not ours to ship.
 * @param data the folder with the raw news.
 * @param folder of this one: `mentions` has tables of mentions, topics and countries, `topics` of the latter two alone.
 * @throws Error when an article is missing or its text is not the one that was annotated.
 */
export function joinTexts(data: string, folder: "mentions" | "topics"): JoinedArticle[] {
  return [...readAnnotations(`training/annotations/${folder}`)].flatMap(([source, rows]) => {
    const file = FILES[source];
    if (file === undefined) throw new Error(`no file is known for the source "${source}"`);
    const articles = new Map(readArticles(`${data}/${file}`).map((article) => [String(article.id), article]));
    return rows.map(({ id, length, hash, ...annotation }) => {
      const article = articles.get(id);
      if (article === undefined) throw new Error(`${file} has no article "${id}"`);
      const { title = "", date } = article;
      const text = (article.text ?? "").slice(0, length);
      if (textHash(`${title}\n${text}`) !== hash)
        throw new Error(`${file}: the text of "${id}" is not the one that was annotated`);
      return {
        id: `${source}:${id}`,
        source,
        ...(date === undefined ? {} : { date }),
        title,
        text,
        ...annotation,
      };
    });
  });
}

function readArticles(file: string): RawArticle[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as RawArticle);
}
