import { encodeProfile } from "./encode-profile.js";
import type { Profile } from "./profile.js";
import { columnsOf, entityWeight, PART_WEIGHTS, partsOf, similarityOf, termWeight } from "./similarity.js";

/** Why two articles are related, and how much of the similarity is owed to it. */
export interface Reason {
  readonly kind: "entity" | "topic" | "term" | "title" | "time" | "other";
  /** Of entities and topics. */
  readonly id?: string;
  /** Arabic name of the entity or topic, or the word as it stands in the article. */
  readonly name?: string;
  /** The weights of all reasons add up to the similarity. */
  readonly weight: number;
}

export interface Comparison {
  /** 0 to 1. */
  readonly similarity: number;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
}

/** How alike two articles are, and why. Symmetric; an article has similarity 1 with itself. */
export function compareProfiles(a: Profile, b: Profile): Comparison {
  const parts = partsOf(columnsOf(encodeProfile(a)), columnsOf(encodeProfile(b)));
  const similarity = similarityOf(parts);
  return { similarity, reasons: reasonsOf(a, b, parts, similarity) };
}

function reasonsOf(a: Profile, b: Profile, parts: readonly number[], similarity: number): Reason[] {
  const told = parts.map((part, i) => (Number.isNaN(part) ? 0 : PART_WEIGHTS[i]!));
  const total = told.reduce((sum, weight) => sum + weight, 0);
  const share = (i: number): number => (total === 0 || !(parts[i]! > 0) ? 0 : (told[i]! * parts[i]!) / total);
  const entities = a.entities.flatMap((entity) => {
    const other = b.entities.find(({ id }) => id === entity.id);
    if (other === undefined) return [];
    const { rarity, salience, id, name } = entity;
    const weight = entityWeight(rarity, salience) * entityWeight(other.rarity, other.salience);
    return [{ kind: "entity" as const, id, name, weight }];
  });
  const topics = a.topics.flatMap(({ id, name, score }) => {
    const other = b.topics.find((topic) => topic.id === id);
    return other === undefined ? [] : [{ kind: "topic" as const, id, name, weight: score * other.score }];
  });
  const places = new Map(Array.from(b.terms.hashes, (hash, i) => [hash, i]));
  const terms = a.terms.words.flatMap((name, i) => {
    const j = places.get(a.terms.hashes[i]!);
    if (j === undefined) return [];
    const weight =
      termWeight(a.terms.rarities[i]!, a.terms.uses[i]!) * termWeight(b.terms.rarities[j]!, b.terms.uses[j]!);
    return [{ kind: "term" as const, name, weight }];
  });
  const reasons: Reason[] = [
    ...spread(terms, share(0) + share(4)),
    ...spread(entities, share(2)),
    ...spread(topics, share(3)),
    ...(share(1) > 0 ? [{ kind: "title" as const, weight: share(1) }] : []),
  ];
  const rest = similarity - reasons.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(rest) > 1e-9) reasons.push({ kind: "other", weight: rest });
  return reasons.sort((x, y) => y.weight - x.weight);
}

/** Shares an amount among reasons by their weights. */
function spread<T extends { weight: number }>(reasons: readonly T[], amount: number): T[] {
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  return sum === 0 ? [] : reasons.map((reason) => ({ ...reason, weight: (reason.weight / sum) * amount }));
}

/** Names of a summary. */
const MOST_NAMES = 3;

/** The strongest reasons in one line: «بوتين، أردوغان، إدلب · دبلوماسية». */
export function summaryOf(reasons: readonly Reason[]): string {
  const names = (kind: Reason["kind"], most: number): string[] =>
    reasons.flatMap((reason) => (reason.kind === kind && reason.name ? [reason.name] : [])).slice(0, most);
  const entities = names("entity", MOST_NAMES);
  const leading = entities.length > 0 ? entities : names("term", MOST_NAMES);
  return [leading.join("، "), ...names("topic", 1)].filter((part) => part !== "").join(" · ");
}
