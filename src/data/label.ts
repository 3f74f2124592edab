/** Longest label, in UTF-16 code units. */
const LONGEST_LABEL = 200;
/** Labels that a model may have. */
export const MOST_LABELS = 1000;

/** Labels or texts that no topic model can be trained from; the message names the example and what was expected. */
export class LabelError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "LabelError";
  }
}

/**
 * What is wrong with a label, or undefined. Any text of one line is a label: `__proto__`, «طقس», a space, an emoji.
 */
export function problemOfLabel(label: unknown): string | undefined {
  if (typeof label !== "string") return `expected a string, got ${label === null ? "null" : typeof label}`;
  if (label === "") return "expected a label, got an empty string";
  if (label.length > LONGEST_LABEL)
    return `expected at most ${LONGEST_LABEL} code units, got ${label.length}: "${label.slice(0, 20)}…"`;
  if (/[\p{Cc}\p{Cs}]/u.test(label))
    return `expected no control characters and no half characters, got ${JSON.stringify(label)}`;
  return undefined;
}
