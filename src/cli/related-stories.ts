import { Command, Option } from "commander";
import { buildStories, decodeProfile, NO_DAY, type RelatedStore, type Story } from "../index.js";
import { isoDate } from "../pipeline.js";
import { fraction } from "./fraction.js";
import { checkDays, isoDay } from "./iso-day.js";
import { Output } from "./output.js";
import { storeOption, withStore } from "./related-store.js";
import { renderStoriesEnd, renderStoriesStart, renderStoryHtml, renderStoryText } from "./render-stories.js";
import { wholeNumber } from "./whole-number.js";

interface StoriesOptions {
  readonly store: string;
  readonly format: "jsonl" | "text" | "html";
  readonly minSimilarity?: number;
  readonly gap?: number;
  readonly minArticles?: number;
  readonly from?: string;
  readonly to?: string;
}

/** What is shown of an article of a story. */
export interface Headline {
  readonly title: string;
  /** ISO date. */
  readonly date: string | undefined;
}

export function relatedStoriesCommand(): Command {
  return new Command("stories")
    .description("Group the articles of a store into stories: one event each, over time.")
    .addOption(storeOption())
    .addOption(
      new Option("--format <format>", "what to write").choices(["jsonl", "text", "html"]).default("jsonl"),
    )
    .option("--from <day>", "only articles of this day and later", isoDay)
    .option("--to <day>", "only articles of this day and earlier", isoDay)
    .option("--gap <days>", "a story is over after so many days without an article", wholeNumber(0, 3650))
    .option("--min-articles <n>", "leave out stories of fewer articles", wholeNumber(1))
    .option("--min-similarity <share>", "how alike the articles of a story are, from 0 to 1", fraction)
    .addHelpText(
      "after",
      "\nWrites {id, title, from, to, articles, entities} for each story: by their first articles as JSON lines, the\nlatest first for reading.\n\nExample:\n  $ khabar related stories --store news.db --from 2021-09-01 --format html > stories.html",
    )
    .action(run);
}

async function run(options: StoriesOptions, command: Command): Promise<void> {
  checkDays(command, options);
  const output = new Output();
  await withStore(command, options.store, false, async (store) => {
    const { profiles, headlines } = await readStore(store, options);
    const { minSimilarity, gap, minArticles } = options;
    const stories = buildStories(profiles, {
      ...(minSimilarity === undefined ? {} : { minSimilarity }),
      ...(gap === undefined ? {} : { gapDays: gap }),
      ...(minArticles === undefined ? {} : { minArticles }),
    });
    if (options.format === "jsonl")
      for (const story of stories) await output.write(`${JSON.stringify(story)}\n`);
    else await writeForReading(output, options.format, stories.sort(latestFirst), headlines);
  });
  await output.flush();
}

async function readStore(
  store: RelatedStore,
  { from = "", to = "9999-99-99" }: StoriesOptions,
): Promise<{ profiles: Uint8Array[]; headlines: Map<string, Headline> }> {
  const profiles: Uint8Array[] = [];
  const headlines = new Map<string, Headline>();
  for await (const bytes of store.all()) {
    const { id, title, day } = decodeProfile(bytes);
    const date = day === NO_DAY ? undefined : isoDate(day);
    if ((date ?? "") < from || (date === undefined ? to !== "9999-99-99" : date > to)) continue;
    profiles.push(bytes);
    headlines.set(id, { title, date });
  }
  return { profiles, headlines };
}

async function writeForReading(
  output: Output,
  format: "text" | "html",
  stories: readonly Story[],
  headlines: ReadonlyMap<string, Headline>,
): Promise<void> {
  if (format === "html") await output.write(renderStoriesStart(stories.length, headlines.size));
  for (const story of stories)
    await output.write(
      format === "html" ? renderStoryHtml(story, headlines) : renderStoryText(story, headlines),
    );
  if (format === "html") await output.write(renderStoriesEnd());
}

function latestFirst(a: Story, b: Story): number {
  const [one, other] = [a.to ?? "", b.to ?? ""];
  if (one !== other) return one < other ? 1 : -1;
  return b.articles.length - a.articles.length || (a.id < b.id ? -1 : 1);
}
