import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Lexicon } from "../../src/data/lexicon.js";
import { encodeTaggerModel, TaggerModel } from "../../src/data/tagger-model.js";
import { makeChain } from "../../src/tag/tagger/chain.js";
import { decodeSentence } from "../../src/tag/tagger/decode-sentence.js";
import { isInside, LABEL_COUNT, typeOfLabel } from "../../src/tag/tagger/labels.js";
import { scoreTokens } from "../../src/tag/tagger/score-tokens.js";
import { type TrainedWeights, trainTagger } from "../../src/tag/tagger/train-tagger.js";
import { type CorpusField, makeCorpus, readGold } from "./corpus.js";
import { seededRandom } from "./random.js";

const args = Object.fromEntries(process.argv.slice(2).map((a) => a.replace(/^--/, "").split("=") as [string, string]));
const rows = 1 << Number(args.bits ?? 19);
const clusters = JSON.parse(readFileSync(args.clusters ?? "/tmp/kb/clusters.json", "utf8"));
const base = { hashes: Int32Array.from(clusters.hashes), clusters: Uint16Array.from(clusters.clusters), frequencies: Uint8Array.from(clusters.frequencies ?? clusters.hashes.map(() => 0)), coarse: Uint8Array.from(clusters.coarse) };
function prune(w: Int8Array, least: number): Int8Array {
  for (let r = 0; r < w.length; r += LABEL_COUNT) {
    let max = 0;
    for (let k = 0; k < LABEL_COUNT; k++) max = Math.max(max, Math.abs(w[r + k]!));
    if (max < least) w.fill(0, r, r + LABEL_COUNT);
  }
  return w;
}
const quantise = (t: TrainedWeights, step: number) => {
  return encodeTaggerModel({ ...base, weights: prune(Int8Array.from(t.weights, (w) => Math.max(-127, Math.min(127, Math.round(w / step)))), Math.round(Number(args.prune ?? 0) / step)), step, transitions: t.transitions, labels: LABEL_COUNT, provenance: {} });
};
const blank = new TaggerModel(quantise({ weights: new Float32Array(64 * LABEL_COUNT), transitions: new Float32Array(LABEL_COUNT ** 2) }, 1));
const lexicon = new Lexicon(gunzipSync(readFileSync("dist/data/lexicon.khb.gz")));
const train = makeCorpus(lexicon, blank, readGold("../shared/data/gold/train.jsonl.gz"));
const dev = args.dev ? makeCorpus(lexicon, blank, readGold("../shared/data/gold/dev.jsonl.gz")) : [];
function spans(labels: Uint8Array, start: number, end: number): string[] {
  const out: string[] = [];
  for (let i = start; i < end; i++) {
    if (labels[i] === 0 || isInside(labels[i]!)) continue;
    let e = i + 1;
    while (e < end && isInside(labels[e]!) && typeOfLabel(labels[e]!) === typeOfLabel(labels[i]!)) e++;
    out.push(`${i}:${e}:${typeOfLabel(labels[i]!)}`);
  }
  return out;
}
function evaluate(model: TaggerModel, corpus: CorpusField[]): string {
  const c = Array.from({ length: 8 }, () => [0, 0, 0]);
  const chain = makeChain(model.transitions);
  for (const f of corpus) for (const [s, e] of f.sentences) {
    const scores = scoreTokens(model, f.signs, s, e);
    const best = decodeSentence(chain, scores, e - s).labels;
    const g = spans(f.labels, s, e).map((x) => x);
    const p = new Set(spans(best, 0, e - s).map((x) => { const [a, b, t] = x.split(":").map(Number); return `${a! + s}:${b! + s}:${t}`; }));
    for (const x of g) { const t = Number(x.split(":")[2]); c[t]![0]!++; if (p.has(x)) c[t]![2]!++; }
    for (const x of p) c[Number(x.split(":")[2])]![1]!++;
  }
  const f = (l: number[][]) => { const [g, p, k] = l.reduce((a, b) => a.map((v, i) => v + b[i]!), [0, 0, 0]); return (200 * k! / (g! + p!)).toFixed(1); };
  return `PER ${f([c[0]!])} LOC ${f([c[1]!])} ORG ${f([c[2]!])} WEA ${f([c[3]!])} EVE ${f([c[4]!])} PRO ${f([c[5]!])} WOR ${f([c[6]!])} OTH ${f([c[7]!])} PLO ${f(c.slice(0, 3))} all ${f(c)}`;
}
const options = { rows, epochs: Number(args.epochs ?? 8), rate: Number(args.rate ?? 0.1), decay: Number(args.decay ?? 1e-5), dropout: Number(args.dropout ?? 0.15) };
const held = args.holdout;
const folds = args.fold;
const part = (f: CorpusField, i: number) => held ? f.source === held : folds ? Math.floor(i / 2) % 8 === Number(folds) : false;
const trainSet = train.filter((f, i) => !part(f, i));
const testSet = args.dev ? dev : train.filter((f, i) => part(f, i));
console.error(trainSet.length, testSet.length);
const t0 = Date.now();
const trained = trainTagger(trainSet, { ...options, random: seededRandom(7), report: (e, l) => console.error(`epoch ${e} loss ${l.toFixed(3)} ${((Date.now() - t0) / 1000).toFixed(0)}s`) });
let max = 0; for (const w of trained.weights) max = Math.max(max, Math.abs(w));
const step = Math.min(max / 127, Number(args.maxw ?? 2.5) / 127);
const bytes = quantise(trained, step);
console.error("max", max, "bytes", bytes.length, "gz", (await import("node:zlib")).gzipSync(bytes).length);
if (args.out) writeFileSync(args.out, bytes);
console.log(JSON.stringify(args), evaluate(new TaggerModel(bytes), testSet));
