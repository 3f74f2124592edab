import { existsSync, statSync } from "node:fs";
import { InvalidArgumentError } from "commander";

/** Gathers files that exist, for an argument that takes several. */
export function existingFiles(file: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), existingFile(file)];
}

/** A file that exists. */
export function existingFile(file: string): string {
  if (!existsSync(file)) throw new InvalidArgumentError("No such file.");
  if (statSync(file).isDirectory()) throw new InvalidArgumentError("A folder; expected a file.");
  return file;
}
