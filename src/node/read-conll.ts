import type { AnnotatedArticle, AnnotatedMention, EntityType } from "../document.js";
import type { Span } from "../text/span.js";
import type { ReportLine } from "./read-annotated.js";
import { readLines } from "./read-lines.js";

/** A sentence of a token-level corpus, its tokens joined with single spaces. */
export interface ConllSentence {
  /** Its id is the number of its first line. */
  readonly article: AnnotatedArticle;
  /** Where the tokens stand in the text. */
  readonly tokens: readonly Span[];
}

/** What the types of a corpus are here; names that are not in it are passed over. */
export type TypeNames = Readonly<Record<string, EntityType>>;

interface TaggedToken {
  readonly token: string;
  /** B or I; O also for types that are passed over. */
  readonly prefix: "B" | "I" | "O";
  readonly type?: EntityType;
}

/**
 * Reads a CoNLL file: a token and its BIO tag per line, a blank line between sentences. A sentence with a line that
 * is something else is reported and passed over.
 * @param file a path; a file whose name ends in `.gz` is unzipped.
 */
export async function* readConll(
  file: string,
  types: TypeNames,
  report: ReportLine,
): AsyncGenerator<ConllSentence> {
  let sentence: TaggedToken[] = [];
  let start = 0;
  let broken = false;
  const finish = function* (): Generator<ConllSentence> {
    if (sentence.length > 0 && !broken) yield joinTokens(sentence, start);
    sentence = [];
    broken = false;
  };
  for await (const { lines, firstLine } of readLines(file)) {
    for (let i = 0; i < lines.length; i++) {
      const line = (i + firstLine === 1 ? lines[i]!.replace(/^\ufeff/, "") : lines[i]!).trim();
      if (line === "") {
        yield* finish();
        continue;
      }
      const token = parseLine(line, types);
      if (typeof token === "string") {
        report(firstLine + i, `${token}; its sentence is passed over`);
        broken = true;
        continue;
      }
      if (sentence.length === 0) start = firstLine + i;
      sentence.push(token);
    }
  }
  yield* finish();
}

/** A token with its tag, or what is wrong with the line. */
function parseLine(line: string, types: TypeNames): TaggedToken | string {
  const columns = line.split(/\s+/);
  if (columns.length !== 2) return `expected two columns, token and tag, got ${columns.length}`;
  const [token, tag] = columns as [string, string];
  if (tag === "O") return { token, prefix: "O" };
  const match = /^([BI])-(.+)$/.exec(tag);
  if (match === null) return `expected a tag O, B-type or I-type, got "${tag}"`;
  const type = Object.hasOwn(types, match[2]!) ? types[match[2]!] : undefined;
  return type === undefined ? { token, prefix: "O" } : { token, prefix: match[1] as "B" | "I", type };
}

/** Names begin at B, at another type, and at an I behind O, as conlleval counts them. */
function joinTokens(sentence: readonly TaggedToken[], line: number): ConllSentence {
  const tokens: Span[] = [];
  const mentions: AnnotatedMention[] = [];
  let at = 0;
  let open: EntityType | undefined;
  for (const { token, prefix, type } of sentence) {
    const span = { start: at, end: at + token.length };
    tokens.push(span);
    at = span.end + 1;
    if (type !== undefined) {
      const before = mentions.at(-1);
      if (prefix === "I" && open === type) mentions[mentions.length - 1] = { ...before!, end: span.end };
      else mentions.push({ field: "text", type, ...span });
    }
    open = type;
  }
  const text = sentence.map(({ token }) => token).join(" ");
  return { article: { id: line, text, mentions }, tokens };
}
