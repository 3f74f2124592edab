import type { Boilerplate, Document, Field, Mention } from "../document.js";
import { escapeHtml, percent } from "./html-escape.js";
import { KIND_LABELS, METHOD_LABELS, ruleLabel } from "./html-labels.js";

/** Code units. */
const LONGEST_HEADING = 160;

/** A piece of a line: a mention, a label that is no part of the article, or neither. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly mention?: Mention;
  readonly label?: Boilerplate;
}

/** Renders the fields of one document. */
export class TextRenderer {
  private readonly document: Document;
  /** Place of each entity in the document's list, by id: mentions and the panel share a class by it. */
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(document: Document) {
    this.document = document;
    this.numbers = new Map(document.entities.map(({ id }, number) => [id, number]));
  }

  /** A field on one line, for headings. */
  line(field: Field, raw: string): string {
    return this.inline(field, raw, 0, raw.length);
  }

  /**
   * A field in paragraphs, one for each line that has text; lines of boilerplate stay in place, folded away.
   * @param headless whether the article has no title, so that a short first line stands for one.
   */
  paragraphs(field: Field, raw: string, headless: boolean): string {
    const blocks = this.document.boilerplate.filter((block) => block.field === field);
    const out: string[] = [];
    let aside: { rule: string; text: string }[] = [];
    const endAside = (): void => {
      if (aside.length > 0) out.push(renderAside(aside));
      aside = [];
    };
    let start = 0;
    for (const line of raw.split("\n")) {
      const end = start + line.length;
      if (line.trim() !== "") {
        const block = blocks.find((candidate) => coversLine(candidate, raw, start, end));
        if (block !== undefined) aside.push({ rule: block.rule, text: line.trim() });
        else {
          endAside();
          const lead = headless && out.length === 0 && isHeading(line) ? ' class="lead"' : "";
          out.push(`<p${lead}>${this.inline(field, raw, start, end)}</p>`);
        }
      }
      start = end + 1;
    }
    endAside();
    return out.join("\n");
  }

  /** `[start, end)` of a field with its mentions marked and its labels greyed. */
  private inline(field: Field, raw: string, start: number, end: number): string {
    let out = "";
    let at = start;
    for (const piece of this.pieces(field, start, end)) {
      if (piece.start < at) continue;
      out += escapeHtml(raw.slice(at, piece.start));
      const text = escapeHtml(raw.slice(piece.start, piece.end));
      if (piece.mention !== undefined) out += this.mark(piece.mention, text);
      else if (piece.label !== undefined)
        out += `<s title="ليس من المقال: ${escapeHtml(ruleLabel(piece.label.rule))}">${text}</s>`;
      at = piece.end;
    }
    return (out + escapeHtml(raw.slice(at, end))).trim();
  }

  private pieces(field: Field, start: number, end: number): Piece[] {
    const { mentions, boilerplate } = this.document;
    const inside = (span: Piece | Mention | Boilerplate): boolean => span.start >= start && span.end <= end;
    const pieces: Piece[] = [];
    for (const mention of mentions)
      if (mention.field === field && inside(mention))
        pieces.push({ start: mention.start, end: mention.end, mention });
    for (const block of boilerplate)
      if (block.field === field && block.start < end && block.end > start)
        pieces.push({ start: Math.max(block.start, start), end: Math.min(block.end, end), label: block });
    return pieces.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** A mention; what it is can be read by pointing at it. No padding: letters join across its edge, «لبوتين». */
  private mark({ type, kind, entity, confidence, method }: Mention, text: string): string {
    const number = this.numbers.get(entity);
    const { en, ar } = this.document.entities[number ?? -1]?.name ?? {};
    const sign = kind === "name" ? METHOD_LABELS[method] : KIND_LABELS[kind];
    const title = [en ?? ar, entity, percent(confidence), sign].filter(Boolean).join(" · ");
    const shared = number === undefined ? "" : ` e${number}`;
    return `<mark class="${type} ${kind}${shared}" title="${escapeHtml(title)}">${text}</mark>`;
  }
}

/** Text files open with their headline: one short line that ends no sentence. */
function isHeading(line: string): boolean {
  return line.length < LONGEST_HEADING && !/[.؟!:،…]\s*$/.test(line);
}

/** Whether a block takes all that a line says. */
function coversLine(block: Boilerplate, raw: string, start: number, end: number): boolean {
  if (block.start >= end || block.end <= start) return false;
  const before = raw.slice(start, Math.max(start, block.start));
  const after = raw.slice(Math.min(end, block.end), end);
  return before.trim() === "" && after.trim() === "";
}

/** Lines that are no part of the article, under a summary that says what they are. */
function renderAside(lines: readonly { rule: string; text: string }[]): string {
  const rules = [...new Set(lines.map(({ rule }) => ruleLabel(rule)))].join("، ");
  const body = lines
    .map(({ rule, text }) => `<p dir="auto" title="${escapeHtml(ruleLabel(rule))}">${escapeHtml(text)}</p>`)
    .join("");
  return `<details><summary>ليس من المقال: ${escapeHtml(rules)}</summary>${body}</details>`;
}
