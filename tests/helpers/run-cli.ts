import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "../../src/document.js";

const CLI = new URL("../../dist/cli.js", import.meta.url).pathname;

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line. */
export function khabar(args: readonly string[], input: string | Uint8Array = ""): CliResult {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [CLI, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { ...process.env, NO_COLOR: "1" },
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** Lines of an output, without the last line end. */
export function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** The documents of a JSON lines output. */
export function documentsOf(result: CliResult): (Document & Record<string, unknown>)[] {
  return linesOf(result.stdout).map((line) => JSON.parse(line) as Document & Record<string, unknown>);
}

/** JSON lines of records. */
export function jsonl(...records: unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

const folder = mkdtempSync(join(tmpdir(), "khabar-test-"));
let count = 0;

/** Writes a temporary file and gives its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, `${count++}-${name}`);
  writeFileSync(path, content);
  return path;
}
