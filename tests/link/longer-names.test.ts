import { describe, expect, test } from "vitest";
import { createKhabar } from "../../src/khabar.js";
import { compileLexicon } from "../../src/pipeline.js";
import { describeMention, TINY_TABLES, table, words } from "../helpers/tiny-lexicon.js";

const khabar = createKhabar({
  lexicon: compileLexicon([
    ...TINY_TABLES,
    table("tag/people/more.tsv", "id ar en aliases class country offices source", [
      "person/salman ; سلمان بن عبدالعزيز ; Salman ; سلمان^title ; head-of-state ; SA ;  ; test",
    ]),
    table("tag/places/more.tsv", "id ar en aliases class country source prior", [
      "place/jeddah ; جدة ; Jeddah ;  ; city ; SA ; test",
      "place/liverpool ; ليفربول ; Liverpool ;  ; city ; GB ; test ; 0.3",
      "place/oujda ; وجدة ; Oujda ; وجدة^near ; city ; MA ; test",
      "place/middle-east ; الشرق الأوسط ; Middle East ;  ; region ;  ; test",
      "place/mena ; الشرق الأوسط وشمال أفريقيا ; MENA ; الشرق الأوسط وشمال أفريقيا^known ; region ;  ; test",
      "place/aqaba ; العقبة ; Aqaba ;  ; city ; JO ; test",
      "place/gafsa ; قفصة ; Gafsa ;  ; city ; TN ; test",
      "place/marib ; مأرب ; Marib ;  ; city ; YE ; test",
      "place/mecca ; مكة ; Mecca ;  ; city ; SA ; test",
      "place/wembley ; ويمبلي ; Wembley ;  ; stadium ; GB ; test",
    ]),
    table("tag/organizations/more.tsv", "id ar en aliases class country source prior", [
      "organization/asharq-al-awsat ; صحيفة الشرق الأوسط ; Asharq Al-Awsat ; الشرق الأوسط^known ; media ; SA ; test",
      "organization/liverpool-f-c ; نادي ليفربول ; Liverpool F.C. ; ليفربول ; club ; GB ; test ; 0.9",
      "organization/google ; غوغل ; Google ; Google ; tech-company ; US ; test",
      "organization/hamas ; حركة حماس ; Hamas ; حماس ; militia ; PS ; test",
      "organization/philips ; فيليبس ; Philips ;  ; company ; NL ; test",
      "organization/zaidi ; جماعة الزيدي ; Zaidi ; الزيدي ; militia ; YE ; test",
      "organization/opec ; أوبك ; OPEC ;  ; alliance ;  ; test",
      "organization/opec-plus ; تحالف أوبك ; OPEC+ ; أوبك+ ; alliance ;  ; test",
    ]),
    table("tag/organizations/patterns.tsv", "pattern slug en class countries source", [
      "الخارجية {f} ; foreign-affairs-{c} ; Foreign Affairs ({en}) ; ministry ; * ; test",
    ]),
    table("tag/weapons/more.tsv", "id ar en aliases class country source prior", [
      "weapon/milan ; ميلان^title ; MILAN ;  ; missile ; FR ; test",
    ]),
    words("titles", "الملك"),
    words("given-names", "سلمان"),
    words("name-heads", "مستشفى مهرجان طريق استاد"),
    words("named-for-places", "قمة كتاب"),
    words("place-heads", "مدينة مركز"),
  ]),
});

const mentionsOf = (text: string): string[] =>
  khabar.read({ text }, { clean: false, tagger: false }).mentions.map(describeMention);

