import type { Problem } from "./problems.js";

/** A lexicon table as it stands on disk. */
export interface TableSource {
  /** Path from the lexicons folder, with slashes: `tag/people/gulf.tsv`. */
  readonly file: string;
  readonly text: string;
  /** A user's own table: its rows need no English name and no source. Default: false. */
  readonly user?: boolean;
}

/** One entry of a table. */
export interface Row {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Whether the row is of a user's own table. */
  readonly user: boolean;
  /** The cell of a column; empty when the table has no such column. */
  get(column: string): string;
}

/**
 * Reads a table: tab-separated, the first line that is no comment names the columns, lines that start with `#` are
 * comments.
 * @param known every column that the table may have; others are problems.
 */
export function readTable(source: TableSource, known: readonly string[], problems: Problem[]): Row[] {
  const rows: Row[] = [];
  let columns: Map<string, number> | undefined;
  const { file, user = false } = source;
  source.text.split("\n").forEach((content, i) => {
    const line = i + 1;
    const text = content.endsWith("\r") ? content.slice(0, -1) : content;
    if (text.startsWith("#") || text.trim() === "") return;
    const cells = text.split("\t");
    if (columns === undefined) {
      columns = new Map(cells.map((name, index) => [name, index]));
      for (const name of cells)
        if (!known.includes(name))
          problems.push({ file, line, message: `unknown column "${name}"; expected ${known.join(", ")}` });
      return;
    }
    const named = columns;
    if (cells.length !== named.size) {
      problems.push({ file, line, message: `${cells.length} cells; the header names ${named.size}` });
      return;
    }
    rows.push({ file, line, user, get: (column) => cells[named.get(column) ?? -1] ?? "" });
  });
  return rows;
}

/** The parts of a cell that holds a list. */
export function listOf(cell: string): string[] {
  return cell === "" ? [] : cell.split("|");
}
