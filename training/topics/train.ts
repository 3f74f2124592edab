// Trains models/topics.khb.gz from annotated articles, those of ../annotations among them, and the topic lexicons.
//   node build/training/topics/train.js [GOLD.jsonl.gz] [OUT.khb.gz] [DATA]     DATA: the folder of the raw news
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { trainTopics } from "../../src/topics/train-topics.js";
import { readExamples, readGold, readSupport, readTopicLexicon } from "./read-examples.js";
import { readWordVectors } from "./word-vectors.js";

const [gold = "../shared/data/gold/train.jsonl.gz", out = "models/topics.khb.gz", data = "../shared/data"] =
  process.argv.slice(2);
const examples = readExamples([...readGold(gold), ...readSupport(data)]);
const terms = readTopicLexicon("lexicons/topics");
const words = readWordVectors(data);
const provenance = { articles: examples.length, lexiconTerms: terms.length, words: words.stems.length };
const bytes = trainTopics(examples, terms, provenance, words);
const packed = gzipSync(bytes, { level: 9 });
writeFileSync(out, packed);
process.stdout.write(
  `${out}: ${examples.length} articles, ${terms.length} lexicon terms, ${packed.length} bytes\n`,
);
