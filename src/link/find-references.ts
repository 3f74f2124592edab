import type { Lexicon } from "../data/lexicon.js";
import { WORD_LISTS } from "../data/word-lists.js";
import type { FieldText } from "../text/field-text.js";
import { foldedName } from "../text/field-text.js";
import { procliticReadings } from "../text/proclitics.js";
import { IN_BOILERPLATE, type Tokens, WORD } from "../text/tokens.js";
import type { LinkedEntity } from "./entity-registry.js";

/** A person's name as it stood in the article, for later references by its last part. */
export interface FullName {
  readonly entity: LinkedEntity;
  /** Folded words. */
  readonly words: readonly string[];
}

/** A later mention by surname. */
export interface Reference {
  readonly field: number;
  readonly firstToken: number;
  readonly endToken: number;
  readonly cut: number;
  readonly entity: LinkedEntity;
}

/** What a surname must not be: a word that stands everywhere. */
const NO_SURNAME =
  WORD_LISTS["function-words"] | WORD_LISTS["common-words"] | WORD_LISTS.titles | WORD_LISTS["given-names"];

/**
 * Finds people who are named again by their surname alone: «قالن» after «إبراهيم قالن», «السيسي» after «عبد الفتاح
 * السيسي». The surname is the last word of the full name; it must not be a first name or a common word, and only one
 * person of the article may bear it.
 * @param taken per field, 1 for tokens that are part of a mention.
 */
export function findReferences(
  lexicon: Lexicon,
  fields: readonly FieldText[],
  words: readonly Int32Array[],
  taken: readonly Uint8Array[],
  names: readonly FullName[],
): Reference[] {
  const bearers = bearersOf(lexicon, names);
  if (bearers.size === 0) return [];
  const first = new Set([...bearers.keys()].map((surname) => surname.charCodeAt(0)));
  const found: Reference[] = [];
  fields.forEach(({ tokens }, field) => {
    for (let token = 0; token < tokens.count; token++) {
      if (tokens.kinds[token] !== WORD || taken[field]![token] || tokens.flags[token]! & IN_BOILERPLATE)
        continue;
      if (!mayStart(tokens, token, first)) continue;
      const flags = words[field]![token]! < 0 ? 0 : lexicon.wordFlags[words[field]![token]!]!;
      if (flags & NO_SURNAME) continue;
      const reading = procliticReadings(foldedName(tokens, token, token + 1)).find(({ length, restored }) =>
        bearers.has(restored + foldedName(tokens, token, token + 1, length)),
      );
      if (reading === undefined) continue;
      const surname = reading.restored + foldedName(tokens, token, token + 1, reading.length);
      found.push({
        field,
        firstToken: token,
        endToken: token + 1,
        cut: reading.length,
        entity: bearers.get(surname)!,
      });
    }
  });
  return found;
}

/** Surnames that one person of the article bears. */
function bearersOf(lexicon: Lexicon, names: readonly FullName[]): Map<string, LinkedEntity> {
  const bearers = new Map<string, LinkedEntity>();
  const shared = new Set<string>();
  for (const { entity, words } of names) {
    const surname = words.at(-1)!;
    if (words.length < 2 || surname.length < 3) continue;
    const word = lexicon.vocabulary.indexOf(surname);
    if (word >= 0 && lexicon.wordFlags[word]! & NO_SURNAME) continue;
    const other = bearers.get(surname);
    if (other !== undefined && other.id !== entity.id) shared.add(surname);
    bearers.set(surname, entity);
  }
  for (const surname of shared) bearers.delete(surname);
  return bearers;
}

/** Whether a token can start with a surname, perhaps behind up to two proclitics: a cheap sieve. */
function mayStart(tokens: Tokens, token: number, first: ReadonlySet<number>): boolean {
  const start = tokens.starts[token]!;
  const end = tokens.ends[token]!;
  for (let i = start; i < Math.min(start + 3, end); i++) if (first.has(tokens.units[i]!)) return true;
  // «للناتو»: the article lost its alef.
  return first.has(0x627) && tokens.units[start] === 0x644;
}
