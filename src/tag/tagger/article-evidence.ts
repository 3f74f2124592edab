import { WORD_LISTS } from "../../data/word-lists.js";
import type { WordTable } from "./word-table.js";

/** Lists that tell of a name behind or before them. */
const TELLING =
  WORD_LISTS["given-names"] | WORD_LISTS.titles | WORD_LISTS["name-particles"] | WORD_LISTS["place-heads"];

/**
 * What stands before and behind a word wherever it occurs in a field: a surname that follows a given name once is a
 * surname everywhere. «إبراهيم قالن» at the top tells that «قالن» further down is a person.
 * @param entries of the field's tokens.
 * @returns by token: 0 for what occurs once, else lists and triggers (from bit 9) right before it, and in bits 16 and 17
 *   whether it occurs twice or more often. Matches of the lexicon are no evidence here: training hides some of them.
 */
export function articleEvidence(
  { core, lists, trigger }: WordTable,
  entries: Int32Array,
  length: number,
): Int32Array {
  let capacity = 16;
  while (capacity < 2 * length) capacity *= 2;
  const mask = capacity - 1;
  const hashes = new Int32Array(capacity);
  const bits = new Int32Array(capacity);
  const counts = new Uint16Array(capacity);
  const slots = new Int32Array(length).fill(-1);
  for (let token = 0; token < length; token++) {
    const hash = core[entries[token]!]!;
    if (hash === 0) continue;
    let slot = (hash ^ (hash >>> 13)) & mask;
    while (counts[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    if (counts[slot]! < 1000) counts[slot]!++;
    slots[token] = slot;
    if (token === 0) continue;
    const before = entries[token - 1]!;
    let told = lists[before]! & TELLING;
    if (trigger[before]! > 0) told |= 1 << (8 + trigger[before]!);
    bits[slot]! |= told;
  }
  const evidence = new Int32Array(length);
  for (let token = 0; token < length; token++) {
    const slot = slots[token]!;
    if (slot < 0) continue;
    const count = counts[slot]!;
    evidence[token] = count < 2 ? 0 : bits[slot]! | ((count > 3 ? 2 : 1) << 16);
  }
  return evidence;
}
