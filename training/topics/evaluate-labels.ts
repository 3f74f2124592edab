// Accuracy of the trainer for a user's own labels, on held-out fifths of the training posts, or on another file.
//   node build/training/topics/evaluate-labels.js TRAIN.jsonl.gz [TEST.jsonl.gz]
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { TopicModel } from "../../src/data/topic-model.js";
import { assignLabels, trainLabels } from "../../src/pipeline.js";

interface Post {
  readonly text: string;
  readonly labels: readonly string[];
}

const [trainFile = "../shared/data/topics/asnd-train.jsonl.gz", testFile] = process.argv.slice(2);
const FOLDS = 5;

function read(file: string): Post[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.map((line) => {
    const { text, label } = JSON.parse(line) as { text: string; label: string };
    return { text, labels: [label] };
  });
}

function measure(train: readonly Post[], test: readonly Post[]): number {
  const started = performance.now();
  const bytes = trainLabels(train);
  const took = performance.now() - started;
  const model = new TopicModel(bytes);
  let right = 0;
  for (const post of test) if (post.labels.includes(assignLabels(model, post)[0]?.id ?? "")) right++;
  process.stdout.write(
    `${train.length} posts in ${took.toFixed(0)} ms, ${bytes.length} bytes; right ${((100 * right) / test.length).toFixed(1)} % of ${test.length}\n`,
  );
  return right;
}

const posts = read(trainFile);
if (testFile !== undefined) measure(posts, read(testFile));
else {
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold++)
    right += measure(
      posts.filter((_, i) => i % FOLDS !== fold),
      posts.filter((_, i) => i % FOLDS === fold),
    );
  process.stdout.write(`all: right ${((100 * right) / posts.length).toFixed(1)} %\n`);
}
