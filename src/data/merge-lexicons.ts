import { encodeLexicon } from "./encode-lexicon.js";
import type { DesignationFamily, Lexicon, OrganizationPattern } from "./lexicon.js";
import { contentOf, type LexiconContent, type LexiconEntity, type LexiconSense } from "./lexicon-content.js";

/**
 * Puts a user's own lexicon on top of another, as the bytes of one lexicon.
 *
 * An entity of the same id gives the base's entity its names, class and countries, and adds its surfaces; what the user
 * does not tell (an English name, offices, wikidata) stays. An unmarked surface of the user means the user's entity and nothing
 * else: after «الأهلي» of `organization/our-ahli`, the clubs of that name are no longer found by it. A surface with a
 * mark («الأهلي^near») joins what the base has, in front of it, and the article decides.
 */
export function mergeLexicons(base: Lexicon, user: Lexicon): Uint8Array {
  return encodeLexicon(new Merger(contentOf(base), contentOf(user)).run());
}

class Merger {
  private readonly base: LexiconContent;
  private readonly user: LexiconContent;
  private readonly entities: LexiconEntity[];
  private readonly patterns: OrganizationPattern[];
  private readonly families: DesignationFamily[];
  private readonly roles: string[];
  /** Merged numbers by the user's numbers. */
  private readonly entityNumbers: number[];
  private readonly patternNumbers: number[];
  private readonly roleNumbers: number[];

  constructor(base: LexiconContent, user: LexiconContent) {
    this.base = base;
    this.user = user;
    this.entities = [...base.entities];
    this.patterns = [...base.patterns];
    this.families = [...base.families];
    this.roles = [...base.roles];
    this.entityNumbers = place(this.entities, user.entities, ({ id }) => id, updateEntity);
    this.patternNumbers = place(this.patterns, user.patterns, ({ slug }) => slug);
    place(this.families, user.families, ({ name }) => name);
    this.roleNumbers = place(this.roles, user.roles, (office) => office);
  }

  run(): LexiconContent {
    const { base, user, entities, patterns, families, roles } = this;
    const wordFlags = new Map(base.wordFlags);
    for (const [word, bits] of user.wordFlags) wordFlags.set(word, (wordFlags.get(word) ?? 0) | bits);
    const overrides = [...base.overrides];
    for (let i = 0; i < user.overrides.length; i += 3)
      overrides.push(
        this.patternNumbers[user.overrides[i]!]!,
        this.entityNumbers[user.overrides[i + 1]!]!,
        this.entityNumbers[user.overrides[i + 2]!]!,
      );
    return { entities, names: this.mergeNames(), wordFlags, patterns, families, roles, overrides };
  }

  private mergeNames(): Map<string, readonly LexiconSense[]> {
    const names = new Map<string, readonly LexiconSense[]>(this.base.names);
    for (const [name, senses] of this.user.names) {
      const own = senses.map((sense) => ({ ...sense, target: this.targetOf(sense) }));
      const settled = own.some(({ policy }) => policy === "always");
      const others = settled ? [] : (names.get(name) ?? []).filter((sense) => !own.some(isSame(sense)));
      names.set(name, [...own, ...others]);
    }
    return names;
  }

  private targetOf({ kind, target }: LexiconSense): number {
    if (kind === "pattern") return this.patternNumbers[target]!;
    return kind === "role" ? this.roleNumbers[target]! : this.entityNumbers[target]!;
  }
}

function isSame(a: LexiconSense): (b: LexiconSense) => boolean {
  return (b) => a.kind === b.kind && a.target === b.target;
}

/** What the user's row leaves out, the base's row says. A row without an English name has its Arabic one for it. */
function updateEntity(base: LexiconEntity, user: LexiconEntity): LexiconEntity {
  return {
    ...user,
    en: user.en === user.ar ? base.en : user.en,
    countries: user.countries.length > 0 ? user.countries : base.countries,
    wikidata: user.wikidata || base.wikidata,
    terms: user.terms.length > 0 ? user.terms : base.terms,
    prior: Math.max(user.prior, base.prior),
  };
}

/** Puts items into a list, each in the place of the one with its key, else at the end; returns where they are. */
function place<T>(
  list: T[],
  items: readonly T[],
  keyOf: (item: T) => string,
  update: (old: T, item: T) => T = (_, item) => item,
): number[] {
  const places = new Map(list.map((item, i) => [keyOf(item), i]));
  return items.map((item) => {
    const old = places.get(keyOf(item));
    if (old === undefined) return list.push(item) - 1;
    list[old] = update(list[old]!, item);
    return old;
  });
}
