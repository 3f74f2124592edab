import { ENTITY_CLASSES } from "../data/entity-classes.js";
import { type Lexicon, NAME } from "../data/lexicon.js";
import type { Claim } from "../text/claim.js";
import { type FieldText, foldedName } from "../text/field-text.js";
import { PUNCTUATION_MARK, SENTENCE_START, type Tokens, WORD } from "../text/tokens.js";

const folded = (words: string): ReadonlySet<string> => new Set(words.split(" "));
/** What goes on in them and who runs them have one name. */
const PLATFORMS: ReadonlySet<number> = new Set(
  ["product/platform", "product/app", "product/service"].map((name) => ENTITY_CLASSES.indexOf(name)),
);
const SEATS: ReadonlySet<number> = new Set(
  ["place/palace", "place/building"].map((name) => ENTITY_CLASSES.indexOf(name)),
);
/** Before the name of a place where something is written: «على تويتر», «مستخدمي فيسبوك». */
const BEFORE_PLATFORM = folded(
  "علي في عبر الي من خلال بواسطة موقع بموقع لموقع منصه بمنصه تطبيق حساب حسابات حسابه حسابها صفحه صفحات مستخدمي " +
    "مستخدمو مغردي مغردو نشطاء رواد بث ضمن عالم الاجتماعي الاجتماعيه الشهير استخدام",
);
/** Before the name of a house: «في البيت الأبيض». */
const BEFORE_SEAT = folded("في الي داخل خارج امام قرب محيط حديقه يغادر غادر دخل مغادره");
const IN = "في";
/** Before it these say that the name behind it is that of their employer: «مسؤول في البيت الأبيض». */
const STAFF = folded(
  "مسوول مسووله مسوولون مسوولين مسوولي مصدر مصادر موظف موظفون موظفين موظفي مستشار مستشاره مستشارين مدير مديره منسق " +
    "خبير محامي متحدث متحدثه ناطق عمل يعمل يعملون منصب طاقم",
);
/** How many words may stand between them and the preposition, and one more. */
const FARTHEST_STAFF = 4;
/** Before «للبيت الأبيض»: not «بيان للبيت الأبيض». */
const MOVES = folded(
  "عاد عادت يعود تعود عوده عودته عودتها وصل وصلت وصول وصوله زياره زيارته دخل دخول دخوله انتقل",
);
/** Before the name of who acts. */
const BEFORE_ACTOR = folded(
  "باسم اداره شركه لشركه بشركه وشركه اسهم سهم عملاق عملاقه موسس بيان مجموعه موظفي موظفو",
);
/** What others do to a company as well as companies do it: only before the verb the name is surely the subject. */
const against = "حجب حظر منع اتهم طالب هدد اغلق حذر رفض واجه";
const past =
  "صرح قال اعلن اكد كشف ذكر اضاف اوضح اطلق حذف استحوذ وعد اختبر اخبر ابلغ سحب وافق دافع علق قرر عين ازال اصدر دشن طرح اعتذر سمح تعهد خسر طور اشار شدد نقل اعرب دان ادان ندد";
const present = "علن وكد عتزم خطط سعي ستعد ختبر قول حذف طلق صنع درس طور عتذر حقق طرح تجاهل بحث ريد دعو نفي";
const bothGenders = (verbs: string): string[] => verbs.split(" ").flatMap((verb) => [verb, `${verb}ت`]);
const ofNow = (verbs: string): string[] => verbs.split(" ").flatMap((verb) => [`ي${verb}`, `ت${verb}`]);
/** Verbs of saying and of what companies and governments do, in both genders. */
const DEEDS: ReadonlySet<string> = new Set(
  ["نفت", "دعا", "دعت", "اشتري", "اشترت"].concat(bothGenders(past), ofNow(present)),
);
const DEEDS_AGAINST: ReadonlySet<string> = new Set(bothGenders(against).concat(ofNow(against)));
const CONJUNCTION = /^[وف](?=...)/;
const PROCLITICS = /^[وف]?[بلك](?=...)/;
const BA = 0x628;
const LAM = 0x644;
/** What a sign beside the name weighs, and what the article's other signs weigh where there is none. */
const BESIDE = 2.5;
const ELSEWHERE = 1.5;

/**
 * Tells whether a name that a body shares with a platform or a house means the body, «أعلنت فيسبوك», «قال البيت الأبيض»,
 * or where something happens: «على فيسبوك», «في البيت الأبيض».
 */
export class Acting {
  private readonly lexicon: Lexicon;
  private readonly fields: readonly FieldText[];
  private readonly claims: readonly (readonly Claim[])[];
  /** Sums of the signs in the article by the name's first sense. */
  private readonly sums = new Map<number, number>();

  constructor(lexicon: Lexicon, fields: readonly FieldText[], claims: readonly (readonly Claim[])[]) {
    this.lexicon = lexicon;
    this.fields = fields;
    this.claims = claims;
  }

