import { Command } from "commander";
import { plural } from "./plural.js";
import { storeOption, withStore } from "./related-store.js";

export function relatedRemoveCommand(): Command {
  return new Command("remove")
    .description("Take articles out of a store.")
    .argument("<ids...>", "ids of articles; those that are not there are passed over")
    .addOption(storeOption())
    .addHelpText("after", "\nExample:\n  $ khabar related remove --store news.db a17 a18")
    .action(run);
}

async function run(
  ids: readonly string[],
  { store: target }: { store: string },
  command: Command,
): Promise<void> {
  await withStore(command, target, false, async (store) => {
    const removed = await store.remove(ids);
    process.stderr.write(
      `${plural(removed, "article")} removed; ${plural(await store.size(), "article")} in the store\n`,
    );
  });
}
