import { definiteWords, demonymForms } from "./demonym-forms.js";
import { encodeLexicon } from "./encode-lexicon.js";
import { ENTITY_COLUMNS, type EntityRow, readEntityRow } from "./entity-row.js";
import { nodeOf } from "./find-name.js";
import type { Lexicon } from "./lexicon.js";
import type { LexiconSense } from "./lexicon-content.js";
import { LexiconError, type Problem } from "./problems.js";
import { originOf, spellingVariants } from "./spelling/spelling-variants.js";
import { isSlot, SLOTS } from "./surface-trie.js";
import { type Policy, readSurface } from "./surfaces.js";
import { listOf, type Row, readTable, type TableSource } from "./table.js";
import { WORD_LISTS } from "./word-lists.js";

/** Splits a surface into folded words and numbers, without punctuation: what the tokenizer makes of it. */
export type SplitWords = (surface: string) => string[];

const PATTERN_COLUMNS = ["pattern", "slug", "en", "class", "countries", "source", "note"];
const DEMONYM_COLUMNS = ["country", "id", "m", "f", "plural", "source", "note"];
const OFFICE_COLUMNS = ["office", "forms", "source", "note"];
const DESIGNATION_COLUMNS = ["family", "prefixes", "class", "numbers", "source", "note"];
const WORD_COLUMNS = ["word", "source", "note"];
const NO_SLOT = 255;

const PROCLITICS = ["و", "ف", "ب", "ك", "ل", "وب", "وك", "ول", "فب", "فك", "فل"];
/** Fewest occurrences of a word in the table of frequent words. */
const LEAST_FREQUENCY = 40;
/** A word this much more frequent than the name inside it is a word of its own. */
const WHOLE_WORD_RATIO = 3;

/**
 * Compiles lexicon tables into the bytes that `Lexicon` reads. The same tables give the same bytes.
 * @param base the lexicon that a user's own tables are merged into later: function words are known from it, and no
 * spelling that a rule makes takes one of its names.
 * @throws LexiconError with every problem, each with file and line.
 */
export function compileLexicon(
  sources: readonly TableSource[],
  splitWords: SplitWords,
  base?: Lexicon,
): Uint8Array {
  const { bytes, problems } = checkLexicon(sources, splitWords, base);
  if (problems.length > 0) throw new LexiconError(problems);
  return bytes;
}

/** Compiles what can be compiled and lists what is wrong. */
export function checkLexicon(
  sources: readonly TableSource[],
  splitWords: SplitWords,
  base?: Lexicon,
): { bytes: Uint8Array; problems: readonly Problem[] } {
  const compiler = new Compiler(splitWords, base);
  const sorted = [...sources].sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const source of sorted) compiler.addTable(source);
  return { bytes: compiler.finish(), problems: compiler.problems };
}

