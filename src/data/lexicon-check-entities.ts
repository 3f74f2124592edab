import type { SplitWords } from "./compile-lexicon.js";
import type { EntityRow } from "./entity-row.js";
import type { Finding, Problem } from "./problems.js";
import { spellingVariants } from "./spelling/spelling-variants.js";

/** An entity's claim to a surface that counts everywhere. */
interface Claim {
  readonly entity: EntityRow;
  readonly surface: string;
}

/**
 * Unmarked surfaces that two entities claim: `alias "بوتين" is already person/vladimir-putin's (people.tsv:17)`.
 *
 * A warning where something decides between them: both rows carry a `prior`, both are places, which share names all
 * over the world («طرابلس»), or they belong to different countries, of which the article may speak («نادي النجمة»).
 * An error where nothing does: then the earlier line always wins, and the other row is never found by that name.
 */
export function findSharedSurfaces(entities: readonly EntityRow[], splitWords: SplitWords): Finding[] {
  const claims = new Map<string, Claim>();
  const findings: Finding[] = [];
  for (const entity of entities) {
    const told = new Set<string>();
    for (const [name, surface] of certainNames(entity, splitWords)) {
      const earlier = claims.get(name);
      if (earlier === undefined) {
        claims.set(name, { entity, surface });
        continue;
      }
      const other = earlier.entity;
      if (other.id === entity.id || told.has(other.id)) continue;
      told.add(other.id);
      findings.push({
        file: entity.file,
        line: entity.line,
        severity: isDecidable(entity, other) ? "warning" : "error",
        message: `${surface === entity.ar ? "name" : "alias"} "${surface}" is already ${other.id}'s (${other.file}:${other.line})`,
      });
    }
  }
  return findings;
}

function isDecidable(a: EntityRow, b: EntityRow): boolean {
  if (a.hasPrior && b.hasPrior) return true;
  if (a.type === "place" && b.type === "place") return true;
  const [one, other] = [a.countries[0], b.countries[0]];
  return one !== undefined && other !== undefined && one !== other;
}

/** Folded names of an entity that count everywhere, with the surfaces that they are written as. */
function certainNames(entity: EntityRow, splitWords: SplitWords): Map<string, string> {
  const names = new Map<string, string>();
  // As in the compiler, a surface that is repeated with a mark has that policy. «عبد الله» and «عبدالله» are one name;
  // how foreign names are respelled is left out, since no row is at fault for it.
  const origin = { english: "", foreign: false, type: entity.type };
  for (const { text, policy } of entity.surfaces) {
    for (const words of spellingVariants(splitWords(text), origin)) {
      const name = words.join(" ");
      if (policy === "always") names.set(name, text);
      else names.delete(name);
    }
  }
  return names;
}

/** Surfaces of one letter stand for too much: «م», «X». */
export function findShortSurfaces(entities: readonly EntityRow[], splitWords: SplitWords): Problem[] {
  return entities.flatMap(({ file, line, id, surfaces }) =>
    surfaces
      .filter(({ text, policy }) => policy === "always" && splitWords(text).join("").length === 1)
      .map(({ text }) => ({ file, line, message: `surface "${text}" of ${id} is a single letter` })),
  );
}

/** Wikidata items that two rows claim: one of them is wrong, or the rows are one. */
export function findSharedNumbers(entities: readonly EntityRow[]): Problem[] {
  const rows = new Map<number, EntityRow>();
  const problems: Problem[] = [];
  for (const entity of entities) {
    if (entity.wikidata === 0) continue;
    const other = rows.get(entity.wikidata);
    if (other === undefined) rows.set(entity.wikidata, entity);
    else
      problems.push({
        file: entity.file,
        line: entity.line,
        message: `wikidata Q${entity.wikidata} is already ${other.id}'s (${other.file}:${other.line})`,
      });
  }
  return problems;
}
