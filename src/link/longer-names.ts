import { ENTITY_CLASSES } from "../data/entity-classes.js";
import { DEMONYM, type Lexicon, ROLE } from "../data/lexicon.js";
import { WORD_LISTS } from "../data/word-lists.js";
import type { Claim } from "../text/claim.js";
import { type FieldText, foldedName, rawSpan } from "../text/field-text.js";
import {
  LATIN_WORD,
  PUNCTUATION_MARK,
  SENTENCE_START,
  SPACE_BEFORE,
  type Tokens,
  WORD,
} from "../text/tokens.js";
import { bareWordFlags, wordFlags } from "./word-flags.js";

const {
  "given-names": GIVEN,
  "name-heads": NAME_HEAD,
  "name-particles": PARTICLE,
  "named-for-places": NAMED_FOR_PLACE,
  "function-words": FUNCTION,
  "common-words": COMMON,
  "place-heads": PLACE_HEAD,
  titles: TITLE,
} = WORD_LISTS;
const ALEF = 0x627;
const LAM = 0x644;
const BA = 0x628;
const TA = 0x62a;
const NUN = 0x646;
const HA = 0x647;
const WAW = 0x648;
const ALEF_MAQSURA = 0x649;
const YA = 0x64a;
const OPENING: ReadonlySet<number> = new Set([..."«“\"'("].map((sign) => sign.charCodeAt(0)));
/** «عن طريق الرياض»: by way of it, no road. */
const WAY = "طريق";
const BY = "عن";
const PREPOSITION = "علي";
/** First names that are words, too, here folded: «ناديه ليفربول» is his club, «روى حسن نصر الله» told. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  "ناديه عادل عمر مالك حافظ كامل جيل دان جمال كمال كريمه راتب ماهر مويد جسور مفتاح اركان نيل الدين صالح روي انا خليفه حكمت".split(
    " ",
  ),
);
/** Those of them that mostly are words behind a name: «محمد صلاح ناديه». */
const NEVER_BEHIND: ReadonlySet<string> = new Set("ناديه انا نيل اركان مفتاح".split(" "));
const SERVANT = "عبد";
const SON: ReadonlySet<string> = new Set(["بن", "ابن", "بنت"]);
/** Words that may follow a person's name although they have the article and are on no list. */
const OF_OFFICE: ReadonlySet<string> = new Set("المخلوع المعزول المنتخب المستقيل".split(" "));
/** Heads of places that, unlike «ولاية» and «دولة», are named for people. */
const FACILITIES: ReadonlySet<string> = new Set("مركز مدينه حي مطار ميناء قريه مخيم".split(" "));
/** Who is called by a first name alone, «الملك سلمان», and the titles that say so: «الدكتور سلمان» is somebody else. */
const RULERS: ReadonlySet<number> = new Set(
  ["person/royal", "person/head-of-state"].map((name) => ENTITY_CLASSES.indexOf(name)),
);
const TITLES_OF_RULERS: ReadonlySet<string> = new Set(
  "الملك ملك الملكه السلطان سلطان الرييس رييس الامير امير الاميره الزعيم زعيم شقيق نجل زوجه والد".split(" "),
);
const classes = (...names: string[]): ReadonlySet<number> =>
  new Set(names.map((name) => ENTITY_CLASSES.indexOf(`place/${name}`)));
const LANDS = classes("continent", "region", "country", "territory");
/** Where people live; what else is in quotation marks behind a head is the place itself: «فندق "ريتز كارلتون"». */
const SETTLEMENTS = classes(
  ...[
    "continent",
    "region",
    "country",
    "territory",
    "admin1",
    "admin2",
    "city",
    "town",
    "village",
    "district",
  ],
);
const organizations = (...names: string[]): ReadonlySet<number> =>
  new Set(names.map((name) => ENTITY_CLASSES.indexOf(`organization/${name}`)));
/** Bodies that are called like people: «ليفربول», «فيليبس». */
const NAMED_LIKE_PEOPLE = organizations("club", "company", "tech-company");
/** Whose single name is also the adjective of it: «القيادي الحوثي». */
const MOVEMENTS = organizations("party", "militia", "terrorist-group");
/** Before the article these point at a thing, not at a name: «هذه العقبة». */
const POINTING: ReadonlySet<string> = new Set("هذا هذه بهذا بهذه لهذا لهذه وهذا وهذه هذين هاتين".split(" "));

/**
 * Tells listed names that only stand in a longer name that no lexicon lists: the place in «مستشفى قرمبالية», the king in
 * «جامعة الملك سلمان», the minister's surname in «محمد العمري», the president in «المهندس صالح المطيري».
 */
