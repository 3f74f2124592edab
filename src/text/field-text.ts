import type { Field } from "../document.js";
import type { OffsetMap } from "./offset-map.js";
import type { Span } from "./span.js";
import type { Tokens } from "./tokens.js";

/** A field of an article, folded and split into tokens. */
export interface FieldText {
  readonly field: Field;
  /** The caller's string. */
  readonly raw: string;
  /** From the folded text to the raw one. */
  readonly map: OffsetMap;
  readonly tokens: Tokens;
}

/** The raw span of tokens `[firstToken, endToken)` without the first `cut` folded units. */
export function rawSpan(text: FieldText, firstToken: number, endToken: number, cut = 0): Span {
  const { tokens, map } = text;
  const foldedStart = tokens.starts[firstToken]! + cut;
  const foldedEnd = tokens.ends[endToken - 1]!;
  if (map.isIdentity) return { start: foldedStart, end: foldedEnd };
  // Inside a ligature («ﻷ» is ل and ا) there is no raw offset: the span keeps the whole sign.
  const start = map.toRaw(foldedStart, isInside(map, foldedStart) ? "before" : "after");
  const end = map.toRaw(foldedEnd, isInside(map, foldedEnd) ? "after" : "before");
  return { start, end };
}

/** Whether a folded offset falls inside a replacement. */
function isInside(map: OffsetMap, folded: number): boolean {
  return map.toFolded(map.toRaw(folded, "before"), "after") < folded;
}

/** The folded words of tokens `[firstToken, endToken)` without the first `cut` units, joined by single spaces. */
export function foldedName(tokens: Tokens, firstToken: number, endToken: number, cut = 0): string {
  let name = "";
  for (let token = firstToken; token < endToken; token++) {
    let word = "";
    for (let i = tokens.starts[token]! + (token === firstToken ? cut : 0); i < tokens.ends[token]!; i++)
      word += String.fromCharCode(tokens.units[i]!);
    name += name === "" ? word : ` ${word}`;
  }
  return name;
}
