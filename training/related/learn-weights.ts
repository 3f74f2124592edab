// Learns what the parts of a similarity count, and writes src/related/weights.generated.ts.
//   node build/training/related/learn-weights.js GRADED-PAIRS-FOLDER OUT.ts NEWS.jsonl.gz…
// Articles: least squares with weights of 0 or more on pairs that people graded, drawn to a prior, since the grades are few.
// Headlines: each is to find its own body among those that are most like it; the mean reciprocal rank is climbed.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createKhabar } from "../../src/khabar.js";
import { encodeProfile } from "../../src/related/encode-profile.js";
import type { Profile } from "../../src/related/profile.js";
import { Matcher, PARTS } from "../../src/related/similarity.js";

const [folder = "../shared/data/related", out = "src/related/weights.generated.ts", ...news] =
  process.argv.slice(2);
const dataFile = (name: string): Uint8Array => gunzipSync(readFileSync(`dist/data/${name}.khb.gz`));
const khabar = createKhabar({
  lexicon: dataFile("lexicon"),
  tagger: dataFile("tagger"),
  topics: dataFile("topics"),
  related: dataFile("related"),
});

function readRows<T>(file: string): T[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as T);
}

/** What the learning sees of a pair: its parts, NaN where the two do not tell. */
type Parts = readonly number[];
function partsOf(a: Profile, b: Profile): Parts {
  const matcher = new Matcher(a);
  matcher.compare(encodeProfile(b));
  return [...matcher.parts];
}
/** The weighted mean, as the ranking takes it. */
function mean(weights: readonly number[], parts: Parts): number {
  let sum = 0;
  let total = 0;
  parts.forEach((part, i) => {
    if (!(part >= 0)) return;
    sum += weights[i]! * part;
    total += weights[i]!;
  });
  return total === 0 ? 0 : sum / total;
}
const scaled = (weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
};

interface Graded {
  readonly parts: Parts;
  /** 0 to 1. */
  readonly grade: number;
  /** What it counts in the fit: every set as much as its `importance` says. */
  readonly importance: number;
  readonly set: number;
}
const SETS = [
  { file: "semeval-dev", lowest: 1, importance: 2 },
  { file: "outlets-dev", lowest: 0, importance: 1 },
];
const graded = SETS.flatMap(({ file, lowest, importance }, set): Graded[] => {
  const rows = readRows<Record<"title1" | "text1" | "title2" | "text2", string> & { score: number }>(
    `${folder}/${file}.jsonl.gz`,
  );
  return rows.map(({ title1, text1, title2, text2, score }) => ({
    parts: partsOf(
      khabar.profile({ title: title1, text: text1 }),
      khabar.profile({ title: title2, text: text2 }),
    ),
    grade: (score - lowest) / (4 - lowest),
    importance: importance / rows.length,
    set,
  }));
});

/** What the parts of two articles count before any grade is seen, in the order of `PARTS`. */
const ARTICLE_PRIOR = [0.5, 0.15, 0.1, 0.15, 0.1, 0, 0];
const ARTICLE_PULL = 0.02;
/** The grades are of pairs, not of lists, so they hardly tell names from other words; a list without them is not explained. */
const ARTICLE_LEAST = [0, 0.05, 0.05, 0.06, 0.04, 0, 0];

