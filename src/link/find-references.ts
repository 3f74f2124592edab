import type { Lexicon } from "../data/lexicon.js";
import { extendHash, hashUnits } from "../data/vocabulary.js";
import { WORD_LISTS } from "../data/word-lists.js";
import type { FieldText } from "../text/field-text.js";
import { isSwallowedArticle, MAX_PROCLITICS, procliticCuts } from "../text/proclitics.js";
import { IN_BOILERPLATE, type Tokens, WORD } from "../text/tokens.js";
import type { LinkedEntity } from "./entity-registry.js";

const ALEF = 0x627;
/** The surname of «حسن نصر الله» is two words. */
const GOD = "الله";

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
  const found: Reference[] = [];
  fields.forEach(({ tokens }, field) => {
    for (let token = 0; token < tokens.count; token++) {
      if (tokens.kinds[token] !== WORD || taken[field]![token] || tokens.flags[token]! & IN_BOILERPLATE)
        continue;
      const word = words[field]![token]!;
      if (lexicon.flagsOf(word) & NO_SURNAME) continue;
      const bearer = bearerAt(tokens, token, bearers);
      if (bearer === undefined) continue;
      found.push({ field, firstToken: token, endToken: token + 1, ...bearer });
    }
  });
  return found;
}

/** Who bears a surname, by the hash of its units. */
type Bearers = ReadonlyMap<number, { readonly units: Uint16Array; readonly entity: LinkedEntity }>;

/** The one whose surname a token is, with how much of the token is proclitics. */
function bearerAt(
  tokens: Tokens,
  token: number,
  bearers: Bearers,
): { entity: LinkedEntity; cut: number } | undefined {
  const { units } = tokens;
  const start = tokens.starts[token]!;
  const end = tokens.ends[token]!;
  const cuts = procliticCuts(units, start, end) | 1;
  let hash = 0;
  let found: { entity: LinkedEntity; cut: number } | undefined;
  for (let i = end - 1; i >= start; i--) {
    hash = extendHash(hash, units[i]!);
    const cut = i - start;
    if (cut > MAX_PROCLITICS || !(cuts & (1 << cut))) continue;
    // The reading that cuts less wins: it comes last.
    const plain = bearers.get(hash);
    if (plain !== undefined && endsWith(units, i, end, plain.units, 0)) found = { entity: plain.entity, cut };
    if (!isSwallowedArticle(units, i, end)) continue;
    // «للأسد»: the article lost its alef.
    const article = bearers.get(extendHash(hash, ALEF));
    if (article !== undefined && endsWith(units, i, end, article.units, 1))
      found = { entity: article.entity, cut };
  }
  return found;
}

/** Whether units `[start, end)` are a surname without its first `skip` units. */
function endsWith(
  units: Uint16Array,
  start: number,
  end: number,
  surname: Uint16Array,
  skip: number,
): boolean {
  if (surname.length - skip !== end - start) return false;
  for (let i = start; i < end; i++) if (units[i] !== surname[i - start + skip]) return false;
  return true;
}

/** Surnames that one person of the article bears. */
function bearersOf(lexicon: Lexicon, names: readonly FullName[]): Bearers {
  const bearers = new Map<string, LinkedEntity>();
  const shared = new Set<string>();
  for (const { entity, words } of names) {
    const surname = words.at(-1)!;
    if (words.length < 2 || surname.length < 3 || surname === GOD) continue;
    const word = lexicon.vocabulary.indexOf(surname);
    if (lexicon.flagsOf(word) & NO_SURNAME) continue;
    const other = bearers.get(surname);
    if (other !== undefined && other.id !== entity.id) shared.add(surname);
    bearers.set(surname, entity);
  }
  const byHash = new Map<number, { units: Uint16Array; entity: LinkedEntity }>();
  for (const [surname, entity] of bearers) {
    if (shared.has(surname)) continue;
    const units = Uint16Array.from(surname, (letter) => letter.charCodeAt(0));
    byHash.set(hashUnits(units, 0, units.length), { units, entity });
  }
  return byHash;
}
