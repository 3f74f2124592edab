// Counts in how many articles of raw news each stem and entity stands, for the ranking of related articles.
//   node build/training/related/build-statistics.js OUT.khb.gz NEWS.jsonl.gz…
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { encodeRelatedModel, RARITY_STEP } from "../../src/data/related-model.js";
import { fold } from "../../src/normalize/normalize.js";
import { hashUnits } from "../../src/related/hash.js";
import { lightStem } from "../../src/text/light-stem.js";
import { PUNCTUATION_MARK, WORD } from "../../src/text/tokens.js";
import { tokenize } from "../../src/tokenize/tokenize.js";

/** Stems of fewer articles are as rare as those never seen. */
const FEWEST = 3;

const [out = "models/related.khb.gz", ...files] = process.argv.slice(2);
const counts = new Map<number, number>();
let articles = 0;
for (const file of files) {
  for (const line of gunzipSync(readFileSync(file)).toString("utf8").split("\n")) {
    if (line === "") continue;
    const { title, text } = JSON.parse(line) as { title?: string; text?: string };
    articles++;
    for (const hash of stemsOf(`${title ?? ""}\n${text ?? ""}`))
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
}

function stemsOf(text: string): Set<number> {
  const { units, length } = fold(text);
  const { starts, ends, kinds, count } = tokenize(units, length);
  const found = new Set<number>();
  for (let token = 0; token < count; token++) {
    if (kinds[token] === PUNCTUATION_MARK) continue;
    const start = starts[token]!;
    const packed =
      kinds[token] === WORD ? lightStem(units, start, ends[token]!) : (ends[token]! - start) << 8;
    const from = start + (packed & 0xff);
    found.add(hashUnits(units, from, from + (packed >>> 8)));
  }
  return found;
}

const kept = [...counts].filter(([, count]) => count >= FEWEST).sort((a, b) => a[0] - b[0]);
const rarity = (count: number): number => Math.round(Math.log(articles / count) / RARITY_STEP);
const bytes = encodeRelatedModel({
  stems: Uint32Array.from(kept, ([hash]) => hash),
  rarities: Uint8Array.from(kept, ([, count]) => rarity(count)),
  entities: new Uint32Array(0),
  entityRarities: new Uint8Array(0),
  articles,
  provenance: { files: files.map((file) => file.replace(/^.*\//, "")), fewest: FEWEST },
});
const packed = gzipSync(bytes, { level: 9 });
writeFileSync(out, packed);
process.stdout.write(`${out}: ${articles} articles, ${kept.length} stems, ${packed.length} bytes\n`);
