import { createRequire } from "node:module";
import { ArabicClass } from "arabic-utils";
import nlp from "compromise";
import { franc } from "franc";
import { type Measurement, measure } from "./measure.js";

const require = createRequire(import.meta.url);

/** arabic-utils with its default normalization. */
export function normalizeArabic(text: string): string {
  return new ArabicClass(text).normalize();
}

/** Tokenizers of general libraries, on Arabic. */
export function tokenizerPeers(texts: readonly string[], bytes: number): Measurement[] {
  const { WordTokenizer, RegexpTokenizer } = require("natural") as {
    WordTokenizer: new () => { tokenize(text: string): string[] };
    RegexpTokenizer: new (options: { pattern: RegExp }) => { tokenize(text: string): string[] };
  };
  const count = (tokenize: (text: string) => string[]): number =>
    texts.reduce((sum, text) => sum + tokenize(text).length, 0);
  const words = new WordTokenizer();
  const arabic = new RegexpTokenizer({ pattern: /[^\p{L}\p{N}]+/u });
  return [
    measure("natural WordTokenizer (drops Arabic)", bytes, () => count((text) => words.tokenize(text))),
    measure("natural RegexpTokenizer, Unicode pattern", bytes, () => count((text) => arabic.tokenize(text))),
  ];
}

/** franc, the language detector for other scripts, on Arabic. */
export async function languagePeer(texts: readonly string[], bytes: number): Promise<Measurement> {
  const few = texts.slice(0, 200);
  const share = few.length / texts.length;
  return measure("franc", bytes * share, () => few.filter((text) => franc(text) === "arb").length, 1);
}

/** A report of our own, repeated: what the libraries for English do with English. */
const ENGLISH =
  `President Vladimir Putin and President Recep Tayyip Erdogan met in Sochi on Wednesday to discuss Syria.
The two leaders spoke for three hours about the ceasefire in Idlib, a second shipment of S-400 missiles and gas deliveries.
A spokesman for the Kremlin said that both sides had agreed to continue the talks in Ankara next month. The United States
and NATO have objected to the purchase, and Washington has imposed sanctions on several companies. `.repeat(
    200,
  );

/** Names in English by libraries made for English. */
export async function englishPeers(): Promise<Measurement[]> {
  const winkNlp = require("wink-nlp") as (model: unknown) => {
    readDoc(text: string): { entities(): { out(): string[] } };
  };
  const wink = winkNlp(require("wink-eng-lite-web-model"));
  const bytes = Buffer.byteLength(ENGLISH);
  return [
    measure(
      "wink-nlp (entities: dates, numbers …)",
      bytes,
      () => wink.readDoc(ENGLISH).entities().out().length,
    ),
    measure("compromise (people, places, organizations)", bytes, () => {
      const document = nlp(ENGLISH);
      return document.people().length + document.places().length + document.organizations().length;
    }),
  ];
}
