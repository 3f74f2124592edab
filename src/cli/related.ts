import { Command } from "commander";
import { relatedCompareCommand } from "./related-compare.js";
import { relatedIndexCommand } from "./related-index.js";
import { relatedQueryCommand } from "./related-query.js";
import { relatedRemoveCommand } from "./related-remove.js";
import { relatedStoriesCommand } from "./related-stories.js";

export function relatedCommand(): Command {
  const related = new Command("related").description(
    "Find the articles that are related to one: same event, same story, same subject, each with its reasons.",
  );
  for (const command of [
    relatedIndexCommand(),
    relatedQueryCommand(),
    relatedCompareCommand(),
    relatedStoriesCommand(),
    relatedRemoveCommand(),
  ])
    related.addCommand(
      command.exitOverride().showHelpAfterError(`(khabar related ${command.name()} --help says more)`),
    );
  return related;
}
