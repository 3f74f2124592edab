// Reads labelled pages: {id, layout, text, lines: [{text, label}]}.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface LabelledPage {
  readonly id: string;
  readonly layout: string;
  readonly text: string;
  readonly lines: readonly { readonly text: string; readonly label: "content" | "boilerplate" }[];
}

export function readPages(path: string): LabelledPage[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as LabelledPage);
}

/** Seeded random numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
