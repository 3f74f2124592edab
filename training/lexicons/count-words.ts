// Counts the words of raw news and writes those that are frequent: spellings that a rule must not take for a name.
//   node build/training/lexicons/count-words.js ../shared/data/news/ant.jsonl.gz ../shared/data/news/jawhara.jsonl.gz
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { splitWords } from "../../src/pipeline.js";

/** Fewest occurrences. */
const FREQUENT = 40;

const counts = new Map<string, number>();
for (const file of process.argv.slice(2)) {
  for (const line of gunzipSync(readFileSync(file)).toString("utf8").split("\n")) {
    if (line === "") continue;
    const { title, text } = JSON.parse(line) as { title?: string; text?: string };
    for (const word of splitWords(`${title ?? ""}\n${text ?? ""}`))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}
const rows = [...counts].flatMap(([word, count]) =>
  count >= FREQUENT && /^[ء-ي]{2,}$/.test(word) ? [`${word}\t${count}`] : [],
);
const header = [
  "# frequent words of Arabic news, folded, with how often they stand there: they tell the compiler which generated",
  "# spellings are words already, and which words only look like a proclitic and a name",
  `# provenance: counted by training/lexicons/count-words.ts over ANT and Jawhara FM (Apache 2.0): ${FREQUENT} times or more`,
  "word\tcount",
];
writeFileSync("lexicons/tag/frequent-words.tsv", `${[...header, ...rows.sort()].join("\n")}\n`);
process.stdout.write(`${rows.length} words\n`);
