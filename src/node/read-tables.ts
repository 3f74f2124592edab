import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { TableSource } from "../data/table.js";

/** The folders of `lexicons/` whose tables are compiled. */
const ROOMS: readonly string[] = ["tag", "link"];

/**
 * Reads every table of a lexicon folder: those under `tag/` and `link/`, or all of them where it has neither, as a
 * folder of a user's own entity tables, whose rows need no English name and no source.
 * @throws Error of node:fs when the folder cannot be read.
 */
export function readTables(folder: string): TableSource[] {
  const rooms = ROOMS.filter((room) => existsSync(join(folder, room)));
  const folders = rooms.length > 0 ? rooms : [""];
  const user = rooms.length === 0;
  return folders.flatMap((room) =>
    readdirSync(join(folder, room), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsv"))
      .map((name) => readTableFile(folder, join(room, name), user)),
  );
}

/**
 * Reads tables and folders of tables by their paths. A file of a lexicon folder (`lexicons/tag/demonyms.tsv`) keeps
 * the name that says what it holds (`tag/demonyms.tsv`); any other file is a user's own table of entities, under its own path.
 */
export function readTableFiles(paths: readonly string[]): TableSource[] {
  return paths.flatMap((path) => {
    if (statSync(path).isDirectory()) return readTables(path);
    const root = lexiconFolderOf(path);
    return [readTableFile(root ?? "", root === undefined ? path : relative(root, path), root === undefined)];
  });
}

/** The lexicon folder that a table belongs to: `lexicons` for `lexicons/tag/people/gulf.tsv`; undefined when none. */
export function lexiconFolderOf(path: string): string | undefined {
  const parts = path.split(/[\\/]/);
  for (let i = parts.length - 2; i >= 0; i--)
    if (ROOMS.includes(parts[i]!)) return parts.slice(0, i).join(sep) || (path.startsWith("/") ? "/" : ".");
  return undefined;
}

function readTableFile(folder: string, name: string, user: boolean): TableSource {
  const text = readFileSync(folder === "" ? name : join(folder, name), "utf8");
  const file = name.split(sep).join("/");
  return user ? { file, text, user } : { file, text };
}
