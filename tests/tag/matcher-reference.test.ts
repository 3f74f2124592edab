import fc from "fast-check";
import { expect, test } from "vitest";
import { Lexicon } from "../../src/data/lexicon.js";
import { compileLexicon } from "../../src/pipeline.js";
import { indexWords } from "../../src/tag/index-words.js";
import { matchLexicon } from "../../src/tag/match-lexicon.js";
import { tokensOf } from "../helpers/tokens.js";

// The matcher against the plain loop that it stands for: at each token try every name in every reading of the token,
// keep the longest, of equally long ones the one that cuts least, and go on behind it.

interface Match {
  readonly first: number;
  readonly end: number;
  readonly cut: number;
  readonly name: string;
}

/** A token of a text, and whether a name may run on from it to the next one. */
interface Piece {
  readonly word: string;
  readonly joins: boolean;
}

function naiveReadings(word: string): { cut: number; form: string }[] {
  const list = [{ cut: 0, form: word }];
  if (!/^[ء-ي]+$/.test(word)) return list;
  for (const cut of [1, 2]) {
    const rest = word.slice(cut);
    if (rest.length < 2 || !/^(?:[وفبكل]|[وف][بكل])$/.test(word.slice(0, cut))) continue;
    list.push({ cut, form: rest });
    if (word[cut - 1] === "ل" && rest.startsWith("ل") && rest.length >= 3)
      list.push({ cut, form: `ا${rest}` }, { cut, form: `ال${rest}` });
  }
  return list;
}

function naiveMatches(pieces: readonly Piece[], names: readonly string[]): Match[] {
  const matches: Match[] = [];
  for (let first = 0; first < pieces.length; first++) {
    let best: Match | undefined;
    for (const { cut, form } of naiveReadings(pieces[first]!.word)) {
      for (const name of names) {
        const words = name.split(" ");
        if (words[0] !== form) continue;
        const end = first + words.length;
        const fits = words.every(
          (word, i) => i === 0 || (pieces[first + i - 1]!.joins && pieces[first + i]?.word === word),
        );
        if (!fits) continue;
        if (best === undefined || end > best.end || (end === best.end && cut < best.cut))
          best = { first, end, cut, name };
      }
    }
    if (best === undefined) continue;
    matches.push(best);
    first = best.end - 1;
  }
  return matches;
}

function lexiconOf(names: readonly string[]): Lexicon {
  const rows = names.map((name, i) => `person/n${i}\t${name}\tn${i}\t\tartist\t\ttest`);
  const text = ["id\tar\ten\taliases\tclass\tcountry\tsource", ...rows].join("\n");
  return new Lexicon(compileLexicon([{ file: "tag/people/random.tsv", text }]));
}

function matchesOf(lexicon: Lexicon, text: string): Match[] {
  const tokens = tokensOf(text);
  // Commas are tokens, too; the reference counts words only.
  const wordNumber: number[] = [];
  let count = 0;
  for (let token = 0; token < tokens.count; token++)
    wordNumber.push(tokens.kinds[token] === 4 ? -1 : count++);
  const {
    count: found,
    firstToken,
    endToken,
    cut,
    sense,
  } = matchLexicon(lexicon, tokens, indexWords(tokens, lexicon.vocabulary));
  return Array.from({ length: found }, (_, i) => ({
    first: wordNumber[firstToken[i]!]!,
    end: wordNumber[endToken[i]! - 1]! + 1,
    cut: cut[i]!,
    name: lexicon.arabicName(lexicon.senseTargets[sense[i]!]!),
  }));
}

/**
 * A small vocabulary, so that names overlap: short words of letters that are proclitics, too. «ابو» is left out, whose
 * other cases the compiler adds.
 */
const word = fc
  .string({ unit: fc.constantFrom(..."ولابمسف"), minLength: 2, maxLength: 4 })
  .filter((letters) => !letters.startsWith("ابو"));
const cases = fc.array(word, { minLength: 2, maxLength: 6 }).chain((vocabulary) => {
  const anyWord = fc.constantFrom(...vocabulary, "7");
  const name = fc
    .tuple(fc.constantFrom(...vocabulary), fc.array(anyWord, { maxLength: 3 }))
    .map(([head, rest]) => [head, ...rest].join(" "));
  const piece = fc.record({
    word: fc
      .tuple(fc.constantFrom("", "", "", "و", "ل", "وب", "ال", "لل", "ولل"), anyWord)
      .map(([prefix, rest]) => (rest === "7" ? rest : prefix + rest)),
    separator: fc.constantFrom(" ", " ", " ", "-", "، ", "\n"),
  });
  return fc.record({
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
    pieces: fc.array(piece, { maxLength: 14 }),
  });
});

test("the same matches as the plain longest-match loop", () => {
  fc.assert(
    fc.property(cases, ({ names, pieces }) => {
      const text = pieces.map(({ word: token, separator }) => token + separator).join("");
      const expected = naiveMatches(
        pieces.map(({ word: token, separator }) => ({
          word: token,
          joins: separator === " " || separator === "-",
        })),
        names,
      );
      expect(matchesOf(lexiconOf(names), text)).toEqual(expected);
    }),
    { seed: 91, numRuns: 1500 },
  );
});

test("the reference itself, on two rows", () => {
  const pieces = ["قال", "وبوتين", "لبوتين", "بوتين"].map((token) => ({ word: token, joins: true }));
  expect(naiveMatches(pieces, ["بوتين", "بوتين لبوتين"])).toEqual([
    { first: 1, end: 3, cut: 1, name: "بوتين لبوتين" },
    { first: 3, end: 4, cut: 0, name: "بوتين" },
  ]);
});
