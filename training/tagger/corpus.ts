import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { ENTITY_TYPES } from "../../src/data/entity-classes.js";
import type { Lexicon } from "../../src/data/lexicon.js";
import type { TaggerModel } from "../../src/data/tagger-model.js";
import type { Article, EntityType, Field } from "../../src/document.js";
import { matchArticle } from "../../src/pipeline.js";
import { beginLabel, insideLabel, isInside } from "../../src/tag/tagger/labels.js";
import { readSigns, wordsElsewhere } from "../../src/tag/tagger/token-signs.js";
import type { TaggedTokens } from "../../src/tag/tagger/train-tagger.js";
import { IN_BOILERPLATE, SENTENCE_START, type Tokens } from "../../src/text/tokens.js";

/** An annotated mention; offsets in UTF-16 units of its field. */
interface GoldMention {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
}

export interface GoldArticle extends Article {
  readonly id: string;
  readonly source: string;
  readonly mentions: readonly GoldMention[];
}

export interface CorpusField extends TaggedTokens {
  readonly source: string;
}

export function readGold(file: string): GoldArticle[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as GoldArticle);
}

/** Token ranges of the sentences that are not boilerplate. */
export function sentenceRanges(tokens: Tokens): [number, number][] {
  const ranges: [number, number][] = [];
  let start = 0;
  for (let token = 1; token <= tokens.count; token++) {
    if (token < tokens.count && !(tokens.flags[token]! & SENTENCE_START)) continue;
    if (!(tokens.flags[start]! & IN_BOILERPLATE)) ranges.push([start, token]);
    start = token;
  }
  return tokens.count === 0 ? [] : ranges;
}

/** Reads annotated articles as the tagger sees them. */
export function makeCorpus(lexicon: Lexicon, model: TaggerModel, articles: readonly GoldArticle[]): CorpusField[] {
  return articles.flatMap((article) => {
    const fields = matchArticle(lexicon, article);
    const elsewhere = wordsElsewhere(lexicon, fields.map(({ text, tagged }) => ({ tokens: text.tokens, claims: tagged.claims })));
    return fields.map(({ text, tagged }) => {
      const { tokens, map, field } = text;
      const labels = new Uint8Array(tokens.count);
      for (const mention of article.mentions) {
        if (mention.field !== field) continue;
        const start = map.toFolded(mention.start, "after");
        const end = map.toFolded(mention.end, "before");
        const type = ENTITY_TYPES.indexOf(mention.type);
        let first = true;
        for (let token = 0; token < tokens.count && tokens.starts[token]! < end; token++) {
          if (tokens.ends[token]! <= start) continue;
          labels[token] = first ? beginLabel(type) : insideLabel(type);
          first = false;
        }
      }
      const sentences = sentenceRanges(tokens);
      // A name does not run over the end of a sentence; where the annotation has it so, its rest begins anew.
      for (const [start] of sentences) if (isInside(labels[start]!)) labels[start]! -= 1;
      const signs = readSigns(lexicon, model, tokens, tagged.words, tagged.claims, elsewhere);
      return { signs, labels, sentences, weight: 1, source: article.source };
    });
  });
}
