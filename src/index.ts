export { DataFormatError } from "./data/container.js";
export { Lexicon } from "./data/lexicon.js";
export { LexiconError, type Problem } from "./data/problems.js";
export type { TableSource } from "./data/table.js";
export type {
  Article,
  Boilerplate,
  Document,
  Entity,
  EntityType,
  Evidence,
  Field,
  Mention,
  MentionKind,
  Method,
  Topic,
} from "./document.js";
export { createKhabar, type Khabar, type KnowledgeBytes } from "./khabar.js";
export { type NormalizeOptions, UnknownRuleError } from "./normalize/normalize.js";
export { RULE_NAMES } from "./normalize/rules/index.js";
export {
  checkLexicon,
  compileLexicon,
  detectOtherScript,
  type Knowledge,
  normalize,
  type ReadOptions,
  readArticle,
} from "./pipeline.js";
export { OffsetMap, type Side } from "./text/offset-map.js";
export type { Span } from "./text/span.js";
