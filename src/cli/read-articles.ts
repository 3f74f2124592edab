import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Article } from "../document.js";
import { articleSchema, NO_TEXT, parseArticleLine } from "../node/parse-article-line.js";
import { readLines } from "../node/read-lines.js";
import type { Failures } from "./failures.js";

export const INPUT_FORMATS = ["jsonl", "text", "html"] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

/** An article with the record that it came from. */
export interface ArticleRecord {
  readonly article: Article;
  /** All fields of the input line; empty for text and HTML. */
  readonly record: Readonly<Record<string, unknown>>;
  /** 1-based number of its line; 0 when the file is the article. */
  readonly line: number;
  readonly bytesRead: number;
}

/** Reads the articles of a file (undefined: standard input), reports bad ones and goes on. */
export async function* readArticles(
  file: string | undefined,
  failures: Failures,
  format: InputFormat = formatOf(file),
): AsyncGenerator<ArticleRecord> {
  if (format !== "jsonl") {
    const whole = await readWhole(file, format);
    if (typeof whole === "string") failures.report({ file: file ?? "stdin", line: 0, message: whole });
    else yield whole;
    return;
  }
  for await (const { text, line, bytesRead } of readJsonLines(file)) {
    const result = parseArticleLine(text, articleSchema);
    if (typeof result === "string") failures.report({ file: file ?? "stdin", line, message: result });
    else yield { ...result, line, bytesRead };
  }
}

/** Lines of a file (undefined: standard input) that are not empty, with their 1-based numbers. */
export async function* readJsonLines(
  file: string | undefined,
): AsyncGenerator<{ text: string; line: number; bytesRead: number }> {
  for await (const { lines, firstLine, bytesRead } of readLines(file))
    for (let i = 0; i < lines.length; i++) {
      const line = firstLine + i;
      const text = line === 1 ? lines[i]!.replace(/^\ufeff/, "") : lines[i]!;
      if (text.trim() !== "") yield { text, line, bytesRead };
    }
}

/** What a file is by its name; standard input is JSON lines. */
function formatOf(file = ".jsonl"): InputFormat {
  if (/\.(jsonl|ndjson|json)(\.gz)?$/i.test(file)) return "jsonl";
  return /\.html?$/i.test(file) ? "html" : "text";
}

/** A file that is one article, or why it is none. */
async function readWhole(file: string | undefined, format: InputFormat): Promise<ArticleRecord | string> {
  const bytes = file === undefined ? await readStandardInput() : readFileSync(file);
  const content = bytes.toString("utf8").replace(/^\ufeff/, "");
  const read: Article | string = format === "html" ? await readHtmlPage(content) : { text: content };
  if (typeof read === "string") return read;
  if (!read.text && !read.title) return NO_TEXT;
  const article = { ...(file === undefined ? {} : { id: basename(file) }), ...read };
  return { article, record: {}, line: 0, bytesRead: bytes.length };
}

/** The HTML parser is large: it is loaded only for pages. */
async function readHtmlPage(content: string): Promise<Article | string> {
  const { readHtml } = await import("../node/read-html.js");
  try {
    return readHtml(content);
  } catch (error) {
    return `cannot be read as HTML: ${(error as Error).message}`;
  }
}

async function readStandardInput(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