export class LongerNames {
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @param entity what the claim means if it stands for itself.
   * @param isKnown whether an unmarked surface names the entity elsewhere in the article.
   * @param before the claim before it in the field.
   * @param after the next one.
   */
  hold(
    field: FieldText,
    words: Int32Array,
    claim: Claim,
    entity: number,
    isKnown: boolean,
    before: Claim | undefined,
    after: Claim | undefined,
  ): boolean {
    const type = this.lexicon.type(entity);
    if (
      isAmongLatin(field.tokens, claim) ||
      (type !== "event" && type !== "work" && isPointedAt(field.tokens, claim))
    )
      return true;
    if (type === "person")
      return (
        this.followsHead(field.tokens, words, claim, NAME_HEAD, true) ||
        this.followsGivenName(field, words, claim, before) ||
        this.goesOn(field.tokens, words, claim, entity, isKnown, after)
      );
    const kind = this.lexicon.entityClasses[entity]!;
    if (type === "place")
      return (
        this.followsHead(field.tokens, words, claim, NAME_HEAD | NAMED_FOR_PLACE, SETTLEMENTS.has(kind)) ||
        (!LANDS.has(kind) && this.followsGivenName(field, words, claim, before))
      );
    if (MOVEMENTS.has(kind) && this.isAdjective(field.tokens, words, claim)) return true;
    return NAMED_LIKE_PEOPLE.has(kind) && this.followsGivenName(field, words, claim, before);
  }

  /** «القيادي الحوثي», but «إن الحوثي» and «الجمعة الحوثيين». */
  private isAdjective(tokens: Tokens, words: Int32Array, { firstToken, endToken, cut }: Claim): boolean {
    if (cut > 0 || endToken - firstToken > 1 || !hasArticle(tokens, firstToken)) return false;
    const last = tokens.units[tokens.ends[firstToken]! - 1];
    const noun = firstToken - 1;
    if ((last !== YA && last !== HA) || noun < 0 || tokens.kinds[noun] !== WORD) return false;
    if (tokens.flags[firstToken]! & SENTENCE_START || !hasArticle(tokens, noun)) return false;
    return !(wordFlags(this.lexicon, words, noun) & (FUNCTION | COMMON));
  }

  /** «مستشفى قرمبالية», «بجامعة "ويتشيتا"», «مستشفى الملك سلمان». */
  private followsHead(
    tokens: Tokens,
    words: Int32Array,
    { firstToken, cut }: Claim,
    heads: number,
    overQuotes: boolean,
  ): boolean {
    if (cut > 0) return false;
    let head = this.before(tokens, firstToken);
    if (!overQuotes && head < firstToken - 1) return false;
    let titles = 0;
    for (; titles < 2 && head >= 0; titles++) {
      if (!(wordFlags(this.lexicon, words, head) & TITLE) || !hasArticle(tokens, head)) break;
      head = this.before(tokens, head);
    }
    if (head < 0) return false;
    const flags = bareWordFlags(this.lexicon, tokens, words, head);
    // «مركز الأمير سلطان الحضاري»
    if (titles > 0 && flags & PLACE_HEAD && FACILITIES.has(bareWordAt(tokens, head))) return true;
    if (!(flags & heads)) return false;
    const previous = this.before(tokens, head);
    return previous < 0 || wordAt(tokens, head) !== WAY || wordAt(tokens, previous) !== BY;
  }

  /** «محمد العمري», «وليلى براق», «أحمد بن جنين»: what stands before makes it another name. */
  private followsGivenName(
    field: FieldText,
    words: Int32Array,
    { firstToken, endToken, cut }: Claim,
    before: Claim | undefined,
  ): boolean {
    const { tokens } = field;
    const previous = firstToken - 1;
    // «مالك محمد صلاح ليفربول»: a name that ends here is whole.
    if (before?.endToken === firstToken && (endToken - firstToken > 1 || firstToken - before.firstToken > 1))
      return false;
    if (cut > 0 || previous < 0 || tokens.kinds[previous] !== WORD) return false;
    if (tokens.flags[firstToken]! & SENTENCE_START) return false;
    if (isSon(tokens, previous)) return true;
    let flags = wordFlags(this.lexicon, words, previous);
    const conjunction = !(flags & GIVEN) && tokens.units[tokens.starts[previous]!] === WAW;
    if (conjunction) flags = bareWordFlags(this.lexicon, tokens, words, previous);
    if (!(flags & GIVEN)) return false;
    const name = foldedName(tokens, previous, firstToken, conjunction ? 1 : 0);
    if (name !== PREPOSITION) return !(flags & (TITLE | FUNCTION | COMMON)) && !ALSO_WORDS.has(name);
    // «على» folds like «علي».
    const { end } = rawSpan(field, previous, firstToken);
    return field.raw.charCodeAt(end - 1) !== ALEF_MAQSURA;
  }

