import type { Article, Document } from "../document.js";
export function renderHtmlStart(): string {
  return "";
}
export function renderHtmlEnd(): string {
  return "";
}
export function renderHtmlArticle(_a: Article, _d: Document): string {
  return "";
}
