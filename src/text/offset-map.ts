/** Which raw offset is meant where several raw offsets share one folded offset (a deletion stands there). */
export type Side = "before" | "after";

/** The second number of a pair whose text was left as it is, one unit for one unit. */
const UNCHANGED = -1;

/**
 * Maps offsets between a text and its rewritten form, both in UTF-16 code units.
 *
 * It is a list of pairs of lengths, from left to right: `[n, -1]` for n unchanged units, `[r, f]` for r raw units
 * that were replaced by f folded ones as a whole (r = 0 is an insertion, f = 0 a deletion). A replacement has no
 * inner offsets: what falls inside it maps to its edge. «محمّد» folds to «محمد» with `[2,-1, 2,1, 1,-1]`: the shadda
 * belongs to the mim before it.
 *
 * The representation follows the change sets of codemirror/state.
 */
export class OffsetMap {
  /** Length of the raw text. */
  readonly rawLength: number;
  /** Length of the folded text. */
  readonly foldedLength: number;
  private readonly pairs: Int32Array;
  /** Raw and folded offset at the start of each pair, built on first use, for binary search. */
  private rawStarts: Int32Array | undefined;
  private foldedStarts: Int32Array | undefined;

  private constructor(pairs: Int32Array) {
    let raw = 0;
    let folded = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      const r = pairs[i]!;
      const f = pairs[i + 1]!;
      raw += r;
      folded += f === UNCHANGED ? r : f;
    }
    this.pairs = pairs;
    this.rawLength = raw;
    this.foldedLength = folded;
  }

  /** The map of a text of the given length that was not changed. */
  static identity(length: number): OffsetMap {
    return new OffsetMap(length === 0 ? new Int32Array(0) : Int32Array.of(length, UNCHANGED));
  }

  /**
   * Makes a map from pairs of lengths; neighbouring unchanged runs, and neighbouring deletions, are merged.
   * @throws RangeError when the list is odd or a length is negative.
   * @example OffsetMap.fromPairs([2, -1, 2, 1, 1, -1]).toRaw(3, "before") // 4
   */
  static fromPairs(lengths: ArrayLike<number>): OffsetMap {
    if (lengths.length % 2 !== 0)
      throw new RangeError(`An offset map has pairs; got ${lengths.length} numbers`);
    const merged: number[] = [];
    for (let i = 0; i < lengths.length; i += 2) {
      const r = lengths[i]!;
      const f = lengths[i + 1]!;
      if (!Number.isInteger(r) || !Number.isInteger(f) || r < 0 || f < UNCHANGED)
        throw new RangeError(
          `Pair ${i / 2} of the offset map is [${r}, ${f}]; expected lengths, or -1 as the second`,
        );
      if (r === 0 && f <= 0) continue;
      const last = merged.length - 2;
      const sameKind = last >= 0 && f <= 0 && merged[last + 1] === f;
      if (sameKind) merged[last] = merged[last]! + r;
      else merged.push(r, f);
    }
    return new OffsetMap(Int32Array.from(merged));
  }

  /** Whether nothing was changed. */
  get isIdentity(): boolean {
    return this.pairs.length === 0 || (this.pairs.length === 2 && this.pairs[1] === UNCHANGED);
  }

  /**
   * The raw offset of a folded offset. A span keeps what belongs to it when its start is mapped with `"after"`
   * (behind a deletion) and its end with `"before"`.
   * @throws RangeError when the offset is outside the folded text.
   */
  toRaw(foldedOffset: number, side: Side): number {
    return this.map(foldedOffset, side, true);
  }

  /**
   * The folded offset of a raw offset.
   * @throws RangeError when the offset is outside the raw text.
   */
  toFolded(rawOffset: number, side: Side): number {
    return this.map(rawOffset, side, false);
  }

  private map(offset: number, side: Side, fromFolded: boolean): number {
    const limit = fromFolded ? this.foldedLength : this.rawLength;
    if (!(offset >= 0 && offset <= limit))
      throw new RangeError(
        `Offset ${offset} is out of range for a ${fromFolded ? "folded" : "raw"} text of ${limit}`,
      );
    if (this.isIdentity) return offset;
    this.index();
    const from = fromFolded ? this.foldedStarts! : this.rawStarts!;
    const to = fromFolded ? this.rawStarts! : this.foldedStarts!;
    // The last boundary at or before the offset.
    let low = 0;
    let high = from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (from[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    if (from[low] === offset) {
      if (side === "before") while (low > 0 && from[low - 1] === offset) low--;
      return to[low]!;
    }
    if (this.pairs[low * 2 + 1] === UNCHANGED) return to[low]! + offset - from[low]!;
    return side === "before" ? to[low]! : to[low + 1]!;
  }

  /**
   * The map of two rewrites, one after the other: this one, then `next` on its folded text. Associative as long as
   * deletions and insertions do not touch other changes; where they do, only the order of the rewrites tells to which
   * side an edge belongs.
   * @throws RangeError when `next` is not a map of this one's folded text.
   */
  compose(next: OffsetMap): OffsetMap {
    if (next.rawLength !== this.foldedLength)
      throw new RangeError(
        `A map of ${next.rawLength} units cannot follow one that yields ${this.foldedLength}`,
      );
    if (next.isIdentity) return this;
    if (this.isIdentity) return next;
    const first = new PairCursor(this.pairs);
    const second = new PairCursor(next.pairs);
    const out: number[] = [];
    while (!first.done || !second.done) {
      // What takes no room in the text between the two rewrites: deletions of the first, insertions of the second.
      let raw = 0;
      let folded = 0;
      for (; !first.done && first.folded === 0; first.next()) raw += first.raw;
      for (; !second.done && second.raw === 0; second.next()) folded += second.folded;
      if (raw > 0 || folded > 0) out.push(raw, folded);
      else if (first.unchanged && second.unchanged) {
        const length = Math.min(first.raw, second.raw);
        out.push(length, UNCHANGED);
        first.take(length);
        second.take(length);
      } else out.push(...composeBlock(first, second));
    }
    return OffsetMap.fromPairs(out);
  }

  /** The pairs of lengths, as `fromPairs` takes them. */
  toJSON(): readonly number[] {
    return Array.from(this.pairs);
  }

  private index(): void {
    if (this.rawStarts !== undefined) return;
    const count = this.pairs.length / 2;
    const rawStarts = new Int32Array(count + 1);
    const foldedStarts = new Int32Array(count + 1);
    for (let i = 0; i < count; i++) {
      const r = this.pairs[i * 2]!;
      const f = this.pairs[i * 2 + 1]!;
      rawStarts[i + 1] = rawStarts[i]! + r;
      foldedStarts[i + 1] = foldedStarts[i]! + (f === UNCHANGED ? r : f);
    }
    this.rawStarts = rawStarts;
    this.foldedStarts = foldedStarts;
  }
}

/** Walks over the pairs of a map; an unchanged run may be taken in parts. */
class PairCursor {
  private readonly pairs: Int32Array;
  private at = 0;
  private taken = 0;

  constructor(pairs: Int32Array) {
    this.pairs = pairs;
  }
  get done(): boolean {
    return this.at >= this.pairs.length;
  }
  get unchanged(): boolean {
    return this.pairs[this.at + 1] === UNCHANGED;
  }
  get raw(): number {
    return this.pairs[this.at]! - this.taken;
  }
  get folded(): number {
    return this.unchanged ? this.raw : this.pairs[this.at + 1]!;
  }
  next(): void {
    this.at += 2;
    this.taken = 0;
  }
  take(length: number): void {
    this.taken += length;
    if (this.taken === this.pairs[this.at]) this.next();
  }
}

/** Joins replacements that overlap in the middle text into one, up to the next place where both maps have an edge. */
function composeBlock(first: PairCursor, second: PairCursor): [number, number] {
  let raw = 0;
  let folded = 0;
  /** How far the first map's output is ahead of the second map's input. */
  let ahead = 0;
  const takeFirst = (): void => {
    const length = first.unchanged ? Math.min(first.raw, Math.max(1, -ahead)) : first.folded;
    raw += first.unchanged ? length : first.raw;
    ahead += length;
    if (first.unchanged) first.take(length);
    else first.next();
  };
  const takeSecond = (): void => {
    const length = second.unchanged ? Math.min(second.raw, Math.max(1, ahead)) : second.raw;
    folded += second.unchanged ? length : second.folded;
    ahead -= length;
    if (second.unchanged) second.take(length);
    else second.next();
  };
  if (first.unchanged) takeSecond();
  else takeFirst();
  while (ahead !== 0) {
    if (ahead > 0) takeSecond();
    else takeFirst();
  }
  return [raw, folded];
}
