import type { LinkedEntity } from "./entity-registry.js";

/** A person's name as it stands in an article. */
export interface PersonName {
  readonly entity: LinkedEntity;
  /** Folded words. */
  readonly words: readonly string[];
}

/**
 * Whom an unlisted person's short name means: the one person of the article whose longer name holds it, «الحوراني» after
 * «خالد الحوراني», «زلاتان» beside «زلاتان إبراهيموفيتش». Undefined when nobody's does, or two people's do.
 */
export function longerNameOf(
  words: readonly string[],
  names: readonly PersonName[],
): LinkedEntity | undefined {
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
