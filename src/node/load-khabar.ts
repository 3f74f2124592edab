import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
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
}

/**
 * Makes a reader with the lexicons and models of this package.
 * @example
 * import { loadKhabar } from "khabar/node";
 * const khabar = loadKhabar();
 * khabar.read({ title: "بوتين يستقبل أردوغان في سوتشي" }).entities.map((entity) => entity.id);
 */
export function loadKhabar({ tagger = true, topics = true }: LoadOptions = {}): Khabar {
  return createKhabar({
    lexicon: readPackageData("lexicon"),
    ...(tagger ? { tagger: readPackageData("tagger") } : {}),
    ...(topics ? { topics: readPackageData("topics") } : {}),
  });
}
