/** Bytes gathered before they are written. */
const BATCH = 1 << 17;
/** Most UTF-8 bytes that a UTF-16 code unit takes. */
const BYTES_PER_UNIT = 3;

/** Writes to standard output in large pieces, encoded once, and waits when the reader is slow. */
export class Output {
  private buffer = Buffer.allocUnsafeSlow(BATCH);
  private length = 0;

  async write(text: string): Promise<void> {
    const most = text.length * BYTES_PER_UNIT;
    if (this.length + most > this.buffer.length) {
      await this.flush();
      if (most > this.buffer.length) this.buffer = Buffer.allocUnsafeSlow(most);
    }
    this.length += this.buffer.write(text, this.length, "utf8");
  }

  async flush(): Promise<void> {
    if (this.length === 0) return;
    const piece = this.buffer.subarray(0, this.length);
    this.length = 0;
    // The buffer is used again once the stream has let go of it.
    await new Promise<void>((done, failed) => {
      process.stdout.write(piece, (error) => (error ? failed(error) : done()));
    });
  }
}
