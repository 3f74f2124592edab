/** What a rule makes of one UTF-16 code unit. */
export type Replacement =
  /** The units that stand for it, one or more. */
  | string
  /** Nothing; it belongs to the letter before it and stays in that letter's span (marks, tatweel). */
  | typeof ATTACHED
  /** Nothing; it belongs to no letter and falls out of spans that end or start beside it (zero-width signs). */
  | typeof DROPPED;

export const ATTACHED = 0;
export const DROPPED = 1;

/** A folding rule that looks at one code unit at a time. */
export interface CharacterRule {
  /** An imperative verb and its object. */
  readonly name: string;
  /** Why two spellings count as one. */
  readonly reason: string;
  /** Raw and folded form. */
  readonly example: readonly [raw: string, folded: string];
  /** Every code unit that the rule changes. */
  readonly replacements: ReadonlyMap<number, Replacement>;
}

/** Pairs each character of `from` with the one at the same place in `to` (or with the one character that `to` is). */
export function pairs(from: string, to: string): ReadonlyMap<number, Replacement> {
  const map = new Map<number, Replacement>();
  for (let i = 0; i < from.length; i++) map.set(from.charCodeAt(i), to.length === 1 ? to : to[i]!);
  return map;
}

/** Gives every code unit of the inclusive ranges the same replacement. */
export function ranges(
  list: readonly (readonly [first: number, last: number])[],
  replacement: Replacement,
): ReadonlyMap<number, Replacement> {
  const map = new Map<number, Replacement>();
  for (const [first, last] of list) for (let unit = first; unit <= last; unit++) map.set(unit, replacement);
  return map;
}
