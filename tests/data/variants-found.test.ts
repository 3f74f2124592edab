import { expect, test } from "vitest";
import { ENTITY_COLUMNS, readEntityRow } from "../../src/data/entity-row.js";
import { Lexicon, NAME } from "../../src/data/lexicon.js";
import { originOf, spellingVariants } from "../../src/data/spelling/spelling-variants.js";
import { readTable } from "../../src/data/table.js";
import { WORD_LISTS } from "../../src/data/word-lists.js";

import { readTables } from "../../src/node/read-tables.js";
import { fold } from "../../src/normalize/normalize.js";
import { splitWords } from "../../src/pipeline.js";
import { indexWords } from "../../src/tag/index-words.js";
import { matchLexicon } from "../../src/tag/match-lexicon.js";
import { seededRandom } from "../../src/tag/tagger/seeded-random.js";
import { tokenize } from "../../src/tokenize/tokenize.js";
import { packageData } from "../helpers/real-khabar.js";

const lexicon = new Lexicon(packageData("lexicon"));
const PROCLITICS = ["", "و", "ف", "ب", "ك", "ل", "وب", "ول", "فل"];
const SAMPLE = 1500;

/** The name behind proclitics: ل before the article swallows the alef, but not that of «آل» and «ألب أرسلان». */
function attach(proclitics: string, name: string, hasArticle: boolean): string {
  return proclitics.endsWith("ل") && hasArticle && /^ال[^ ]/.test(name)
    ? `${proclitics}${name.slice(1)}`
    : proclitics + name;
}

/** Whether a sentence with the name in it has a match of the entity that ends where the name ends. */
function isFound(written: string, entity: number, words: number): boolean | "whole word" {
  const { units, length } = fold(`قال ${written} ،`);
  const tokens = tokenize(units, length);
  const indexed = indexWords(tokens, lexicon.vocabulary);
  const first = indexed[1]!;
  if (first >= 0 && lexicon.wordFlags[first]! & WORD_LISTS["whole-words"]) return "whole word";
  const matches = matchLexicon(lexicon, tokens, indexed);
  for (let i = 0; i < matches.count; i++) {
    if (matches.endToken[i]! - matches.firstToken[i]! < words) continue;
    for (let sense = matches.sense[i]!; ; sense++) {
      if (lexicon.senseKinds[sense] === NAME && lexicon.senseTargets[sense] === entity) return true;
      if (lexicon.senseLast[sense] === 1) break;
    }
  }
  return false;
}

test("every spelling that the rules make of a listed name finds its entity behind every proclitic", () => {
  const rows = readTables("lexicons")
    .filter(({ file }) => /^tag\/(people|places|weapons|products)\//.test(file))
    .flatMap((source) => readTable(source, ENTITY_COLUMNS, []))
    .flatMap((row) => readEntityRow(row, []) ?? []);
  const random = seededRandom(11);
  const lost: string[] = [];
  let tried = 0;
  for (let i = 0; i < SAMPLE; i++) {
    const row = rows[Math.floor(random() * rows.length)]!;
    const entity = lexicon.entityOf(row.id);
    for (const { text } of row.surfaces) {
      for (const variant of spellingVariants(splitWords(text), originOf(row))) {
        const name = variant.join(" ");
        // One word with a proclitic may be a name of its own: «وجدة» is Oujda before it is و and «جدة».
        // A spelling that another entity has, or that is a frequent word, was refused: it is not found bare, either.
        if (variant.length < 2 || !/^[ء-ي ]+$/.test(name) || isFound(name, entity, variant.length) !== true)
          continue;
        for (const proclitics of PROCLITICS) {
          tried++;
          const written = attach(proclitics, name, !text.startsWith("أل"));
          if (isFound(written, entity, variant.length) === false) lost.push(written);
        }
      }
    }
  }
  expect(tried).toBeGreaterThan(20_000);
  expect(lost).toEqual([]);
});
