export { DataFormatError } from "./data/container.js";
export { LabelError } from "./data/label.js";
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
  LabelledArticle,
  Mention,
  MentionKind,
  Method,
  Topic,
} from "./document.js";
export { createKhabar, type Khabar, type KnowledgeBytes } from "./khabar.js";
export { type NormalizeOptions, UnknownRuleError } from "./normalize/normalize.js";
export { RULE_NAMES } from "./normalize/rules/index.js";
export {
  type Contribution,
  checkLexicon,
  compileLexicon,
  detectOtherScript,
  type EnglishNlp,
  type Explanation,
  type Knowledge,
  normalize,
  type ReadOptions,
  readArticle,
  type TopicTraining,
  trainTopics,
} from "./pipeline.js";
export { type Comparison, compareProfiles, type Reason } from "./related/compare.js";
export { decodeProfile, encodeProfile } from "./related/encode-profile.js";
export { MemoryStore } from "./related/memory-store.js";
export type { Profile } from "./related/profile.js";
export { profileKeys, type QueryKeys, queryKeys } from "./related/profile-keys.js";
export { type RelatedArticle, type RelatedOptions, rankRelated } from "./related/rank.js";
export { related } from "./related/related.js";
export { type CandidateQuery, NO_DAY, type RelatedStore, type StoredArticle } from "./related/store.js";
export { storedArticle } from "./related/stored-article.js";
export { buildStories, type Story, StoryBuilder, type StoryOptions } from "./related/stories.js";
export { OffsetMap, type Side } from "./text/offset-map.js";
export type { Span } from "./text/span.js";
export { TopicTrainer } from "./topic-trainer.js";
