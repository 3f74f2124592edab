import type { Problem } from "./problems.js";
import type { Row, TableSource } from "./table.js";

/**
 * What a cell may not hold, with the words that say so; the first that fits is named. Tatweel is ornament, but for
 * «الـ20», which is how papers join the article to a number.
 */
const SUSPICIOUS: readonly (readonly [sign: RegExp, message: string])[] = [
  [/[\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/u, "an invisible sign"],
  [/\u0640(?!\d)/u, "tatweel «ـ»"],
  [/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/u, "marks, which folding drops"],
  [/[\ufb50-\ufdff\ufe70-\ufefc]/u, "presentation forms"],
  [/ {2}/u, "two spaces side by side"],
  [/^ | $|\| | \||\^ | \^/u, "a space at the edge of a name"],
  [
    /\p{Script=Latin}\p{Script=Arabic}|\p{Script=Arabic}\p{Script=Latin}/u,
    "Latin and Arabic letters in one word",
  ],
];

/** A table opens with comments that say what it holds and where that comes from: `# provenance: ...`. */
export function checkHead({ file, text }: TableSource): Problem[] {
  const head: string[] = [];
  for (const line of text.split("\n")) {
    if (!line.startsWith("#")) break;
    head.push(line);
  }
  if (head.some((line) => /^#\s*provenance\b/.test(line))) return [];
  return [{ file, line: 1, message: "no provenance; a table opens with a line `# provenance: ...`" }];
}

/** Signs in a table that are seldom meant: «بوتيـن», «بوتين » with a space behind it, «اaحمد». */
export function checkCharacters({ file, text }: TableSource): Problem[] {
  const problems: Problem[] = [];
  let columns: readonly string[] | undefined;
  text.split("\n").forEach((content, i) => {
    const line = content.replace(/\r$/, "");
    if (line.startsWith("#") || line.trim() === "") return;
    const cells = line.split("\t");
    if (columns === undefined) {
      columns = cells;
      return;
    }
    cells.forEach((cell, index) => {
      const column = columns?.[index] ?? "";
      if (column === "note") return;
      for (const [sign, what] of SUSPICIOUS)
        if (sign.test(cell)) {
          const name = column === "" ? "cell" : column;
          problems.push({ file, line: i + 1, message: `${name} ${quoteAround(cell, sign)} holds ${what}` });
          break;
        }
    });
  });
  return problems;
}

/** Rows stand in the order of their ids, so that two people who add one put it in the same place. */
export function checkOrder(rows: readonly Row[]): Problem[] {
  const late = rows.filter((row, i) => i > 0 && row.get("id") < rows[i - 1]!.get("id"));
  const first = late[0];
  if (first === undefined) return [];
  const before = rows[rows.indexOf(first) - 1]!;
  const more = late.length > 1 ? `, and ${late.length - 1} more` : "";
  const message = `${first.get("id")} stands after ${before.get("id")}; rows are sorted by id${more}`;
  return [{ file: first.file, line: first.line, message }];
}

/** The part of a list that a sign stands in, with invisible signs spelled out: "بوتين\u200f". */
function quoteAround(cell: string, sign: RegExp): string {
  const part = cell.split("|").find((name) => sign.test(name)) ?? cell;
  const visible = part.replace(
    /[\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/gu,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `"${visible}"`;
}
