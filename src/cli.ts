#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { evaluateCommand } from "./cli/evaluate.js";
import { lexiconCommand } from "./cli/lexicon.js";
import { normalizeCommand } from "./cli/normalize.js";
import { relatedCommand } from "./cli/related.js";
import { tagCommand } from "./cli/tag.js";
import { trainCommand } from "./cli/train.js";
import { version } from "./cli/version.js";

const USAGE_ERROR = 2;

/** A reader that has enough (`khabar tag … | head`) ends the run quietly. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const program = new Command("khabar")
  .description(
    "Reads Arabic news: entities with exact spans and ids, topics with reasons, boilerplate set aside.",
  )
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });
for (const command of [
  tagCommand(),
  relatedCommand(),
  normalizeCommand(),
  lexiconCommand(),
  trainCommand(),
  evaluateCommand(),
])
  program.addCommand(
    command.exitOverride().showHelpAfterError(`(khabar ${command.name()} --help says more)`),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR;
  else {
    process.stderr.write(`khabar: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
