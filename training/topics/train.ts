// Trains models/topics.khb.gz from annotated articles and the topic lexicons.
//   node build/training/topics/train.js [GOLD.jsonl.gz] [OUT.khb.gz]
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { trainTopics } from "../../src/topics/train-topics.js";
import { readExamples, readTopicLexicon } from "./read-examples.js";

const [gold = "../shared/data/gold/train.jsonl.gz", out = "models/topics.khb.gz"] = process.argv.slice(2);
const examples = readExamples(gold);
const terms = readTopicLexicon("lexicons/topics");
const bytes = trainTopics(examples, terms, { articles: examples.length, lexiconTerms: terms.length });
const packed = gzipSync(bytes, { level: 9 });
writeFileSync(out, packed);
process.stdout.write(
  `${out}: ${examples.length} articles, ${terms.length} lexicon terms, ${packed.length} bytes\n`,
);
