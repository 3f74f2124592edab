import { featureNames, lineFeatures, type PageContext } from "./line-features.js";
import { lineWeights } from "./line-weights.generated.js";

/** The weight sums of all lines of a page, and the costs of passing from content to boilerplate and back. */
export interface LineScores {
  readonly scores: Float64Array;
  readonly enter: number;
  readonly leave: number;
}

/** Weights in the order of `featureNames`; the last two are `enter` and `leave`. */
function weightColumn(named: { readonly [feature: string]: number }): Float64Array {
  return Float64Array.from([...featureNames, "enter", "leave"], (name) => named[name] ?? 0);
}

let shared: Float64Array | undefined;

/** Sums the weights of every line's features. */
export function lineScores(context: PageContext, given?: Float64Array): LineScores {
  shared ??= weightColumn(lineWeights);
  const weights = given ?? shared;
  const count = context.page.lines.count;
  const scores = new Float64Array(count);
  const active = new Int32Array(featureNames.length);
  for (let i = 0; i < count; i++) {
    const n = lineFeatures(context, i, active);
    let sum = 0;
    for (let k = 0; k < n; k++) sum += weights[active[k] ?? 0] ?? 0;
    scores[i] = sum;
  }
  return { scores, enter: weights[featureNames.length] ?? 0, leave: weights[featureNames.length + 1] ?? 0 };
}
