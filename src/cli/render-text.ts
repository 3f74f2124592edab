import type { Article, Document, Mention, Topic } from "../document.js";
import { terminalLine, terminalText } from "./terminal-text.js";

/** Terminal colours by entity type. */
const COLOURS: Readonly<Record<string, number>> = {
  person: 33,
  place: 32,
  organization: 36,
  weapon: 31,
  event: 35,
  product: 34,
  work: 34,
  other: 37,
};

/** A reading view of a document: the text with its names marked, then entities, topics and what was set aside. */
export function renderText(article: Article, document: Document, colour: boolean): string {
  const paint = (text: string, code: number): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines: string[] = [paint(`── ${terminalLine(String(document.id ?? ""))} (${document.language})`, 1)];
  for (const field of ["title", "text"] as const) {
    const raw = article[field];
    if (raw) lines.push(markMentions(terminalText(raw), field, document, paint), "");
  }
  for (const topic of document.topics.filter(({ score }) => score >= 0.5))
    lines.push(topicLine(topic, paint));
  if (document.entities.length > 0) lines.push("");
  for (const { id, name, mentions, salience } of document.entities) {
    const type = id.slice(0, id.indexOf("/"));
    lines.push(
      `${paint(id.padEnd(44), COLOURS[type] ?? 37)} ${String(mentions).padStart(3)} × ${(100 * salience).toFixed(1).padStart(5)} %  ${name.en ?? ""} · ${name.ar}`,
    );
  }
  const dropped = document.boilerplate.reduce((sum, { start, end }) => sum + end - start, 0);
  if (dropped > 0)
    lines.push("", paint(`${document.boilerplate.length} blocks (${dropped} characters) set aside`, 2));
  return `${lines.join("\n")}\n\n`;
}

function topicLine(
  { id, score, evidence, kind }: Topic,
  paint: (text: string, code: number) => string,
): string {
  const reasons = evidence.slice(0, 5).map(({ term, entity }) => term ?? entity);
  return `${paint(id.padEnd(24), 1)} ${score.toFixed(2)}  ${kind === "subject" ? reasons.join(" · ") : ""}`.trimEnd();
}

/** The text with [name](id) for each mention in plain output, colours in a terminal, and boilerplate left out. */
function markMentions(
  raw: string,
  field: string,
  document: Document,
  paint: (text: string, code: number) => string,
): string {
  const coloured = paint("x", 1) !== "x";
  const pieces: { start: number; end: number; text: string }[] = [];
  const show = ({ start, end, type, entity }: Mention): string => {
    const text = raw.slice(start, end);
    return coloured ? paint(text, COLOURS[type] ?? 37) : `[${text}](${entity})`;
  };
  for (const mention of document.mentions)
    if (mention.field === field) pieces.push({ start: mention.start, end: mention.end, text: show(mention) });
  for (const block of document.boilerplate)
    if (block.field === field) pieces.push({ start: block.start, end: block.end, text: "" });
  pieces.sort((a, b) => a.start - b.start || a.end - b.end);
  let out = "";
  let at = 0;
  for (const { start, end, text } of pieces) {
    if (start < at) continue;
    out += raw.slice(at, start) + text;
    at = end;
  }
  return (out + raw.slice(at)).replace(/\n{3,}/g, "\n\n").trim();
}
