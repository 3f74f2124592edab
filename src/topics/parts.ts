import { shuffled } from "./linear-svm.js";
import type { LabelExample } from "./train-labels.js";

/**
 * The part of each text, from 0: every label is in every part alike, and copies of a text are in the same one: a third
 * of the posts of a channel may be copies, and a model that saw one knows the other.
 */
export function partsOf(examples: readonly LabelExample[], folds: number, seed: number): Uint32Array {
  const order = [...shuffled(examples.length, seed)];
  const labels = examples.map((example) => [...example.labels].sort().join("\n"));
  order.sort((a, b) => (labels[a]! < labels[b]! ? -1 : labels[a]! > labels[b]! ? 1 : 0));
  const parts = new Uint32Array(examples.length);
  const partOfText = new Map<string, number>();
  let next = 0;
  for (const i of order) {
    const words = wordsOf(examples[i]!);
    const known = partOfText.get(words);
    parts[i] = known ?? next++ % folds;
    if (known === undefined) partOfText.set(words, parts[i]!);
  }
  return parts;
}

/** The folded words of a text, whatever stands between them. */
function wordsOf({ fields }: LabelExample): string {
  let words = "";
  for (const { tokens } of fields)
    for (let token = 0; token < tokens.count; token++) {
      words += " ";
      for (let at = tokens.starts[token]!; at < tokens.ends[token]!; at++)
        words += String.fromCharCode(tokens.units[at]!);
    }
  return words;
}
