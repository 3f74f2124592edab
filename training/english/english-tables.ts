// The text of src/data/english/tables.generated.ts, from the rows of lexicons/english/.
import { readRows } from "../read-rows.js";

/** A table as it stands on disk: `demonyms.tsv` or `words/titles.tsv`, and its text. */
export interface EnglishTable {
  readonly name: string;
  readonly text: string;
}

const HEADERS: Readonly<Record<string, string>> = {
  "aliases.tsv": "id\taliases\tsource",
  "bodies.tsv": "slug\tforms\tsource",
  "demonyms.tsv": "id\tforms\tsource",
  "offices.tsv": "office\tforms\tsource",
  "twins.tsv": "words\tsource",
};
const WORD_HEADER = "word\tsource";

/** Checks the rows and writes the module; throws `file:line what was found, what was expected`. */
export function englishModule(tables: readonly EnglishTable[]): string {
  const lines = [
    "// Generated from lexicons/english by training/english/generate-tables.ts; do not edit.",
    "",
    "/** Rows of a table: its key, and what the table says of it, separated by bars. */",
    "export type EnglishRows = readonly (readonly [key: string, forms: string])[];",
  ];
  for (const table of tables.filter(({ name }) => name in HEADERS)) {
    const rows = sortedRows(table, HEADERS[table.name]!);
    const name = table.name.replace(".tsv", "");
    if (name === "twins")
      lines.push("", `export const twins: readonly string[] = ${list(rows.map(([words]) => words!))};`);
    else
      lines.push(
        "",
        `export const ${name}: EnglishRows = [`,
        ...rows.map(([key, forms]) => `  [${JSON.stringify(key)}, ${JSON.stringify(forms)}],`),
        "];",
      );
  }
  lines.push(
    "",
    "/** Words by the list that they stand in, separated by spaces. */",
    "export const words = {",
  );
  for (const table of tables.filter(({ name }) => name.startsWith("words/"))) {
    const rows = sortedRows(table, WORD_HEADER);
    const name = table.name.replace(/^words\/|\.tsv$/g, "");
    lines.push(`  ${JSON.stringify(name)}: ${JSON.stringify(rows.map(([word]) => word).join(" "))},`);
  }
  return [...lines, "} as const;", ""].join("\n");
}

function list(items: readonly string[]): string {
  return `[\n${items.map((item) => `  ${JSON.stringify(item)},\n`).join("")}]`;
}

/** Rows whose cells are all filled, sorted by the first one. */
function sortedRows({ name, text }: EnglishTable, header: string): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const { cells, fail } of readRows(name, text, header)) {
    if (cells.length !== header.split("\t").length || cells.some((cell) => cell.trim() === ""))
      fail(`a row has the cells ${header.split("\t").join(", ")}, and none is empty`);
    const previous = rows.at(-1)?.[0];
    if (previous !== undefined && previous >= cells[0]!)
      fail(`"${cells[0]}" stands behind "${previous}"; rows are sorted and distinct`);
    rows.push(cells);
  }
  return rows;
}
