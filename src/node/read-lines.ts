import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** A run of whole lines, decoded at once. */
export interface LineBatch {
  /** Without their line ends. */
  readonly lines: readonly string[];
  /** 1-based number of the first one. */
  readonly firstLine: number;
  /** Bytes that have been read so far, unzipped. */
  readonly bytesRead: number;
}

const NEWLINE = 0x0a;

/**
 * Reads UTF-8 lines in batches of about a mebibyte. A line may be of any length: its pieces are joined once.
 * @param file a path, or undefined for standard input; a file whose name ends in `.gz` is unzipped.
 * @param mostBytes how many bytes are read, unzipped; a file of more is refused. Default: any number.
 * @throws Error that names the file when it has more bytes.
 */
export async function* readLines(
  file: string | undefined,
  mostBytes = Number.POSITIVE_INFINITY,
): AsyncGenerator<LineBatch> {
  const stream = file === undefined ? process.stdin : openFile(file);
  let pieces: Buffer[] = [];
  let firstLine = 1;
  let bytesRead = 0;
  const batchOf = (lines: string[]): LineBatch => {
    const batch = { lines, firstLine, bytesRead };
    firstLine += lines.length;
    return batch;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytesRead += chunk.length;
    if (bytesRead > mostBytes)
      throw new Error(
        `${file ?? "stdin"}: more than ${mostBytes} bytes${file?.endsWith(".gz") ? " unzipped" : ""}`,
      );
    const last = chunk.lastIndexOf(NEWLINE);
    if (last < 0) {
      pieces.push(chunk);
      continue;
    }
    const whole = Buffer.concat([...pieces, chunk.subarray(0, last)]).toString("utf8");
    pieces = last + 1 < chunk.length ? [chunk.subarray(last + 1)] : [];
    yield batchOf(splitLines(whole));
  }
  if (pieces.length > 0) yield batchOf(splitLines(Buffer.concat(pieces).toString("utf8")));
}

/** @throws Error that names the file when it cannot be unzipped. */
async function* openFile(file: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(file, { highWaterMark: 1 << 20 });
  if (!file.endsWith(".gz")) {
    yield* stream as AsyncIterable<Buffer>;
    return;
  }
  const unzipped = createGunzip({ chunkSize: 1 << 20 });
  stream.on("error", (error) => unzipped.destroy(error));
  try {
    yield* stream.pipe(unzipped) as AsyncIterable<Buffer>;
  } catch (error) {
    throw new Error(`${file}: cannot be unzipped: ${(error as Error).message}`);
  }
}

function splitLines(text: string): string[] {
  const lines = text.split("\n");
  return text.includes("\r") ? lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line)) : lines;
}
