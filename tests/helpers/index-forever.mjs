// Puts batches of articles into a store and says so after each: `n` means that batches 0 to n are in it. Ends by being killed.
import { openIndex } from "../../dist/node/index.js";

const [target, first] = process.argv.slice(2);
const store = await openIndex(target);
for (let batch = Number(first); ; batch++) {
  const articles = Array.from({ length: 40 }, (_, i) => ({
    // Every third article of a batch replaces one of the batch before.
    id: i % 3 === 0 && batch > 0 ? `${batch - 1}/${i + 1}` : `${batch}/${i}`,
    day: batch,
    keys: Uint32Array.of(
      batch,
      1_000_000 + i,
      ...Array.from({ length: 60 }, (_, k) => Math.imul(batch * 40 + i, k + 1) >>> 0),
    ),
    profile: new TextEncoder().encode(`${batch}:${i} ${"خبر ".repeat(200)}`),
  }));
  await store.put(articles);
  process.stdout.write(`${batch}\n`);
}
