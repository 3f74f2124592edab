import { Command } from "commander";
export function lexiconCommand(): Command {
  return new Command("lexicon");
}
