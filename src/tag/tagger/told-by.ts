import { WORD_LISTS } from "../../data/word-lists.js";

/** Lists that tell of a name behind or before them. */
const TELLING =
  WORD_LISTS["given-names"] | WORD_LISTS.titles | WORD_LISTS["name-particles"] | WORD_LISTS["place-heads"];

/**
 * What a word tells of the one behind it, as bits: its lists and, from bit 9, its class as a trigger.
 * @param trigger 0 for none.
 */
export function toldBy(lists: number, trigger: number): number {
  return (lists & TELLING) | (trigger > 0 ? 1 << (8 + trigger) : 0);
}
