import { checkLexicon, type SplitWords } from "./compile-lexicon.js";
import { ENTITY_COLUMNS, type EntityRow, readEntityRow } from "./entity-row.js";
import { findSharedNumbers, findSharedSurfaces, findShortSurfaces } from "./lexicon-check-entities.js";
import { checkCharacters, checkHead, checkOrder } from "./lexicon-check-text.js";
import type { Finding, Problem } from "./problems.js";
import { readTable, type TableSource } from "./table.js";

/**
 * Checks lexicon tables for what the compiler refuses, and for what it takes but nobody meant: one name for two
 * entities, invisible signs, «ـ» or marks in a name, rows out of order.
 * @returns findings by file and line.
 */
export function reviewLexicon(sources: readonly TableSource[], splitWords: SplitWords): Finding[] {
  const findings: Finding[] = checkLexicon(sources, splitWords).problems.map((problem) => ({
    ...problem,
    severity: "error",
  }));
  const warn = (problems: readonly Problem[]): void => {
    for (const problem of problems) findings.push({ ...problem, severity: "warning" });
  };
  const entities: EntityRow[] = [];
  const sorted = [...sources].sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const source of sorted) {
    if (source.user !== true) warn(checkHead(source));
    warn(checkCharacters(source));
    if (!listsEntities(source)) continue;
    // The compiler has named what is wrong with these rows.
    const rows = readTable(source, ENTITY_COLUMNS, []);
    warn(checkOrder(rows));
    for (const row of rows) {
      const entity = readEntityRow(row, []);
      if (entity !== undefined) entities.push(entity);
    }
  }
  findings.push(...findSharedSurfaces(entities, splitWords));
  warn(findShortSurfaces(entities, splitWords));
  warn(findSharedNumbers(entities));
  return findings.sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      (a.severity < b.severity ? -1 : 1),
  );
}

/** Entity tables have ids and Arabic names; demonyms, patterns and word lists have columns of their own. */
function listsEntities({ text }: TableSource): boolean {
  const header = text.split("\n").find((line) => !line.startsWith("#") && line.trim() !== "") ?? "";
  const columns = header.replace(/\r$/, "").split("\t");
  return columns.includes("id") && columns.includes("ar");
}
