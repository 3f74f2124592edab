import type { Span } from "./text/span.js";

/** The fields of an article that are read. */
export type Field = "title" | "text";

/** A news article as it comes in. `null` counts as absent; fields other than these are ignored. */
export interface Article {
  readonly id?: string | number | null;
  readonly title?: string | null;
  /** Plain text; line breaks separate blocks. */
  readonly text?: string | null;
  /** ISO 8601 date or date and time, of publication: decides who held an office. */
  readonly date?: string | null;
  readonly url?: string | null;
}

/** How each type is drawn, and what a span includes, is defined in the annotation guide (docs/annotation.md). */
export type EntityType =
  | "person"
  | "place"
  | "organization"
  | "weapon"
  | "event"
  | "product"
  | "work"
  | "other";

/** A proper name; a nationality («الروسية»); or an office that stands for its holder («الرئيس الروسي»). */
export type MentionKind = "name" | "demonym" | "role";

/** What found a mention: the lexicons, a pattern such as the weapon designations, or an introducing title. */
export type Method = "lexicon" | "pattern" | "context" | "tagger";

/** One place where an entity is named. `article[field].slice(start, end) === text`, always; mentions never overlap. */
export interface Mention extends Span {
  readonly field: Field;
  readonly text: string;
  readonly type: EntityType;
  readonly kind: MentionKind;
  /** The id of one of the document's entities. */
  readonly entity: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly method: Method;
}

/** A name that a person marked in an article: what taggers learn from and are scored by. */
export interface AnnotatedMention extends Span {
  readonly field: Field;
  readonly type: EntityType;
  /** The entity it names, by the same string in every article. */
  readonly name?: string | null;
}

/** An article whose names are marked; the mentions of a field do not overlap. */
export interface AnnotatedArticle extends Article {
  /** The collection that it comes from. */
  readonly source?: string | null;
  readonly mentions: readonly AnnotatedMention[];
}

/** An article that a person gave labels: what topics of one's own are learnt from. None of them is a label, too. */
export interface LabelledArticle extends Article {
  readonly labels: readonly string[];
}

/** Something that the article names, once for all its mentions. */
export interface Entity {
  /** `type/slug` for a listed entity, `type/~folded name` for one that no lexicon lists: the same in every article. */
  readonly id: string;
  readonly type: EntityType;
  readonly listed: boolean;
  readonly name: { readonly ar: string; readonly en?: string };
  /** Only where a source vouches for it. */
  readonly wikidata?: string;
  /** ISO 3166-1 alpha-2 code of the country it belongs to. */
  readonly country?: string;
  /** How many mentions it has, of every kind. */
  readonly mentions: number;
  /** Share of the article that is about it: the saliences of a document's entities add up to 1. */
  readonly salience: number;
}

/** Why a topic got its score: a term, an entity or a lexicon entry, and its share of the log-odds. */
export interface Evidence {
  readonly term?: string;
  readonly entity?: string;
  readonly weight: number;
}

/** What an article is about: a subject or a country. Assigned when `score >= 0.5`. */
export interface Topic {
  readonly id: string;
  readonly kind: "subject" | "country";
  /** ISO 3166-1 alpha-2, of country topics. */
  readonly country?: string;
  readonly name: { readonly ar: string; readonly en: string };
  /** Calibrated probability. */
  readonly score: number;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
}

/** A block of a scraped page that is not the article; it yields no mentions and counts for no topic. */
export interface Boilerplate extends Span {
  readonly field: Field;
  /** The rule that found it. */
  readonly rule: string;
}

/** What khabar makes of an article. */
export interface Document {
  readonly id?: string | number;
  /** ISO 639-1 where there is one, else 639-3; "und" when it cannot be told. */
  readonly language: string;
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly topics: readonly Topic[];
  readonly boilerplate: readonly Boilerplate[];
}
