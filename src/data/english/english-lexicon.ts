import { nameColumns } from "../encode-lexicon.js";
import type { Lexicon } from "../lexicon.js";
import type { LexiconSense } from "../lexicon-content.js";
import type { Policy } from "../surfaces.js";
import { WORD_LISTS, type WordList } from "../word-lists.js";
import { arabicPolicies } from "./arabic-policies.js";
import { COMMON, type EnglishName, EnglishNames } from "./english-names.js";
import { englishVariants } from "./english-variants.js";
import { latinAliases } from "./latin-aliases.js";
import { aliases, bodies, demonyms, offices, words as wordLists } from "./tables.generated.js";

/** Splits a surface into folded words and numbers, without punctuation: what the tokenizer makes of it. */
export type SplitWords = (surface: string) => string[];

/** A bit of `wordFlags` in an English lexicon: the word is a name only where it is written in capitals, «WHO», «US». */
export const CAPITALS = 1 << 14;
/** Another: what stands behind the name of a company, «Corp», «Group». */
export const COMPANY = 1 << 13;
/** Another: names hold the word without a capital, «of», «al», «ministry». */
export const LOWER = 1 << 15;

const NO_SLOT = 255;
/** Of so many people the first word of the name is a first name. */
const LEAST_BEARERS = 3;

const COMPANY_WORDS =
  "company co corp corporation group holding holdings inc international limited llc ltd plc".split(" ");
/** Words that need no tokenizer: four in five names consist of them. */
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

const lexicons = new WeakMap<Lexicon, Lexicon>();

/**
 * The entities of a lexicon under their English names: the same numbers, ids and facts, other names. Its names are those
 * of the column `en`, the Latin aliases, and those of lexicons/english. Made when it is first asked for.
 */
export function englishLexicon(lexicon: Lexicon, splitWords: SplitWords): Lexicon {
  let english = lexicons.get(lexicon);
  if (english === undefined) {
    english = new Compiler(lexicon, splitWords).run();
    lexicons.set(lexicon, english);
  }
  return english;
}

class Compiler {
  private readonly lexicon: Lexicon;
  private readonly splitWords: SplitWords;
  private readonly senses = new Map<string, LexiconSense[]>();
  private readonly wordFlags = new Map<string, number>();
  /** Words of one-word names that stand in capitals wherever a table has them. */
  private readonly capitals = new Map<string, boolean>();

  constructor(lexicon: Lexicon, splitWords: SplitWords) {
    this.lexicon = lexicon;
    this.splitWords = (surface) =>
      PLAIN.test(surface) ? surface.toLowerCase().split(" ") : splitWords(surface);
  }

  run(): Lexicon {
    const { lexicon } = this;
    for (const list of Object.keys(wordLists) as (keyof typeof wordLists)[])
      for (const word of wordLists[list].split(" ")) this.flag(word, WORD_LISTS[list as WordList]);
    for (const word of [
      "missile",
      "missiles",
      "rocket",
      "rockets",
      "jet",
      "jets",
      "fighter",
      "system",
      "systems",
    ])
      this.flag(word, WORD_LISTS["weapon-words"]);
    for (const word of COMPANY_WORDS) this.flag(word, COMPANY);
    this.addRoles();
    this.addPatterns();
    this.addEntities();
    for (const [word, always] of this.capitals) if (always) this.flag(word, CAPITALS);
    const families = lexicon.families.map(({ prefixes }) => prefixes);
    return lexicon.withNames(nameColumns(this.senses, this.wordFlags, families));
  }

  /** «president» counts behind a nationality, «president of {c}» as it stands. */
  private addRoles(): void {
    const forms = new Map(offices);
    this.lexicon.roles.forEach((office, target) => {
      for (const form of forms.get(office)?.split("|") ?? []) {
        const words = this.splitWords(form).join(" ");
        const sense = { kind: "role", target, policy: "always", slot: NO_SLOT } as const;
        const slot = office === "secretary-general" ? "{o}" : "{c}";
        for (const name of [words, `${words} of ${slot}`, `${words} of the ${slot}`]) this.add(name, sense);
        this.flagLower(words);
      }
    });
  }

