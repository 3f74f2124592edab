import { describe, expect, test } from "vitest";
import { directionOf } from "../../src/cli/html-escape.js";
import { renderHtmlArticle, renderHtmlEnd, renderHtmlStart } from "../../src/cli/render-html.js";
import type { Article, Document } from "../../src/document.js";
import { khabar } from "../helpers/run-cli.js";
import { tinyKhabar } from "../helpers/tiny-lexicon.js";

const EMPTY: Document = { language: "ar", mentions: [], entities: [], topics: [], boilerplate: [] };
const render = (article: Article, document?: Document): string =>
  renderHtmlArticle(article, document ?? tinyKhabar().read(article));

/** The text that a reader sees. */
function visible(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}

describe("mentions", () => {
  test.each<[name: string, text: string, html: string]>([
    [
      "a name behind a proclitic",
      "قال لبوتين",
      'ل<mark class="person name e0" title="Vladimir Putin · person/vladimir-putin · ',
    ],
    ["a nationality", "الوفد الروسية", '<mark class="place demonym e0" title="Russia · place/russia · '],
    ["a role", "وصل الرئيس التركي أردوغان", '<mark class="person role e0" title="Recep Tayyip Erdoğan · '],
  ])("%s", (_, text, html) => {
    expect(render({ text })).toContain(html);
  });

  test("the text is whole", () => {
    const text = 'وقال أردوغان لبوتين في سوتشي: «2 < 3 & 5 > 4».\n\nوصل "الوفد" الروسي إلى بيروت';
    const body = /<div class="text"[^>]*>([\s\S]*?)<\/div>/.exec(render({ text }))![1]!;
    expect(visible(body).trim()).toBe(text.replace("\n\n", "\n"));
  });
});