class Compiler {
  readonly problems: Problem[] = [];
  private readonly splitWords: SplitWords;
  private readonly base: Lexicon | undefined;
  private readonly entities: EntityRow[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly patterns: Row[] = [];
  private readonly offices: Row[] = [];
  private readonly demonyms: Row[] = [];
  private readonly families: Row[] = [];
  private readonly wordFlags = new Map<string, number>();
  private readonly senses = new Map<string, LexiconSense[]>();
  private readonly written: { entity: EntityRow; number: number; policies: ReadonlyMap<string, Policy> }[] =
    [];
  private readonly variants: [name: string, sense: LexiconSense][] = [];
  /** How often frequent words stand in raw news. */
  private readonly frequency = new Map<string, number>();

  constructor(splitWords: SplitWords, base: Lexicon | undefined) {
    this.splitWords = splitWords;
    this.base = base;
  }

  addTable(source: TableSource): void {
    const { file } = source;
    const rows = (columns: readonly string[]): Row[] => readTable(source, columns, this.problems);
    const list = /^tag\/words\/([a-z-]+)\.tsv$/.exec(file)?.[1];
    if (file === "tag/organizations/patterns.tsv") this.patterns.push(...rows(PATTERN_COLUMNS));
    else if (file === "tag/demonyms.tsv") this.demonyms.push(...rows(DEMONYM_COLUMNS));
    else if (file === "tag/designations.tsv") this.families.push(...rows(DESIGNATION_COLUMNS));
    else if (file === "link/offices.tsv") this.offices.push(...rows(OFFICE_COLUMNS));
    else if (file === "tag/frequent-words.tsv")
      for (const row of rows(["word", "count"]))
        this.frequency.set(row.get("word"), Number(row.get("count")));
    else if (list !== undefined) this.addWordList(list, rows(WORD_COLUMNS), file);
    else for (const row of rows(ENTITY_COLUMNS)) this.addEntity(row);
  }

  private addWordList(name: string, rows: readonly Row[], file: string): void {
    const flag = (WORD_LISTS as Readonly<Record<string, number>>)[name];
    if (flag === undefined) {
      const message = `there is no word list "${name}"; expected ${Object.keys(WORD_LISTS).join(", ")}`;
      this.problems.push({ file, line: 1, message });
      return;
    }
    for (const row of rows)
      for (const word of this.splitWords(row.get("word")))
        this.wordFlags.set(word, (this.wordFlags.get(word) ?? 0) | flag);
  }

  private addEntity(row: Row): void {
    const entity = readEntityRow(row, this.problems);
    if (entity === undefined) return;
    const earlier = this.numbers.get(entity.id);
    if (earlier !== undefined) {
      const { file, line } = this.entities[earlier]!;
      this.problem(row, `id ${entity.id} is already at ${file}:${line}`);
      return;
    }
    this.numbers.set(entity.id, this.entities.length);
    this.entities.push(entity);
  }

  finish(): Uint8Array {
    for (const [number, entity] of this.entities.entries()) this.addSurfaces(entity, number);
    for (const row of this.demonyms) this.addDemonyms(row);
    for (const [number, row] of this.patterns.entries())
      this.addPatterns(row, "pattern", row.get("pattern"), number);
    for (const [number, row] of this.offices.entries())
      this.addPatterns(row, "role", row.get("forms"), number);
    for (const { entity, number, policies } of this.written) this.addVariants(entity, number, policies);
    for (const [name, sense] of this.variants) this.addSense(name, sense);
    this.flagWholeWords();
    return this.encode();
  }

  private addSurfaces(entity: EntityRow, number: number): void {
    // A surface that is repeated with a mark has that policy: the mark of the last one stands.
    const policies = new Map<string, Policy>();
    for (const { text, policy } of entity.surfaces) {
      const words = this.splitWords(text);
      if (words.length === 0) this.problem(entity, `surface "${text}" of ${entity.id} has no letters`);
      else if (this.isFunctionWord(words))
        this.problem(entity, `surface "${text}" of ${entity.id} is a function word`);
      else policies.set(words.join(" "), policy);
    }
    for (const [name, policy] of policies)
      this.addSense(name, { kind: "name", target: number, policy, slot: NO_SLOT });
    this.written.push({ entity, number, policies });
  }

  /**
   * Adds the spellings that the rules make of an entity's names. A spelling is refused where it is another entity's
   * name already, or, alone, a frequent word: «غوغل» gives «جوجل», but no rule makes a name of «جول».
   */
  private addVariants(entity: EntityRow, number: number, policies: ReadonlyMap<string, Policy>): void {
    const origin = originOf(entity);
    for (const [name, policy] of policies) {
      for (const variant of spellingVariants(name.split(" "), origin)) {
        const key = variant.join(" ");
        if (this.senses.has(key) || policies.has(key) || this.isBaseName(variant)) continue;
        if (
          variant.length === 1 &&
          (variant[0]!.length < 4 || this.frequency.has(key) || this.isFunctionWord(variant))
        )
          continue;
        this.variants.push([key, { kind: "name", target: number, policy, slot: NO_SLOT }]);
      }
    }
  }

  /** «إن» folds like «آن»: no policy can tell a particle from a name. */
  private isFunctionWord(words: readonly string[]): boolean {
    return words.length === 1 && (this.flagsOf(words[0]!) & WORD_LISTS["function-words"]) !== 0;
  }

  private flagsOf(text: string): number {
    const own = this.wordFlags.get(text) ?? 0;
    const word = this.base?.vocabulary.indexOf(text) ?? -1;
    return word < 0 ? own : own | this.base!.wordFlags[word]!;
  }

  private isBaseName(words: readonly string[]): boolean {
    const node = this.base === undefined ? 0 : nodeOf(this.base, words);
    return node > 0 && this.base!.trie.senses[node]! > 0;
  }

  private addDemonyms(row: Row): void {
    const target = this.numbers.get(row.get("id"));
    if (target === undefined) {
      this.problem(row, `demonyms of "${row.get("id")}", which is no entity of the tables`);
      return;
    }
    const add = (cell: string, indefinite: number, definite: number): void => {
      for (const form of listOf(cell))
        for (const made of demonymForms(form, this.splitWords)) {
          const name = made.words.join(" ");
          if (made.doubtful && this.senses.has(name)) continue;
          const slot = made.singular ? (made.definite ? definite : indefinite) : NO_SLOT;
          this.addSense(name, { kind: "demonym", target, policy: "always", slot });
        }
    };
    add(row.get("m"), SLOTS.indexOf("{mi}"), SLOTS.indexOf("{m}"));
    add(row.get("f"), SLOTS.indexOf("{fi}"), SLOTS.indexOf("{f}"));
    add(row.get("plural"), NO_SLOT, NO_SLOT);
  }

  private addPatterns(row: Row, kind: "pattern" | "role", cell: string, target: number): void {
    for (const form of listOf(cell)) {
      const surface = readSurface(form);
      const words = this.patternWords(surface?.text ?? "");
      if (surface === undefined || words.length === 0 || isSlot(words[0]!))
        this.problem(
          row,
          `pattern "${form}" must start with a word, may hold ${SLOTS.join(" ")} and may end in a policy`,
        );
      else this.addSense(words.join(" "), { kind, target, policy: surface.policy, slot: NO_SLOT });
    }
  }

  private patternWords(text: string): string[] {
    return text.split(" ").flatMap((word) => (isSlot(word) ? [word] : this.splitWords(word)));
  }

  /**
   * Organizations that a pattern would make but a row of their own describes: «وزارة الدفاع الأمريكية» is the row of the
   * Pentagon. As triples of pattern, place and entity.
   */
  private overrides(): number[] {
    const forms = this.demonyms.flatMap((row) => {
      const place = this.numbers.get(row.get("id"));
      if (place === undefined) return [];
      return (["m", "f"] as const).flatMap((gender) =>
        listOf(row.get(gender)).map((form) => ({
          place,
          gender,
          definite: definiteWords(form, this.splitWords),
        })),
      );
    });
    const found = new Map<string, number[]>();
    this.patterns.forEach((row, pattern) => {
      const words = this.patternWords(readSurface(listOf(row.get("pattern"))[0] ?? "")?.text ?? "");
      for (const { place, gender, definite } of forms) {
        const slot = words.indexOf(`{${gender}}`);
        if (slot < 0) continue;
        const name = [...words.slice(0, slot), ...definite, ...words.slice(slot + 1)].join(" ");
        const sense = this.senses.get(name)?.find(({ kind }) => kind === "name");
        const isOrganization = sense !== undefined && this.entities[sense.target]!.type === "organization";
        if (isOrganization) found.set(`${pattern} ${place}`, [pattern, place, sense.target]);
      }
    });
    return [...found.values()].flat();
  }

  /**
   * Flags the words that only look like a proclitic and a name: «كثيرون» is far more frequent than «ثيرون», so that it
   * is a word of its own, while «لتركيا» is rarer than «تركيا».
   */
  private flagWholeWords(): void {
    for (const [name, senses] of this.senses) {
      if (name.includes(" ") || senses[0]!.kind === "role") continue;
      const own = this.frequency.get(name) ?? LEAST_FREQUENCY;
      const article = name.startsWith("ال") ? [`لل${name.slice(2)}`] : [];
      for (const word of [...PROCLITICS.map((proclitic) => proclitic + name), ...article])
        if ((this.frequency.get(word) ?? 0) > WHOLE_WORD_RATIO * own)
          this.wordFlags.set(word, (this.wordFlags.get(word) ?? 0) | WORD_LISTS["whole-words"]);
    }
  }

  private addSense(name: string, sense: LexiconSense): void {
    const list = this.senses.get(name);
    if (list === undefined) this.senses.set(name, [sense]);
    else if (!list.some((other) => other.kind === sense.kind && other.target === sense.target))
      list.push(sense);
  }

  private problem(at: { readonly file: string; readonly line: number }, message: string): void {
    this.problems.push({ file: at.file, line: at.line, message });
  }

  private encode(): Uint8Array {
    return encodeLexicon({
      entities: this.entities,
      names: this.senses,
      wordFlags: this.wordFlags,
      patterns: this.patterns.map((row) => ({
        slug: row.get("slug"),
        en: row.get("en"),
        ar: readSurface(listOf(row.get("pattern"))[0] ?? "")?.text ?? "",
        class: row.get("class"),
        ...readCountries(row.get("countries")),
      })),
      families: this.families.map((row) => ({
        name: row.get("family"),
        prefixes: listOf(row.get("prefixes")).map((text) => this.splitWords(text)),
        class: row.get("class"),
        numbers: listOf(row.get("numbers")),
      })),
      roles: this.offices.map((row) => row.get("office")),
      overrides: this.overrides(),
    });
  }
}

/** The countries of a pattern: `*` all, `*-US-SA` all but these, `SY|LB` these. */
function readCountries(cell: string): { only: string[]; except: string[] } {
  if (cell.startsWith("*")) return { only: [], except: cell.split("-").slice(1) };
  return { only: listOf(cell), except: [] };
}
