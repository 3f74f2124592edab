import { DEMONYM, type Lexicon, NAME, PATTERN, ROLE } from "../data/lexicon.js";
import { POLICIES } from "../data/surfaces.js";
import type { Entity, Mention, MentionKind, Method } from "../document.js";
import type { Claim } from "../text/claim.js";
import { type FieldText, foldedName, rawSpan } from "../text/field-text.js";
import { SENTENCE_START } from "../text/tokens.js";
import { Acting } from "./acting.js";
import { ArticleContext } from "./article-context.js";
import { chooseSense } from "./choose-sense.js";
import { confidenceOf, confidenceOfName, isTooDoubtful } from "./confidence.js";
import { isDoubtfulSpelling } from "./doubtful-spelling.js";
import { EntityRegistry, type LinkedEntity } from "./entity-registry.js";
import { type FullName, findReferences } from "./find-references.js";
import { shortFormOf } from "./join-short-forms.js";
import { LongerNames } from "./longer-names.js";
import { resolveRole } from "./resolve-role.js";
import { type Position, salienceOf } from "./salience.js";
import { BEHIND_ROLE, isIn, surroundingsOf } from "./surroundings.js";

/** What the link stage makes of an article. */
export interface Linked {
  /** In reading order: title, then text. */
  readonly mentions: readonly Mention[];
  /** Most salient first. */
  readonly entities: readonly Entity[];
  /** The same entities with what later stages need of them. */
  readonly linked: readonly LinkedEntity[];
}

/** Words that say that somebody no longer holds, or does not hold yet, the office before them; folded. */
const FORMER: ReadonlySet<string> = new Set(
  "السابق السابقه الاسبق الاسبقه الراحل الراحله المنتخب المنتخبه المخلوع المعزول المستقيل المستقيله المرتقب".split(
    " ",
  ),
);
/** Probability from which the tagger's type beats that of the only entity that bears a name. */
const SURE = 0.8;
/** Confidence from which an unlisted full name tells of its surname. */
const TELLING = 0.6;
const ALEF = 0x627;
const LAM = 0x644;

interface LinkedMention {
  readonly field: number;
  readonly firstToken: number;
  readonly endToken: number;
  readonly cut: number;
  readonly entity: LinkedEntity;
  readonly kind: MentionKind;
  readonly method: Method;
  readonly confidence: number;
}

/**
 * Decides what each claim of an article means, drops those that mean nothing here, finds later references by surname
 * and offices that stand for their holders, and weighs the entities.
 * @param words per field, vocabulary numbers of the tokens.
 * @param claims per field.
 * @param day the article's date as yyyymmdd, or 0 when unknown.
 * @param isArabic whether the names are Arabic: those of other languages were looked at for longer names already.
 */
export function link(
  lexicon: Lexicon,
  fields: readonly FieldText[],
  words: readonly Int32Array[],
  claims: readonly (readonly Claim[])[],
  day: number,
  isArabic = true,
): Linked {
  const longerNames = isArabic ? new LongerNames(lexicon) : undefined;
  return new Linker(lexicon, fields, words, claims, day, longerNames).run();
}

class Linker {
  private readonly lexicon: Lexicon;
  private readonly fields: readonly FieldText[];
  private readonly words: readonly Int32Array[];
  private readonly claims: readonly (readonly Claim[])[];
  private readonly day: number;
  private readonly registry: EntityRegistry;
  private readonly context: ArticleContext;
  private readonly longerNames: LongerNames | undefined;
  private readonly acting: Acting;
  private readonly mentions: LinkedMention[] = [];

  constructor(
    lexicon: Lexicon,
    fields: readonly FieldText[],
    words: readonly Int32Array[],
    claims: readonly (readonly Claim[])[],
    day: number,
    longerNames: LongerNames | undefined,
  ) {
    this.lexicon = lexicon;
    this.fields = fields;
    this.words = words;
    this.claims = claims;
    this.day = day;
    this.registry = new EntityRegistry(lexicon);
    this.context = new ArticleContext(lexicon, claims.flat());
    this.longerNames = longerNames;
    this.acting = new Acting(lexicon, fields, claims);
  }

