import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = new URL("../src/", import.meta.url).pathname;
/** The rooms of the stages; each imports only the shared rooms and itself. */
const STAGES = ["language", "clean", "normalize", "tokenize", "tag", "link", "topics", "related"];
const SHARED = ["text/", "data/", "document.ts"];
/** Rooms that may use Node. */
const NODE_ROOMS = ["node/", "cli/", "cli.ts"];
/** Imports of a stage from outside the pipeline that are known and wait to be moved behind `index.ts`. */
const KNOWN_DETOURS = new Set(["cli/normalize.ts imports normalize/rules/index.ts"]);
const LONGEST_FILE = 400;

interface SourceFile {
  /** Path from src/, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Text without comments. */
  readonly code: string;
  /** Whole `import`/`export … from` statements with their targets; relative ones as paths from src/. */
  readonly imports: readonly { readonly statement: string; readonly target: string }[];
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map(readSource);

function readSource(path: string): SourceFile {
  const text = readFileSync(join(SRC, path), "utf8");
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
  const imports = [
    ...code.matchAll(/^(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)"/gm),
    ...code.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g),
    ...code.matchAll(/^import\s+"([^"]+)"/gm),
  ].map((match) => ({ statement: match[0], target: resolve(path, match[1]!) }));
  return { path, text, code, imports };
}

/** A relative specifier as a path from src/; others as they are. */
function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const target = normalize(join(dirname(from), specifier)).replaceAll("\\", "/");
  return target.replace(/\.js$/, ".ts");
}

const isIn = (path: string, rooms: readonly string[]): boolean =>
  rooms.some((room) => (room.endsWith("/") ? path.startsWith(room) : path === room));
const stageOf = (path: string): string | undefined => STAGES.find((stage) => path.startsWith(`${stage}/`));
const isRelative = (target: string): boolean => target.endsWith(".ts") || target.startsWith("..");

describe("imports", () => {
  test("the sources were read", () => {
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(["index.ts", "pipeline.ts"]));
    const pipeline = files.find(({ path }) => path === "pipeline.ts")!;
    expect(pipeline.imports.map(({ target }) => target)).toContain("tag/tag.ts");
  });

  test.each(STAGES.map((stage) => [stage]))(
    "%s imports only text/, data/, document.ts and its own room",
    (stage) => {
      const strays = files
        .filter(({ path }) => path.startsWith(`${stage}/`))
        .flatMap(({ path, imports }) =>
          imports
            .filter(({ target }) => isRelative(target) && !isIn(target, [...SHARED, `${stage}/`]))
            .map(({ target }) => `${path} imports ${target}`),
        );
      expect(strays).toEqual([]);
    },
  );

  test("only pipeline.ts imports the stages; index.ts re-exports at most", () => {
    const strays = files
      .filter(({ path }) => path !== "pipeline.ts" && stageOf(path) === undefined)
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => isRelative(target) && stageOf(target) !== undefined)
          .filter(({ statement }) => !(path === "index.ts" && statement.startsWith("export")))
          .map(({ target }) => `${path} imports ${target}`),
      )
      .filter((stray) => !KNOWN_DETOURS.has(stray));
    expect(strays).toEqual([]);
  });

  test("text/, data/ and document.ts know nothing of the stages and the pipeline", () => {
    const strays = files
      .filter(({ path }) => isIn(path, SHARED))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => isRelative(target) && !isIn(target, SHARED))
          .map(({ target }) => `${path} imports ${target}`),
      );
    expect(strays).toEqual([]);
  });

  test("what runs in a browser imports no package but franc, and nothing of node/ and cli/", () => {
    const strays = files
      .filter(({ path }) => !isIn(path, NODE_ROOMS))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) =>
            isRelative(target) ? isIn(target, NODE_ROOMS) : target !== "franc" && target !== "compromise",
          )
          .map(({ target }) => `${path} imports ${target}`),
      );
    expect(strays).toEqual([]);
  });
});

