import { OffsetMap } from "./offset-map.js";
import type { Span } from "./span.js";

/** One replacement: the raw units of the span become `text`. An insertion has an empty span, a deletion an empty text. */
export interface Edit extends Span {
  readonly text: string;
}

/** A rewritten text and the way back. */
export interface Rewrite {
  readonly text: string;
  readonly map: OffsetMap;
}

/**
 * Applies edits to a text.
 * @param edits sorted by start, not overlapping, each inside the text.
 * @throws RangeError when they are not; the message names the edit.
 * @example applyEdits("قال.لقد", [{ start: 4, end: 4, text: " " }]).text // "قال. لقد"
 */
export function applyEdits(text: string, edits: readonly Edit[]): Rewrite {
  const pairs: number[] = [];
  let out = "";
  let at = 0;
  edits.forEach((edit, i) => {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length)
      throw new RangeError(
        `Edit ${i} is [${edit.start}, ${edit.end}); expected a span within [${at}, ${text.length}), sorted and apart`,
      );
    pairs.push(edit.start - at, -1, edit.end - edit.start, edit.text.length);
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  });
  pairs.push(text.length - at, -1);
  return { text: out + text.slice(at), map: OffsetMap.fromPairs(pairs) };
}
