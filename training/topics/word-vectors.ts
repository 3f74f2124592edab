import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { fold } from "../../src/normalize/normalize.js";
import { seededRandom } from "../../src/tag/tagger/seeded-random.js";
import { tokenize } from "../../src/tokenize/tokenize.js";
import { decompose, forward } from "../../src/topics/cholesky.js";
import { isTerm, stemOf } from "../../src/topics/count-terms.js";
import { toVector } from "../../src/topics/naive-bayes.js";
import type { WordVectors } from "../../src/topics/word-vectors.js";

/** Raw news, of which only the words are read, not the sections. */
const NEWS = ["news/ant", "news/jawhara", "topics/asnd-train"];
/** Articles that khabar is measured on; they are left out. */
const MEASURED = "gold/dev";
const FEWEST = 15;
const DIMENSIONS = 200;
const ROUNDS = 3;
const SEED = 20180101;

/** Articles as rows of stems, one after the other. */
interface Rows {
  readonly starts: number[];
  readonly stems: number[];
  readonly weights: number[];
}

/**
 * Vectors of the frequent stems of raw news by latent semantic analysis: the directions in which articles differ most.
 * Deterministic; about a minute.
 *
 * Source: Deerwester et al., Indexing by Latent Semantic Analysis, JASIS 1990, by the subspace iteration of Halko,
 * Martinsson, Tropp, Finding Structure with Randomness, SIAM Review 2011.
 */
export function readWordVectors(folder: string): WordVectors {
  const measured = new Set(
    readLines(`${folder}/${MEASURED}.jsonl.gz`).map(({ id }) => id.replace(/^\w+:/, "")),
  );
  const numbers = new Map<string, number>();
  const articles = NEWS.flatMap((name) => readLines(`${folder}/${name}.jsonl.gz`))
    .filter(({ id }) => !measured.has(id))
    .map((article) => countStems(article, numbers));
  const seen = new Uint32Array(numbers.size);
  for (const counts of articles) for (const stem of counts.keys()) seen[stem]!++;
  const kept = [...numbers]
    .filter(([, number]) => seen[number]! >= FEWEST)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const rowOf = new Map(kept.map(([, number], row) => [number, row]));
  const rarity = kept.map(([, number]) => Math.log(articles.length / (seen[number]! + 0.5)));
  const rows: Rows = { starts: [0], stems: [], weights: [] };
  for (const counts of articles) {
    const here = [...counts].filter(([stem]) => rowOf.has(stem));
    const stems = here.map(([stem]) => rowOf.get(stem)!);
    const { weights } = toVector(
      stems,
      here.map(([, count]) => count),
      rarity,
    );
    stems.forEach((stem, i) => {
      rows.stems.push(stem);
      rows.weights.push(weights[i]!);
    });
    rows.starts.push(rows.stems.length);
  }
  const random = seededRandom(SEED);
  const values = Float32Array.from({ length: kept.length * DIMENSIONS }, () => random() - 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    iterate(rows, values);
    orthonormalize(values);
  }
  return { stems: kept.map(([stem]) => stem), rarity, dimensions: DIMENSIONS, values };
}

interface RawArticle {
  readonly id: string;
  readonly title?: string | null;
  readonly text?: string | null;
}

function readLines(file: string): RawArticle[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as RawArticle);
}

function countStems({ title, text }: RawArticle, numbers: Map<string, number>): Map<number, number> {
  const { units, length } = fold(`${title ?? ""}\n${text ?? ""}`);
  const tokens = tokenize(units, length);
  const counts = new Map<number, number>();
  for (let token = 0; token < tokens.count; token++) {
    if (!isTerm(tokens, token)) continue;
    const stem = stemOf(tokens, token);
    let number = numbers.get(stem);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(stem, number);
    }
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

/** Multiplies the vectors by the articles and back: what many articles share grows. */
function iterate({ starts, stems, weights }: Rows, values: Float32Array): void {
  const grown = new Float32Array(values.length);
  const sum = new Float64Array(DIMENSIONS);
  for (let article = 0; article + 1 < starts.length; article++) {
    sum.fill(0);
    for (let i = starts[article]!; i < starts[article + 1]!; i++) {
      const row = stems[i]! * DIMENSIONS;
      const weight = weights[i]!;
      for (let d = 0; d < DIMENSIONS; d++) sum[d]! += weight * values[row + d]!;
    }
    for (let i = starts[article]!; i < starts[article + 1]!; i++) {
      const row = stems[i]! * DIMENSIONS;
      const weight = weights[i]!;
      for (let d = 0; d < DIMENSIONS; d++) grown[row + d]! += weight * sum[d]!;
    }
  }
  values.set(grown);
}

/** Makes the columns orthonormal, by the Cholesky factor of their products. */
function orthonormalize(values: Float32Array): void {
  const products = new Float64Array(DIMENSIONS * DIMENSIONS);
  for (let row = 0; row < values.length; row += DIMENSIONS)
    for (let i = 0; i < DIMENSIONS; i++) {
      const value = values[row + i]!;
      for (let j = 0; j <= i; j++) products[i * DIMENSIONS + j]! += value * values[row + j]!;
    }
  decompose(products, DIMENSIONS);
  const target = new Float64Array(DIMENSIONS);
  for (let row = 0; row < values.length; row += DIMENSIONS) {
    target.set(values.subarray(row, row + DIMENSIONS));
    forward(products, DIMENSIONS, target);
    values.set(target, row);
  }
}
