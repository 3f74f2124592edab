// Clusters the words of raw news by what stands beside them, for the tagger.
//   node build/training/tagger/build-clusters.js NEWS.jsonl.gz… OUT.json
// Counts neighbours (one word to the left and to the right) of the frequent words, weighs them by positive pointwise
// mutual information, reduces them by a seeded randomized subspace iteration, and groups the words by k-means.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { hashUnits } from "../../src/data/vocabulary.js";
import { fold } from "../../src/normalize/normalize.js";
import { seededRandom } from "../../src/tag/tagger/seeded-random.js";
import { NUMBER, PUNCTUATION_MARK, SENTENCE_START } from "../../src/text/tokens.js";
import { tokenize } from "../../src/tokenize/tokenize.js";

const WORDS = 40_000;
const FEWEST = 12;
const CONTEXTS = 700;
const DIMENSIONS = 72;
const FINE = 480;
const COARSE = 60;
const ROUNDS = 10;
const random = seededRandom(20180101);

const files = process.argv.slice(2, -1);
const out = process.argv.at(-1)!;

/** Hashes of words, sentence by sentence, -1 as the mark of a boundary. */
function* sequences(): Generator<number[]> {
  for (const file of files) {
    for (const line of gunzipSync(readFileSync(file)).toString("utf8").split("\n")) {
      if (line === "") continue;
      const { title, text } = JSON.parse(line) as { title?: string; text?: string };
      const { units, length } = fold(`${title ?? ""}\n${text ?? ""}`);
      const tokens = tokenize(units, length);
      let sequence: number[] = [];
      for (let i = 0; i < tokens.count; i++) {
        if (tokens.flags[i]! & SENTENCE_START && sequence.length > 0) {
          yield sequence;
          sequence = [];
        }
        if (tokens.kinds[i] === PUNCTUATION_MARK) sequence.push(PUNCTUATION);
        else if (tokens.kinds[i] === NUMBER) sequence.push(DIGITS);
        else sequence.push(hashUnits(units, tokens.starts[i]!, tokens.ends[i]!));
      }
      if (sequence.length > 0) yield sequence;
    }
  }
}
const PUNCTUATION = 1;
const DIGITS = 2;
const BOUNDARY = 3;

function log(text: string): void {
  process.stderr.write(`${text}\n`);
}

const frequency = new Map<number, number>();
for (const sequence of sequences())
  for (const word of sequence) frequency.set(word, (frequency.get(word) ?? 0) + 1);
const ranked = [...frequency]
  .filter(([, count]) => count >= FEWEST)
  .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
const words = ranked.slice(0, WORDS).map(([word]) => word);
const rowOf = new Map(words.map((word, i) => [word, i]));
const contextOf = new Map<number, number>([[BOUNDARY, 0]]);
for (const word of words.slice(0, CONTEXTS - 1)) contextOf.set(word, contextOf.size);
log(`${frequency.size} words, ${words.length} kept`);

const columns = 2 * CONTEXTS;
const counts = new Float32Array(words.length * columns);
for (const sequence of sequences()) {
  for (let i = 0; i < sequence.length; i++) {
    const row = rowOf.get(sequence[i]!);
    if (row === undefined) continue;
    const left = contextOf.get(i === 0 ? BOUNDARY : sequence[i - 1]!);
    const right = contextOf.get(i === sequence.length - 1 ? BOUNDARY : sequence[i + 1]!);
    if (left !== undefined) counts[row * columns + left]!++;
    if (right !== undefined) counts[row * columns + CONTEXTS + right]!++;
  }
}
log("counted");

/** Positive pointwise mutual information, damped; each row scaled to length 1. */
function weigh(): void {
  const rowSums = new Float64Array(words.length);
  const columnSums = new Float64Array(columns);
  let total = 0;
  for (let r = 0; r < words.length; r++) {
    for (let c = 0; c < columns; c++) {
      const count = counts[r * columns + c]!;
      rowSums[r]! += count;
      columnSums[c]! += count;
      total += count;
    }
  }
  for (let r = 0; r < words.length; r++) {
    let squares = 0;
    for (let c = 0; c < columns; c++) {
      const count = counts[r * columns + c]!;
      const pmi = count === 0 ? 0 : Math.max(0, Math.log((count * total) / (rowSums[r]! * columnSums[c]!)));
      const weight = pmi * Math.sqrt(Math.log1p(count));
      counts[r * columns + c] = weight;
      squares += weight * weight;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let c = 0; c < columns; c++) counts[r * columns + c]! *= scale;
  }
}
weigh();

