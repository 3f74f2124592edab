import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Lexicon } from "../../src/data/lexicon.js";
import type { TaggerModel } from "../../src/data/tagger-model.js";
import type { AnnotatedArticle } from "../../src/document.js";
import { matchArticle } from "../../src/pipeline.js";
import { readExamples } from "../../src/tag/tagger/read-examples.js";
import type { TaggedTokens } from "../../src/tag/tagger/train-tagger.js";

export interface GoldArticle extends AnnotatedArticle {
  readonly id: string;
  readonly source: string;
}

export interface CorpusField extends TaggedTokens {
  readonly source: string;
}

export function readGold(file: string): GoldArticle[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as GoldArticle);
}

/** Reads annotated articles as the tagger sees them, with the source of each. */
export function makeCorpus(
  lexicon: Lexicon,
  model: TaggerModel,
  articles: readonly GoldArticle[],
): CorpusField[] {
  return articles.flatMap((article) =>
    readExamples(lexicon, model, matchArticle(lexicon, article), article.mentions).map((field) => ({
      ...field,
      source: article.source,
    })),
  );
}
