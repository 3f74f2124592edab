/** A report for people: facts, then tables. */
export interface Report {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly tables: readonly ReportTable[];
}

/** The first column holds names, the others figures unless they are said to be text. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether all columns are text. Default: false. */
  readonly isText?: boolean;
}

export function renderReportText({ facts, tables }: Report): string {
  const width = Math.max(0, ...facts.map(([name]) => name.length));
  const lines = facts.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  for (const { title, columns, rows, isText } of tables) {
    const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => row[i]!.length)));
    const pad = (cell: string, i: number): string =>
      i > 0 && isText !== true ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!);
    lines.push("", title, ...[columns, ...rows].map((row) => row.map(pad).join("  ").trimEnd()));
  }
  return `${lines.join("\n")}\n`;
}

/** Headings of the tables are of the second level. */
export function renderReportMarkdown({ title, facts, tables }: Report): string {
  const lines = [`# ${escapeMarkdown(title)}`, ""];
  lines.push("| | |", "|---|---|", ...facts.map((fact) => row(fact)));
  for (const table of tables) {
    const marks = table.columns.map((_, i) => (i > 0 && table.isText !== true ? "--:" : "---"));
    lines.push("", `## ${escapeMarkdown(table.title)}`, "", row(table.columns), `|${marks.join("|")}|`);
    lines.push(...table.rows.map(row));
  }
  return `${lines.join("\n")}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(" | ")} |`;
}

/** Text that stands for itself in a line of Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#&~]/g, "\\$&");
}
