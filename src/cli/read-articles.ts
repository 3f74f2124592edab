import { readFileSync } from "node:fs";
import { basename } from "node:path";
import * as v from "valibot";
import type { Article } from "../document.js";
import { parseArticleLine } from "../node/parse-article-line.js";
import { readLines } from "../node/read-lines.js";
import type { Failures } from "./failures.js";

export const INPUT_FORMATS = ["jsonl", "text", "html"] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

/** An article with the record that it came from. */
export interface ArticleRecord {
  readonly article: Article;
  /** All fields of the input line; empty for text and HTML. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly bytesRead: number;
}

const nullableText = v.nullish(v.string("expected a string"));
/** What a line must look like; fields other than these pass. */
const articleSchema = v.looseObject(
  {
    id: v.nullish(v.union([v.string(), v.number()], "expected a string or a number")),
    title: nullableText,
    text: nullableText,
    date: nullableText,
    url: nullableText,
  },
  "expected a JSON object",
);

/** Reads the articles of a file (undefined: standard input), reports bad ones and goes on. */
export async function* readArticles(
  file: string | undefined,
  format: InputFormat,
  failures: Failures,
): AsyncGenerator<ArticleRecord> {
  if (format !== "jsonl") {
    yield* readWhole(file, format);
    return;
  }
  const name = file ?? "stdin";
  for await (const { lines, firstLine, bytesRead } of readLines(file)) {
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      if (line.trim() === "") continue;
      const result = parseArticleLine(
        i + firstLine === 1 ? line.replace(/^\ufeff/, "") : line,
        articleSchema,
      );
      if (typeof result === "string") failures.report({ file: name, line: firstLine + i, message: result });
      else yield { ...result, bytesRead };
    }
  }
}

async function* readWhole(file: string | undefined, format: InputFormat): AsyncGenerator<ArticleRecord> {
  const bytes = file === undefined ? await readStandardInput() : readFileSync(file);
  const content = bytes.toString("utf8").replace(/^\ufeff/, "");
  const id = file === undefined ? {} : { id: basename(file) };
  const article: Article =
    format === "html" ? { ...id, ...(await readHtmlPage(content)) } : { ...id, text: content };
  yield { article, record: {}, bytesRead: bytes.length };
}

/** The HTML parser is large: it is loaded only for pages. */
async function readHtmlPage(content: string): Promise<Article> {
  const { readHtml } = await import("../node/read-html.js");
  return readHtml(content);
}

async function readStandardInput(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
