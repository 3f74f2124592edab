import type { TopicModel } from "../data/topic-model.js";
import type { Entity, Evidence, Mention, Topic } from "../document.js";

/** An entity as far as countries care. */
export interface CountryEntity {
  readonly id: string;
  readonly type: string;
  /** ISO 3166-1 codes, the main one first. */
  readonly countries: readonly string[];
}

interface CountryInput {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly linked: readonly CountryEntity[];
}

/** The id and names of a country topic by ISO code. */
export type CountryNames = (code: string) => { id: string; name: { ar: string; en: string } };

/** What speaks for a country in an article. */
export interface CountrySigns {
  readonly code: string;
  /** Inputs of the logistic regression. */
  readonly inputs: readonly number[];
  readonly evidence: readonly Evidence[];
}

/** Reasons given per country. */
const MOST_EVIDENCE = 6;
/** A country that an entity belongs to beside its main one speaks less. */
const SECOND = 0.4;
const LEAST_SCORE = 0.1;

/**
 * Scores the countries of an article: those that it is about, not those that it mentions once. Places, nationalities,
 * organizations and people speak for their countries with their salience.
 */
export function assignCountries(model: TopicModel, input: CountryInput, nameOf: CountryNames): Topic[] {
  const coefficients = model.countryCoefficients;
  const topics: Topic[] = [];
  for (const { code, inputs, evidence } of countrySigns(input)) {
    let logit = coefficients[inputs.length] ?? 0;
    inputs.forEach((value, i) => {
      logit += value * (coefficients[i] ?? 0);
    });
    const score = Math.round(1e4 / (1 + Math.exp(-logit))) / 1e4;
    if (score >= LEAST_SCORE)
      topics.push({ ...nameOf(code), kind: "country", country: code, score, evidence });
  }
  return topics;
}

/** Gathers what speaks for each country of an article, in order of first mention. */
export function countrySigns({ mentions, entities, linked }: CountryInput): CountrySigns[] {
  const inTitle = new Set(mentions.filter(({ field }) => field === "title").map(({ entity }) => entity));
  const hasTitle = mentions.some(({ field }) => field === "title") ? 1 : 0;
  const shares = new Map<
    string,
    { share: number; title: number; place: number; count: number; evidence: Evidence[] }
  >();
  linked.forEach((entity, i) => {
    const { salience, mentions: count } = entities[i]!;
    entity.countries.forEach((code, rank) => {
      const weight = rank === 0 ? 1 : SECOND / rank;
      let signs = shares.get(code);
      if (signs === undefined) {
        signs = { share: 0, title: 0, place: 0, count: 0, evidence: [] };
        shares.set(code, signs);
      }
      signs.share += weight * salience;
      signs.count += weight * count;
      if (inTitle.has(entity.id)) signs.title = Math.max(signs.title, weight);
      if (entity.type === "place") signs.place += weight * salience;
      signs.evidence.push({ entity: entity.id, weight: Math.round(weight * salience * 1e4) / 1e4 });
    });
  });
  const total = [...shares.values()].reduce((sum, { share }) => sum + share, 0) || 1;
  const most = Math.max(...[...shares.values()].map(({ share }) => share), 1e-9);
  return [...shares].map(([code, { share, title, place, count, evidence }]) => ({
    code,
    inputs: [
      share / most,
      share / total,
      Math.log1p(count),
      title,
      hasTitle - title,
      Math.sqrt(place),
      share === most ? 1 : 0,
    ],
    evidence: evidence.sort((a, b) => b.weight - a.weight).slice(0, MOST_EVIDENCE),
  }));
}