describe("nothing of the article becomes markup", () => {
  const evil = `<script>alert("1")</script>' onload='x`;

  test("title, text, id, date, URL and names", () => {
    const document: Document = {
      ...EMPTY,
      id: evil,
      mentions: [
        {
          field: "text",
          start: 0,
          end: 8,
          text: evil.slice(0, 8),
          type: "other",
          kind: "name",
          entity: evil,
          confidence: 1,
          method: "lexicon",
        },
      ],
      entities: [
        { id: evil, type: "other", listed: false, name: { ar: evil, en: evil }, mentions: 1, salience: 1 },
      ],
      topics: [
        {
          id: evil,
          kind: "subject",
          name: { ar: evil, en: evil },
          score: 0.9,
          evidence: [{ term: evil, weight: 1 }],
        },
      ],
      boilerplate: [{ field: "text", start: 8, end: 12, rule: evil }],
    };
    const html = render({ title: evil, text: evil, date: evil, url: `https://a/${evil}` }, document);
    expect(html).not.toContain("<script");
    expect(html).not.toMatch(/<[^>]*'/);
    expect(html.replace(/"[^"]*"/g, '""')).not.toMatch(/<[a-z][^>]*\sonload/);
  });

  test("only http links are links", () => {
    expect(render({ text: "خبر", url: "javascript:alert(1)" })).not.toContain("href");
    expect(render({ text: "خبر", url: "https://example.org/a?b=1&c=2" })).toContain(
      'href="https://example.org/a?b=1&amp;c=2"',
    );
  });
});

describe("boilerplate", () => {
  const text = "شارك الخبر\nوصل الوفد إلى بيروت. اقرأ أكثر\nحقوق النشر محفوظة";
  const at = (part: string, rule: string) => {
    const start = text.indexOf(part);
    return { field: "text" as const, start, end: start + part.length, rule };
  };
  const boilerplate = [
    at("شارك الخبر", "share-labels"),
    at("اقرأ أكثر", "related-articles"),
    at("حقوق النشر محفوظة", "legal"),
  ];
  const html = render({ text }, { ...EMPTY, boilerplate });

  test("whole lines fold away in place, labels inside a line are greyed", () => {
    expect(html).toMatch(
      /<details><summary>ليس من المقال: مشاركة<\/summary><p[^>]*>شارك الخبر<\/p><\/details>\s*<p>وصل/,
    );
    expect(html).toContain('<s title="ليس من المقال: مواد ذات صلة">اقرأ أكثر</s></p>');
  });

  test("an unknown rule is shown by its name", () => {
    expect(
      render(
        { text: "خبر" },
        { ...EMPTY, boilerplate: [{ field: "text", start: 0, end: 3, rule: "new-rule" }] },
      ),
    ).toContain("new-rule");
  });
});

describe("the panel", () => {
  test("entities with their bars, topics with reasons, countries", () => {
    const document: Document = {
      ...tinyKhabar().read({ text: "زار بوتين بيروت ثم قال بوتين" }),
      topics: [
        {
          id: "diplomacy",
          kind: "subject",
          name: { ar: "دبلوماسية", en: "Diplomacy" },
          score: 0.93,
          evidence: [
            { term: "زار", weight: 2 },
            { entity: "place/beirut", weight: 1 },
          ],
        },
        {
          id: "lebanon",
          kind: "country",
          country: "LB",
          name: { ar: "لبنان", en: "Lebanon" },
          score: 0.8,
          evidence: [],
        },
        { id: "sport", kind: "subject", name: { ar: "رياضة", en: "Sport" }, score: 0.2, evidence: [] },
      ],
    };
    const html = render({ text: "زار بوتين بيروت ثم قال بوتين" }, document);
    expect(html).toContain("دبلوماسية");
    expect(html).toContain("<li>زار</li><li><b>بيروت</b></li>");
    expect(html).toContain('title="Lebanon · LB"');
    expect(html).toMatch(/دون الحد: رياضة/);
    expect(html).toContain('<i style="width:100%"></i>');
  });

  test("an article without anything has no panel", () => {
    expect(render({ text: "The presidents met." }, { ...EMPTY, language: "en" })).not.toContain("<aside");
  });
});

test("direction: right to left by language, others by their letters", () => {
  expect(render({ text: "خبر" }, EMPTY)).toContain('<div class="text" lang="ar" dir="rtl">');
  expect(render({ text: "They met." }, { ...EMPTY, language: "en" })).toContain(
    '<p dir="auto">They met.</p>',
  );
});

test("a short first line without a title stands for one", () => {
  expect(render({ text: "لقاء في سوتشي\nوصل الوفد." }, EMPTY)).toContain('<p class="lead">لقاء في سوتشي</p>');
  expect(render({ title: "خبر", text: "لقاء في سوتشي\nوصل الوفد." }, EMPTY)).not.toContain("lead");
});

test("the page is whole and loads nothing", () => {
  const page = khabar(
    ["tag", "--no-tagger", "--format", "html", "--input", "text"],
    "وقال أردوغان لبوتين في سوتشي",
  ).stdout;
  expect(page.startsWith('<!doctype html>\n<html lang="ar" dir="rtl">')).toBe(true);
  expect(page.trimEnd().endsWith("</html>")).toBe(true);
  expect(page).not.toMatch(/<(?:script|link|img|iframe)|@import|url\(/);
  expect(page).toBe(
    renderHtmlStart() + page.slice(renderHtmlStart().length, -renderHtmlEnd().length) + renderHtmlEnd(),
  );
  for (const tag of ["article", "aside", "section", "details", "ul", "li", "p", "mark"])
    expect(page.split(`<${tag}`).filter((part) => /^[\s>]/.test(part)).length).toBe(
      page.split(`</${tag}>`).length - 1,
    );
});

test.each([
  ["IMF: خسائر أوروبا من الخروج", "rtl"],
  ["%2.1 نمو المبيعات", "rtl"],
  ["Deal signed in Sochi (سوتشي)", "auto"],
  ["", "auto"],
])("the direction of the headline «%s»", (title, direction) => {
  expect(directionOf(title)).toBe(direction);
});
