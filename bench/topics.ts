// Topics of one's own, beside the classifiers of natural, on the same lists of tokens: accuracy, training, classifying.
//   npm run build && node build/bench/topics.js [TRAIN.jsonl.gz [TEST.jsonl.gz]]
// Lines are {text, label}. Without TEST a fifth of TRAIN is held out, copies of a text on one side. Times are user CPU time.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";
import { TopicModel } from "../src/data/topic-model.js";
import { labelExample, trainTopics } from "../src/pipeline.js";
import { TopicTrainer } from "../src/topic-trainer.js";
import { assignTopics } from "../src/topics/assign-topics.js";
import { isTerm, stemOf } from "../src/topics/count-terms.js";
import { shuffled, trainSvm } from "../src/topics/linear-svm.js";
import {
  type LabelledVector,
  type NaiveBayesVariant,
  scoreVector,
  toVector,
  trainNaiveBayes,
} from "../src/topics/naive-bayes.js";
import { partsOf } from "../src/topics/parts.js";

const [trainFile = "../shared/data/topics/asnd-train.jsonl.gz", testFile] = process.argv.slice(2);
/** Posts of one label that are glued to a text as long as an article. */
const GLUED = 20;
/** Smoothing of natural's that suits many rare words; its default is 1. */
const LITTLE = 0.01;
const VARIANTS: readonly NaiveBayesVariant[] = [
  "one-against-rest",
  "multinomial",
  "complement",
  "weight-normalized",
];

interface Post {
  readonly text: string;
  readonly label: string;
}
interface Prepared extends Post {
  readonly tokens: readonly string[];
}
type Classify = (post: Prepared) => string | undefined;

function read(file: string): Prepared[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.map((line) => prepare(JSON.parse(line) as Post));
}

/** The stems that every classifier is given. */
function prepare({ text, label }: Post): Prepared {
  const { fields } = labelExample({ text }, [label]);
  const tokens = fields.flatMap(({ tokens }) =>
    Array.from({ length: tokens.count }, (_, i) => i)
      .filter((i) => isTerm(tokens, i))
      .map((i) => stemOf(tokens, i)),
  );
  return { text, label, tokens };
}

function timed<T>(task: () => T): { result: T; milliseconds: number } {
  const start = process.cpuUsage();
  const result = task();
  return { result, milliseconds: process.cpuUsage(start).user / 1000 };
}

function measure(name: string, test: readonly Prepared[], train: () => Classify): Classify {
  const { result: classify, milliseconds } = timed(train);
  const { result: right, milliseconds: took } = timed(
    () => test.filter((post) => classify(post) === post.label).length,
  );
  const accuracy = `${((100 * right) / test.length).toFixed(1)} %`.padStart(8);
  const speed = `${Math.round((1000 * test.length) / took)}`.padStart(12);
  process.stdout.write(`${name.padEnd(52)}${accuracy}${milliseconds.toFixed(0).padStart(10)} ms${speed}\n`);
  return classify;
}

interface Bayes {
  addDocument(text: string | readonly string[], label: string): void;
  train(): void;
  classify(text: string | readonly string[]): string;
  getClassifications(text: readonly string[]): { label: string; value: number }[];
}
const { BayesClassifier } = createRequire(import.meta.url)("natural") as {
  BayesClassifier: new (stemmer?: undefined, smoothing?: number) => Bayes;
};

function naturalBayes(
  train: readonly Prepared[],
  input: (post: Prepared) => string | readonly string[],
  smoothing = 1,
): Bayes {
  const bayes = new BayesClassifier(undefined, smoothing);
  for (const post of train) bayes.addDocument(input(post), post.label);
  bayes.train();
  return bayes;
}