  run(): Linked {
    for (const fieldClaims of this.claims) {
      fieldClaims.forEach((claim, i) => {
        if (claim.designation !== undefined)
          this.add(claim, this.registry.designationEntity(claim.designation), "name");
        else if (claim.sense >= 0) this.decide(claim, fieldClaims[i - 1], fieldClaims[i + 1]);
        else if (claim.entity !== undefined) this.add(claim, this.registry.entity(claim.entity), "name");
        else this.addUnlisted(claim);
      });
    }
    this.addReferences();
    this.joinShortForms();
    this.mentions.sort((a, b) => a.field - b.field || a.firstToken - b.firstToken);
    return this.finish();
  }

  private decide(claim: Claim, before: Claim | undefined, after: Claim | undefined): void {
    const { lexicon } = this;
    const sense = this.senseOf(claim, before);
    if (sense < 0 || this.isOverruled(claim, sense)) {
      if (claim.type !== undefined) this.addUnlisted(claim);
      else this.decideOtherwise(claim, before, after);
      return;
    }
    const target = lexicon.senseTargets[sense]!;
    switch (lexicon.senseKinds[sense]) {
      case NAME:
        // The tagger trusts the lexicons where a place is one word: «قفصه الصدري» is no Gafsa, whatever it says.
        if (lexicon.type(target) === "place" && this.isDoubtful(claim, target)) break;
        if (claim.type !== undefined || this.standsForItself(claim, target, before, after))
          this.add(claim, this.registry.entity(target), "name");
        break;
      case DEMONYM:
        this.add(claim, this.registry.entity(target), "demonym");
        break;
      case PATTERN:
        this.add(claim, this.registry.patternEntity(target, this.placeOf(claim, sense)), "name");
        break;
      case ROLE:
        this.decideRole(claim, lexicon.roles[target]!, after);
    }
  }

  /** Whether a single word folds like a listed name but is spelled like another word. */
  private isDoubtful({ field, firstToken, endToken, cut }: Claim, entity: number): boolean {
    const text = this.fields[field]!;
    // «بجده» and «مدينة جده» are careless, not doubtful.
    if (endToken - firstToken > 1 || isIn(this.lexicon, text.tokens, this.words[field]!, firstToken, cut))
      return false;
    const { start, end } = rawSpan(text, firstToken, endToken, cut);
    return isDoubtfulSpelling(text.raw.slice(start, end), this.lexicon.arabicName(entity));
  }

  /** What a claim means here, or -1; a name of one meaning that counts everywhere needs no look around. */
  private senseOf(claim: Claim, before: Claim | undefined): number {
    const { lexicon, context } = this;
    const { sense, field } = claim;
    const isPlain = lexicon.senseLast[sense] === 1 && lexicon.sensePolicies[sense] === 0;
    if (isPlain && lexicon.senseKinds[sense] !== PATTERN) return sense;
    const { tokens } = this.fields[field]!;
    return chooseSense(
      lexicon,
      claim,
      context,
      surroundingsOf(lexicon, tokens, this.words[field]!, claim, before),
      this.acting.weigh(claim),
    );
  }

  /** Takes the first other reading of a claim that holds here. */
  private decideOtherwise(claim: Claim, before: Claim | undefined, after: Claim | undefined): void {
    const { lexicon } = this;
    for (const other of claim.otherwise ?? []) {
      const sense = this.senseOf(other, before);
      if (sense < 0 || lexicon.senseKinds[sense] !== NAME) continue;
      const target = lexicon.senseTargets[sense]!;
      if (!this.standsForItself(other, target, before, after)) continue;
      this.add(other, this.registry.entity(target), "name");
      return;
    }
  }

  /** Whether a listed name is no other word and no part of a longer name. */
  private standsForItself(
    claim: Claim,
    entity: number,
    before: Claim | undefined,
    after: Claim | undefined,
  ): boolean {
    if (this.isDoubtful(claim, entity)) return false;
    const { field } = claim;
    const known = this.context.isKnown(entity);
    const text = this.fields[field]!;
    return !this.longerNames?.hold(text, this.words[field]!, claim, entity, known, before, after);
  }

  /** Whether the tagger is sure that a name is of another type than what the lexicon knows by it. */
  private isOverruled({ type, probability = 0 }: Claim, sense: number): boolean {
    const { lexicon } = this;
    if (type === undefined || probability < SURE) return false;
    const kind = lexicon.senseKinds[sense];
    if (kind === PATTERN) return type !== "organization";
    return kind === NAME && lexicon.type(lexicon.senseTargets[sense]!) !== type;
  }

