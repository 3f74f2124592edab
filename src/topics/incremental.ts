import { type LabelledVector, type NaiveBayesVariant, weightsOf } from "./naive-bayes.js";

/** Weights are counted in steps of this, so that sums are exact and what was learnt can be forgotten without a trace. */
const STEP = 2 ** -20;

/** The sums of a naive Bayes that learns and forgets one document at a time. */
export class IncrementalNaiveBayes {
  readonly features: number;
  readonly topics: number;
  /** In steps, like all sums here. */
  private readonly inside: Float64Array;
  private readonly all: Float64Array;
  private readonly insideTotal: Float64Array;
  private total = 0;

  constructor(features: number, topics: number) {
    this.features = features;
    this.topics = topics;
    this.inside = new Float64Array(features * topics);
    this.all = new Float64Array(features);
    this.insideTotal = new Float64Array(topics);
  }

  /** @throws RangeError when the document has a feature or topic that this model does not know; nothing is learnt then. */
  learn(document: LabelledVector): void {
    this.add(document, 1);
  }

  /** Takes back what was learnt of a document; the same vector and topics must be given. */
  forget(document: LabelledVector): void {
    this.add(document, -1);
  }

  /** The weights as `trainNaiveBayes` would give them for the documents learnt and not forgotten. */
  weights(smoothing: number, variant: NaiveBayesVariant = "one-against-rest"): Float32Array {
    const scale = (sums: Float64Array): Float64Array => sums.map((sum) => sum * STEP);
    const sums = {
      inside: scale(this.inside),
      all: scale(this.all),
      insideTotal: scale(this.insideTotal),
      total: this.total * STEP,
    };
    return weightsOf(sums, smoothing, variant);
  }

  private add({ features, weights, topics }: LabelledVector, sign: 1 | -1): void {
    for (const feature of features) check(feature, this.features, "feature");
    for (const topic of topics) check(topic, this.topics, "topic");
    features.forEach((feature, i) => {
      const steps = sign * Math.round(weights[i]! / STEP);
      this.all[feature]! += steps;
      this.total += steps;
      for (const topic of topics) {
        this.inside[feature * this.topics + topic]! += steps;
        this.insideTotal[topic]! += steps;
      }
    });
  }
}

function check(number: number, size: number, what: string): void {
  if (!(number >= 0 && number < size)) throw new RangeError(`No ${what} ${number}; there are ${size}`);
}
