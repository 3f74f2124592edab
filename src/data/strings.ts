/** Strings as two columns: UTF-8 bytes, and where each string starts (one more entry than strings). */
export interface StringColumns {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** Packs strings into columns. */
export function packStrings(strings: readonly string[]): StringColumns {
  const encoder = new TextEncoder();
  const parts = strings.map((text) => encoder.encode(text));
  const starts = new Uint32Array(strings.length + 1);
  parts.forEach((part, i) => {
    starts[i + 1] = starts[i]! + part.length;
  });
  const bytes = new Uint8Array(starts[strings.length]!);
  for (const [i, part] of parts.entries()) bytes.set(part, starts[i]!);
  return { bytes, starts };
}

/** Reads strings out of columns, each decoded once, when it is first asked for. */
export class Strings {
  private readonly columns: StringColumns;
  private readonly decoded: (string | undefined)[] = [];
  private readonly decoder = new TextDecoder();

  constructor(columns: StringColumns) {
    this.columns = columns;
  }

  get length(): number {
    return this.columns.starts.length - 1;
  }

  get(index: number): string {
    let text = this.decoded[index];
    if (text === undefined) {
      const { bytes, starts } = this.columns;
      text = this.decoder.decode(bytes.subarray(starts[index]!, starts[index + 1]!));
      this.decoded[index] = text;
    }
    return text;
  }
}