describe("names in longer names", () => {
  test.each<[name: string, longer: string, alone: string, mention: string]>([
    ["a head", "افتتح مستشفى بيروت أمس", "افتتح في بيروت أمس", "بيروت → place/beirut"],
    ["a head behind a proclitic", "شارك بمهرجان لندن أمس", "شارك بمدينة لندن أمس", "لندن → place/london"],
    [
      "a head before a quotation mark",
      "شارك بمهرجان «لندن» أمس",
      "شارك في «لندن» أمس",
      "لندن → place/london",
    ],
    [
      "a head before a title",
      "زار مستشفى الرئيس بوتين",
      "زار قصر الرئيس بوتين",
      "بوتين → person/vladimir-putin",
    ],
    ["a way, and by way of", "على طريق بيروت", "عن طريق بيروت", "بيروت → place/beirut"],
    [
      "an event named for a place, not for a person",
      "في قمة بيروت",
      "في قمة بوتين",
      "بوتين → person/vladimir-putin",
    ],
    ["a first name before a surname", "قال محمد بوتين", "وقال اليوم بوتين", "بوتين → person/vladimir-putin"],
    [
      "a first name, and the preposition على",
      "قال علي بوتين",
      "قال على بوتين",
      "بوتين → person/vladimir-putin",
    ],
    ["a father", "أحمد بن لندن هناك", "أحمد في لندن هناك", "لندن → place/london"],
    ["a title of others", "قال الدكتور سلمان", "قال الملك سلمان", "سلمان → person/salman"],
    ["a surname behind", "الملك سلمان المطيري", "الملك سلمان اليوم", "سلمان → person/salman"],
    ["a father behind", "الملك سلمان بن سعد", "الملك سلمان في", "سلمان → person/salman"],
    ["a facility", "في مركز الملك سلمان", "في عهد الملك سلمان", "سلمان → person/salman"],
    ["a father behind a surname", "قال بوتين بن سعد", "قال بوتين إن", "بوتين → person/vladimir-putin"],
    [
      "an adjective of a movement",
      "القيادي الزيدي أمس",
      "قيادي من الزيدي أمس",
      "الزيدي → organization/zaidi",
    ],
    ["a company and a surname", "قال محمد فيليبس", "قالت شركة فيليبس", "فيليبس → organization/philips"],
    ["a thing pointed at", "في هذه العقبة", "في العقبة", "العقبة → place/aqaba"],
    ["a title of a book", "كتاب «بيروت 2013»", "كتب عن «بيروت» أمس", "بيروت → place/beirut"],
    ["an adjective behind «و»", "شرطة روسية وسورية", "روسيا وسورية", "سورية → place/syria"],
    ["Latin words around", "تقول Google Cloud إن", "تقول Google إن", "Google → organization/google"],
  ])("%s", (_, longer, alone, mention) => {
    expect(mentionsOf(longer)).not.toContain(mention);
    expect(mentionsOf(alone)).toContain(mention);
  });

  test("a stadium behind its head in quotation marks is the place itself", () => {
    expect(mentionsOf("على استاد «ويمبلي» أمس")).toEqual(["ويمبلي → place/wembley"]);
  });
});

describe("what stands around decides", () => {
  test.each<[name: string, text: string, mentions: string[]]>([
    ["a city behind its head", "وصل إلى مدينة ليفربول", ["ليفربول → place/liverpool"]],
    ["the club elsewhere", "فاز ليفربول", ["ليفربول → organization/liverpool-f-c"]],
    [
      "a newspaper in quotation marks",
      "نقلت صحيفة «الشرق الأوسط» أن",
      ["الشرق الأوسط → organization/asharq-al-awsat"],
    ],
    ["a newspaper spoken to", "وقال لـ«الشرق الأوسط» إن", ["الشرق الأوسط → organization/asharq-al-awsat"]],
    ["the region in quotation marks", "كتاب عن «الشرق الأوسط» أمس", ["الشرق الأوسط → place/middle-east"]],
    ["a ministry", "قالت الخارجية الروسية", ["الخارجية الروسية → organization/foreign-affairs-russia"]],
    ["policy is no ministry", "السياسة الخارجية الروسية", []],
    ["a weapon behind a weapon word", "أطلق صواريخ ميلان", ["ميلان → weapon/milan"]],
    ["a city of the same name", "في ميلان", []],
  ])("%s", (_, text, mentions) => {
    expect(mentionsOf(text)).toEqual(mentions);
  });
});

describe("words that look like names", () => {
  test.each<[name: string, word: string, place: string, mention: string]>([
    ["ه for ة", "في قفصه الصدري", "في قفصة أمس", "قفصة → place/gafsa"],
    ["آ where the name has أ", "لكسب مآرب أخرى", "في مأرب أمس", "مأرب → place/marib"],
    ["س is no proclitic", "هاجمته سمكة قرش", "في مكة أمس", "مكة → place/mecca"],
  ])("%s", (_, word, place, mention) => {
    expect(mentionsOf(word)).toEqual([]);
    expect(mentionsOf(place)).toEqual([mention]);
  });
  test("ه for ة behind ب or a head is careless", () => {
    expect(mentionsOf("أقيم بقفصه أمس")).toEqual(["قفصه → place/gafsa"]);
    expect(mentionsOf("أقيم في مدينة قفصه")).toEqual(["قفصه → place/gafsa"]);
  });
});

describe("other readings of a name whose policy fails", () => {
  test("و and a shorter name", () => {
    expect(mentionsOf("في بيروت وجدة")).toEqual(["بيروت → place/beirut", "جدة → place/jeddah"]);
  });
  test("the start of a longer name", () => {
    expect(mentionsOf("في الشرق الأوسط وشمال أفريقيا")).toEqual(["الشرق الأوسط → place/middle-east"]);
  });
});

describe("signs in names", () => {
  test("a hashtag that names the same body ends the name", () => {
    expect(mentionsOf("قالت حركة #حماس")).toEqual(["حماس → organization/hamas"]);
    expect(mentionsOf("قالت حركة حماس")).toEqual(["حركة حماس → organization/hamas"]);
  });
  test("a plus sign at the end belongs to the name", () => {
    expect(mentionsOf("قرار أوبك+ اليوم")).toEqual(["أوبك+ → organization/opec-plus"]);
    expect(mentionsOf("قرار أوبك اليوم")).toEqual(["أوبك → organization/opec"]);
  });
  test("plus signs around a name do not", () => {
    expect(mentionsOf("قرار +أوبك+ اليوم")).toEqual(["أوبك → organization/opec"]);
  });
});
