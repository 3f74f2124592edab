import { Command } from "commander";
import { evaluateTaggerCommand } from "./evaluate-tagger.js";
import { evaluateTopicsCommand } from "./evaluate-topics.js";

export function evaluateCommand(): Command {
  const evaluate = new Command("evaluate").description("Score models against annotated files.");
  for (const command of [evaluateTaggerCommand(), evaluateTopicsCommand()])
    evaluate.addCommand(
      command.exitOverride().showHelpAfterError(`(khabar evaluate ${command.name()} --help says more)`),
    );
  return evaluate;
}
