import { once } from "node:events";

/** Bytes gathered before they are written. */
const BATCH = 1 << 16;

/** Writes to standard output in large pieces and waits when the reader is slow. */
export class Output {
  private pieces: string[] = [];
  private length = 0;

  async write(text: string): Promise<void> {
    this.pieces.push(text);
    this.length += text.length;
    if (this.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.pieces.join("");
    this.pieces = [];
    this.length = 0;
    if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
  }
}
