import type { Lexicon } from "../lexicon.js";
import type { Policy } from "../surfaces.js";
import { WORD_LISTS } from "../word-lists.js";
import type { WordPolicies } from "./arabic-policies.js";

/** A name as it is written, and when it counts. */
export interface EnglishName {
  readonly text: string;
  readonly policy: Policy;
}

/** What tells bearers of one name apart: «Al-Nasr SC (Dubai)», «Phoenix, Arizona». */
const BRACKETS = / *\(([^)]*)\)$/;
const BEHIND_COMMA = /,.*$/;
/** What follows a surname: «Jr.», «II». */
const SUFFIX = /^(?:jr|sr|i{1,3}|iv|vi{0,3}|ix|x)$/;
/** «Abdullah II of Jordan». */
const NUMBERED = /^(.+ (?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI)) of /;
const ARTICLE = /^(?:al|el|ul|as|ash|ad|an|ar|az)$/;
const CLUB = /^(?:FC|AC|AS|CF|SC|SL|SSC|RC) | (?:SC|FC|CF|F\.C\.|S\.C\.|Club)$/;
/** «A.S. Roma» is also written «AS Roma». */
const DOTTED = /(?:\b[A-Z]\.){2,}/;
/** «Google+» is not «Google». */
const SIGN = /[+*#!]$/;
const ACRONYM = /^[A-Z][A-Z0-9]{2,}$/;
/** Words that mean something else before they are a name. */
export const COMMON = WORD_LISTS["common-words"] | WORD_LISTS["function-words"] | WORD_LISTS.titles;
/** A shorter surname is no name of anybody. */
const SHORTEST = 4;
/** Titles of works of fewer words are words: «Omar», «The Voice». */
const LEAST_OF_WORK = 3;
/** Classes whose bearers are known wherever they are named. */
const KNOWN_PLACES: ReadonlySet<string> = new Set(["continent", "region", "country", "territory"]);
/** Places of the default prior and above are likelier than a person of the same name. */
const KNOWN_PRIOR = 140;

/**
 * The English names of entities, by rule.
 *
 * A name of one word that is also a common word counts only when the article names the same entity otherwise. A
 * person's surname or first name counts alone where the Arabic tables say that it does: «بوتين» is Putin, «عباس» needs
 * a title, and «محمد» is nobody.
 */
export class EnglishNames {
  private readonly lexicon: Lexicon;
  private readonly splitWords: (surface: string) => string[];
  private readonly policies: WordPolicies;
  private readonly isFlagged: (word: string, flag: number) => boolean;

  constructor(
    lexicon: Lexicon,
    splitWords: (surface: string) => string[],
    policies: WordPolicies,
    isFlagged: (word: string, flag: number) => boolean,
  ) {
    this.lexicon = lexicon;
    this.splitWords = splitWords;
    this.policies = policies;
    this.isFlagged = isFlagged;
  }

  of(number: number): EnglishName[] {
    const { lexicon } = this;
    const type = lexicon.type(number);
    const full = lexicon.englishName(number);
    const brackets = BRACKETS.exec(full)?.[1];
    const plain = full.replace(BRACKETS, "").replace(BEHIND_COMMA, "");
    const names: EnglishName[] = [];
    if (full !== plain) names.push({ text: full.replace(/[()]/g, ""), policy: "always" });
    if (brackets !== undefined && ACRONYM.test(brackets)) names.push({ text: brackets, policy: "always" });
    const isEvent = type === "event" || type === "other";
    if ((full === plain || !isEvent) && !SIGN.test(plain)) {
      const policy = this.policyOf(number, plain, full !== plain);
      if (policy !== undefined) names.push({ text: plain, policy });
    }
    if (DOTTED.test(plain) && type === "organization")
      names.push({ text: plain.replace(DOTTED, (dotted) => dotted.replaceAll(".", "")), policy: "always" });
    if (type === "organization" && plain.startsWith("The "))
      names.push({ text: plain.slice(4), policy: "always" });
    const numbered = type === "person" ? NUMBERED.exec(plain)?.[1] : undefined;
    if (numbered !== undefined) names.push({ text: numbered, policy: "near" });
    if (type === "person") names.push(...this.partsOf(number, plain));
    return names;
  }

  /**
   * A club's name without what says that it is one: «Real Madrid CF», «Liverpool F.C.». Of one word, it counts when the
   * Arabic one does: «ليفربول» is a club as well as a city, «نجران» a city before it is a club.
   */
  ofClub(number: number): EnglishName[] {
    const { lexicon } = this;
    const name = lexicon.englishName(number);
    if (lexicon.type(number) !== "organization" || lexicon.class(number) !== "club" || !CLUB.test(name))
      return [];
    const text = name.replace(CLUB, "");
    const [first = "", second] = this.splitWords(text);
    if (second !== undefined) return [{ text, policy: "always" }];
    if (this.isFlagged(first, COMMON)) return [];
    const arabic = [...(this.policies.get(number)?.values() ?? [])];
    return [{ text, policy: arabic.includes("always") ? "always" : (arabic[0] ?? "known") }];
  }

  /** When a name counts; undefined when never. */
  private policyOf(number: number, name: string, isShared: boolean): Policy | undefined {
    const { lexicon } = this;
    const type = lexicon.type(number);
    const words = this.splitWords(name);
    if (type === "work" && words.length < LEAST_OF_WORK) return undefined;
    if (words.length > 1) return isShared && type !== "person" ? "near" : "always";
    const word = words[0] ?? "";
    if (this.isFlagged(word, COMMON)) return "known";
    if (type === "person")
      return this.isFlagged(word, WORD_LISTS["given-names"])
        ? "known"
        : (this.policies.get(number)?.values().next().value ?? "known");
    if (type === "place" && this.isFlagged(word, WORD_LISTS["given-names"]) && !this.isKnownPlace(number))
      return "near";
    return isShared ? "near" : "always";
  }

  private isKnownPlace(number: number): boolean {
    const { lexicon } = this;
    return KNOWN_PLACES.has(lexicon.class(number)) || lexicon.entityPriors[number]! > KNOWN_PRIOR;
  }

  /** The surname or first name that names a person alone, after the names of one word of the Arabic tables. */
  private partsOf(number: number, name: string): EnglishName[] {
    const { lexicon } = this;
    const arabic = this.policies.get(number);
    const words = this.splitWords(name);
    if (arabic === undefined || words.length < 2 || SUFFIX.test(words.at(-1)!)) return [];
    const parts: EnglishName[] = [];
    const arabicWords = this.splitWords(lexicon.arabicName(number));
    if (arabicWords.length < 2) return [];
    const last = policyOfWord(arabic, arabicWords.at(-1)!);
    const surname = words.at(-1)!;
    if (last !== undefined && this.canStandAlone(surname)) {
      // «President Abbas»: a surname that is also a first name needs a title.
      const isGiven = this.isFlagged(surname, WORD_LISTS["given-names"]);
      const policy = isGiven && last !== "known" ? "title" : last;
      parts.push({ text: capitalized(surname), policy });
      const article = words.at(-2)!;
      if (ARTICLE.test(article)) parts.push({ text: `${capitalized(article)} ${surname}`, policy });
    }
    const first = policyOfWord(arabic, arabicWords[0]!);
    // «King Salman»: a first name needs a title, too.
    const isFirstName = this.isFlagged(words[0]!, WORD_LISTS["given-names"]);
    if (first !== undefined && this.canStandAlone(words[0]!) && (!isFirstName || first === "title"))
      parts.push({ text: capitalized(words[0]!), policy: first });
    return parts;
  }

  private canStandAlone(word: string): boolean {
    return word.length >= SHORTEST && !this.isFlagged(word, COMMON);
  }
}

/** The policy of a word with or without the article: «السيسي», «أسد». */
function policyOfWord(policies: ReadonlyMap<string, Policy>, word: string): Policy | undefined {
  return policies.get(word) ?? policies.get(`ال${word}`);
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
