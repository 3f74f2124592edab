// Speed of the stages and of the whole, beside a plain scan, a regular expression and other libraries.
//   npm run build && node build/bench/speed.js [ARTICLES.jsonl]     default: the example articles, repeated to 4 MB
// MB are millions of UTF-8 bytes of the articles. Ratios within one table hold; absolute speeds are the machine's.
import { readdirSync, readFileSync } from "node:fs";
import { Lexicon } from "../src/data/lexicon.js";
import type { Article } from "../src/document.js";
import { createKhabar } from "../src/khabar.js";
import { detectLanguage } from "../src/language/detect-language.js";
import { fold, normalize } from "../src/normalize/normalize.js";
import { tokenize } from "../src/tokenize/tokenize.js";
import { readPackageDataFrom } from "./data.js";
import { measure, report } from "./measure.js";
import { englishPeers, languagePeer, normalizeArabic, tokenizerPeers } from "./peers.js";

const file = process.argv[2];
const articles: Article[] =
  file === undefined
    ? repeat(
        readdirSync("examples/articles").map((name) => ({
          text: readFileSync(`examples/articles/${name}`, "utf8"),
        })),
      )
    : readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Article);

function repeat(list: Article[]): Article[] {
  const all: Article[] = [];
  for (let bytes = 0; bytes < 4e6; )
    for (const article of list) {
      all.push({ ...article, id: all.length });
      bytes += Buffer.byteLength(article.text ?? "");
    }
  return all;
}

const lines = articles.map((article) => JSON.stringify(article));
const texts = articles.map(({ title, text }) => `${title ?? ""}\n${text ?? ""}`);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const lineBytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
const sum = <T>(list: readonly T[], of: (item: T) => number): number =>
  list.reduce((total, item) => total + of(item), 0);

const lexiconBytes = readPackageDataFrom("dist/data/lexicon.khb.gz");
const lexicon = new Lexicon(lexiconBytes);
const listedOnly = createKhabar({ lexicon: lexiconBytes });
const full = createKhabar({
  lexicon: lexiconBytes,
  tagger: readPackageDataFrom("dist/data/tagger.khb.gz"),
  topics: readPackageDataFrom("dist/data/topics.khb.gz"),
});

/** The names that a regular expression can be asked for: the first 5,000 of the lexicon. */
function namesPattern(): RegExp {
  const names = Array.from({ length: 5000 }, (_, i) =>
    lexicon.arabicName(Math.floor((i * lexicon.entityCount) / 5000)),
  );
  const escaped = names
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .sort((a, b) => b.length - a.length);
  return new RegExp(`(?<!\\p{L})[وف]?[بكل]?(?:${escaped.join("|")})(?!\\p{L})`, "gu");
}
const pattern = namesPattern();

process.stdout.write(
  `${articles.length} articles, ${(bytes / 1e6).toFixed(2)} MB of text, Node ${process.version}\n`,
);

report("Text: scan and fold", [
  measure("scan of code units", bytes, () =>
    sum(texts, (text) => {
      let total = 0;
      for (let i = 0; i < text.length; i++) total += text.charCodeAt(i) & 1;
      return total;
    }),
  ),
  measure("khabar fold (with offsets)", bytes, () => sum(texts, (text) => fold(text).length)),
  measure("khabar normalize (string and offset map)", bytes, () =>
    sum(texts, (text) => normalize(text).text.length),
  ),
  measure("arabic-utils (string only)", bytes, () => sum(texts, (text) => normalizeArabic(text).length), 1),
]);

report("Tokens", [
  measure("khabar fold + tokenize", bytes, () =>
    sum(texts, (text) => {
      const { units, length } = fold(text);
      return tokenize(units, length).count;
    }),
  ),
  ...tokenizerPeers(texts, bytes),
]);

report("Language", [
  measure("khabar letter rule", bytes, () =>
    sum(texts, (text) => (detectLanguage(text).language === "ar" ? 1 : 0)),
  ),
  await languagePeer(texts, bytes),
]);

report("Articles as JSON lines in, documents as JSON lines out", [
  measure("JSON.parse + JSON.stringify alone", lineBytes, () =>
    sum(lines, (line) => JSON.stringify(JSON.parse(line)).length),
  ),
  measure("khabar, lexicons only", lineBytes, () =>
    sum(lines, (line) => JSON.stringify(listedOnly.read(JSON.parse(line) as Article)).length),
  ),
  measure("khabar, lexicons only, without cleaning", lineBytes, () =>
    sum(
      lines,
      (line) => JSON.stringify(listedOnly.read(JSON.parse(line) as Article, { clean: false })).length,
    ),
  ),
  measure("khabar, tagger and topics", lineBytes, () =>
    sum(lines, (line) => JSON.stringify(full.read(JSON.parse(line) as Article)).length),
  ),
  measure(
    "regular expression over 5,000 names",
    lineBytes,
    () => sum(lines, (line) => [...((JSON.parse(line) as Article).text ?? "").matchAll(pattern)].length),
    1,
  ),
]);

report("Names in English text, by libraries made for it", await englishPeers());
