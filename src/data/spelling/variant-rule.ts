/** What a rule may know of the entity whose name it respells. */
export interface NameOrigin {
  /** English name, lower case. */
  readonly english: string;
  /** Whether the name was written in another script first: «أنغيلا ميركل», not «عمر البشير». */
  readonly foreign: boolean;
  readonly type: string;
}

/** A rule that gives further spellings of a folded name, as words. Pure; an empty list when it does not apply. */
export interface VariantRule {
  readonly name: string;
  /** A name and a spelling of it that papers print, both as written. */
  readonly example: readonly [name: string, variant: string];
  /** What a spelling costs: 1 for one that papers print side by side, 2 for a rarer one. */
  readonly cost: number;
  respell(words: readonly string[], origin: NameOrigin): readonly (readonly string[])[];
}

/** The words with `remove` of them from `at` replaced. */
export function splice(words: readonly string[], at: number, remove: number, ...insert: string[]): string[] {
  return [...words.slice(0, at), ...insert, ...words.slice(at + remove)];
}

/** The name with every word changed in the same way; none when nothing changes. */
export function mapWords(words: readonly string[], change: (word: string) => string): string[][] {
  const changed = words.map(change);
  return changed.some((word, i) => word !== words[i]) ? [changed] : [];
}
