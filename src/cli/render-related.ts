import type { Profile, RelatedArticle } from "../index.js";
import { terminalLine } from "./terminal-text.js";

/** A reading view of what was found for an article: a line each, with the reasons below it. */
export function renderRelated(
  id: string | number | undefined,
  { title }: Profile,
  found: readonly RelatedArticle[],
): string {
  const heading = ["──", terminalLine(String(id ?? "")), terminalLine(title)].filter(Boolean).join(" ");
  const lines = found.flatMap(({ id, score, duplicate, date, title = "", summary }) => {
    const first = [score.toFixed(2), date, terminalLine(id), terminalLine(title), duplicate ? "(copy)" : ""];
    return [first.filter(Boolean).join("  "), `      ${summary}`];
  });
  return `${[heading, ...(lines.length === 0 ? ["nothing found"] : lines)].join("\n")}\n\n`;
}
