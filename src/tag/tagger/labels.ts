import { ENTITY_TYPES } from "../../data/entity-classes.js";

/** Outside of every name. */
export const OUTSIDE = 0;
/** O, then B- and I- of each type: B of type t is 1 + 2t, I is 2 + 2t. */
export const LABEL_COUNT = 1 + 2 * ENTITY_TYPES.length;

export function beginLabel(type: number): number {
  return 1 + 2 * type;
}
export function insideLabel(type: number): number {
  return 2 + 2 * type;
}
/** The type of a label other than O. */
export function typeOfLabel(label: number): number {
  return (label - 1) >> 1;
}
export function isInside(label: number): boolean {
  return label > 0 && label % 2 === 0;
}
/** Whether `next` may follow `label`: a name goes on only as what it began. */
export function mayFollow(label: number, next: number): boolean {
  return !isInside(next) || (label > 0 && typeOfLabel(label) === typeOfLabel(next));
}
