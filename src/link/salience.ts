import type { EntityType, MentionKind } from "../document.js";

/** Where a mention stands; positions are in reading order. */
export interface Position {
  readonly inTitle: boolean;
  /** Sentence of the text, 0-based. */
  readonly sentence: number;
  readonly kind: MentionKind;
  readonly type: EntityType;
}

/** A nationality says less than a name; an office stands for its holder. */
const KIND_WEIGHT: Readonly<Record<MentionKind, number>> = { name: 1, role: 0.55, demonym: 0.2 };
/**
 * Articles are about who acts and what happens more than about where. Like the other figures here, found on the
 * annotated training articles: how often the most salient entity is the one that the article is about.
 */
const TYPE_WEIGHT: Readonly<Record<EntityType, number>> = {
  person: 1.1,
  place: 0.8,
  organization: 1,
  weapon: 2,
  event: 2,
  product: 1,
  work: 0.6,
  other: 0.6,
};
/** A title names what the article is about. */
const TITLE_WEIGHT = 1.5;
/** News puts first what matters: after this many sentences a mention counts half. */
const HALF_LIFE = 3;
/** No mention of the body counts less than this. */
const FLOOR = 0.35;

/**
 * How much of an article is about each of its entities.
 *
 * The weight of a mention is that of its kind and of its entity's type times that of its place (title 1.5; text from 1
 * at the top down to 0.35, halved every 3 sentences). The weight of an entity is the sum over its mentions, times 1 + ln(number of different
 * sentences) / 4 for spread. Saliences are the weights divided by their sum.
 */
export function salienceOf(entities: readonly (readonly Position[])[]): number[] {
  const weights = entities.map((positions) => {
    let weight = 0;
    let sentences = 0;
    let previous = Number.NaN;
    for (const { inTitle, sentence, kind, type } of positions) {
      const place = inTitle ? TITLE_WEIGHT : Math.max(FLOOR, 0.5 ** (sentence / HALF_LIFE));
      weight += KIND_WEIGHT[kind] * TYPE_WEIGHT[type] * place;
      const here = inTitle ? -1 : sentence;
      if (here !== previous) sentences++;
      previous = here;
    }
    return weight * (1 + Math.log(Math.max(1, sentences)) / 4);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total === 0 ? 0 : weight / total));
}