  /** The place of a pattern's organization: in the slot, or from context. */
  private placeOf(claim: Claim, sense: number): number {
    if (claim.place >= 0) return claim.place;
    const known = POLICIES[this.lexicon.sensePolicies[sense]!] === "known";
    return this.context.placeOfPattern(this.lexicon.senseTargets[sense]!, known);
  }

  /** «الرئيس الروسي» is its holder; where nobody can be told, what is left is the nationality or the country. */
  private decideRole(claim: Claim, office: string, after: Claim | undefined): void {
    const { lexicon, context } = this;
    // «الرئيس الأمريكي السابق باراك أوباما»: not who holds the office, but whom the name behind it says.
    const former = this.isFormer(claim);
    const next = former ? claim.endToken + 1 : claim.endToken;
    const named = after?.firstToken === next ? this.personOf(after) : -1;
    const unsaid = former || this.isIndefinite(claim);
    const holder =
      named >= 0 || unsaid ? named : resolveRole(lexicon, office, claim.place, this.day, context);
    const place = claim.place < 0 ? undefined : this.registry.entity(claim.place);
    const slotEnd = claim.slotEnd ?? claim.endToken;
    const slotOnly = { ...claim, firstToken: claim.slotToken, endToken: slotEnd, cut: claim.slotCut };
    const isDemonym = place !== undefined && this.isDemonym(claim, slotEnd);
    if (claim.slotToken < 0) {
      // «Turkey's president»: the country is a claim of its own.
      if (holder >= 0) this.add(claim, this.registry.entity(holder), "role");
    } else if (holder >= 0) {
      // A country's name in the role is a mention of its own: «رئيس» and «فرنسا».
      const title = place !== undefined && !isDemonym ? { ...claim, endToken: claim.slotToken } : claim;
      this.add(title, this.registry.entity(holder), "role");
      if (place !== undefined && !isDemonym) this.add(slotOnly, place, "name");
    } else if (place !== undefined) this.add(slotOnly, place, isDemonym ? "demonym" : "name");
  }

  /** Whether the word behind a role says that its holder of today is not meant. */
  private isFormer({ field, endToken }: Claim): boolean {
    const { tokens } = this.fields[field]!;
    if (endToken >= tokens.count || tokens.flags[endToken]! & SENTENCE_START) return false;
    return FORMER.has(foldedName(tokens, endToken, endToken + 1));
  }

  /** «أمين عام للأمم المتحدة» is any of them; «الأمين العام للأمم المتحدة» is one. */
  private isIndefinite({ field, firstToken, cut, slotCut }: Claim): boolean {
    const { units, starts } = this.fields[field]!.tokens;
    const start = starts[firstToken]! + cut;
    return slotCut > 0 && (units[start] !== ALEF || units[start + 1] !== LAM);
  }

  /** Whether the slot of a role holds a nationality rather than a country's name. */
  private isDemonym(claim: Claim, slotEnd: number): boolean {
    if (claim.slotToken < 0) return false;
    const { trie, senseKinds, senseLast, senseTargets } = this.lexicon;
    const words = this.words[claim.field]!;
    let node = trie.first(words[claim.slotToken]!);
    for (let token = claim.slotToken + 1; node > 0 && token < slotEnd; token++)
      if (words[token]! >= 0) node = trie.next(node, words[token]!);
    let sense = trie.senses[node]! - 1;
    while (sense >= 0) {
      if (senseKinds[sense] === DEMONYM && senseTargets[sense] === claim.place) return true;
      sense = senseLast[sense] === 1 ? -1 : sense + 1;
    }
    return false;
  }

  /** The person whom a claim names, as an entity number, or -1. */
  private personOf(claim: Claim): number {
    if (claim.sense < 0) return -1;
    const sense = chooseSense(this.lexicon, claim, this.context, BEHIND_ROLE);
    if (sense < 0 || this.lexicon.senseKinds[sense] !== NAME) return -1;
    const target = this.lexicon.senseTargets[sense]!;
    return this.lexicon.type(target) === "person" ? target : -1;
  }

  private addUnlisted(claim: Claim): void {
    const type = claim.type ?? "other";
    if (isTooDoubtful(type, claim.probability)) return;
    const text = this.fields[claim.field]!;
    const name = foldedName(text.tokens, claim.firstToken, claim.endToken, claim.cut);
    const { start, end } = rawSpan(text, claim.firstToken, claim.endToken, claim.cut);
    this.add(claim, this.registry.unlisted(type, name, text.raw.slice(start, end)), "name");
  }