  /** «الدكتور عبدالله النغيمشي», «أحمد جميل الحسن», «صالح بن سليمان»: what stands behind makes it another name. */
  private goesOn(
    tokens: Tokens,
    words: Int32Array,
    claim: Claim,
    entity: number,
    isKnown: boolean,
    after: Claim | undefined,
  ): boolean {
    const { lexicon } = this;
    const { firstToken, endToken } = claim;
    // «مشرف بن عيسان»: a surname is nobody's son.
    if (endToken - firstToken === 1 && endToken < tokens.count && isSon(tokens, endToken)) return true;
    const names = this.firstNamesOf(tokens, words, claim);
    if (names === 0) return false;
    const isSingle = names === 1;
    if (isSingle && !isKnown && RULERS.has(lexicon.entityClasses[entity]!) && firstToken > 0) {
      const title = wordFlags(lexicon, words, firstToken - 1) & TITLE ? wordAt(tokens, firstToken - 1) : "";
      if (title !== "" && !TITLES_OF_RULERS.has(title)) return true;
    }
    if (endToken >= tokens.count || tokens.kinds[endToken] !== WORD) return false;
    if (tokens.flags[endToken]! & SENTENCE_START) return false;
    const next = wordAt(tokens, endToken);
    if (SON.has(next)) return isSingle;
    const flags = wordFlags(lexicon, words, endToken);
    if (flags & (FUNCTION | COMMON | TITLE | PLACE_HEAD)) return false;
    if (flags & GIVEN) return !NEVER_BEHIND.has(next);
    if (isKnown || OF_OFFICE.has(next) || !hasArticle(tokens, endToken)) return false;
    // «عبدالله الأردني» is a nationality.
    if (after?.firstToken !== endToken || after.sense < 0) return true;
    const kind = lexicon.senseKinds[after.sense];
    return kind !== DEMONYM && kind !== ROLE;
  }

  /** How many first names a name consists of; 0 when it has other parts. «عبد الله» is one name. */
  private firstNamesOf(tokens: Tokens, words: Int32Array, { firstToken, endToken, cut }: Claim): number {
    const { lexicon } = this;
    let names = 0;
    for (let token = firstToken; token < endToken; token++) {
      if (tokens.kinds[token] !== WORD) continue;
      const isCut = token === firstToken && cut > 0;
      const flags = isCut ? bareWordFlags(lexicon, tokens, words, token) : wordFlags(lexicon, words, token);
      if (!(flags & (GIVEN | PARTICLE))) return 0;
      names++;
      if (token + 1 < endToken && flags & PARTICLE && foldedName(tokens, token, token + 1).endsWith(SERVANT))
        token++;
    }
    return names;
  }

  /** The word before a token of the same sentence, over an opening quotation mark; -1 when there is none. */
  private before(tokens: Tokens, token: number): number {
    if (token === 0 || tokens.flags[token]! & SENTENCE_START) return -1;
    let previous = token - 1;
    if (tokens.kinds[previous] === PUNCTUATION_MARK) {
      if (!OPENING.has(tokens.units[tokens.starts[previous]!]!)) return -1;
      if (previous === 0 || tokens.flags[previous]! & SENTENCE_START) return -1;
      previous--;
    }
    return tokens.kinds[previous] === WORD ? previous : -1;
  }
}

/** «Galaxy A6», «Google Cloud»: a Latin name between Latin words is part of theirs. */
function isAmongLatin({ kinds, flags, count }: Tokens, { firstToken, endToken }: Claim): boolean {
  const follows =
    firstToken > 0 && kinds[firstToken - 1] === LATIN_WORD && flags[firstToken] === SPACE_BEFORE;
  if (follows && kinds[firstToken] === LATIN_WORD) return true;
  const precedes = endToken < count && kinds[endToken] === LATIN_WORD && flags[endToken] === SPACE_BEFORE;
  return precedes && kinds[endToken - 1] === LATIN_WORD;
}

/** «هذه العقبة» is an obstacle. */
function isPointedAt(tokens: Tokens, { firstToken, endToken, cut }: Claim): boolean {
  if (cut > 0 || firstToken === 0 || endToken - firstToken > 1 || !hasArticle(tokens, firstToken))
    return false;
  if (tokens.kinds[firstToken - 1] !== WORD || tokens.flags[firstToken]! & SENTENCE_START) return false;
  return POINTING.has(wordAt(tokens, firstToken - 1));
}

/** «بن», «بنت». */
function isSon({ units, starts, ends }: Tokens, token: number): boolean {
  const start = starts[token]!;
  const length = ends[token]! - start;
  if (length !== 2 && length !== 3) return false;
  return units[start] === BA && units[start + 1] === NUN && (length === 2 || units[start + 2] === TA);
}

function wordAt(tokens: Tokens, token: number): string {
  return foldedName(tokens, token, token + 1);
}

/** A word without one of ب and ل before it. */
function bareWordAt(tokens: Tokens, token: number): string {
  const word = wordAt(tokens, token);
  return FACILITIES.has(word) ? word : word.slice(1);
}

function hasArticle({ units, starts, ends }: Tokens, token: number): boolean {
  const start = starts[token]!;
  return ends[token]! - start >= 5 && units[start] === ALEF && units[start + 1] === LAM;
}
