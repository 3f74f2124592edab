// Counts in how many articles of raw news each term and entity stands, for the ranking of related articles.
//   node build/training/related/build-statistics.js OUT.khb.gz NEWS.jsonl.gz…
// Every article is read with the package's own lexicon and tagger: a few minutes.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Lexicon } from "../../src/data/lexicon.js";
import { encodeRelatedModel, RARITY_STEP } from "../../src/data/related-model.js";
import { TaggerModel } from "../../src/data/tagger-model.js";
import type { Article } from "../../src/document.js";
import { analyseArticle } from "../../src/pipeline.js";
import { hashString } from "../../src/related/hash.js";
import { termHash } from "../../src/related/read-terms.js";
import { IN_BOILERPLATE, PUNCTUATION_MARK } from "../../src/text/tokens.js";

/** Terms of fewer articles are as rare as those never seen. */
const FEWEST_OF_TERM = 3;
const FEWEST_OF_ENTITY = 3;

const [out = "models/related.khb.gz", ...files] = process.argv.slice(2);
const knowledge = {
  lexicon: new Lexicon(gunzipSync(readFileSync("dist/data/lexicon.khb.gz"))),
  tagger: new TaggerModel(gunzipSync(readFileSync("dist/data/tagger.khb.gz"))),
};
const terms = new Map<number, number>();
const entities = new Map<number, number>();
let articles = 0;
for (const file of files) {
  for (const line of gunzipSync(readFileSync(file)).toString("utf8").split("\n")) {
    if (line === "") continue;
    articles++;
    const { fields, linked } = analyseArticle(knowledge, JSON.parse(line) as Article);
    const found = new Set<number>();
    for (const { tokens } of fields)
      for (let token = 0; token < tokens.count; token++)
        if (tokens.kinds[token] !== PUNCTUATION_MARK && !(tokens.flags[token]! & IN_BOILERPLATE))
          found.add(termHash(tokens, token));
    countAll(terms, found);
    countAll(entities, new Set(linked.entities.map(({ id }) => hashString(id))));
  }
  process.stderr.write(`${file}\n`);
}

function countAll(counts: Map<number, number>, hashes: ReadonlySet<number>): void {
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
}

/** Hashes and rarities of what stands in enough articles, by hash. */
function columnsOf(counts: ReadonlyMap<number, number>, fewest: number): [Uint32Array, Uint8Array] {
  const kept = [...counts].filter(([, count]) => count >= fewest).sort((a, b) => a[0] - b[0]);
  return [
    Uint32Array.from(kept, ([hash]) => hash),
    Uint8Array.from(kept, ([, count]) => Math.round(Math.log(articles / count) / RARITY_STEP)),
  ];
}

const [termHashes, rarities] = columnsOf(terms, FEWEST_OF_TERM);
const [entityHashes, entityRarities] = columnsOf(entities, FEWEST_OF_ENTITY);
const bytes = encodeRelatedModel({
  terms: termHashes,
  rarities,
  entities: entityHashes,
  entityRarities,
  articles,
  provenance: { files: files.map((file) => basename(file)) },
});
const packed = gzipSync(bytes, { level: 9 });
writeFileSync(out, packed);
process.stdout.write(
  `${out}: ${articles} articles, ${termHashes.length} terms, ${entityHashes.length} entities, ${packed.length} bytes\n`,
);