/** matrix (words × columns) × basis (columns × DIMENSIONS). */
function project(basis: Float32Array): Float32Array {
  const result = new Float32Array(words.length * DIMENSIONS);
  for (let r = 0; r < words.length; r++) {
    for (let c = 0; c < columns; c++) {
      const weight = counts[r * columns + c]!;
      if (weight === 0) continue;
      for (let d = 0; d < DIMENSIONS; d++) result[r * DIMENSIONS + d]! += weight * basis[c * DIMENSIONS + d]!;
    }
  }
  return result;
}
function projectBack(vectors: Float32Array): Float32Array {
  const result = new Float32Array(columns * DIMENSIONS);
  for (let r = 0; r < words.length; r++) {
    for (let c = 0; c < columns; c++) {
      const weight = counts[r * columns + c]!;
      if (weight === 0) continue;
      for (let d = 0; d < DIMENSIONS; d++)
        result[c * DIMENSIONS + d]! += weight * vectors[r * DIMENSIONS + d]!;
    }
  }
  return result;
}
/** Gram-Schmidt on the columns of a tall matrix. */
function orthonormalize(matrix: Float32Array, rows: number): void {
  for (let d = 0; d < DIMENSIONS; d++) {
    for (let e = 0; e < d; e++) {
      let dot = 0;
      for (let r = 0; r < rows; r++) dot += matrix[r * DIMENSIONS + d]! * matrix[r * DIMENSIONS + e]!;
      for (let r = 0; r < rows; r++) matrix[r * DIMENSIONS + d]! -= dot * matrix[r * DIMENSIONS + e]!;
    }
    let squares = 0;
    for (let r = 0; r < rows; r++) squares += matrix[r * DIMENSIONS + d]! ** 2;
    const scale = 1 / Math.sqrt(squares || 1);
    for (let r = 0; r < rows; r++) matrix[r * DIMENSIONS + d]! *= scale;
  }
}
let basis: Float32Array = Float32Array.from({ length: columns * DIMENSIONS }, () => random() - 0.5);
for (let step = 0; step < 4; step++) {
  orthonormalize(basis, columns);
  if (step < 3) basis = projectBack(project(basis));
}
const vectors = project(basis);
for (let r = 0; r < words.length; r++) {
  let squares = 0;
  for (let d = 0; d < DIMENSIONS; d++) squares += vectors[r * DIMENSIONS + d]! ** 2;
  const scale = 1 / Math.sqrt(squares || 1);
  for (let d = 0; d < DIMENSIONS; d++) vectors[r * DIMENSIONS + d]! *= scale;
}
log("reduced");

/** k-means with seeded random starts; returns the cluster of each row. */
function kMeans(
  data: Float32Array,
  rows: number,
  k: number,
): { assigned: Uint16Array; centres: Float32Array } {
  const centres = new Float32Array(k * DIMENSIONS);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(k, rows)) chosen.add(Math.floor(random() ** 2 * rows));
  [...chosen].forEach((row, i) => {
    centres.set(data.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), i * DIMENSIONS);
  });
  const assigned = new Uint16Array(rows);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(k * DIMENSIONS);
    const sizes = new Uint32Array(k);
    for (let r = 0; r < rows; r++) {
      let best = 0;
      let bestDot = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < k; c++) {
        let dot = 0;
        for (let d = 0; d < DIMENSIONS; d++) dot += data[r * DIMENSIONS + d]! * centres[c * DIMENSIONS + d]!;
        if (dot > bestDot) {
          bestDot = dot;
          best = c;
        }
      }
      assigned[r] = best;
      sizes[best]!++;
      for (let d = 0; d < DIMENSIONS; d++) sums[best * DIMENSIONS + d]! += data[r * DIMENSIONS + d]!;
    }
    for (let c = 0; c < k; c++) {
      let squares = 0;
      for (let d = 0; d < DIMENSIONS; d++) squares += sums[c * DIMENSIONS + d]! ** 2;
      if (sizes[c] === 0 || squares === 0) continue;
      const scale = 1 / Math.sqrt(squares);
      for (let d = 0; d < DIMENSIONS; d++) centres[c * DIMENSIONS + d] = sums[c * DIMENSIONS + d]! * scale;
    }
  }
  return { assigned, centres };
}
const fine = kMeans(vectors, words.length, FINE);
const coarse = kMeans(fine.centres, FINE, COARSE);
const order = words.map((_, i) => i).sort((a, b) => words[a]! - words[b]!);
writeFileSync(
  out,
  `${JSON.stringify({
    hashes: order.map((i) => words[i]),
    clusters: order.map((i) => fine.assigned[i]! + 1),
    frequencies: order.map((i) => Math.min(255, Math.round(12 * Math.log2(frequency.get(words[i]!)!)))),
    coarse: [0, ...Array.from(coarse.assigned, (cluster) => cluster + 1)],
  })}\n`,
);
log(`${out}: ${words.length} words in ${FINE} clusters, these in ${COARSE}`);
