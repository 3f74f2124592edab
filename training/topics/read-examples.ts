import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Lexicon } from "../../src/data/lexicon.js";
import { TaggerModel } from "../../src/data/tagger-model.js";
import type { Article } from "../../src/document.js";
import { analyseArticle, splitWords } from "../../src/pipeline.js";
import { lightStem } from "../../src/text/light-stem.js";
import type { LexiconTerm, TopicExample } from "../../src/topics/train-topics.js";
import { joinTexts } from "../annotations/join-texts.js";

/** An article with its topics and countries. */
export interface GoldArticle extends Article {
  readonly source: string;
  readonly topics: readonly string[];
  readonly countries: readonly string[];
  /** See TopicExample. */
  readonly isSupport?: boolean;
}

/** An annotated article and where it is from. */
export interface SourcedExample extends TopicExample {
  readonly source: string;
}

/** The annotated articles of a gzipped file of JSON lines. */
export function readGold(file: string): GoldArticle[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as GoldArticle);
}

/** The articles of khabar's own annotations: support for those that define what a topic is. */
export function readSupport(data: string): GoldArticle[] {
  const articles = [...joinTexts(data, "mentions"), ...joinTexts(data, "topics")];
  return articles.map((article) => ({ ...article, isSupport: true }));
}

/** Annotated articles as the pipeline hands them to the topic stage: with the tagger, as in use. */
export function readExamples(articles: readonly GoldArticle[]): SourcedExample[] {
  const lexicon = new Lexicon(gunzipSync(readFileSync("dist/data/lexicon.khb.gz")));
  const tagger = new TaggerModel(gunzipSync(readFileSync("dist/data/tagger.khb.gz")));
  return articles.map((article) => {
    const { fields, linked } = analyseArticle({ lexicon, tagger }, article);
    const { source, topics: subjects, countries, isSupport = false } = article;
    return { ...linked, fields, subjects, countries, source, isSupport };
  });
}

/** Terms of lexicons/topics/<topic>.tsv: term, weight, source. */
export function readTopicLexicon(folder: string): LexiconTerm[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .flatMap((name) => {
      const topic = name.slice(0, -".tsv".length);
      const lines = readFileSync(`${folder}/${name}`, "utf8")
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"));
      return lines.slice(1).map((line) => {
        const [term = "", weight = "1"] = line.split("\t");
        return { topic, stems: splitWords(term).map(stem), weight: Number(weight) };
      });
    });
}

function stem(word: string): string {
  const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
  const packed = lightStem(units, 0, units.length);
  return word.slice(packed & 0xff, (packed & 0xff) + (packed >>> 8));
}
