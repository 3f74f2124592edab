import { encodeProfile } from "./encode-profile.js";
import type { Profile } from "./profile.js";
import { COVER, ENTITIES, Matcher, NAMES, RARE, SUBJECTS, TERMS, TITLE } from "./similarity.js";
import * as table from "./term-weights.js";

/** Why two articles are related, and how much of the similarity is owed to it. */
export interface Reason {
  /** `time` takes away; `other` is what shared words have no name here add, and what is left of the longest lists. */
  readonly kind: "entity" | "topic" | "term" | "title" | "time" | "other";
  /** Of entities and topics. */
  readonly id?: string;
  /** Arabic name of an entity or topic; a term as it stands in the article. */
  readonly name?: string;
  /** In the space of similarities: the weights of all reasons add up to the similarity. */
  readonly weight: number;
}

export interface Comparison {
  /** 0 to 1. */
  readonly similarity: number;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
}

/**
 * How alike two articles are, and why. Symmetric but for the names of terms, which are those of `a`; an article has
 * similarity 1 with itself.
 * @example
 * const [a, b] = [{ text: "وقال أردوغان لبوتين" }, { text: "بوتين يستقبل أردوغان" }].map((x) => khabar.profile(x));
 * compareProfiles(a, b).reasons[0].name;
 */
export function compareProfiles(a: Profile, b: Profile): Comparison {
  const matcher = new Matcher(a);
  const similarity = matcher.compare(encodeProfile(b));
  return { similarity, reasons: reasonsOf(a, b, matcher, similarity) };
}

/** Reasons of a kind that are named one by one. */
const MOST_NAMED = 8;
/** Less than this of a similarity is no reason of its own. */
const LEAST = 0.002;

/** Splits the similarity of the matcher's last comparison into reasons. */
export function reasonsOf(a: Profile, b: Profile, matcher: Matcher, similarity: number): Reason[] {
  const share = (part: number | undefined): number =>
    matcher.weights[part!]! > 0 ? matcher.weights[part!]! * matcher.parts[part!]! : 0;
  const reasons: Reason[] = [
    ...spread(sharedTerms(a, b), share(TERMS) + share(RARE) + share(COVER)),
    ...spread(sharedEntities(a, b), share(ENTITIES) + share(NAMES)),
    ...spread(sharedSubjects(a, b), share(SUBJECTS)),
    ...(share(TITLE) > 0 ? [{ kind: "title" as const, weight: share(TITLE) }] : []),
  ];
  const rest = similarity - reasons.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(rest) > 1e-8) reasons.push({ kind: "other", weight: rest });
  return reasons.sort((x, y) => y.weight - x.weight);
}

function sharedTerms(a: Profile, b: Profile): Reason[] {
  const places = new Map<number, number>();
  b.terms.hashes.forEach((hash, i) => {
    places.set(hash, i);
  });
  const reasons: Reason[] = [];
  a.terms.hashes.forEach((hash, i) => {
    const j = places.get(hash);
    if (j === undefined) return;
    const name = a.terms.words[i] ?? b.terms.words[j];
    const weight = strengthOf(a, i) * strengthOf(b, j);
    reasons.push(name === undefined ? { kind: "other", weight } : { kind: "term", name, weight });
  });
  return reasons;
}

function strengthOf({ terms }: Profile, i: number): number {
  return table.DAMPED_USES[terms.uses[i]!]! * table.FULL_RARITY[terms.rarities[i]!]!;
}

function sharedEntities(a: Profile, b: Profile): Reason[] {
  return a.entities.flatMap(({ id, name, rarity, salience }) => {
    const other = b.entities.find((entity) => entity.id === id);
    if (other === undefined) return [];
    const weight =
      table.ENTITY_RARITY[rarity]! ** 2 * table.SALIENCE[salience]! * table.SALIENCE[other.salience]!;
    return [{ kind: "entity" as const, id, name, weight }];
  });
}

function sharedSubjects(a: Profile, b: Profile): Reason[] {
  return a.topics.flatMap(({ id, kind, name, score }) => {
    const other = kind === "subject" ? b.topics.find((topic) => topic.id === id) : undefined;
    return other === undefined ? [] : [{ kind: "topic" as const, id, name, weight: score * other.score }];
  });
}

/** Shares an amount among reasons by their weights; the weakest are left to `other`. */
function spread(reasons: readonly Reason[], amount: number): Reason[] {
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  if (sum === 0) return [];
  return reasons
    .filter(({ kind }) => kind !== "other")
    .map((reason) => ({ ...reason, weight: (reason.weight / sum) * amount }))
    .filter(({ weight }) => weight >= LEAST)
    .sort((x, y) => y.weight - x.weight)
    .slice(0, MOST_NAMED);
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
