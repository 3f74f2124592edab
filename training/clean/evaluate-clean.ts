// Prints both errors of findBoilerplate per layout, then again with weights trained without the layout.
//   node build/training/clean/evaluate-clean.js [PAGES.jsonl.gz] [--lost] [--kept] [--fast]
// --lost and --kept list the wrongly dropped and kept lines; --fast leaves out the second part.
import { findBoilerplate, findWith } from "../../src/clean/find-boilerplate.js";
import { fitLines } from "./fit-lines.js";
import { type LabelledPage, readPages } from "./read-pages.js";

const path =
  process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? "../shared/data/pages/dev.jsonl.gz";
const showLost = process.argv.includes("--lost");
const showKept = process.argv.includes("--kept");

interface Score {
  content: number;
  lost: number;
  boilerplate: number;
  dropped: number;
}
type Find = (
  text: string,
) => readonly { readonly start: number; readonly end: number; readonly rule: string }[];

/** Counts lines as eval/clean.mjs does: dropped when at least half of the letters and digits are. */
function score(pages: readonly LabelledPage[], find: Find, name: string, total: Score): void {
  const here: Score = { content: 0, lost: 0, boilerplate: 0, dropped: 0 };
  for (const page of pages) {
    const mask = new Uint8Array(page.text.length);
    for (const block of find(page.text)) mask.fill(1, block.start, block.end);
    let offset = 0;
    for (const line of page.lines) {
      const letters = [...line.text.matchAll(/\p{L}|\p{N}/gu)].map((match) => offset + match.index);
      offset += line.text.length + 1;
      if (letters.length === 0) continue;
      const gone = letters.filter((at) => mask[at] === 1).length * 2 >= letters.length;
      here[line.label]++;
      if (gone && line.label === "content") here.lost++;
      if (gone && line.label === "boilerplate") here.dropped++;
      if (gone && line.label === "content" && showLost)
        console.log(`  lost ${page.id}: ${line.text.slice(0, 100)}`);
      if (!gone && line.label === "boilerplate" && showKept)
        console.log(`  kept ${page.id}: ${line.text.slice(0, 120)}`);
    }
  }
  print(name, here);
  for (const key of ["content", "lost", "boilerplate", "dropped"] as const) total[key] += here[key];
}

function print(name: string, { content, lost, boilerplate, dropped }: Score): void {
  const percent = (part: number, whole: number): string =>
    whole === 0 ? "    -" : ((100 * part) / whole).toFixed(1).padStart(5);
  console.log(
    `${name.padEnd(18)} content kept ${percent(content - lost, content)} (${lost} of ${content} lost)  boilerplate dropped ${percent(dropped, boilerplate)} (${boilerplate - dropped} of ${boilerplate} kept)`,
  );
}

const pages = readPages(path);
const layouts = [...new Set(pages.map((page) => page.layout))];
const empty = (): Score => ({ content: 0, lost: 0, boilerplate: 0, dropped: 0 });
const own = empty();
console.log("with the shipped weights");
for (const layout of layouts)
  score(
    pages.filter((page) => page.layout === layout),
    findBoilerplate,
    layout,
    own,
  );
print("ALL", own);
if (process.argv.includes("--fast")) process.exit(0);
const left = empty();
console.log("with weights trained without the layout");
for (const layout of layouts) {
  const { features, transitions } = fitLines(pages.filter((page) => page.layout !== layout));
  const weights = Float64Array.from([...features, ...transitions]);
  score(
    pages.filter((page) => page.layout === layout),
    (text) => findWith(text, weights),
    layout,
    left,
  );
}
print("ALL", left);
