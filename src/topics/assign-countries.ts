import type { TopicModel } from "../data/topic-model.js";
import type { Entity, Evidence, Mention, Topic } from "../document.js";

/** An entity as far as countries care. */
export interface CountryEntity {
  readonly id: string;
  readonly type: string;
  /** Without the type; empty when unknown. */
  readonly class: string;
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
  const coefficients = model.countrySigns;
  const topics: Topic[] = [];
  if (coefficients.length === 0) return topics;
  for (const { code, inputs, evidence } of countrySigns(input)) {
    let logit = coefficients[inputs.length]! + (model.countryPriors.get(code) ?? 0);
    for (let i = 0; i < inputs.length; i++) logit += inputs[i]! * coefficients[i]!;
    const score = Math.round(1e4 / (1 + Math.exp(-logit))) / 1e4;
    if (score >= LEAST_SCORE)
      topics.push({ ...nameOf(code), kind: "country", country: code, score, evidence });
  }
  return topics;
}

/** The country topics of an article, best first. */
export function countryTopics(model: TopicModel, input: CountryInput, nameOf: CountryNames): Topic[] {
  return assignCountries(model, input, nameOf).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** Code units of the text that count as its lead. */
const LEAD = 300;
/** A first mention beyond this is as late as any. */
const LATEST = 3000;
/** Of an entity that belongs to the country beside others, a first mention counts as this much later. */
const LEAST_WEIGHT = 0.3;

/** Sums of what speaks for a country. */
interface Sums {
  share: number;
  count: number;
  title: number;
  place: number;
  organization: number;
  person: number;
  /** Salience of the country itself. */
  itself: number;
  entities: number;
  lead: number;
  first: number;
  names: number;
  demonyms: number;
  roles: number;
  namedInTitle: number;
  evidence: Evidence[];
}

/** Gathers what speaks for each country of an article, in order of first mention. */
export function countrySigns(input: CountryInput): CountrySigns[] {
  const hasTitle = input.mentions.some(({ field }) => field === "title") ? 1 : 0;
  const byCode = sumsByCode(input);
  const all = [...byCode.values()];
  const total = all.reduce((sum, { share }) => sum + share, 0) || 1;
  const totalCount = all.reduce((sum, { count }) => sum + count, 0) || 1;
  const ranked = all.map(({ share }) => share).sort((a, b) => b - a);
  const most = ranked[0] || 1e-9;
  return [...byCode].map(([code, sums]) => {
    const { share, count, evidence } = sums;
    const rank = ranked.indexOf(share);
    return {
      code,
      inputs: [
        share / most,
        share / total,
        share,
        Math.log(share / total + 0.02),
        rank === 0 ? 1 : 0,
        rank === 1 ? 1 : 0,
        rank === 2 ? 1 : 0,
        Math.log(all.length),
        all.length === 1 ? 1 : 0,
        Math.log1p(count),
        count / totalCount,
        Math.log1p(sums.entities),
        sums.title,
        hasTitle - sums.title,
        sums.namedInTitle,
        Math.sqrt(Math.min(sums.lead, 4)),
        sums.lead > 0 ? 1 : 0,
        Math.min(sums.first, LATEST) / 1000,
        Math.sqrt(sums.place),
        Math.sqrt(sums.organization),
        Math.sqrt(sums.person),
        Math.sqrt(sums.itself),
        Math.log1p(sums.names),
        Math.log1p(sums.demonyms),
        Math.log1p(sums.roles),
      ],
      evidence: evidence.sort((a, b) => b.weight - a.weight).slice(0, MOST_EVIDENCE),
    };
  });
}

function sumsByCode({ mentions, entities, linked }: CountryInput): Map<string, Sums> {
  const mentionsOf = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const list = mentionsOf.get(mention.entity);
    if (list === undefined) mentionsOf.set(mention.entity, [mention]);
    else list.push(mention);
  }
  const byCode = new Map<string, Sums>();
  linked.forEach((entity, i) => {
    const { salience, mentions: count } = entities[i]!;
    entity.countries.forEach((code, rank) => {
      const weight = rank === 0 ? 1 : SECOND / rank;
      let sums = byCode.get(code);
      if (sums === undefined) {
        sums = emptySums();
        byCode.set(code, sums);
      }
      sums.share += weight * salience;
      sums.count += weight * count;
      sums.entities++;
      if (entity.type === "place" || entity.type === "organization" || entity.type === "person")
        sums[entity.type] += weight * salience;
      if (entity.type === "place" && entity.class === "country")
        sums.itself = Math.max(sums.itself, salience);
      for (const mention of mentionsOf.get(entity.id) ?? []) addMention(sums, mention, entity.type, weight);
      sums.evidence.push({ entity: entity.id, weight: Math.round(weight * salience * 1e4) / 1e4 });
    });
  });
  return byCode;
}

function addMention(sums: Sums, { field, start, kind }: Mention, type: string, weight: number): void {
  const namesPlace = kind === "name" && type === "place";
  if (field === "title") {
    sums.title = Math.max(sums.title, weight);
    if (namesPlace) sums.namedInTitle = 1;
  } else {
    if (start < LEAD) sums.lead += weight;
    sums.first = Math.min(sums.first, start / Math.max(weight, LEAST_WEIGHT));
  }
  if (namesPlace) sums.names += weight;
  if (kind === "demonym") sums.demonyms += weight;
  if (kind === "role") sums.roles += weight;
}

function emptySums(): Sums {
  return {
    share: 0,
    count: 0,
    title: 0,
    place: 0,
    organization: 0,
    person: 0,
    itself: 0,
    entities: 0,
    lead: 0,
    first: LATEST,
    names: 0,
    demonyms: 0,
    roles: 0,
    namedInTitle: 0,
    evidence: [],
  };
}
