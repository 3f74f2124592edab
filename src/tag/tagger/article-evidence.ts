import { CORE, MARKS, TOLD, type WordTable } from "./word-table.js";

/** A table of the words of a field by their cores, used anew for each field. */
let scratch = makeScratch(1024);

function makeScratch(capacity: number): {
  readonly hashes: Int32Array;
  readonly told: Int32Array;
  /** 0 where a slot is free. */
  readonly counts: Int32Array;
} {
  return {
    hashes: new Int32Array(capacity),
    told: new Int32Array(capacity),
    counts: new Int32Array(capacity),
  };
}

/**
 * What stands before and behind a word wherever it occurs in a field: a surname that follows a given name once is a
 * surname everywhere. «إبراهيم قالن» at the top tells that «قالن» further down is a person.
 * @param entries of the field's tokens.
 * @param evidence is filled by token: 0 for what occurs once, else what the words right before it tell, and in bits 16
 *   and 17 whether it occurs twice or more often. Matches of the lexicon are no evidence here: training hides some of
 *   them.
 */
export function articleEvidence(
  { marks }: WordTable,
  entries: Int32Array,
  length: number,
  evidence: Int32Array,
): void {
  let capacity = 16;
  while (capacity < 2 * length) capacity *= 2;
  if (scratch.counts.length < capacity) scratch = makeScratch(capacity);
  const { hashes, told, counts } = scratch;
  counts.fill(0, 0, capacity);
  const mask = capacity - 1;
  for (let token = 0; token < length; token++) {
    const hash = marks[entries[token]! * MARKS + CORE]!;
    let slot = NO_SLOT;
    if (hash !== 0) {
      slot = (hash ^ (hash >>> 13)) & mask;
      while (counts[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
      if (counts[slot]!++ === 0) {
        hashes[slot] = hash;
        told[slot] = 0;
      }
      if (token > 0) told[slot]! |= marks[entries[token - 1]! * MARKS + TOLD]!;
    }
    evidence[token] = slot;
  }
  for (let token = 0; token < length; token++) {
    const slot = evidence[token]!;
    const count = slot === NO_SLOT ? 0 : counts[slot]!;
    evidence[token] = count < 2 ? 0 : told[slot]! | ((count > 3 ? 2 : 1) << 16);
  }
}

const NO_SLOT = -1;
