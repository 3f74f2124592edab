import { findBoilerplate } from "./clean/find-boilerplate.js";
import { compileLexicon as compileTables, checkLexicon as checkTables } from "./data/compile-lexicon.js";
import type { Lexicon } from "./data/lexicon.js";
import type { Problem } from "./data/problems.js";
import type { TableSource } from "./data/table.js";
import type { Article, Boilerplate, Document, Field } from "./document.js";
import { detectLanguage } from "./language/detect-language.js";
import { link } from "./link/link.js";
import { fold, normalize } from "./normalize/normalize.js";
import { tag } from "./tag/tag.js";
import type { FieldText } from "./text/field-text.js";
import { IN_BOILERPLATE, PUNCTUATION_MARK } from "./text/tokens.js";
import { tokenize } from "./tokenize/tokenize.js";
import { assignTopics } from "./topics/assign-topics.js";
import type { TopicModel } from "./data/topic-model.js";

/** What the pipeline knows. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  /** Without one, documents have no topics. */
  readonly topics?: TopicModel;
}

export interface ReadOptions {
  /** Whether boilerplate is set aside. Default: true. */
  readonly clean?: boolean;
}

const FIELDS: readonly Field[] = ["title", "text"];

/** Reads an article: the flow of the whole library, from top to bottom. No text makes it throw. */
export function readArticle(knowledge: Knowledge, article: Article, options: ReadOptions = {}): Document {
  const { lexicon, topics } = knowledge;
  const present = FIELDS.filter((field) => typeof article[field] === "string" && article[field] !== "");
  const id = article.id === null || article.id === undefined ? {} : { id: article.id };

  const { language } = detectLanguage(article.text || article.title || "");
  const boilerplate = options.clean === false ? [] : boilerplateOf(article, present);
  if (language !== "ar") return { ...id, language, mentions: [], entities: [], topics: [], boilerplate };

  const fields = present.map((field) => prepare(field, article[field]!, boilerplate));
  const tagged = fields.map((text, index) => tag(lexicon, text, index));
  const words = tagged.map((field) => field.words);
  const claims = tagged.map((field) => field.claims);
  const linked = link(lexicon, fields, words, claims, dayOf(article.date));
  return {
    ...id,
    language,
    mentions: linked.mentions,
    entities: linked.entities,
    topics: topics === undefined ? [] : assignTopics(topics, fields, linked),
    boilerplate,
  };
}

/** Folds a field and splits it into tokens; those of boilerplate are marked. */
function prepare(field: Field, raw: string, boilerplate: readonly Boilerplate[]): FieldText {
  const { units, length, map } = fold(raw);
  const tokens = tokenize(units, length);
  let token = 0;
  for (const block of boilerplate) {
    if (block.field !== field) continue;
    const start = map.toFolded(block.start, "before");
    const end = map.toFolded(block.end, "after");
    while (token < tokens.count && tokens.starts[token]! < start) token++;
    for (; token < tokens.count && tokens.starts[token]! < end; token++) tokens.flags[token]! |= IN_BOILERPLATE;
  }
  return { field, raw, map, tokens };
}

/** Boilerplate is looked for in the text; a title has none. */
function boilerplateOf(article: Article, present: readonly Field[]): Boilerplate[] {
  if (!present.includes("text")) return [];
  return findBoilerplate(article.text!).map((block) => ({ field: "text", ...block }));
}

/** yyyymmdd of an ISO date, or 0. */
function dayOf(date: string | null | undefined): number {
  const match = typeof date === "string" ? /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(date) : null;
  return match === null ? 0 : Number(match[1]) * 10000 + Number(match[2]) * 100 + Number(match[3] ?? 15);
}

/** The folded words and numbers of a surface, as the pipeline's tokenizer sees them. */
export function splitWords(surface: string): string[] {
  const { units, length } = fold(surface);
  const tokens = tokenize(units, length);
  const words: string[] = [];
  for (let token = 0; token < tokens.count; token++)
    if (tokens.kinds[token] !== PUNCTUATION_MARK)
      words.push(String.fromCharCode(...units.subarray(tokens.starts[token]!, tokens.ends[token]!)));
  return words;
}

/** Compiles lexicon tables; see `compileLexicon` of the data room. */
export function compileLexicon(sources: readonly TableSource[]): Uint8Array {
  return compileTables(sources, splitWords);
}

/** Compiles what can be compiled and lists what is wrong. */
export function checkLexicon(sources: readonly TableSource[]): { bytes: Uint8Array; problems: readonly Problem[] } {
  return checkTables(sources, splitWords);
}

export { normalize };
