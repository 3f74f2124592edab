/** Spreads a hash over all 32 bits (the finalizer of MurmurHash3). */
export function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** One step of FNV-1a. */
export function step(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}

const SEED = 0x811c9dc5;

/** The hash of units `[start, end)`; 0 is never returned. */
export function hashUnits(units: ArrayLike<number>, start: number, end: number): number {
  let hash = SEED;
  for (let i = start; i < end; i++) hash = step(hash, units[i]!);
  return mix(hash) || 1;
}

/** The hash of a string, such as an entity's id; 0 is never returned. */
export function hashString(text: string): number {
  let hash = SEED;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return mix(hash) || 1;
}

/** The hash of two hashes, in either order. */
export function hashPair(a: number, b: number): number {
  return mix(step(mix(Math.min(a, b)), Math.max(a, b)));
}
