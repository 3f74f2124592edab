import type { Command } from "commander";
import { existingFiles, writableFile } from "./existing-files.js";

/** How articles are read before they are stored or compared. */
export interface ReadingOptions {
  readonly clean: boolean;
  readonly lexicon?: readonly string[];
  readonly errors?: string;
}

/** Gives a command the options of `ReadingOptions`. */
export function addReadingOptions(command: Command): Command {
  return command
    .option("--no-clean", "keep boilerplate: menus, share labels, other headlines count as text")
    .option("--lexicon <file>", "use a lexicon of your own, too; may be repeated", existingFiles)
    .option(
      "--errors <file>",
      "write bad records to a file, too, as JSON lines {file, line, message}",
      writableFile,
    );
}
