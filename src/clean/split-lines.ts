/** The non-blank lines of a text in columns: line i is `text[starts[i], ends[i])`, blanks at both edges left out. */
export interface Lines {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const isBlank = (unit: number): boolean =>
  unit === 32 ||
  (unit >= 9 && unit <= 13) ||
  unit === 0xa0 ||
  unit === 0x200f ||
  unit === 0x200e ||
  unit === 0xfeff;

/** Splits at line feeds (and carriage returns beside them); U+2028 and U+2029 count as blanks inside a line. */
export function splitLines(text: string): Lines {
  let capacity = 64;
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let count = 0;
  for (let from = 0; from <= text.length; ) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    const next = to + 1;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    if (to > from) {
      if (count === capacity) {
        capacity *= 2;
        starts = grow(starts, capacity);
        ends = grow(ends, capacity);
      }
      starts[count] = from;
      ends[count] = to;
      count++;
    }
    from = next;
  }
  return { count, starts, ends };
}

function grow(column: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}
