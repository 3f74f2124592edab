/** Names found in a field, as columns, sorted by token and not overlapping. */
export interface Matches {
  readonly count: number;
  /** First token of each match. */
  readonly firstToken: Uint32Array;
  /** One past its last token. */
  readonly endToken: Uint32Array;
  /** How many code units of the first token are proclitics. */
  readonly cut: Uint8Array;
  /** First sense of the name in the lexicon's sense columns. */
  readonly sense: Uint32Array;
  /** The place whose nationality or name fills the pattern's slot, + 1; 0 when there is none. */
  readonly slotPlace: Uint32Array;
  /** First token of what fills the slot. */
  readonly slotToken: Uint32Array;
  /** How many of its code units are proclitics. */
  readonly slotCut: Uint8Array;
}

/** Collects matches in token order. */
export class MatchList implements Matches {
  count = 0;
  firstToken: Uint32Array;
  endToken: Uint32Array;
  cut: Uint8Array;
  sense: Uint32Array;
  slotPlace: Uint32Array;
  slotToken: Uint32Array;
  slotCut: Uint8Array;

  /** @param tokens how many tokens the field has: about one in six starts a name. */
  constructor(tokens: number) {
    const capacity = (tokens >> 2) + 8;
    this.firstToken = new Uint32Array(capacity);
    this.endToken = new Uint32Array(capacity);
    this.cut = new Uint8Array(capacity);
    this.sense = new Uint32Array(capacity);
    this.slotPlace = new Uint32Array(capacity);
    this.slotToken = new Uint32Array(capacity);
    this.slotCut = new Uint8Array(capacity);
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
    const at = this.count++;
    if (at === this.firstToken.length) this.grow();
    this.firstToken[at] = firstToken;
    this.endToken[at] = endToken;
    this.cut[at] = cut;
    this.sense[at] = sense;
    this.slotPlace[at] = slotPlace;
    this.slotToken[at] = slotToken;
    this.slotCut[at] = slotCut;
  }

  private grow(): void {
    const capacity = this.firstToken.length * 2;
    const larger = (column: Uint32Array): Uint32Array<ArrayBuffer> => {
      const copy = new Uint32Array(capacity);
      copy.set(column);
      return copy;
    };
    this.firstToken = larger(this.firstToken);
    this.endToken = larger(this.endToken);
    this.sense = larger(this.sense);
    this.slotPlace = larger(this.slotPlace);
    this.slotToken = larger(this.slotToken);
    const largerBytes = (column: Uint8Array): Uint8Array<ArrayBuffer> => {
      const copy = new Uint8Array(capacity);
      copy.set(column);
      return copy;
    };
    this.cut = largerBytes(this.cut);
    this.slotCut = largerBytes(this.slotCut);
  }
}
