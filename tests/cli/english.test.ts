import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { documentsOf, file, jsonl, khabar, linesOf } from "../helpers/run-cli.js";

const CLI = new URL("../../dist/cli.js", import.meta.url).pathname;
const ENGLISH = {
  id: "en",
  text: "Vladimir Putin met Recep Tayyip Erdogan in Sochi on Wednesday to discuss Syria.",
};
const ARABIC = { id: "ar", text: "وقال أردوغان لبوتين في سوتشي" };
const GERMAN = { id: "de", text: "Der Präsident traf den Kanzler am Mittwoch in Berlin und sprach mit ihm." };
const INPUT = jsonl(ENGLISH, ARABIC, GERMAN);

describe("English articles on the command line", () => {
  test("have the entities of Arabic ones", () => {
    const result = khabar(["tag"], INPUT);
    expect(result.stderr).toBe("");
    const [english, arabic, german] = documentsOf(result);
    expect(english!.language).toBe("en");
    expect(english!.mentions.map(({ text, entity }) => [text, entity])).toEqual([
      ["Vladimir Putin", "person/vladimir-putin"],
      ["Recep Tayyip Erdogan", "person/recep-tayyip-erdogan"],
      ["Sochi", "place/sochi"],
      ["Syria", "place/syria"],
    ]);
    expect(arabic!.mentions.map(({ entity }) => entity)).toEqual([
      "person/recep-tayyip-erdogan",
      "person/vladimir-putin",
      "place/sochi",
    ]);
    expect([german!.language, german!.mentions]).toEqual(["de", []]);
  });

  test("are the same whatever stands before them, and with --english", () => {
    const line = (input: string, ...args: string[]): string | undefined =>
      linesOf(khabar(["tag", ...args], input).stdout).find((document) =>
        document.includes('"en","language"'),
      );
    const first = line(INPUT);
    expect(line(jsonl(ARABIC, ENGLISH, ENGLISH))).toBe(first);
    expect(line(INPUT, "--english")).toBe(first);
  });

  test("have none with --no-english", () => {
    const [english] = documentsOf(khabar(["tag", "--no-english"], INPUT));
    expect([english!.language, english!.mentions]).toEqual(["en", []]);
  });
});

test("English articles are found by Arabic ones, and the other way round", () => {
  const store = file("english.db", "");
  expect(khabar(["related", "index", "--quiet", "--store", store], INPUT).stderr).toBe("");
  const query = khabar(["related", "query", "--store", store], jsonl(ARABIC, ENGLISH));
  const found = linesOf(query.stdout).map(
    (line) => JSON.parse(line) as { related: { id: string; summary: string }[] },
  );
  expect(found.map(({ related }) => related.map(({ id }) => id))).toEqual([["en"], ["ar"]]);
  expect(found[0]!.related[0]!.summary).toContain("سوتشي");
});

/** Runs the command line where `compromise` cannot be found. */
function withoutCompromise(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const hook = `export async function resolve(specifier, context, next) {
    if (specifier !== "compromise") return next(specifier, context);
    throw Object.assign(new Error("Cannot find package 'compromise'"), { code: "ERR_MODULE_NOT_FOUND" });
  }`;
  const register = file(
    "absent.mjs",
    `import { register } from "node:module";\nregister(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});\n`,
  );
  return spawnSync(process.execPath, ["--import", register, CLI, ...args], {
    input: INPUT,
    encoding: "utf8",
  });
}

describe("where compromise is not installed", () => {
  test("English articles come back with their language", () => {
    const { status, stdout, stderr } = withoutCompromise("tag");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(khabar(["tag", "--no-english"], INPUT).stdout);
  });

  test("--english says which command installs it", () => {
    const { status, stdout, stderr } = withoutCompromise("tag", "--english");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("npm install compromise@14.17.0");
  });
});
