import type { EntityType, Mention, MentionKind } from "../document.js";

/** Entity types in the order of the legend, with their Arabic names. */
export const TYPE_LABELS: Readonly<Record<EntityType, string>> = {
  person: "شخص",
  place: "مكان",
  organization: "منظمة",
  weapon: "سلاح",
  event: "حدث",
  product: "منتج",
  work: "عمل",
  other: "غير ذلك",
};

/** What a mention is when it is no name. */
export const KIND_LABELS: Readonly<Record<Exclude<MentionKind, "name">, string>> = {
  demonym: "نسبة إلى مكان",
  role: "منصب",
};

/** What spoke for a mention. */
export const METHOD_LABELS: Readonly<Record<Mention["method"], string>> = {
  lexicon: "من المعجم",
  pattern: "من النمط",
  context: "من السياق",
  tagger: "من المصنِّف",
};

/** The rules of the clean stage in words; a rule without one is shown by its name. */
const RULE_LABELS: Readonly<Record<string, string>> = {
  "share-labels": "مشاركة",
  "related-articles": "مواد ذات صلة",
  "previous-next": "السابق والتالي",
  "comment-form": "تعليقات",
  "article-details": "بيانات المادة",
  "date-line": "تاريخ",
  "number-line": "أرقام",
  "headline-list": "عناوين أخرى",
  "page-head": "رأس الصفحة",
  "page-tail": "ذيل الصفحة",
  "between-paragraphs": "بين الفقرات",
  caption: "تعليق صورة",
  menu: "قائمة",
  subscribe: "اشتراك",
  tags: "وسوم",
  legal: "حقوق",
  contact: "اتصال",
  separator: "فاصل",
};

export function ruleLabel(rule: string): string {
  return RULE_LABELS[rule] ?? rule;
}
