// Writes the articles of the tables in mentions/ with their texts, as JSON lines that `khabar train tagger` reads.
//   node build/training/annotations/write-articles.js OUT.jsonl [DATA]     DATA: the folder with the raw news
import { writeFileSync } from "node:fs";
import { joinTexts } from "./join-texts.js";

const [out = "build/annotated.jsonl", data = "../shared/data"] = process.argv.slice(2);
const articles = joinTexts(data, "mentions");
writeFileSync(out, articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
process.stdout.write(`${out}: ${articles.length} articles\n`);