  private addPatterns(): void {
    const forms = new Map(bodies);
    this.lexicon.patterns.forEach(({ slug }, target) => {
      for (const form of forms.get(slug)?.split("|") ?? []) {
        const words = this.splitWords(form).join(" ");
        const sense = { kind: "pattern", target, policy: "always", slot: NO_SLOT } as const;
        for (const name of [words, `${words} of {c}`, `${words} of the {c}`]) this.add(name, sense);
        this.flagLower(words);
      }
    });
  }

  private addEntities(): void {
    const { lexicon } = this;
    for (const [id, forms] of aliases) {
      const number = lexicon.entityOf(id);
      if (number < 0) continue;
      for (const form of forms.split("|")) {
        const [text = "", policy = "always"] = form.split("^");
        this.addName(number, { text, policy: policy as Policy });
      }
    }
    for (const [id, forms] of demonyms) {
      const target = lexicon.entityOf(id);
      if (target < 0) continue;
      for (const form of forms.split("|"))
        this.add(this.splitWords(form).join(" "), {
          kind: "demonym",
          target,
          policy: "always",
          slot: NO_SLOT,
        });
    }
    this.flagGivenNames();
    const isFlagged = (word: string, flag: number): boolean => ((this.wordFlags.get(word) ?? 0) & flag) !== 0;
    const names = new EnglishNames(lexicon, this.splitWords, arabicPolicies(lexicon), isFlagged);
    const others: [number: number, words: readonly string[], policy: Policy][] = [];
    for (let number = 0; number < lexicon.entityCount; number++)
      for (const name of names.of(number)) {
        const words = this.addName(number, name);
        for (const variant of englishVariants(words, lexicon.type(number)))
          others.push([number, variant, name.policy]);
      }
    for (const { words, target, policy } of latinAliases(lexicon)) {
      const [word = ""] = words;
      const isCommon = words.length === 1 && isFlagged(word, COMMON);
      if (words.length === 1 && word.length <= 3 && !this.capitals.has(word)) this.capitals.set(word, true);
      this.add(words.join(" "), { kind: "name", target, policy: isCommon ? "known" : policy, slot: NO_SLOT });
    }
    // A spelling that a rule makes never takes a name that is written.
    const written = new Set(this.senses.keys());
    for (const [target, words, policy] of others) {
      const name = words.join(" ");
      if (!written.has(name)) this.add(name, { kind: "name", target, policy, slot: NO_SLOT });
    }
    // Behind the places that they are called after: «Liverpool».
    for (let number = 0; number < lexicon.entityCount; number++)
      for (const name of names.ofClub(number)) this.addName(number, name);
  }

  /** The first words of people's names. */
  private flagGivenNames(): void {
    const { lexicon } = this;
    const bearers = new Map<string, number>();
    for (let number = 0; number < lexicon.entityCount; number++) {
      if (lexicon.type(number) !== "person") continue;
      const [first = "", second] = this.splitWords(lexicon.englishName(number));
      if (second !== undefined) bearers.set(first, (bearers.get(first) ?? 0) + 1);
    }
    for (const [word, count] of bearers)
      if (count >= LEAST_BEARERS) this.flag(word, WORD_LISTS["given-names"]);
  }

  private addName(number: number, { text, policy }: EnglishName): string[] {
    const words = this.splitWords(text);
    if (words.length === 0 || !/^[a-z0-9]/.test(words[0]!)) return [];
    for (const lower of text.match(/(?<![\p{L}\p{M}'’])\p{Ll}+(?![\p{L}\p{M}])/gu) ?? [])
      for (const word of this.splitWords(lower)) this.flag(word, LOWER);
    if (words.length === 1)
      this.capitals.set(words[0]!, (this.capitals.get(words[0]!) ?? true) && isAcronym(text));
    this.add(words.join(" "), { kind: "name", target: number, policy, slot: NO_SLOT });
    return words;
  }

  private add(name: string, sense: LexiconSense): void {
    const list = this.senses.get(name);
    if (list === undefined) this.senses.set(name, [sense]);
    else if (!list.some(({ kind, target }) => kind === sense.kind && target === sense.target))
      list.push(sense);
  }

  private flagLower(words: string): void {
    for (const word of words.split(" ")) this.flag(word, LOWER);
  }

  private flag(word: string, bit: number): void {
    this.wordFlags.set(word, (this.wordFlags.get(word) ?? 0) | bit);
  }
}

/** Acronyms of up to three letters may be written in no other way; «Nato» and «Unesco» may. */
function isAcronym(text: string): boolean {
  return text.length <= 3 && text === text.toUpperCase();
}
