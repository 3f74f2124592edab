import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";

const CLI = new URL("../../../dist/cli.js", import.meta.url).pathname;
/** Makes Node find neither package, as where they are not installed. */
const HIDING = `data:text/javascript,${encodeURIComponent(`
  import { register } from "node:module";
  register("data:text/javascript," + encodeURIComponent(\`
    export async function resolve(specifier, context, next) {
      if (specifier !== "libsql" && specifier !== "pg") return next(specifier, context);
      throw Object.assign(new Error("Cannot find package '" + specifier + "'"), { code: "ERR_MODULE_NOT_FOUND" });
    }\`));`)}`;

function khabarWithout(
  args: readonly string[],
  input = "",
): { status: number | null; stderr: string; stdout: string } {
  return spawnSync(process.execPath, ["--import", HIDING, CLI, ...args], { encoding: "utf8", input });
}

describe("where the packages of the stores are not installed", () => {
  test.each([
    [
      "news.db",
      "A store in an SQLite file needs a package that is not installed; `npm install libsql@0.5` installs it",
    ],
    [
      "postgres://localhost/news",
      "A store in PostgreSQL needs a package that is not installed; `npm install pg@8` installs it",
    ],
  ])("a store at %s is refused, and how to install them is said", (store, message) => {
    const { status, stderr } = khabarWithout(["related", "index", "--store", store]);
    expect(status).toBe(1);
    expect(stderr).toBe(`khabar: ${message}\n`);
  });

  test("everything else works as it does with them", () => {
    const { status, stdout } = khabarWithout(["tag"], '{"id": 1, "text": "وقال أردوغان لبوتين في سوتشي"}\n');
    expect(status).toBe(0);
    expect(stdout).toContain("person/vladimir-putin");
    const pair = '{"a": {"text": "بوتين في سوتشي"}, "b": {"text": "بوتين"}}\n';
    expect(khabarWithout(["related", "compare"], pair).stdout).toMatch(/^\{"similarity":0\.\d/);
  });
});