  /** How much speaks for the body, on a scale of log-odds; below 0 it speaks for the platform or house. */
  weigh(claim: Claim): number {
    const venues = this.venuesOf(claim.sense);
    if (venues === undefined) return 0;
    const sign = signOf(this.fields[claim.field]!.tokens, claim, venues);
    if (sign !== 0) return BESIDE * sign;
    // Without a sign a house stands for its master.
    return venues === SEATS ? 0 : ELSEWHERE * Math.sign(this.sumOf(claim.sense, venues));
  }

  private sumOf(sense: number, venues: ReadonlySet<number>): number {
    let sum = this.sums.get(sense);
    if (sum !== undefined) return sum;
    sum = 0;
    for (const claims of this.claims)
      for (const claim of claims)
        if (claim.sense === sense) sum += signOf(this.fields[claim.field]!.tokens, claim, venues);
    this.sums.set(sense, sum);
    return sum;
  }

  /** The classes of what the name may mean besides a body, when it may mean both. */
  private venuesOf(first: number): ReadonlySet<number> | undefined {
    const { lexicon } = this;
    let hasBody = false;
    let venues: ReadonlySet<number> | undefined;
    for (let sense = first; ; sense++) {
      if (lexicon.senseKinds[sense] === NAME) {
        const target = lexicon.senseTargets[sense]!;
        const kind = lexicon.entityClasses[target]!;
        if (lexicon.type(target) === "organization") hasBody = true;
        else if (PLATFORMS.has(kind)) venues = PLATFORMS;
        else if (SEATS.has(kind)) venues = SEATS;
      }
      if (lexicon.senseLast[sense] === 1) return hasBody ? venues : undefined;
    }
  }
}

/** 1 when what stands beside the name says that a body is meant, -1 for a platform or house, 0 when nothing says. */
function signOf(tokens: Tokens, claim: Claim, venues: ReadonlySet<number>): number {
  const before = signBefore(tokens, claim, venues === SEATS);
  if (before !== 0) return before;
  const next = wordFrom(tokens, claim.endToken, 1);
  if (next < 0) return 0;
  const verb = wordAt(tokens, next);
  return DEEDS.has(verb) || DEEDS_AGAINST.has(verb) ? 1 : 0;
}

function signBefore(tokens: Tokens, { firstToken, cut }: Claim, isSeat: boolean): number {
  if (tokens.flags[firstToken]! & SENTENCE_START) return 0;
  const previous = wordFrom(tokens, firstToken - 1, -1);
  if (cut > 0) {
    const letter = tokens.units[tokens.starts[firstToken]! + cut - 1];
    if (letter === LAM && isSeat) return previous >= 0 && MOVES.has(wordAt(tokens, previous)) ? -1 : 0;
    if (letter !== BA) return 0;
    return isOfStaff(tokens, previous) ? 1 : -1;
  }
  if (previous < 0) return 0;
  const whole = wordAt(tokens, previous);
  const readings = [whole, whole.replace(CONJUNCTION, ""), whole.replace(PROCLITICS, "")];
  const stands = (words: ReadonlySet<string>): boolean => readings.some((word) => words.has(word));
  if (stands(DEEDS) || stands(BEFORE_ACTOR)) return 1;
  if (!stands(isSeat ? BEFORE_SEAT : BEFORE_PLATFORM)) return 0;
  return whole === IN && isOfStaff(tokens, previous - 1) ? 1 : -1;
}

/** «مسؤول كبير في البيت الأبيض»: whoever works for it stands a few words before. */
function isOfStaff(tokens: Tokens, last: number): boolean {
  for (let token = last; token >= 0 && token > last - FARTHEST_STAFF; token--) {
    if (tokens.kinds[token] !== WORD) return false;
    const word = wordAt(tokens, token).replace(CONJUNCTION, "");
    if (STAFF.has(word) || (word.startsWith("ال") && STAFF.has(word.slice(2)))) return true;
    if (tokens.flags[token]! & SENTENCE_START) return false;
  }
  return false;
}

function wordAt(tokens: Tokens, token: number): string {
  return foldedName(tokens, token, token + 1);
}

/** The word at a token or, over one quotation mark or bracket, next to it; -1 when there is none in the sentence. */
function wordFrom(tokens: Tokens, token: number, step: 1 | -1): number {
  let at = token;
  if (at >= 0 && at < tokens.count && tokens.kinds[at] === PUNCTUATION_MARK && !isStop(tokens, at))
    at += step;
  if (at < 0 || at >= tokens.count || tokens.kinds[at] !== WORD) return -1;
  return step > 0 && tokens.flags[at]! & SENTENCE_START ? -1 : at;
}

/** Full stops, commas and colons part the name from what stands behind them. */
function isStop(tokens: Tokens, token: number): boolean {
  return ".،,:؛؟!-".includes(String.fromCharCode(tokens.units[tokens.starts[token]!]!));
}
