import { ENTITY_TYPES } from "../../data/entity-classes.js";
import type { EntityType } from "../../document.js";
import { beginLabel, insideLabel, LABEL_COUNT } from "./labels.js";

/**
 * The labels that each token of a text may have when only names of one type are annotated in it: those as they stand,
 * and anything but that type elsewhere. In a corpus that marks people alone, «القاهرة» is a place or nothing, but
 * nobody.
 * @param labels what is annotated; every name is of `type`.
 * @returns a bit by label, for each token.
 */
export function openLabels(labels: Uint8Array, type: EntityType): Uint32Array {
  const number = ENTITY_TYPES.indexOf(type);
  const others = ((1 << LABEL_COUNT) - 1) & ~(1 << beginLabel(number)) & ~(1 << insideLabel(number));
  return Uint32Array.from(labels, (label) => (label === 0 ? others : 1 << label));
}
