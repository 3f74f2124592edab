import { Command } from "commander";
import { trainTaggerCommand } from "./train-tagger.js";
import { trainTopicsCommand } from "./train-topics.js";

export function trainCommand(): Command {
  const train = new Command("train").description("Train models from annotated files.");
  for (const command of [trainTaggerCommand(), trainTopicsCommand()])
    train.addCommand(
      command.exitOverride().showHelpAfterError(`(khabar train ${command.name()} --help says more)`),
    );
  return train;
}
