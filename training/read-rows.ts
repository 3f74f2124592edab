/** A row of a table, and how to refuse it. */
export interface TableRow {
  readonly cells: readonly string[];
  /** Throws `file:line message`. */
  fail(message: string): never;
}

/** The rows of a table behind its header, without comments and empty lines; throws when the header is another. */
export function readRows(name: string, text: string, header: string): TableRow[] {
  const rows: TableRow[] = [];
  let headerSeen = false;
  text.split("\n").forEach((line, index) => {
    if (line === "" || line.startsWith("#")) return;
    const fail = (message: string): never => {
      throw new Error(`${name}:${index + 1}: ${message}`);
    };
    if (headerSeen) rows.push({ cells: line.split("\t"), fail });
    else if (line !== header) fail(`the header is "${line}", expected "${header}"`);
    headerSeen = true;
  });
  return rows;
}
