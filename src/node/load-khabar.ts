import { readFileSync } from "node:fs";
import { createKhabar, type Khabar } from "../khabar.js";

/** Reads a compiled file of this package. */
function packageData(name: string): Uint8Array {
  return readFileSync(new URL(`../data/${name}`, import.meta.url));
}

/**
 * Makes a reader with the lexicons and models of this package.
 * @example
 * import { loadKhabar } from "khabar/node";
 * const khabar = loadKhabar();
 * khabar.read({ title: "بوتين يستقبل أردوغان في سوتشي" }).entities.map((entity) => entity.id);
 */
export function loadKhabar(): Khabar {
  return createKhabar({ lexicon: packageData("lexicon.khb"), topics: packageData("topics.khb") });
}
