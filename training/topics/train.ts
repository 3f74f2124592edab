// Trains models/topics.khb.gz from annotated articles and the topic lexicons.
//   node build/training/topics/train.js [GOLD.jsonl.gz] [OUT.khb.gz]
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { Lexicon } from "../../src/data/lexicon.js";
import type { Article } from "../../src/document.js";
import { analyseArticle, splitWords } from "../../src/pipeline.js";
import { lightStem } from "../../src/text/light-stem.js";
import { type LexiconTerm, type TopicExample, trainTopics } from "../../src/topics/train-topics.js";

interface GoldArticle extends Article {
  readonly topics: readonly string[];
  readonly countries: readonly string[];
}

const [gold = "../shared/data/gold/train.jsonl.gz", out = "models/topics.khb.gz"] = process.argv.slice(2);

function readExamples(lexicon: Lexicon): TopicExample[] {
  const lines = gunzipSync(readFileSync(gold)).toString("utf8").trim().split("\n");
  return lines.map((line) => {
    const article = JSON.parse(line) as GoldArticle;
    const { fields, linked } = analyseArticle({ lexicon }, article);
    return { ...linked, fields, subjects: article.topics, countries: article.countries };
  });
}

function stem(word: string): string {
  const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
  const packed = lightStem(units, 0, units.length);
  return word.slice(packed & 0xff, (packed & 0xff) + (packed >>> 8));
}

/** Terms of lexicons/topics/<topic>.tsv: term, weight, source. */
function readLexicon(folder: string): LexiconTerm[] {
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

const lexicon = new Lexicon(gunzipSync(readFileSync("dist/data/lexicon.khb.gz")));
const examples = readExamples(lexicon);
const terms = readLexicon("lexicons/topics");
const bytes = trainTopics(examples, terms, { articles: examples.length, lexiconTerms: terms.length });
const packed = gzipSync(bytes, { level: 9 });
writeFileSync(out, packed);
process.stdout.write(
  `${out}: ${examples.length} articles, ${terms.length} lexicon terms, ${packed.length} bytes\n`,
);
