import { Command, Option } from "commander";
import * as v from "valibot";
import type { Article } from "../document.js";
import { compareProfiles, type Profile } from "../index.js";
import { articleSchema, NO_TEXT } from "../node/parse-article-line.js";
import { parseJsonLine } from "../node/parse-json-line.js";
import { existingFiles } from "./existing-files.js";
import { Failures } from "./failures.js";
import { Output } from "./output.js";
import { plural } from "./plural.js";
import { Profiler } from "./profiler.js";
import { readJsonLines } from "./read-articles.js";
import { addReadingOptions, type ReadingOptions } from "./reading-options.js";
import { roundedReasons, roundShare } from "./round-share.js";

interface CompareOptions extends ReadingOptions {
  readonly format: "jsonl" | "text";
}

const pairSchema = v.looseObject(
  {
    id: v.nullish(v.union([v.string(), v.number()], "expected a string or a number")),
    a: articleSchema,
    b: articleSchema,
  },
  "expected a JSON object",
);

export function relatedCompareCommand(): Command {
  const command = new Command("compare")
    .description("Say how alike two articles are, and why.")
    .argument(
      "[files...]",
      "JSON lines {id?, a, b}; a and b are articles {title?, text, date?}; stdin without",
      existingFiles,
    )
    .addOption(new Option("--format <format>", "what to write").choices(["jsonl", "text"]).default("jsonl"));
  return addReadingOptions(command)
    .addHelpText(
      "after",
      '\nWrites {id, similarity, reasons} for each pair; the similarity is from 0 to 1.\n\nExample:\n  $ echo \'{"id": 1, "a": {"text": "وصل بوتين إلى سوتشي"}, "b": {"text": "بوتين في سوتشي"}}\' | khabar related compare',
    )
    .action(run);
}

async function run(files: readonly string[], options: CompareOptions): Promise<void> {
  const profiler = new Profiler(options);
  const failures = new Failures(options.errors);
  const output = new Output();
  for (const file of files.length === 0 ? [undefined] : files)
    for await (const { text, line } of readJsonLines(file)) {
      const compared = await compareLine(profiler, text, options.format);
      if ("message" in compared) failures.report({ file: file ?? "stdin", line, message: compared.message });
      else await output.write(compared.output);
    }
  await output.flush();
  failures.close();
  if (failures.count > 0) {
    process.stderr.write(`${plural(failures.count, "pair")} could not be read\n`);
    process.exitCode = 1;
  }
}

async function compareLine(
  profiler: Profiler,
  line: string,
  format: CompareOptions["format"],
): Promise<{ output: string } | { message: string }> {
  const pair = parseJsonLine(line, pairSchema);
  if (typeof pair === "string") return { message: pair };
  const { id, a, b } = pair.value;
  const profiles: Profile[] = [];
  for (const [side, article] of Object.entries({ a, b })) {
    const profile =
      article.title || article.text ? await profiler.profile(article as Article, article) : NO_TEXT;
    if (typeof profile === "string") return { message: `${side}: ${profile}` };
    profiles.push(profile);
  }
  const comparison = compareProfiles(profiles[0]!, profiles[1]!);
  const similarity = roundShare(comparison.similarity);
  const reasons = roundedReasons(comparison.reasons);
  if (format === "jsonl")
    return {
      output: `${JSON.stringify({ ...(id === null || id === undefined ? {} : { id }), similarity, reasons })}\n`,
    };
  const names = reasons.map(({ kind, name, weight }) => `${name ?? kind} ${weight.toFixed(2)}`);
  return {
    output: `${[id ?? "", similarity.toFixed(2), names.slice(0, 8).join(" · ")].join("  ").trim()}\n`,
  };
}