  /** The names of people that have several words; unlisted ones when they are sure enough. */
  private fullNames(sureness = 0): FullName[] {
    const names: FullName[] = [];
    for (const { field, firstToken, endToken, cut, entity, kind, confidence } of this.mentions) {
      if (entity.type !== "person" || kind !== "name" || endToken - firstToken < 2) continue;
      if (!entity.listed && confidence < sureness) continue;
      const { tokens } = this.fields[field]!;
      names.push({ entity, words: foldedName(tokens, firstToken, endToken, cut).split(" ") });
    }
    return names;
  }

  /** Gives unlisted people who are named in part to the one whose full name the article has. */
  private joinShortForms(): void {
    const isShort = ({ entity, kind }: LinkedMention): boolean =>
      !entity.listed && entity.type === "person" && kind === "name";
    if (!this.mentions.some(isShort)) return;
    const names = this.fullNames();
    this.mentions.forEach((mention, i) => {
      if (!isShort(mention)) return;
      const found = shortFormOf(this.fields[mention.field]!.tokens, mention, names);
      if (found !== undefined) this.mentions[i] = { ...mention, ...found };
    });
  }

  private addReferences(): void {
    const names = this.fullNames(TELLING);
    if (names.length === 0) return;
    const taken = this.fields.map(({ tokens }) => new Uint8Array(tokens.count));
    for (const { field, firstToken, endToken } of this.mentions) taken[field]!.fill(1, firstToken, endToken);
    for (const reference of findReferences(this.lexicon, this.fields, this.words, taken, names))
      this.mentions.push({
        ...reference,
        kind: "name",
        method: "context",
        confidence: confidenceOf("reference"),
      });
  }

  private add(claim: Claim, entity: LinkedEntity, kind: MentionKind): void {
    const { field, firstToken, endToken, cut } = claim;
    const method = entity.listed || claim.method !== "lexicon" ? claim.method : "tagger";
    const confidence = kind === "name" ? confidenceOfName(claim, method) : confidenceOf(kind);
    this.mentions.push({ field, firstToken, endToken, cut, entity, kind, method, confidence });
  }

  private finish(): Linked {
    const sentences = this.fields.map(({ tokens }) => {
      const numbers = new Uint32Array(tokens.count);
      let sentence = -1;
      for (let token = 0; token < tokens.count; token++) {
        if (tokens.flags[token]! & SENTENCE_START) sentence++;
        numbers[token] = sentence;
      }
      return numbers;
    });
    const positions = new Map<LinkedEntity, Position[]>();
    const mentions = this.mentions.map(
      ({ field, firstToken, endToken, cut, entity, kind, method, confidence }) => {
        const text = this.fields[field]!;
        const { start, end } = rawSpan(text, firstToken, endToken, cut);
        const inTitle = text.field === "title";
        const position = { inTitle, sentence: sentences[field]![firstToken]!, kind, type: entity.type };
        const list = positions.get(entity);
        if (list === undefined) positions.set(entity, [position]);
        else list.push(position);
        const mention: Mention = {
          field: text.field,
          start,
          end,
          text: text.raw.slice(start, end),
          type: entity.type,
          kind,
          entity: entity.id,
          confidence,
          method,
        };
        return mention;
      },
    );
    const salience = salienceOf([...positions.values()]);
    const linked = [...positions.keys()];
    const order = linked.map((_, i) => i).sort((a, b) => salience[b]! - salience[a]! || a - b);
    return {
      mentions,
      linked: order.map((i) => linked[i]!),
      entities: order.map((i) => describe(linked[i]!, positions.get(linked[i]!)!.length, salience[i]!)),
    };
  }
}

function describe(entity: LinkedEntity, mentions: number, salience: number): Entity {
  const { id, type, listed, ar, en, wikidata, countries } = entity;
  return {
    id,
    type,
    listed,
    name: en === undefined ? { ar } : { ar, en },
    ...(wikidata === undefined ? {} : { wikidata }),
    ...(countries.length === 0 ? {} : { country: countries[0]! }),
    mentions,
    salience: Math.round(salience * 1e4) / 1e4,
  };
}
