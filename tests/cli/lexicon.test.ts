import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { documentsOf, file, jsonl, khabar, linesOf } from "../helpers/run-cli.js";

const LEXICONS = new URL("../../lexicons", import.meta.url).pathname;
const NAKHEEL = "id\tar\tclass\taliases\norganization/nakheel\tشركة النخيل\tcompany\tالنخيل\n";
const WRONG = "id\tar\tclass\nperson/a\tسعيد سالم\tsinger\n";

/** A folder with tables of the given paths. */
function folder(tables: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "khabar-lexicon-"));
  for (const [name, text] of Object.entries(tables)) {
    mkdirSync(join(root, name, ".."), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

describe("lexicon check", () => {
  test("a table without a fault", () => {
    expect(khabar(["lexicon", "check", file("mine.tsv", NAKHEEL)])).toEqual({
      status: 0,
      stdout: "",
      stderr: "1 table: 0 errors, 0 warnings\n",
    });
  });

  test("errors go to standard output with file and line, and the exit code is 1", () => {
    const path = file("wrong.tsv", WRONG);
    const { status, stdout, stderr } = khabar(["lexicon", "check", path]);
    expect(status).toBe(1);
    expect(linesOf(stdout)).toEqual([
      `${path}:2: error: class "singer" of person/a is no class of type person`,
    ]);
    expect(stderr).toBe("1 table: 1 error, 0 warnings\n");
  });

  test("warnings are allowed, but not with --strict", () => {
    const path = file("warned.tsv", NAKHEEL.replace("|", "").replace("النخيل\n", "النخـيل\n"));
    const lenient = khabar(["lexicon", "check", path]);
    expect(lenient.status).toBe(0);
    expect(lenient.stdout).toBe(`${path}:2: warning: aliases "النخـيل" holds tatweel «ـ»\n`);
    expect(khabar(["lexicon", "check", "--strict", path]).status).toBe(1);
  });

  test("a table of a lexicon folder is checked against its neighbours, and only it is reported", () => {
    const head = "# provenance: test\nid\tar\ten\tclass\tsource\n";
    const root = folder({
      "tag/people/a.tsv": `${head}person/a\tسعيد سالم\tA\tartist\ttest\nperson/b\t\tB\tartist\ttest\n`,
      "tag/people/b.tsv": `${head}person/c\tسعيد سالم\tC\tartist\ttest\n`,
    });
    const clash = 'name "سعيد سالم" is already person/a\'s (tag/people/a.tsv:3)';
    const one = khabar(["lexicon", "check", join(root, "tag/people/b.tsv")]);
    expect(linesOf(one.stdout)).toEqual([`tag/people/b.tsv:3: error: ${clash}`]);
    const all = khabar(["lexicon", "check", root]);
    expect(linesOf(all.stdout)).toEqual([
      "tag/people/a.tsv:4: error: person/b has no Arabic name",
      `tag/people/b.tsv:3: error: ${clash}`,
    ]);
  });

  test("the tables of the package: nothing that the compiler refuses", () => {
    const { stdout } = khabar(["lexicon", "check", LEXICONS]);
    const errors = linesOf(stdout).filter(
      (line) => line.includes(": error: ") && !line.includes(" is already "),
    );
    expect(errors).toEqual([]);
  });

  test("a path that is not there is wrong usage", () => {
    const { status, stdout, stderr } = khabar(["lexicon", "check", "nowhere"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("No such file or folder");
  });
});

describe("lexicon explain", () => {
  test("senses with their policies", () => {
    const { status, stdout } = khabar(["lexicon", "explain", "لبوتين"]);
    expect(status).toBe(0);
    expect(stdout).toContain("  ل + بوتين\n    name person/vladimir-putin");
    expect(stdout).toContain("counts everywhere");
    expect(stdout).toContain("president@RU 2012-05-07..");
  });

  test("one JSON line per word", () => {
    const { stdout } = khabar(["lexicon", "explain", "--json", "بوتين", "اردوجانن"]);
    const [known, unknown] = linesOf(stdout).map((line) => JSON.parse(line));
    expect(known).toMatchObject({ name: "بوتين", folded: ["بوتين"], nearest: [] });
    expect(known.readings[0].senses[0].id).toBe("person/vladimir-putin");
    expect(unknown).toMatchObject({ name: "اردوجانن", readings: [] });
  });

  test("the nearest names of a misspelled one", () => {
    expect(khabar(["lexicon", "explain", "فلاديمر بوتين"]).stdout).toContain("فلاديمير بوتين");
  });

  test.each<[name: string, word: string, sentence: string, expected: string]>([
    ["a mention", "بوتين", "وقال أردوغان لبوتين", "«لبوتين»: mention «بوتين» is person/vladimir-putin"],
    ["no mention, and why", "هادي", "تحدث بشكل هادي", "no title or office"],
    ["part of a longer name", "لبنان", "قال حاكم مصرف لبنان رياض سلامة", "«لبنان»: mention «مصرف لبنان»"],
    ["not there", "بوتين", "وصل الوزير", "it does not occur"],
  ])("--in: %s", (_, word, sentence, expected) => {
    expect(khabar(["lexicon", "explain", word, "--in", sentence]).stdout).toContain(expected);
  });

  test("no word is wrong usage", () => {
    expect(khabar(["lexicon", "explain"]).status).toBe(2);
  });
});

describe("lexicon add, tag --lexicon", () => {
  const text = jsonl({ text: "أعلنت النخيل أرباحها في بيروت" });

  test("a name of one's own is found", () => {
    const out = join(folder({}), "mine.khb");
    const added = khabar(["lexicon", "add", file("mine.tsv", NAKHEEL), "--out", out]);
    expect(added).toEqual({ status: 0, stdout: "", stderr: `${out}: entities: 1\n` });
    const [document] = documentsOf(khabar(["tag", "--lexicon", out, "--no-tagger", "--no-topics"], text));
    expect(document!.mentions.map(({ entity }) => entity)).toEqual(["organization/nakheel", "place/beirut"]);
    const [without] = documentsOf(khabar(["tag", "--no-tagger", "--no-topics"], text));
    expect(without!.mentions.map(({ entity }) => entity)).not.toContain("organization/nakheel");
  });

  test("several lexicons; the last one wins", () => {
    const outs = ["organization/one", "organization/two"].map((id) => {
      const out = join(folder({}), "mine.khb");
      khabar(["lexicon", "add", file("mine.tsv", NAKHEEL.replace("organization/nakheel", id)), "--out", out]);
      return out;
    });
    const [document] = documentsOf(
      khabar(["tag", "--no-tagger", "--lexicon", outs[0]!, "--lexicon", outs[1]!], text),
    );
    expect(document!.mentions[0]!.entity).toBe("organization/two");
  });

  test("a wrong table is not compiled", () => {
    const out = join(folder({}), "mine.khb");
    const { status, stderr } = khabar(["lexicon", "add", file("wrong.tsv", WRONG), "--out", out]);
    expect(status).toBe(1);
    expect(stderr).toContain(':2: class "singer" of person/a is no class of type person');
    expect(stderr).toContain("1 problem; ");
    expect(existsSync(out)).toBe(false);
  });

  test("a file that is no lexicon is named", () => {
    const path = file("mine.khb", "no lexicon, but longer than twenty bytes");
    const { status, stderr } = khabar(["tag", "--no-tagger", "--lexicon", path], text);
    expect(status).toBe(1);
    expect(stderr).toBe(`khabar: ${path}: Expected a khabar lexicon file; got other data\n`);
  });
});
