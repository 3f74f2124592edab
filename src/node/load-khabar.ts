import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { DataFormatError } from "../data/container.js";
import { createKhabar, type Khabar } from "../khabar.js";

/** The files that the package ships, by what they hold. */
export type DataName = "lexicon" | "tagger" | "topics";

/** Reads and unzips a compiled file of this package. */
export function readPackageData(name: DataName): Uint8Array {
  return gunzipSync(readFileSync(new URL(`../data/${name}.khb.gz`, import.meta.url)));
}

export interface LoadOptions {
  /** Whether the statistical tagger is loaded. Default: true. */
  readonly tagger?: boolean;
  /** Whether the topic model is loaded. Default: true. */
  readonly topics?: boolean;
  /** Files that `khabar lexicon add` made, to be used on top of the package's lexicon; the last one wins. Default: none. */
  readonly lexicons?: readonly string[];
}

/**
 * Makes a reader with the lexicons and models of this package.
 * @throws DataFormatError when one of `lexicons` is none; the message names the file.
 * @example
 * import { loadKhabar } from "khabar/node";
 * const khabar = loadKhabar();
 * khabar.read({ title: "بوتين يستقبل أردوغان في سوتشي" }).entities.map((entity) => entity.id);
 */
export function loadKhabar({ tagger = true, topics = true, lexicons = [] }: LoadOptions = {}): Khabar {
  const khabar = createKhabar({
    lexicon: readPackageData("lexicon"),
    ...(tagger ? { tagger: readPackageData("tagger") } : {}),
    ...(topics ? { topics: readPackageData("topics") } : {}),
  });
  return lexicons.reduce((reader, file) => addLexicon(reader, file), khabar);
}

/** Lays a compiled lexicon over a reader's, gzipped or not. */
function addLexicon(khabar: Khabar, file: string): Khabar {
  const bytes = readFileSync(file);
  try {
    return khabar.withLexicon(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);
  } catch (error) {
    if (error instanceof DataFormatError) throw new DataFormatError(`${file}: ${error.message}`);
    throw error;
  }
}
