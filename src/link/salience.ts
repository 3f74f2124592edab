import type { MentionKind } from "../document.js";

/** Where a mention stands. */
export interface Position {
  readonly inTitle: boolean;
  /** Sentence of the text, 0-based. */
  readonly sentence: number;
  readonly kind: MentionKind;
}

/** A nationality says less than a name; an office stands for its holder. */
const KIND_WEIGHT: Readonly<Record<MentionKind, number>> = { name: 1, role: 0.7, demonym: 0.25 };
/** A title names what the article is about: as much as three mentions at the top of the text. */
const TITLE_WEIGHT = 3;
/** News puts first what matters: after this many sentences a mention counts half. */
const HALF_LIFE = 6;
/** No mention of the body counts less than this. */
const FLOOR = 0.3;

/**
 * How much of an article is about each of its entities.
 *
 * The weight of a mention is that of its kind times that of its place (title 3; text from 1 at the top down to 0.3,
 * halved every 6 sentences). The weight of an entity is the sum over its mentions, times 1 + ln(number of different
 * sentences) / 4 for spread. Saliences are the weights divided by their sum.
 */
export function salienceOf(entities: readonly (readonly Position[])[]): number[] {
  const weights = entities.map((positions) => {
    let weight = 0;
    const sentences = new Set<number>();
    for (const { inTitle, sentence, kind } of positions) {
      const place = inTitle ? TITLE_WEIGHT : Math.max(FLOOR, 0.5 ** (sentence / HALF_LIFE));
      weight += KIND_WEIGHT[kind] * place;
      sentences.add(inTitle ? -1 : sentence);
    }
    return weight * (1 + Math.log(Math.max(1, sentences.size)) / 4);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total === 0 ? 0 : weight / total));
}
