import { describe, expect, test } from "vitest";
import { PATTERN, ROLE } from "../../src/data/lexicon.js";
import type { EntityType } from "../../src/document.js";
import { decideClaims } from "../../src/tag/decide-claims.js";
import { findListed } from "../../src/tag/tag.js";
import type { Claim } from "../../src/text/claim.js";
import type { Tokens } from "../../src/text/tokens.js";
import { clustersOf, fieldOf, modelOf, readTinyLexicon } from "../helpers/tagger.js";
import { textOf } from "../helpers/tokens.js";

const lexicon = readTinyLexicon();
const model = modelOf(clustersOf({}));

/** A name of the tagger, by the words that it covers as they stand in the text. */
type Found = readonly [words: string, type: EntityType, probability?: number];

interface Decided {
  readonly tokens: Tokens;
  readonly listed: readonly Claim[];
  readonly claims: readonly Claim[];
}

/** What becomes of a text with these names of the tagger; `outside` is the probability of O elsewhere. */
function decide(text: string, found: readonly Found[], outside = 1): Decided {
  const field = fieldOf(text);
  const { tokens } = field;
  const { words, claims: listed } = findListed(lexicon, field, 0);
  const probabilities = new Float32Array(tokens.count).fill(outside);
  const names = found.map(([surface, type, probability = 0.9]) => {
    const start = text.indexOf(surface);
    const inside = Array.from({ length: tokens.count }, (_, token) => token).filter((token) => {
      const from = field.map.toRaw(tokens.starts[token]!, "after");
      return from >= start && from < start + surface.length;
    });
    for (const token of inside) probabilities[token] = 1 - probability;
    return { firstToken: inside[0]!, endToken: inside.at(-1)! + 1, type, probability };
  });
  const output = { names, outside: probabilities };
  return { tokens, listed, claims: decideClaims(lexicon, model, tokens, words, 0, listed, output) };
}

/** Claims as `folded words: method id type`, the id «-» where no lexicon lists them. */
function described({ tokens, claims }: Decided): string[] {
  return claims.map(({ firstToken, endToken, cut, method, sense, type }) => {
    const words = Array.from({ length: endToken - firstToken }, (_, i) => textOf(tokens, firstToken + i));
    words[0] = words[0]!.slice(cut);
    return `${words.join(" ")}: ${method} ${idOf(sense)} ${type ?? "-"}`;
  });
}

function idOf(sense: number): string {
  if (sense < 0) return "-";
  const kind = lexicon.senseKinds[sense];
  if (kind === ROLE) return "role";
  return kind === PATTERN ? "pattern" : lexicon.id(lexicon.senseTargets[sense]!);
}

type Row = readonly [name: string, text: string, found: readonly Found[], claims: readonly string[]];
function check(_: string, text: string, found: readonly Found[], claims: readonly string[]): void {
  expect(described(decide(text, found))).toEqual(claims);
}

describe("names of the tagger", () => {
  test.each<Row>([
    [
      "one that the lexicon lists keeps its senses and takes the tagger's type",
      "وصل بوتين أمس",
      [["بوتين", "person"]],
      ["بوتين: lexicon person/vladimir-putin person"],
    ],
    [
      "with its proclitic",
      "وقال لبوتين أمس",
      [["لبوتين", "person"]],
      ["بوتين: lexicon person/vladimir-putin person"],
    ],
    ["one that no lexicon lists", "وصل زبرطع أمس", [["زبرطع", "person"]], ["زبرطع: tagger - person"]],
    ["and its proclitic", "وصل وزبرطع أمس", [["وزبرطع", "person"]], ["زبرطع: tagger - person"]],
    [
      "one that is longer than a listed one covers it",
      "انفجار في طرابلس الجديدة أمس",
      [["طرابلس الجديدة", "place"]],
      ["طرابلس الجديده: tagger - place"],
    ],
    [
      "one that is shorter than a listed one that needs no context gives way",
      "زار طرابلس الشام أمس",
      [["طرابلس", "place"]],
      ["طرابلس الشام: lexicon place/tripoli-lebanon -"],
    ],
    [
      "one that begins within a listed one",
      "زار طرابلس الشام الكبرى أمس",
      [["الشام الكبرى", "place"]],
      ["الشام الكبري: tagger - place"],
    ],
    [
      "a person's name ends before و with a name of its own",
      "وصل زبرطع ووليد أمس",
      [["زبرطع ووليد", "person"]],
      ["زبرطع: tagger - person", "وليد: lexicon person/walid-jumblatt person"],
    ],
    [
      "but not before a name that begins with و, nor in an organization",
      "وصل زبرطع وليد إلى مصنع زبرطع ووليد أمس",
      [
        ["زبرطع وليد", "person"],
        ["مصنع زبرطع ووليد", "organization"],
      ],
      ["زبرطع وليد: tagger - person", "مصنع زبرطع ووليد: tagger - organization"],
    ],
    [
      "two, in reading order",
      "زار زبرطع سوتشي أمس",
      [
        ["سوتشي", "place"],
        ["زبرطع", "person"],
      ],
      ["زبرطع: tagger - person", "سوتشي: lexicon place/sochi place"],
    ],
  ])("%s: %s", check);

  test("the probability is the tagger's, the senses are the listed claim's", () => {
    const { listed, claims } = decide("وصل بوتين أمس", [["بوتين", "person", 0.7]]);
    expect(claims).toEqual([{ ...listed[0], type: "person", probability: 0.7 }]);
  });
});

