import {
  type ClusterColumns,
  encodeTaggerModel,
  TaggerModel,
  type TaggerModelParts,
} from "../../data/tagger-model.js";
import { LABEL_COUNT } from "./labels.js";
import type { TrainedWeights } from "./train-tagger.js";

/** Weights beyond this are cut down to it: a rare word seen once or twice should not decide alone. */
const LARGEST_WEIGHT = 2.5;
/** Steps from zero to the largest weight: what a signed byte holds. */
const STEPS = 127;
/**
 * Rows with no weight of at least this many steps are left out: they say little and take room. It is a share of the
 * largest weight, not a size, since the weights that a few articles give are all small.
 */
const FEWEST_STEPS = 12;

/** Trained weights as the parts of a model: bytes in place of floats, rows that say little left out. */
export function packWeights(
  { weights, transitions, screen }: TrainedWeights,
  clusters: ClusterColumns,
  provenance: Readonly<Record<string, unknown>>,
): TaggerModelParts {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const step = Math.min(largest, LARGEST_WEIGHT) / STEPS || 1;
  const inSteps = (column: Float32Array): Int8Array =>
    Int8Array.from(column, (weight) => Math.max(-STEPS, Math.min(STEPS, Math.round(weight / step))));
  const packed = inSteps(weights);
  for (let row = 0; row < packed.length; row += LABEL_COUNT) {
    const slice = packed.subarray(row, row + LABEL_COUNT);
    if (!slice.some((weight) => Math.abs(weight) >= FEWEST_STEPS)) slice.fill(0);
  }
  return {
    ...clusters,
    weights: packed,
    screen: inSteps(screen),
    step,
    transitions,
    labels: LABEL_COUNT,
    provenance,
  };
}

/** A model without weights, for reading signs before there are any. */
export function blankModel(clusters: ClusterColumns): TaggerModel {
  const weights = new Int8Array(32 * LABEL_COUNT);
  const transitions = new Float32Array(LABEL_COUNT ** 2);
  const screen = new Int8Array(32);
  const parts = { ...clusters, weights, screen, step: 1, transitions, labels: LABEL_COUNT, provenance: {} };
  return new TaggerModel(encodeTaggerModel(parts));
}
