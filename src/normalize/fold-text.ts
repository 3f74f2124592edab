import { OffsetMap } from "../text/offset-map.js";
import { ATTACH, DROP, EXPAND, type FoldTable } from "./fold-table.js";

/** Folded text as code units, and the way back to the raw text. */
export interface FoldedText {
  /** The first `length` entries are the folded UTF-16 code units. */
  readonly units: Uint16Array;
  readonly length: number;
  readonly map: OffsetMap;
}

/** Folds a text character by character, in one pass. */
export function foldText(raw: string, table: FoldTable): FoldedText {
  const length = raw.length;
  const { units: folds, expansions } = table;
  let units = new Uint16Array(length);
  const pairs: number[] = [];
  /** Raw and folded offset behind the last pair. */
  let pairedRaw = 0;
  let out = 0;
  let i = 0;
  while (i < length) {
    const unit = folds[raw.charCodeAt(i)]!;
    if (unit > EXPAND) {
      units[out++] = unit;
      i++;
      continue;
    }
    // Something other than one unit for one: note the unchanged run before it, then the pair.
    if (unit === ATTACH && i > pairedRaw) {
      // The letter before and its marks are one replacement, so that «محمّد» keeps its shadda.
      const letter = i - 1;
      if (letter > pairedRaw) pairs.push(letter - pairedRaw, -1);
      let end = i + 1;
      while (end < length && folds[raw.charCodeAt(end)] === ATTACH) end++;
      pairs.push(end - letter, 1);
      i = pairedRaw = end;
    } else {
      if (i > pairedRaw) pairs.push(i - pairedRaw, -1);
      if (unit === EXPAND) {
        const letters = expansions.get(raw.charCodeAt(i))!;
        if (out + letters.length + (length - i) > units.length) units = grown(units, letters.length);
        for (let k = 0; k < letters.length; k++) units[out++] = letters.charCodeAt(k);
        pairs.push(1, letters.length);
        i++;
      } else if (unit === DROP || !extendReplacement(pairs)) {
        pairs.push(1, 0);
        i++;
      } else i++;
      pairedRaw = i;
    }
  }
  if (pairs.length === 0) return { units, length: out, map: OffsetMap.identity(length) };
  if (length > pairedRaw) pairs.push(length - pairedRaw, -1);
  return { units, length: out, map: OffsetMap.fromPairs(pairs) };
}

/** A mark right behind a replacement («ﻻّ») joins it. False when there is none: a mark without a letter. */
function extendReplacement(pairs: number[]): boolean {
  const last = pairs.length - 2;
  if (last < 0 || pairs[last + 1]! <= 0) return false;
  pairs[last] = pairs[last]! + 1;
  return true;
}

function grown(units: Uint16Array, more: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(units.length * 2 + more + 16);
  larger.set(units);
  return larger;
}
