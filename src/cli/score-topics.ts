import type { LabelledArticle, Topic } from "../document.js";
import { Reliability } from "./reliability.js";
import { type Counts, type Score, scoreOf } from "./score-mentions.js";

/** A topic counts as assigned from this score. */
const ASSIGNED = 0.5;

/** An article whose assigned labels are not those that it has. */
export interface TopicError {
  readonly article: LabelledArticle;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
  /** The topics of kind `subject`, best first. */
  readonly topics: readonly Topic[];
}

/** A label that was missed where another one was invented. */
export interface Confusion {
  readonly gold: string;
  readonly found: string;
  readonly count: number;
}

/** Compares the subjects of documents with the labels that people gave, and their countries where these are given. */
export class TopicScores {
  readonly reliability = new Reliability();
  readonly errors: TopicError[] = [];
  readonly countries: Counts = { gold: 0, found: 0, right: 0 };
  articles = 0;
  /** Articles that have labels, those among them with one alone, and those whose best label is one of theirs. */
  labelled = 0;
  private single = 0;
  private firstRight = 0;
  private readonly counts = new Map<string, Counts>();
  private readonly pairs = new Map<string, Map<string, number>>();

  add(
    article: LabelledArticle & { readonly countries?: readonly string[] | null | undefined },
    topics: readonly Topic[],
  ): void {
    const subjects = topics.filter(({ kind }) => kind === "subject");
    const gold = new Set(article.labels);
    const found = new Set(subjects.filter(({ score }) => score >= ASSIGNED).map(({ id }) => id));
    this.articles++;
    if (gold.size > 0) this.labelled++;
    if (gold.size === 1) this.single++;
    if (subjects[0] !== undefined && gold.has(subjects[0].id)) this.firstRight++;
    for (const label of gold) this.countOf(label).gold++;
    for (const label of found) {
      this.countOf(label).found++;
      if (gold.has(label)) this.countOf(label).right++;
    }
    for (const { id, score } of subjects) this.reliability.add(score, gold.has(id));
    const missed = [...gold].filter((label) => !found.has(label));
    const invented = [...found].filter((label) => !gold.has(label));
    for (const label of missed) for (const other of invented) this.confuse(label, other);
    if (missed.length + invented.length > 0)
      this.errors.push({ article, missed, invented, topics: subjects });
    if (article.countries) this.addCountries(article.countries, topics);
  }

  /** Labels that articles have or were given, the most frequent first. */
  byLabel(): { label: string; score: Score }[] {
    return [...this.counts]
      .sort((a, b) => b[1].gold - a[1].gold || (a[0] < b[0] ? -1 : 1))
      .map(([label, counts]) => ({ label, score: scoreOf(counts) }));
  }

  /** All labels pooled. */
  micro(): Score {
    const sum: Counts = { gold: 0, found: 0, right: 0 };
    for (const { gold, found, right } of this.counts.values()) {
      sum.gold += gold;
      sum.found += found;
      sum.right += right;
    }
    return scoreOf(sum);
  }

  /** Means over the labels that articles have. */
  macro(): { precision: number; recall: number; f1: number } {
    const scores = this.byLabel().flatMap(({ score }) => (score.gold > 0 ? [score] : []));
    const mean = (of: (score: Score) => number): number =>
      scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
    return { precision: mean((s) => s.precision), recall: mean((s) => s.recall), f1: mean((s) => s.f1) };
  }

  /** Whether every article has one label: then `bestRight` is the accuracy. */
  get isSingleLabel(): boolean {
    return this.articles > 0 && this.single === this.articles;
  }

  /** Share of the articles with labels whose best label is one of theirs. */
  bestRight(): number {
    return this.labelled === 0 ? 0 : this.firstRight / this.labelled;
  }

  /** Share of the articles whose assigned labels are exactly theirs. */
  exact(): number {
    return this.articles === 0 ? 0 : 1 - this.errors.length / this.articles;
  }

  /** The most confused labels, the most frequent pairs first. */
  confusions(): Confusion[] {
    const all = [...this.pairs].flatMap(([gold, others]) =>
      [...others].map(([found, count]) => ({ gold, found, count })),
    );
    const key = ({ gold, found }: Confusion): string => `${gold}\n${found}`;
    return all.sort((a, b) => b.count - a.count || (key(a) < key(b) ? -1 : 1));
  }

  private addCountries(gold: readonly string[], topics: readonly Topic[]): void {
    const found = new Set(
      topics.flatMap(({ country, score }) => (country !== undefined && score >= ASSIGNED ? [country] : [])),
    );
    const codes = new Set(gold);
    this.countries.gold += codes.size;
    this.countries.found += found.size;
    for (const code of codes) if (found.has(code)) this.countries.right++;
  }

  private confuse(gold: string, found: string): void {
    const others = this.pairs.get(gold) ?? new Map<string, number>();
    this.pairs.set(gold, others);
    others.set(found, (others.get(found) ?? 0) + 1);
  }

  private countOf(label: string): Counts {
    let counts = this.counts.get(label);
    if (counts === undefined) {
      counts = { gold: 0, found: 0, right: 0 };
      this.counts.set(label, counts);
    }
    return counts;
  }
}
