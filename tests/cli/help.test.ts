import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { khabar } from "../helpers/run-cli.js";

/** Commands that do something, as words behind `khabar`. */
function commandsOf(help: string): string[] {
  const section = /Commands:\n([\s\S]*?)(?:\n\n|$)/.exec(help)?.[1] ?? "";
  return [...section.matchAll(/^ {2}(\w+)/gm)].map((match) => match[1]!).filter((name) => name !== "help");
}

const commands = commandsOf(khabar(["--help"]).stdout).flatMap((name) => {
  const own = commandsOf(khabar([name, "--help"]).stdout);
  return own.length === 0 ? [[name]] : own.map((sub) => [name, sub]);
});

describe("help", () => {
  test("lists the commands", () => {
    expect(commands.map((words) => words.join(" "))).toEqual(expect.arrayContaining(["tag", "normalize"]));
  });

  test.each(commands.map((words) => [words.join(" "), words] as const))(
    "khabar %s --help has an example",
    (_, words) => {
      const { status, stdout, stderr } = khabar([...words, "--help"]);
      expect(status).toBe(0);
      expect(stderr).toBe("");
      expect(stdout).toMatch(/^Usage: khabar /m);
      expect(stdout).toMatch(/^Examples?:$/m);
      expect(stdout).toMatch(/^ {2}\$ .*khabar /m);
    },
  );

  test("--version is the package's", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    expect(khabar(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });
});
