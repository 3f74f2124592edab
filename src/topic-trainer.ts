import type { Article } from "./document.js";
import { LabelCounts, labelExample } from "./pipeline.js";

/**
 * Topics of the caller's own that learn and forget one article at a time, as editors correct labels: a naive Bayes whose
 * counts are exact. Articles are not kept, only sums over their words.
 *
 * Against `trainTopics`: learning or forgetting an article takes about as long as reading it without entities, and none of
 * the others is needed again; making a model of the counts takes a fraction of a second. Best labels are right about as often;
 * scores are rougher, since one scale serves all collections. Where all articles are at hand, train on all of them with `trainTopics`.
 * @example
 * const trainer = new TopicTrainer();
 * trainer.learn({ text: "هطلت أمطار غزيرة على الساحل" }, ["طقس"]);
 * trainer.learn({ text: "فاز المنتخب بهدفين في المباراة" }, ["رياضة"]);
 * khabar.withTopics(trainer.model()).read({ text: "أمطار على الساحل" }).topics[0].id; // "طقس"
 * const later = new TopicTrainer(trainer.save());
 * later.forget({ text: "فاز المنتخب بهدفين في المباراة" }, ["رياضة"]);
 * later.labels; // [["طقس", 1]]
 */
export class TopicTrainer {
  private readonly counts: LabelCounts;

  /**
   * @param saved what `save` gave; without it, nothing is known yet.
   * @throws DataFormatError when the bytes are damaged, something else, or of another version.
   */
  constructor(saved?: Uint8Array) {
    this.counts = saved === undefined ? new LabelCounts() : LabelCounts.decode(saved);
  }

  /** How many articles were learnt and not forgotten. */
  get articles(): number {
    return this.counts.texts;
  }

  /** The labels, sorted, each with how many articles have it. */
  get labels(): readonly (readonly [label: string, articles: number])[] {
    return this.counts.labelTexts();
  }

  /**
   * Learns an article; one with no labels is an example of none of them.
   * @throws LabelError when a label is empty, longer than 200 code units or has control characters, or there are more than
   *   1,000 labels or 1,048,575 articles; nothing is learnt then.
   */
  learn(article: Article, labels: readonly string[]): void {
    this.counts.learn(labelExample(article, labels));
  }

  /**
   * Takes back what was learnt of an article: `model` and `save` then give the bytes that they would give had it never been learnt.
   * @throws LabelError when it was not learnt with these labels, as far as sums can tell; nothing is forgotten then.
   */
  forget(article: Article, labels: readonly string[]): void {
    this.counts.forget(labelExample(article, labels));
  }

  /** Bytes for `khabar.withTopics`. They depend on what was learnt and not forgotten, not on its order. */
  model(): Uint8Array {
    return this.counts.toModel({ articles: this.counts.texts });
  }

  /** Bytes for `new TopicTrainer`, to go on another day. */
  save(): Uint8Array {
    return this.counts.encode();
  }
}
