import type { Story } from "../index.js";
import { ARTICLE, arabicCount, STORY } from "./arabic-count.js";
import { directionOf, escapeHtml, leftToRight, percent } from "./html-escape.js";
import { STYLE } from "./html-style.js";
import type { Headline } from "./related-stories.js";
import { terminalLine } from "./terminal-text.js";

/** Articles of a story that are shown at once; the others can be unfolded. */
const MOST_SHOWN = 12;

/** What the page has beyond the style of tagged articles: a line of days with a dot for each article. */
const STORY_STYLE = `
.timeline{list-style:none;margin:0;padding:0;border-inline-start:2px solid var(--line)}
.timeline li{position:relative;padding:0 1.1rem .8rem;line-height:1.7}
.timeline li:last-child{padding-bottom:0}
.timeline li::before{content:"";position:absolute;inset-inline-start:calc(-.3rem - 1px);top:.62rem;width:.6rem;height:.6rem;border-radius:50%;background:var(--accent);box-shadow:0 0 0 3px var(--card)}
.timeline .source{display:flex;flex-wrap:wrap;gap:0 1rem;color:var(--soft);font-size:.8rem;overflow-wrap:anywhere}
.timeline .headline{display:block;overflow-wrap:anywhere}
`;

export function renderStoriesStart(stories: number, articles: number): string {
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="generator" content="khabar">
<title>خبر: قصص</title>
<style>${STYLE}${STORY_STYLE}</style>
</head>
<body>
<div class="page">
<header><b>خبر</b><span class="legend">${arabicCount(stories, STORY)} من ${arabicCount(articles, ARTICLE)}</span></header>
<main>
`;
}

export function renderStoriesEnd(): string {
  return "</main>\n</div>\n</body>\n</html>\n";
}

/** One story as a card: its articles on a line of time, beside it whom and what it is about. */
export function renderStoryHtml(story: Story, headlines: ReadonlyMap<string, Headline>): string {
  const items = story.articles.map((id) => renderItem(id, headlines.get(id)));
  const rest = items.slice(MOST_SHOWN);
  const more =
    rest.length === 0
      ? ""
      : `<details class="more"><summary>${arabicCount(rest.length, ARTICLE)} بعدها</summary><ol class="timeline">${rest.join("")}</ol></details>`;
  const heaviest = story.entities[0]?.weight || 1;
  const entities = story.entities.map(({ id, name, weight }) => {
    const type = id.slice(0, id.indexOf("/"));
    return `<li class="${escapeHtml(type)}" title="${escapeHtml(id)}"><span class="dot"></span><span class="names"><bdi>${escapeHtml(name)}</bdi></span><span class="bar" aria-hidden="true"><i style="width:${percent(weight / heaviest)}"></i></span><span class="figure">${percent(weight)}</span></li>`;
  });
  const aside =
    entities.length === 0
      ? ""
      : `<aside><section><h3>عن</h3><ul class="entities">${entities.join("")}</ul></section></aside>\n`;
  return `<article>
<header><h2 dir="${directionOf(story.title)}">${escapeHtml(story.title || story.id)}</h2>${renderSpan(story)}</header>
<div class="text ui"><ol class="timeline">${items.slice(0, MOST_SHOWN).join("")}</ol>${more}</div>
${aside}</article>
`;
}

function renderItem(id: string, headline: Headline | undefined): string {
  const { title = "", date } = headline ?? {};
  const time =
    date === undefined
      ? ""
      : `<time datetime="${date}">${leftToRight(date.replaceAll("-", "/"), "date")}</time>`;
  const text =
    title === "" ? "" : `<span class="headline" dir="${directionOf(title)}">${escapeHtml(title)}</span>`;
  return `<li><span class="source">${time}${leftToRight(id, "id")}</span>${text}</li>`;
}

/** «5 مقالات · 2021/09/29 – 2021/10/03». */
function renderSpan({ from, to, articles }: Story): string {
  const days = [...new Set([from, to])]
    .filter((day) => day !== undefined)
    .map((day) => day.replaceAll("-", "/"));
  const span =
    days.length === 0 ? "" : `<span>${days.map((day) => leftToRight(day, "date")).join(" – ")}</span>`;
  return `<p class="meta ui"><span>${arabicCount(articles.length, ARTICLE)}</span>${span}</p>`;
}

/** A story for reading: its title, days and names, then an article a line. */
export function renderStoryText(story: Story, headlines: ReadonlyMap<string, Headline>): string {
  const { id, title, from, to, articles, entities } = story;
  const days = from === undefined ? "" : from === to ? from : `${from} – ${to}`;
  const names = entities.map(({ name }) => name).join("، ");
  const lines = articles.map((article) => {
    const { title = "", date } = headlines.get(article) ?? {};
    return ["     ", date, terminalLine(article), terminalLine(title)].filter(Boolean).join("  ");
  });
  return `── ${[terminalLine(title || id), days].filter(Boolean).join("  ")}\n      ${names}\n${lines.join("\n")}\n\n`;
}