test("the library never prints, reads files, clocks or the network", () => {
  const forbidden =
    /\b(?:process\.|console\.|Date\.now\b|new Date\(\)|fetch\(|performance\.|Math\.random\b|require\()/g;
  const uses = files
    .filter(({ path }) => !isIn(path, NODE_ROOMS))
    .flatMap(({ path, code }) => [...code.matchAll(forbidden)].map(([use]) => `${path} uses ${use}`));
  expect(uses).toEqual([]);
});

test(`no file has more than ${LONGEST_FILE} lines, except generated ones`, () => {
  const long = files
    .filter(({ path }) => !path.endsWith(".generated.ts"))
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > LONGEST_FILE)
    .map(({ path, lines }) => `${path}: ${lines}`);
  expect(long).toEqual([]);
});

test("generated files say so in their first line", () => {
  const silent = files
    .filter(({ path }) => path.endsWith(".generated.ts"))
    .filter(({ text }) => !/generated/i.test(text.slice(0, text.indexOf("\n"))))
    .map(({ path }) => path);
  expect(silent).toEqual([]);
});

describe("public names", () => {
  const VALUES = [
    "DataFormatError",
    "LabelError",
    "Lexicon",
    "LexiconError",
    "MemoryStore",
    "NO_DAY",
    "OffsetMap",
    "RULE_NAMES",
    "StoryBuilder",
    "TopicTrainer",
    "UnknownRuleError",
    "buildStories",
    "checkLexicon",
    "compareProfiles",
    "compileLexicon",
    "createKhabar",
    "decodeProfile",
    "detectOtherScript",
    "encodeProfile",
    "normalize",
    "profileKeys",
    "queryKeys",
    "rankRelated",
    "readArticle",
    "related",
    "storedArticle",
    "trainTopics",
  ];
  const TYPES = [
    "Article",
    "Boilerplate",
    "CandidateQuery",
    "Comparison",
    "Contribution",
    "Document",
    "EnglishNlp",
    "Entity",
    "EntityType",
    "Evidence",
    "Explanation",
    "Field",
    "Khabar",
    "Knowledge",
    "KnowledgeBytes",
    "LabelledArticle",
    "Mention",
    "MentionKind",
    "Method",
    "NormalizeOptions",
    "Problem",
    "Profile",
    "QueryKeys",
    "ReadOptions",
    "Reason",
    "RelatedArticle",
    "RelatedOptions",
    "RelatedStore",
    "Side",
    "Span",
    "StoredArticle",
    "Story",
    "StoryOptions",
    "TableSource",
    "Topic",
    "TopicTraining",
  ];

  test("src/index.ts exports these values and types", () => {
    const { code } = files.find(({ path }) => path === "index.ts")!;
    const values: string[] = [];
    const types: string[] = [];
    for (const [, typeOnly, names] of code.matchAll(/^export (type )?\{([^}]*)\}/gm))
      for (const name of names!.split(",").map((part) => part.trim())) {
        if (name === "") continue;
        if (typeOnly !== undefined || name.startsWith("type ")) types.push(name.replace(/^type /, ""));
        else values.push(name);
      }
    expect(values.sort()).toEqual(VALUES);
    expect(types.sort()).toEqual(TYPES);
  });

  test("every export of index.ts is named; none is a star or a default", () => {
    const { code } = files.find(({ path }) => path === "index.ts")!;
    expect(code.match(/export (?:\*|default)/g)).toBeNull();
  });

  test("the module has the values at run time", async () => {
    const module = await import("../src/index.js");
    expect(Object.keys(module).sort()).toEqual(VALUES);
  });

  test("each entry of package.json points at a source of its own", () => {
    const { exports } = JSON.parse(readFileSync(join(SRC, "../package.json"), "utf8")) as {
      exports: Record<string, string | { types: string; default: string }>;
    };
    const modules = Object.values(exports).flatMap((entry) =>
      typeof entry === "string" ? [] : [relative("dist", entry.default).replace(/\.js$/, ".ts")],
    );
    expect(modules).toEqual(["index.ts", "node/index.ts"]);
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(modules));
  });
});