describe("nationalities and roles", () => {
  test.each<Row>([
    [
      "a role stays where the tagger sees a person",
      "وصل الرئيس الروسي أمس",
      [["الرئيس الروسي", "person"]],
      ["الرييس الروسي: lexicon role -"],
    ],
    ["and where it sees nothing", "وصل الرئيس الروسي أمس", [], ["الرييس الروسي: lexicon role -"]],
    ["a nationality stays where it sees nothing", "الوفد الروسي هنا", [], ["الروسي: lexicon place/russia -"]],
    [
      "a nationality gives way to a name that covers it",
      "وصل الفيلق الروسي الثاني أمس",
      [["الفيلق الروسي الثاني", "organization"]],
      ["الفيلق الروسي الثاني: tagger - organization"],
    ],
    [
      "a role that the name runs beyond gives way, too",
      "وصل الرئيس الروسي زبرطع أمس",
      [["الرئيس الروسي زبرطع", "person"]],
      ["الرييس الروسي زبرطع: tagger - person"],
    ],
  ])("%s: %s", check);
});

describe("listed names that the tagger passes over", () => {
  test("stay unless it is sure that there is none", () => {
    const kept = decide("وصل بوتين أمس", [], 0.6);
    expect(described(kept)).toEqual(["بوتين: lexicon person/vladimir-putin -"]);
    expect(kept.claims[0]!.probability).toBeCloseTo(0.4, 6);
    expect(described(decide("وصل بوتين أمس", [], 0.97))).toHaveLength(1);
    expect(described(decide("وصل بوتين أمس", [], 0.999))).toEqual([]);
  });
});

describe("signs", () => {
  test.each<Row>([
    ["at the ends are cut off", "وصل «زبرطع» أمس", [["«زبرطع»", "person"]], ["زبرطع: tagger - person"]],
    [
      "within a name stay",
      "وصل زبرطع-قمعش أمس",
      [["زبرطع-قمعش", "person"]],
      ["زبرطع - قمعش: tagger - person"],
    ],
    ["a name of signs alone is none", "وصل ... أمس", [["...", "person"]], []],
    ["a bar is in no name", "زبرطع | قمعش أمس", [["زبرطع | قمعش", "person"]], []],
    ["nor an angle bracket", "زبرطع < قمعش أمس", [["زبرطع < قمعش", "person"]], []],
    ["nor a star", "زبرطع * قمعش أمس", [["زبرطع * قمعش", "person"]], []],
    ["a bar at the end is cut off", "وصل زبرطع | أمس", [["زبرطع |", "person"]], ["زبرطع: tagger - person"]],
  ])("%s: %s", check);

  test("a refused name covers nothing: what is listed in it may stay", () => {
    expect(described(decide("بوتين | زبرطع", [["بوتين | زبرطع", "person"]]))).toEqual([
      "بوتين: lexicon person/vladimir-putin -",
    ]);
  });
});
