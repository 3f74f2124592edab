import { readFileSync } from "node:fs";
import { createKhabar, type Khabar } from "../../src/khabar.js";

let khabar: Khabar | undefined;

/** A reader with the package's own lexicon and topic model, as `npm run build` made them. */
export function realKhabar(): Khabar {
  const bytes = (name: string): Uint8Array =>
    new Uint8Array(readFileSync(new URL(`../../dist/data/${name}`, import.meta.url)));
  khabar ??= createKhabar({ lexicon: bytes("lexicon.khb"), topics: bytes("topics.khb") });
  return khabar;
}

/** An example article, as it was scraped. */
export function example(name: string): string {
  return readFileSync(new URL(`../../examples/articles/${name}.txt`, import.meta.url), "utf8");
}
