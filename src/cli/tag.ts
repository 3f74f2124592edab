import { Command, Option } from "commander";
import type { Document } from "../document.js";
import { MissingPackageError } from "../node/load-english.js";
import { loadKhabar } from "../node/load-khabar.js";
import { ArticleReader } from "./article-reader.js";
import { existingFile, existingFiles, writableFile } from "./existing-files.js";
import { Failures } from "./failures.js";
import { Output } from "./output.js";
import { plural } from "./plural.js";
import { startProgress } from "./progress.js";
import { type ArticleRecord, INPUT_FORMATS, type InputFormat, readArticles } from "./read-articles.js";
import { renderHtmlArticle, renderHtmlEnd, renderHtmlStart } from "./render-html.js";
import { renderText } from "./render-text.js";

interface TagOptions {
  readonly format: "jsonl" | "text" | "html";
  readonly input?: InputFormat;
  readonly clean: boolean;
  /** A file, or false for none. */
  readonly tagger?: string | false;
  readonly topics?: string | false;
  readonly keep: boolean;
  /** Undefined: when compromise is installed. */
  readonly english?: boolean;
  readonly lexicon?: readonly string[];
  readonly errors?: string;
}

export function tagCommand(): Command {
  return new Command("tag")
    .description("Find the entities, topics and boilerplate of articles.")
    .argument(
      "[files...]",
      "articles: JSON lines {id?, title?, text, date?, url?}, plain text or HTML pages; stdin without",
      existingFiles,
    )
    .addOption(
      new Option("--format <format>", "what to write").choices(["jsonl", "text", "html"]).default("jsonl"),
    )
    .addOption(
      new Option("--input <format>", "what to read; default: by extension, JSON lines on stdin").choices([
        ...INPUT_FORMATS,
      ]),
    )
    .option("--no-clean", "keep boilerplate: menus, share labels, other headlines count as text")
    .option(
      "--tagger <file>",
      "use a tagger that `khabar train tagger` made instead of the shipped one",
      existingFile,
    )
    .option("--no-tagger", "lexicons and patterns only: faster, and no name that no list knows")
    .option(
      "--topics <file>",
      "assign topics of your own (`khabar train topics` makes them) in place of khabar's subjects",
      existingFile,
    )
    .option("--no-topics", "leave topics out: faster when only entities are wanted")
    .option(
      "--english",
      "fail when English articles cannot be read; default: they are where compromise is installed",
    )
    .option("--no-english", "leave English articles without entities")
    .option("--lexicon <file>", "use a lexicon of your own, too; may be repeated", existingFiles)
    .option("--keep", "pass the input's other fields through", false)
    .option(
      "--errors <file>",
      "write bad records to a file, too, as JSON lines {file, line, message}",
      writableFile,
    )
    .addHelpText(
      "after",
      '\nExample:\n  $ echo \'{"id": 1, "text": "وقال أردوغان لبوتين في سوتشي"}\' | khabar tag\n  $ khabar tag page.html --format text',
    )
    .action(run);
}

async function run(files: readonly string[], options: TagOptions, command: Command): Promise<void> {
  const khabar = loadKhabar({
    tagger: options.tagger ?? true,
    topics: options.topics ?? true,
    related: false,
    lexicons: options.lexicon ?? [],
  });
  const reader = new ArticleReader(khabar, options.english);
  if (options.english === true) await loadEnglish(reader, command);
  const output = new Output();
  const failures = new Failures(options.errors);
  const progress = startProgress(files);
  if (options.format === "html") await output.write(renderHtmlStart());
  for (const file of files.length === 0 ? [undefined] : files) {
    for await (const record of readArticles(file, failures, options.input)) {
      const document = await reader.read(record.article, { clean: options.clean });
      await output.write(render(options, record, document));
      progress.update(file, record.bytesRead);
    }
  }
  if (options.format === "html") await output.write(renderHtmlEnd());
  await output.flush();
  progress.stop();
  failures.close();
  if (failures.count > 0) {
    process.stderr.write(`${plural(failures.count, "record")} could not be read\n`);
    process.exitCode = 1;
  }
}

async function loadEnglish(reader: ArticleReader, command: Command): Promise<void> {
  try {
    await reader.loadEnglish();
  } catch (error) {
    if (!(error instanceof MissingPackageError)) throw error;
    command.error(`error: ${error.message}`, { exitCode: 2 });
  }
}

function render(options: TagOptions, { article, record }: ArticleRecord, document: Document): string {
  switch (options.format) {
    case "jsonl":
      return `${JSON.stringify(options.keep ? { ...record, ...document } : document)}\n`;
    case "text":
      return renderText(
        article,
        document,
        process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
      );
    case "html":
      return renderHtmlArticle(article, document);
  }
}
