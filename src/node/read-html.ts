import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Article } from "../document.js";

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER LI MAIN NAV OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);

/**
 * Takes the article out of an HTML page: readability finds the element that holds it, its blocks become the lines of
 * `text`. What readability leaves of the page's furniture is for the clean stage to mark.
 * @returns title, text, and the date and URL where the page states them.
 * @throws RangeError when elements are nested by the thousands.
 */
export function readHtml(html: string): Article {
  const { document } = parsePage(html);
  const date =
    attribute(document, 'meta[property="article:published_time"]', "content") ??
    attribute(document, "time[datetime]", "datetime");
  const url = attribute(document, 'link[rel="canonical"]', "href");
  // The title of a page without <html> stands in the body that it is given.
  const title = document.title || document.querySelector("head > title, body > title")?.textContent;
  // Readability rewrites the document, so it comes last.
  const parsed = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse();
  const content = parsed?.content ? parseHTML(pageOf(parsed.content)).document.body : document.body;
  return {
    title: parsed?.title || title || null,
    text: content === null ? "" : textOf(content),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
  };
}

function pageOf(content: string): string {
  return `<!doctype html><html><body>${content}</body></html>`;
}

/** What is no whole page («<p>خبر</p>», an empty file) is the body of one. */
function parsePage(html: string): ReturnType<typeof parseHTML> {
  const page = parseHTML(html);
  return page.document.documentElement?.nodeName === "HTML" ? page : parseHTML(pageOf(html));
}

interface ElementLike {
  readonly childNodes: Iterable<NodeLike>;
}
interface NodeLike extends ElementLike {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
}

/** The text of an element, each block on its own line. */
function textOf(element: ElementLike): string {
  const lines: string[] = [];
  let line = "";
  const endLine = (): void => {
    const text = line.replace(/[ \t\r\n]+/g, " ").trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  const walk = (node: NodeLike): void => {
    if (node.nodeType === 3) line += node.textContent ?? "";
    if (node.nodeType !== 1 || ["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "TITLE"].includes(node.nodeName))
      return;
    const ownLines = BLOCKS.has(node.nodeName) || node.nodeName === "BR";
    if (ownLines) endLine();
    for (const child of node.childNodes) walk(child);
    if (ownLines) endLine();
  };
  for (const child of element.childNodes) walk(child);
  endLine();
  return lines.join("\n");
}

function attribute(
  document: { querySelector(selector: string): { getAttribute(name: string): string | null } | null },
  selector: string,
  name: string,
): string | undefined {
  return document.querySelector(selector)?.getAttribute(name) ?? undefined;
}
