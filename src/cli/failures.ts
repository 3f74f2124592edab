import { closeSync, openSync, writeSync } from "node:fs";

/** A record that could not be read. */
export interface Failure {
  readonly file: string;
  /** 1-based; 0 when the whole file is meant. */
  readonly line: number;
  readonly message: string;
}

/** Reports bad records on standard error, and to a file as JSON lines when asked, and counts them. */
export class Failures {
  count = 0;
  private readonly descriptor: number | undefined;

  /** @param file where to write them; undefined for standard error only. */
  constructor(file: string | undefined) {
    this.descriptor = file === undefined ? undefined : openSync(file, "w");
  }

  report(failure: Failure): void {
    this.count++;
    const { file, line, message } = failure;
    process.stderr.write(`${file}${line > 0 ? `:${line}` : ""}: ${message}\n`);
    if (this.descriptor !== undefined) writeSync(this.descriptor, `${JSON.stringify(failure)}\n`);
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
  }
}
