/** Names found in a field, as columns, sorted by token and not overlapping. */
export interface Matches {
  readonly count: number;
  /** First token of each match. */
  readonly firstToken: readonly number[];
  /** One past its last token. */
  readonly endToken: readonly number[];
  /** How many code units of the first token are proclitics. */
  readonly cut: readonly number[];
  /** First sense of the name in the lexicon's sense columns. */
  readonly sense: readonly number[];
  /** The place whose nationality or name fills the pattern's slot, + 1; 0 when there is none. */
  readonly slotPlace: readonly number[];
  /** First token of what fills the slot. */
  readonly slotToken: readonly number[];
  /** How many of its code units are proclitics. */
  readonly slotCut: readonly number[];
}

/** Collects matches in token order. */
export class MatchList implements Matches {
  readonly firstToken: number[] = [];
  readonly endToken: number[] = [];
  readonly cut: number[] = [];
  readonly sense: number[] = [];
  readonly slotPlace: number[] = [];
  readonly slotToken: number[] = [];
  readonly slotCut: number[] = [];

  get count(): number {
    return this.firstToken.length;
  }

  push(
    firstToken: number,
    endToken: number,
    cut: number,
    sense: number,
    slotPlace: number,
    slotToken: number,
    slotCut: number,
  ): void {
    this.firstToken.push(firstToken);
    this.endToken.push(endToken);
    this.cut.push(cut);
    this.sense.push(sense);
    this.slotPlace.push(slotPlace);
    this.slotToken.push(slotToken);
    this.slotCut.push(slotCut);
  }
}
