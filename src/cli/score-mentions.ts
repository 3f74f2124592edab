import { ENTITY_TYPES } from "../data/entity-classes.js";
import type { AnnotatedArticle, AnnotatedMention, EntityType, Field } from "../document.js";
import type { Span } from "../text/span.js";
import { Reliability } from "./reliability.js";

/** A name that was found; offsets as in the annotation. */
export interface FoundMention extends Span {
  readonly field: Field;
  readonly type: EntityType;
  readonly confidence: number;
}

/** What was annotated, what was found, and what was both. */
export interface Counts {
  gold: number;
  found: number;
  right: number;
}

/** Precision, recall and F1 of counts, from 0 to 1; 0 where there is nothing to divide by. */
export interface Score extends Readonly<Counts> {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * How a name can be wrong: an annotated name that no found one touches; a found one that touches no annotated one; one at the
 * very place, of another type; one that overlaps and is longer or shorter, of whatever type.
 */
export const ERROR_CLASSES = ["missed", "invented", "wrong type", "wrong boundary"] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];

/** One error with the article that it is in. */
export interface MentionError {
  readonly article: AnnotatedArticle;
  readonly gold?: AnnotatedMention;
  readonly found?: FoundMention;
}

/** Types that are pooled beside all of them. */
const PEOPLE_PLACES_ORGANIZATIONS: readonly EntityType[] = ["person", "place", "organization"];

/** Compares found names with annotated ones: a name is right when field, start, end and type agree. */
export class MentionScores {
  readonly reliability = new Reliability();
  readonly errors: Readonly<Record<ErrorClass, MentionError[]>> = {
    missed: [],
    invented: [],
    "wrong type": [],
    "wrong boundary": [],
  };
  private readonly counts = new Map(ENTITY_TYPES.map((type) => [type, { gold: 0, found: 0, right: 0 }]));

  add(article: AnnotatedArticle, found: readonly FoundMention[]): void {
    for (const field of ["title", "text"] as const)
      this.addField(
        article,
        article.mentions.filter((mention) => mention.field === field),
        found.filter((mention) => mention.field === field),
      );
  }

  /** Scores of the types that were annotated or found, in their usual order. */
  byType(): { type: EntityType; score: Score }[] {
    return [...this.counts]
      .filter(([, { gold, found }]) => gold + found > 0)
      .map(([type, counts]) => ({ type, score: scoreOf(counts) }));
  }

  /** Person, place and organization pooled, and every type pooled. */
  pooled(): { name: string; score: Score }[] {
    return [
      { name: "P/L/O", score: scoreOf(this.pool(PEOPLE_PLACES_ORGANIZATIONS)) },
      { name: "named", score: scoreOf(this.pool(ENTITY_TYPES)) },
    ];
  }

  private addField(
    article: AnnotatedArticle,
    gold: readonly AnnotatedMention[],
    found: readonly FoundMention[],
  ): void {
    for (const mention of gold) {
      this.counts.get(mention.type)!.gold++;
      const match = overlapping(found, mention);
      if (match === undefined) this.errors.missed.push({ article, gold: mention });
      else if (match.start !== mention.start || match.end !== mention.end)
        this.errors["wrong boundary"].push({ article, gold: mention, found: match });
      else if (match.type !== mention.type)
        this.errors["wrong type"].push({ article, gold: mention, found: match });
      else this.counts.get(mention.type)!.right++;
    }
    for (const mention of found) {
      this.counts.get(mention.type)!.found++;
      const match = overlapping(gold, mention);
      if (match === undefined) this.errors.invented.push({ article, found: mention });
      const right =
        match?.start === mention.start && match.end === mention.end && match.type === mention.type;
      this.reliability.add(mention.confidence, right);
    }
  }

  private pool(types: readonly EntityType[]): Counts {
    const sum: Counts = { gold: 0, found: 0, right: 0 };
    for (const type of types) {
      const { gold, found, right } = this.counts.get(type)!;
      sum.gold += gold;
      sum.found += found;
      sum.right += right;
    }
    return sum;
  }
}

/** The type that an error counts for: that of the annotated name, of the found one where there is no other. */
export function typeOfError({ gold, found }: MentionError): EntityType {
  return (gold ?? found)!.type;
}

/** The first mention that shares a code unit with a span; mentions of a side do not overlap one another. */
function overlapping<T extends Span>(mentions: readonly T[], { start, end }: Span): T | undefined {
  return mentions.find((other) => other.start < end && other.end > start);
}

export function scoreOf({ gold, found, right }: Counts): Score {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  const f1 = gold + found === 0 ? 0 : (2 * right) / (gold + found);
  return { gold, found, right, precision, recall, f1 };
}
