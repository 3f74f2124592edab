import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createKhabar, type Khabar } from "../../src/khabar.js";

let khabar: Khabar | undefined;

/** A data file of the package, as `npm run build` made it. */
export function packageData(name: "lexicon" | "tagger" | "topics" | "related"): Uint8Array {
  const path = new URL(`../../dist/data/${name}.khb.gz`, import.meta.url);
  return new Uint8Array(gunzipSync(readFileSync(path)));
}

/** A reader with the package's own lexicon and models. */
export function realKhabar(): Khabar {
  khabar ??= createKhabar({
    lexicon: packageData("lexicon"),
    tagger: packageData("tagger"),
    topics: packageData("topics"),
    related: packageData("related"),
  });
  return khabar;
}

/** An example article, as it was scraped. */
export function example(name: string): string {
  return readFileSync(new URL(`../../examples/articles/${name}.txt`, import.meta.url), "utf8");
}
