import { foldedName } from "../text/field-text.js";
import { procliticCuts } from "../text/proclitics.js";
import type { Tokens } from "../text/tokens.js";
import type { LinkedEntity } from "./entity-registry.js";

/** A person's name as it stands in an article. */
export interface PersonName {
  readonly entity: LinkedEntity;
  /** Folded words. */
  readonly words: readonly string[];
}

/** Where a name stands in a field, and how many units of its first word are proclitics. */
interface NamePlace {
  readonly firstToken: number;
  readonly endToken: number;
  readonly cut: number;
}

/**
 * Whom an unlisted person's short name means, and how much of it is proclitics then: «وكانت لوفاتو» after «ديمي لوفاتو»
 * has none, though the word alone may be read as ل and a name.
 */
export function shortFormOf(
  tokens: Tokens,
  { firstToken, endToken, cut: chosen }: NamePlace,
  names: readonly PersonName[],
): { cut: number; entity: LinkedEntity } | undefined {
  const possible = procliticCuts(tokens.units, tokens.starts[firstToken]!, tokens.ends[firstToken]!) | 1;
  for (const cut of new Set([chosen, 0, 1, 2])) {
    if (cut !== chosen && !(possible & (1 << cut))) continue;
    const entity = longerNameOf(foldedName(tokens, firstToken, endToken, cut).split(" "), names);
    if (entity !== undefined) return { cut, entity };
  }
  return undefined;
}

/**
 * Whom an unlisted person's short name means: the one person of the article whose longer name holds it, «الحوراني» after
 * «خالد الحوراني», «زلاتان» beside «زلاتان إبراهيموفيتش». Undefined when nobody's does, or two people's do.
 */
function longerNameOf(words: readonly string[], names: readonly PersonName[]): LinkedEntity | undefined {
  let found: LinkedEntity | undefined;
  for (const { entity, words: longer } of names) {
    if (longer.length <= words.length || !holds(longer, words)) continue;
    if (found !== undefined && found.id !== entity.id) return undefined;
    found = entity;
  }
  return found;
}

/** Whether the words stand side by side in the longer name. */
function holds(longer: readonly string[], words: readonly string[]): boolean {
  for (let start = 0; start + words.length <= longer.length; start++)
    if (words.every((word, i) => longer[start + i] === word)) return true;
  return false;
}