/** Coordinate descent; absent parts stand at the mean of their set. An intercept per set is left out of the result. */
function fitGrades(pairs: readonly Graded[]): number[] {
  const columns = PARTS.length + SETS.length;
  const prior = [...ARTICLE_PRIOR, ...SETS.map(() => 0)];
  const pull = [...PARTS.map(() => ARTICLE_PULL), ...SETS.map(() => 0)];
  const known = (i: number, set: number): number => {
    const values = pairs
      .filter((pair) => pair.set === set && pair.parts[i]! >= 0)
      .map(({ parts }) => parts[i]!);
    return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const means = SETS.map((_, set) => PARTS.map((_, i) => known(i, set)));
  const rows = pairs.map(({ parts, set }) => [
    ...parts.map((part, i) => (part >= 0 ? part : means[set]![i]!)),
    ...SETS.map((_, other) => (other === set ? 1 : 0)),
  ]);
  const weights = [...prior];
  const left = pairs.map(({ grade }, r) => grade - rows[r]!.reduce((sum, x, c) => sum + x * weights[c]!, 0));
  for (let round = 0; round < 2000; round++) {
    for (let c = 0; c < columns; c++) {
      if (c < PARTS.length && ARTICLE_PRIOR[c] === 0) continue;
      let slope = pull[c]! * (prior[c]! - weights[c]!);
      let curve = pull[c]!;
      pairs.forEach(({ importance }, r) => {
        slope += importance * rows[r]![c]! * left[r]!;
        curve += importance * rows[r]![c]! ** 2;
      });
      if (curve === 0) continue;
      const next = weights[c]! + slope / curve;
      const change = (c < PARTS.length ? Math.max(ARTICLE_LEAST[c]!, next) : next) - weights[c]!;
      weights[c]! += change;
      for (let r = 0; r < rows.length; r++) left[r]! -= change * rows[r]![c]!;
    }
  }
  return scaled(weights.slice(0, PARTS.length));
}

const FOLDS = 10;
const longWeights = fitGrades(graded);
SETS.forEach(({ file }, set) => {
  const mine = graded.filter((pair) => pair.set === set);
  const grades = mine.map(({ grade }) => grade);
  const fitted = mine.map(({ parts }) => mean(longWeights, parts));
  const unseen = new Array<number>(mine.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(mine.filter((_, i) => (i * 7) % FOLDS === fold));
    const weights = fitGrades(graded.filter((pair) => !held.has(pair)));
    mine.forEach((pair, i) => {
      if (held.has(pair)) unseen[i] = mean(weights, pair.parts);
    });
  }
  const apart = fitGrades(graded.filter((pair) => pair.set !== set));
  process.stdout.write(
    `${file}: Pearson fitted ${pearson(fitted, grades).toFixed(3)}, ${FOLDS} folds ${pearson(unseen, grades).toFixed(3)}, ` +
      `learnt on the other set ${pearson(
        mine.map(({ parts }) => mean(apart, parts)),
        grades,
      ).toFixed(3)}\n`,
  );
});

/** Parts a headline is compared by before learning: who stands high by them are its rivals. */
const HEADLINE_PRIOR = [0, 0.1, 0, 0.05, 0.05, 0.65, 0.15];
const RIVALS = 40;
const HEADLINES_PER_FILE = 500;
const BODIES_PER_FILE = 3000;

/** A headline's parts with its own body, and with the bodies that are most like it. */
interface Headline {
  readonly own: Parts;
  readonly rivals: readonly Parts[];
}
const headlines: Headline[] = [];
for (const file of news) {
  // The last articles of a file: the first ones are kept for scoring.
  const articles = readRows<{ title?: string; text?: string }>(file)
    .filter(({ title, text }) => title && text)
    .slice(-BODIES_PER_FILE);
  const bodies = articles.map(({ text }) => encodeProfile(khabar.profile({ text: text! })));
  const step = Math.ceil(articles.length / HEADLINES_PER_FILE);
  for (let own = 0; own < articles.length; own += step) {
    const matcher = new Matcher(khabar.profile({ text: articles[own]!.title! }));
    const scored = bodies.map((body, i) => {
      matcher.compare(body);
      const parts = [...matcher.parts];
      return { i, parts, score: mean(HEADLINE_PRIOR, parts) };
    });
    const rivals = scored
      .filter(({ i }) => i !== own)
      .sort((a, b) => b.score - a.score)
      .slice(0, RIVALS)
      .map(({ parts }) => parts);
    headlines.push({ own: scored[own]!.parts, rivals });
  }
}

/** Mean reciprocal rank of the own bodies, from the tenth rank on 0. */
function reciprocalRank(weights: readonly number[]): number {
  let sum = 0;
  for (const { own, rivals } of headlines) {
    const score = mean(weights, own);
    const rank = 1 + rivals.filter((rival) => mean(weights, rival) >= score).length;
    if (rank <= 10) sum += 1 / rank;
  }
  return sum / headlines.length;
}

/** From the prior, one part after the other is given what ranks best, until nothing changes. */
function climb(): number[] {
  let best = [...HEADLINE_PRIOR];
  let most = reciprocalRank(best);
  for (let changed = true; changed; ) {
    changed = false;
    for (let part = 0; part < best.length; part++) {
      // A headline has no title, and what two articles go on about is not seen in one line.
      if (PARTS[part] === "title" || PARTS[part] === "terms") continue;
      for (const weight of [0, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45, 0.6, 0.8]) {
        const tried = best.map((value, i) => (i === part ? weight : value));
        const value = reciprocalRank(tried);
        if (value <= most + 1e-4) continue;
        best = tried;
        most = value;
        changed = true;
      }
    }
  }
  return best;
}
const shortWeights = headlines.length === 0 ? HEADLINE_PRIOR : climb();
process.stdout.write(
  `headlines: ${headlines.length}, reciprocal rank among ${RIVALS} rivals ${reciprocalRank(shortWeights).toFixed(3)}, ` +
    `before learning ${reciprocalRank(HEADLINE_PRIOR).toFixed(3)}\n`,
);

function pearson(x: readonly number[], y: readonly number[]): number {
  const mx = x.reduce((sum, value) => sum + value, 0) / x.length;
  const my = y.reduce((sum, value) => sum + value, 0) / y.length;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  x.forEach((value, i) => {
    xy += (value - mx) * (y[i]! - my);
    xx += (value - mx) ** 2;
    yy += (y[i]! - my) ** 2;
  });
  return xy / Math.sqrt(xx * yy);
}

const row = (name: string, weights: readonly number[]): string =>
  `export const ${name}: readonly number[] = [${scaled(weights)
    .map((weight) => weight.toFixed(3))
    .join(", ")}];\n`;
writeFileSync(
  out,
  `// Generated by training/related/learn-weights.ts; do not edit.
// What the parts of a similarity count, in the order of PARTS: ${PARTS.join(", ")}.
/** Between articles. */
${row("longWeights", longWeights)}/** Between a headline and an article. */
${row("shortWeights", shortWeights)}`,
);
