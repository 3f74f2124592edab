import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
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

/** A path in a folder that exists: better known before the work than behind it. */
export function writableFile(file: string): string {
  if (!existsSync(dirname(file))) throw new InvalidArgumentError(`No folder ${dirname(file)}.`);
  if (existsSync(file) && statSync(file).isDirectory())
    throw new InvalidArgumentError("A folder; expected a file.");
  return file;
}

/** How standard input is called among files. */
export const STANDARD_INPUT = "-";

/** As `existingFiles`; `-` is standard input. */
export function existingFilesOrInput(file: string, previous: readonly string[] | undefined): string[] {
  return file === STANDARD_INPUT ? [...(previous ?? []), file] : existingFiles(file, previous);
}
