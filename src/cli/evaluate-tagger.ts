import { Command, InvalidArgumentError, Option } from "commander";
import { ENTITY_TYPES } from "../data/entity-classes.js";
import type { EntityType } from "../document.js";
import type { Khabar } from "../khabar.js";
import { loadKhabar } from "../node/load-khabar.js";
import type { TypeNames } from "../node/read-conll.js";
import { existingFile, existingFiles } from "./existing-files.js";
import { Failures } from "./failures.js";
import { foundNames, snapToTokens } from "./found-mentions.js";
import { Output } from "./output.js";
import { plural } from "./plural.js";
import { type CorpusRecord, readCorpus } from "./read-corpus.js";
import { renderScores, scoresToJson } from "./render-scores.js";
import { MentionScores } from "./score-mentions.js";
import { wholeNumber } from "./whole-number.js";

interface EvaluateOptions {
  readonly format: "text" | "json";
  readonly tagger: boolean;
  readonly model?: string;
  readonly samples: number;
  readonly types: TypeNames;
}

/** What the types of CoNLL corpora are usually called. */
const USUAL_TYPES: TypeNames = {
  PER: "person",
  PERS: "person",
  LOC: "place",
  GPE: "place",
  FAC: "place",
  ORG: "organization",
};

export function evaluateTaggerCommand(): Command {
  return new Command("tagger")
    .description("Score the names that khabar finds against annotated ones.")
    .argument(
      "<files...>",
      "annotated JSON lines (.jsonl) or CoNLL, token and BIO tag; gzipped when the name ends in .gz",
      existingFiles,
    )
    .addOption(new Option("--format <format>", "what to write").choices(["text", "json"]).default("text"))
    .option("--samples <n>", "errors of each class to show", wholeNumber(0), 5)
    .option("--no-tagger", "lexicons and patterns only")
    .addOption(
      new Option("--model <file>", "use a tagger that `khabar train tagger` made instead of the shipped one")
        .argParser(existingFile)
        .conflicts("tagger"),
    )
    .addOption(
      new Option(
        "--types <names>",
        "CoNLL types and what they are here; types of other names are neither annotated nor looked for",
      )
        .argParser(typeNames)
        .default(
          USUAL_TYPES,
          Object.entries(USUAL_TYPES)
            .map((pair) => pair.join("="))
            .join(","),
        ),
    )
    .addHelpText(
      "after",
      `
A line of the JSON lines is {id, title?, text, date?, mentions: [{field, start, end, type, name?}]}; offsets are UTF-16
code units, half-open. A name is right when field, start, end and type agree; names of CoNLL files are runs of whole
tokens. Exit code: 0 done, 1 some lines could not be used, 2 wrong usage.

Example:
  $ printf 'زار\\tO\\nبوتين\\tB-PER\\nسوتشي\\tB-LOC\\n' > tiny.conll && khabar evaluate tagger tiny.conll
  $ khabar evaluate tagger --types LOC=place --format json tiny.conll`,
    )
    .action(run);
}

/** Reads `PER=person,LOC=place`. */
function typeNames(value: string): TypeNames {
  const pairs = value.split(",").map((pair) => {
    const [name = "", type = "", ...more] = pair.split("=");
    if (name === "" || type === "" || more.length > 0)
      throw new InvalidArgumentError(`Expected NAME=type, as in PER=person; got "${pair}".`);
    if (!ENTITY_TYPES.includes(type as EntityType))
      throw new InvalidArgumentError(`No type "${type}"; choose from ${ENTITY_TYPES.join(", ")}.`);
    return [name, type as EntityType] as const;
  });
  return Object.fromEntries(pairs);
}

async function run(files: readonly string[], options: EvaluateOptions): Promise<void> {
  const khabar = loadKhabar({ tagger: options.model ?? options.tagger, topics: false, related: false });
  const failures = new Failures(undefined);
  const scores = new MentionScores();
  const types = new Set(Object.values(options.types));
  let articles = 0;
  for (const file of files)
    for await (const record of readCorpus(file, options.types, failures)) {
      scoreRecord(khabar, scores, record, types);
      articles++;
    }
  const output = new Output();
  if (options.format === "json")
    await output.write(`${JSON.stringify(scoresToJson(scores, articles, options.samples))}\n`);
  else await output.write(renderScores(scores, options.samples));
  await output.flush();
  failures.close();
  if (failures.count > 0) {
    process.stderr.write(`${plural(failures.count, "line")} could not be used\n`);
    process.exitCode = 1;
  }
}

/** Sentences of a token-level corpus stand alone: nothing in them is boilerplate. */
function scoreRecord(
  khabar: Khabar,
  scores: MentionScores,
  { article, tokens }: CorpusRecord,
  types: ReadonlySet<EntityType>,
): void {
  const names = foundNames(khabar.read(article, { clean: tokens === undefined }));
  scores.add(article, tokens === undefined ? names : snapToTokens(names, tokens, types));
}
