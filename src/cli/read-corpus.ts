import { extname } from "node:path";
import type { AnnotatedArticle } from "../document.js";
import { readAnnotated } from "../node/read-annotated.js";
import { readConll, type TypeNames } from "../node/read-conll.js";
import type { Span } from "../text/span.js";
import type { Failures } from "./failures.js";

/** Extensions of JSON lines; every other file is CoNLL. */
const JSON_LINES: ReadonlySet<string> = new Set([".jsonl", ".ndjson", ".json"]);

/** An annotated article or sentence. */
export interface CorpusRecord {
  readonly article: AnnotatedArticle;
  /** Where the tokens stand in the text, of a corpus whose names are runs of tokens. */
  readonly tokens?: readonly Span[];
}

/** Reads an annotated file of either kind, reports bad lines and goes on. */
export async function* readCorpus(
  file: string,
  types: TypeNames,
  failures: Failures,
): AsyncGenerator<CorpusRecord> {
  const report = (line: number, message: string): void => failures.report({ file, line, message });
  if (!isJsonLines(file)) yield* readConll(file, types, report);
  else for await (const article of readAnnotated(file, report)) yield { article };
}

/** Whether a file's name, `.gz` aside, is that of JSON lines. */
function isJsonLines(file: string): boolean {
  return JSON_LINES.has(extname(file.replace(/\.gz$/i, "")).toLowerCase());
}