/** Classifiers on tokens alone: the weights of a trainer, and an addend per label. */
function linear(
  train: readonly Prepared[],
  fit: (
    vectors: readonly LabelledVector[],
    features: number,
    labels: number,
  ) => { weights: Float32Array; biases: ArrayLike<number> },
): Classify {
  const labels = [...new Set(train.map(({ label }) => label))].sort();
  const texts = new Map<string, number>();
  for (const { tokens } of train)
    for (const token of new Set(tokens)) texts.set(token, (texts.get(token) ?? 0) + 1);
  const features = new Map([...texts.keys()].map((token, i) => [token, i]));
  const rarity = Float64Array.from(texts.values(), (seen) => Math.log((train.length + 1) / seen));
  const vectorOf = ({ tokens }: Prepared) => {
    const counts = new Map<number, number>();
    for (const token of tokens) {
      const feature = features.get(token);
      if (feature !== undefined) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
    return toVector([...counts.keys()], [...counts.values()], rarity);
  };
  const vectors = train.map((post) => ({ ...vectorOf(post), topics: [labels.indexOf(post.label)] }));
  const { weights, biases } = fit(vectors, features.size, labels.length);
  return (post) => {
    let best = 0;
    const scores = scoreVector(vectorOf(post), weights, labels.length).map((score, i) => score + biases[i]!);
    for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i;
    return labels[best];
  };
}

/** A model of khabar's, from text to label. */
function fromText(bytes: Uint8Array): Classify {
  const model = new TopicModel(bytes);
  const nothing = { mentions: [], entities: [], linked: [] };
  return ({ text }) => {
    const { fields } = labelExample({ text }, []);
    const noName = { id: "", name: { ar: "", en: "" } };
    return fields.length === 0 ? undefined : assignTopics(model, fields, nothing, () => noName)[0]?.id;
  };
}

/** Posts of one label glued to long texts. */
function glue(posts: readonly Prepared[]): Prepared[] {
  return [...new Set(posts.map(({ label }) => label))].flatMap((label) => {
    const own = posts.filter((post) => post.label === label);
    return Array.from({ length: Math.ceil(own.length / GLUED) }, (_, i) => {
      const some = own.slice(i * GLUED, (i + 1) * GLUED);
      return {
        label,
        text: some.map(({ text }) => text).join("\n"),
        tokens: some.flatMap(({ tokens }) => tokens),
      };
    });
  });
}

function run(train: readonly Prepared[], test: readonly Prepared[]): void {
  process.stdout.write(
    `${train.length} texts to train on, ${test.length} to test, Node ${process.version}\n\n`,
  );
  process.stdout.write(
    `${"".padEnd(52)}${"right".padStart(8)}${"training".padStart(13)}${"texts/s".padStart(12)}\n`,
  );
  let bayes: Bayes | undefined;
  measure("natural naive Bayes, its own tokenizer", test, () => {
    const plain = naturalBayes(train, ({ text }) => text);
    return ({ text }) => plain.classify(text);
  });
  measure("natural naive Bayes, token lists", test, () => {
    bayes = naturalBayes(train, ({ tokens }) => tokens);
    return ({ tokens }) => bayes!.classify(tokens);
  });
  measure(`natural naive Bayes, token lists, smoothing ${LITTLE}`, test, () => {
    const tuned = naturalBayes(train, ({ tokens }) => tokens, LITTLE);
    return ({ tokens }) => tuned.classify(tokens);
  });
  for (const variant of VARIANTS)
    measure(`khabar naive Bayes, ${variant}, token lists`, test, () =>
      linear(train, (vectors, features, labels) => {
        const weights = trainNaiveBayes(vectors, features, labels, 0.01, variant);
        return { weights, biases: new Float64Array(labels) };
      }),
    );
  measure("khabar support vectors, token lists", test, () =>
    linear(train, (vectors, features, labels) =>
      trainSvm(vectors, features, labels, 0.6, shuffled(vectors.length, 7)),
    ),
  );
  measure("khabar TopicTrainer, from text", test, () => {
    const trainer = new TopicTrainer();
    for (const { text, label } of train) trainer.learn({ text }, [label]);
    return fromText(trainer.model());
  });
  const classify = measure("khabar trainTopics, from text", test, () =>
    fromText(trainTopics(train.map(({ text, label }) => ({ text, labels: [label] })))),
  );
  const long = glue(test);
  const zero = long.filter(({ tokens }) =>
    bayes!.getClassifications(tokens).every(({ value }) => value === 0),
  );
  const right = (of: Classify): number => long.filter((post) => of(post) === post.label).length;
  process.stdout.write(
    `\n${long.length} long texts, each of up to ${GLUED} posts of one label:\n` +
      `  natural naive Bayes, token lists: every probability is 0 in ${zero.length}; right ${right(({ tokens }) => bayes!.classify(tokens))}\n` +
      `  khabar trainTopics: right ${right(classify)}\n`,
  );
}

if (!existsSync(trainFile) || (testFile !== undefined && !existsSync(testFile)))
  process.stdout.write(
    `skipped: no ${existsSync(trainFile) ? testFile : trainFile}; give files of {text, label}\n`,
  );
else {
  const all = read(trainFile);
  const parts = partsOf(
    all.map(({ text, label }) => labelExample({ text }, [label])),
    5,
    7,
  );
  if (testFile !== undefined) run(all, read(testFile));
  else
    run(
      all.filter((_, i) => parts[i] !== 0),
      all.filter((_, i) => parts[i] === 0),
    );
}
