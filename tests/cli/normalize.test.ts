import { describe, expect, test } from "vitest";
import { RULE_NAMES } from "../../src/normalize/rules/index.js";
import { file, khabar, linesOf } from "../helpers/run-cli.js";

describe("khabar normalize", () => {
  test.each<[name: string, args: string[], input: string, output: string]>([
    ["all rules", [], "مُحَمَّد السيسى\n", "محمد السيسي\n"],
    ["one line per line, empty ones too", [], "أ\n\nإ\n", "ا\n\nا\n"],
    ["only these rules", ["--rules", "stripMarks,foldAlef"], "أُمَّة\n", "امة\n"],
    ["all but these", ["--without", "foldTaMarbuta"], "القاهرة آسيا\n", "القاهرة اسيا\n"],
    ["CRLF", [], "أ\r\nب\r\n", "ا\nب\n"],
    ["no last line end", [], "إيران", "ايران\n"],
    ["nothing", [], "", ""],
    ["glued sentences", [], "مفيدة وموضوعية.وقال\n", "مفيده وموضوعيه. وقال\n"],
  ])("%s", (_, args, input, output) => {
    expect(khabar(["normalize", ...args], input)).toEqual({ status: 0, stdout: output, stderr: "" });
  });

  test("files, one after the other", () => {
    const paths = [file("a.txt", "أ\n"), file("b.txt", "ب\n")];
    expect(linesOf(khabar(["normalize", ...paths]).stdout)).toEqual(["ا", "ب"]);
  });

  test("many lines, in order", () => {
    const input = Array.from({ length: 50_000 }, (_, i) => `إصدار ${i}`).join("\n");
    const lines = linesOf(khabar(["normalize"], input).stdout);
    expect(lines).toHaveLength(50_000);
    expect(lines[49_999]).toBe("اصدار 49999");
  });

  test("its help lists every rule", () => {
    const { stdout } = khabar(["normalize", "--help"]);
    for (const name of RULE_NAMES) expect(stdout).toContain(name);
  });
});
