import { dropped, foldTable, gap } from "./fold-label.js";

/** Words beyond this many are not looked at: labels are short. */
export const mostWords = 64;
const mostUnits = 512;

/**
 * The folded words of one line, kept in columns that are filled again for every line. Folded words stand in `units`
 * with one gap between them; word i is `units[starts[i] .. ends[i])` and began at `rawStarts[i]` of the text.
 */
export class FoldedWords {
  readonly units: Uint16Array = new Uint16Array(mostUnits + 2);
  readonly starts: Int32Array = new Int32Array(mostWords);
  readonly ends: Int32Array = new Int32Array(mostWords);
  readonly rawStarts: Int32Array = new Int32Array(mostWords);
  readonly rawEnds: Int32Array = new Int32Array(mostWords);
  count = 0;
  /** Where reading stopped: `rawEnd` of the call when the whole line was read. */
  rawStop = 0;
  #table: Uint16Array = foldTable();

  /** Reads `text[rawStart, rawEnd)`, at most `limit` words. */
  read(text: string, rawStart: number, rawEnd: number, limit: number = mostWords): this {
    const { units, starts, ends, rawStarts, rawEnds } = this;
    const table = this.#table;
    let length = 0;
    let count = 0;
    let open = false;
    let at = rawStart;
    for (; at < rawEnd; at++) {
      const folded = table[text.charCodeAt(at)] ?? gap;
      if (folded === dropped) continue;
      if (folded === gap) {
        if (!open) continue;
        open = false;
        ends[count] = length;
        rawEnds[count] = at;
        count++;
        if (count === limit) break;
        continue;
      }
      if (length >= mostUnits) break;
      if (!open) {
        if (count > 0) units[length++] = gap;
        starts[count] = length;
        rawStarts[count] = at;
        open = true;
      }
      units[length++] = folded;
    }
    if (open) {
      ends[count] = length;
      rawEnds[count] = at;
      count++;
    }
    this.count = count;
    this.rawStop = at;
    return this;
  }

  /** Word `index` as a string; for building tables, not for the hot path. */
  word(index: number): string {
    return this.slice(this.starts[index] ?? 0, this.ends[index] ?? 0);
  }

  /** The folded units `[from, to)` as a string. */
  slice(from: number, to: number): string {
    return String.fromCharCode(...this.units.subarray(from, to));
  }
}

let shared: FoldedWords | undefined;

/** Columns that every rule may fill again: a rule uses them up before it calls another. */
export function sharedWords(): FoldedWords {
  shared ??= new FoldedWords();
  return shared;
}
