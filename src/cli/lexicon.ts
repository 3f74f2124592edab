import { Command } from "commander";
import { addCommand } from "./lexicon-add.js";
import { checkCommand } from "./lexicon-check.js";
import { explainCommand } from "./lexicon-explain.js";

export function lexiconCommand(): Command {
  const lexicon = new Command("lexicon").description(
    "Validate lexicon tables, compile a user's own, say why a word did or did not match.",
  );
  for (const command of [checkCommand(), addCommand(), explainCommand()])
    lexicon.addCommand(
      command.exitOverride().showHelpAfterError(`(khabar lexicon ${command.name()} --help says more)`),
    );
  return lexicon;
}
