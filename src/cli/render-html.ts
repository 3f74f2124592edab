import type { Article, Document } from "../document.js";
import { escapeHtml, leftToRight } from "./html-escape.js";
import { KIND_LABELS, TYPE_LABELS } from "./html-labels.js";
import { renderPanel } from "./html-panel.js";
import { STYLE } from "./html-style.js";
import { TextRenderer } from "./html-text.js";

/** Languages that are written from right to left; others are left to the letters of each paragraph. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "fa", "ur", "ps", "ckb"]);

/** The head of a page of articles, up to the first one. Nothing is loaded from elsewhere. */
export function renderHtmlStart(): string {
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="generator" content="khabar">
<title>خبر: كيانات وموضوعات</title>
<style>${STYLE}</style>
</head>
<body>
<div class="page">
<header><b>خبر</b>${renderLegend()}</header>
<main>
`;
}

export function renderHtmlEnd(): string {
  return "</main>\n</div>\n</body>\n</html>\n";
}

/** One article as a card: its text with the mentions marked, beside it what it names and what it is about. */
export function renderHtmlArticle(article: Article, document: Document): string {
  const renderer = new TextRenderer(document);
  const { language } = document;
  const direction = RIGHT_TO_LEFT.has(language) ? "rtl" : "auto";
  const script = `lang="${escapeHtml(language)}" dir="${direction}"`;
  const title = article.title ? `<h2 ${script}>${renderer.line("title", article.title)}</h2>` : "";
  const text = article.text ? renderer.paragraphs("text", article.text, !article.title) : "";
  const panel = renderPanel(document);
  const aside = panel === "" ? "" : `<aside aria-label="ما في المقال">${panel}</aside>\n`;
  return `<article>
<header>${title}${renderMeta(article, document)}</header>
<div class="text" ${script}>
${direction === "auto" ? text.replaceAll("<p", '<p dir="auto"') : text}
</div>
${aside}</article>
`;
}

function renderMeta({ date, url }: Article, { id, language }: Document): string {
  const parts: string[] = [];
  if (id !== undefined) parts.push(leftToRight(String(id), "id"));
  if (date)
    parts.push(
      `<time datetime="${escapeHtml(date)}">${leftToRight(date.slice(0, 10).replaceAll("-", "/"), "date")}</time>`,
    );
  if (url && /^https?:\/\//i.test(url))
    parts.push(`<a href="${escapeHtml(url)}" rel="noreferrer">${leftToRight(hostOf(url), "host")}</a>`);
  if (language !== "ar") parts.push(`<span>${escapeHtml(languageName(language))}</span>`);
  return parts.length === 0 ? "" : `<p class="meta ui">${parts.join("")}</p>`;
}

/** «الفارسية» for fa; the code where there is no name. */
function languageName(language: string): string {
  if (language === "und") return "لغة غير معروفة";
  try {
    return new Intl.DisplayNames("ar", { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}

function renderLegend(): string {
  const types = Object.entries(TYPE_LABELS).map(
    ([type, label]) => `<li><mark class="${type}">${label}</mark></li>`,
  );
  const kinds = Object.entries(KIND_LABELS).map(
    ([kind, label]) => `<li><mark class="other ${kind}">${label}</mark></li>`,
  );
  return `<ul class="legend" aria-label="دليل الألوان">${[...types, ...kinds].join("")}</ul>`;
}
