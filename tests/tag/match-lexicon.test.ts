import { describe, expect, test } from "vitest";
import { markedMentions, unmarked } from "../helpers/tiny-lexicon.js";

/** A row: what it shows; the text with its mentions in brackets; their ids, with the kind unless it is a name. */
type Row = readonly [name: string, marked: string, ...ids: string[]];

const PUTIN = "person/vladimir-putin";
const ERDOGAN = "person/recep-tayyip-erdogan";
const NATO = "organization/nato";

function check(_: string, marked: string, ...ids: string[]): void {
  expect(markedMentions(unmarked(marked))).toEqual({ marked, ids });
}

describe("names behind clitics", () => {
  test.each<Row>([
    ["ل", "وقال [أردوغان] ل[بوتين]", ERDOGAN, PUTIN],
    ["و", "و[بوتين] و[فلاديمير بوتين]", PUTIN, PUTIN],
    ["ب and the article", "ب[الناتو]", NATO],
    ["وب", "وب[اللاذقية]", "place/latakia"],
    ["لل swallowed the alef of the article", "ل[لناتو] ول[لناتو]", NATO, NATO],
    ["لل swallowed a whole article", "ل[لاذقية]", "place/latakia"],
    ["و that belongs to the name", "[وليد جنبلاط]", "person/walid-jumblatt"],
    ["و before لندن is a conjunction", "و[لندن] ثم ل[لبنان]", "place/london", "place/lebanon"],
    ["ف", "ف[لبنان] ف[روسيا]", "place/lebanon", "place/russia"],
    [
      "the alef of أوباما is not the أ of questions",
      "قال [أوباما] ل[أوباما]",
      "person/barack-obama",
      "person/barack-obama",
    ],
    ["ك", "ك[تركيا]", "place/turkey"],
    ["a word that only ends like a name is none", "استوبوتين وقالبوتين"],
    ["no clitic before Latin", "قناة [CNN] الأمريكيا", "organization/cnn"],
  ])("%s: %s", check);
});

describe("leftmost, then longest", () => {
  test.each<Row>([
    ["the longer name of one start", "[الولايات المتحدة الأمريكية]", "place/united-states"],
    ["the shorter one where the longer ends early", "[الولايات المتحدة] الأخرى", "place/united-states"],
    ["a full name before its surname", "[رجب طيب أردوغان]", ERDOGAN],
    ["a name that starts inside another does not count", "[حلف شمال الأطلسي]", NATO],
    ["names side by side", "[بوتين] [أردوغان]", PUTIN, ERDOGAN],
    ["a name does not run on over a comma", "حسن، نصر الله"],
    ["nor over a full stop", "في حلف. [الناتو]", NATO],
    ["nor over a line break", "حسن\nنصر الله"],
    ["a cut reading that is longer beats the whole word", "و[ليبيا]", "place/libya"],
  ])("%s: %s", check);
});

describe("titles inside names", () => {
  test.each<Row>([
    ["one", "[حسن الشيخ نصر الله]", "person/hassan-nasrallah"],
    ["one in the middle of a longer name", "[رجب طيب الرئيس أردوغان]", ERDOGAN],
    ["a word that is no title parts the name", "حسن الكبير نصر الله"],
    ["a name does not end in a title", "[بوتين] الرئيس", PUTIN],
    ["three titles are no name", "حسن الشيخ السيد الدكتور نصر الله"],
  ])("%s: %s", check);
});

describe("hyphens, hashtags and stops inside names", () => {
  test.each<Row>([
    ["a hyphen", "[كيم جونغ-أون]", "person/kim-jong-un"],
    ["a hyphen with one space", "[كيم جونغ -أون]", "person/kim-jong-un"],
    ["a dash between spaces parts", "حسن - نصر الله"],
    ["an en dash without spaces", "[كيم جونغ–أون]", "person/kim-jong-un"],
    ["a hashtag", "#[حزب_الله] في [لبنان]", "organization/hezbollah", "place/lebanon"],
    ["a hashtag of a pattern", "#[الجيش_السوري]", "organization/armed-forces-of-syria"],
    ["a hashtag sign inside a name", "[دونالد #ترمب]", "person/donald-trump"],
    ["stops of an acronym", "[سي.إن.إن]", "organization/cnn"],
    ["an acronym spelled with spaces", "[سي إن إن]", "organization/cnn"],
    ["tatweel and marks stay in the span", "[بـــوتين] و[أُرْدُوغَانُ]", PUTIN, ERDOGAN],
    ["a no-break space stays in the span", "[رجب\u00a0أردوغان]", ERDOGAN],
    ["a direction sign falls out of the span", "[بوتين]\u200f.", PUTIN],
    ["hamza is free", "[اردوغان] و[إردوغان]", ERDOGAN, ERDOGAN],
    ["عبد الله and عبدالله are one", "[علي عبدالله صالح]", "person/ali-abdullah-saleh"],
  ])("%s: %s", check);
});

describe("patterns of organizations", () => {
  test.each<Row>([
    ["{f}", "[وزارة الدفاع الروسية]", "organization/ministry-of-defence-russia"],
    ["{m} behind لل", "ل[لجيش الروسي]", "organization/armed-forces-of-russia"],
    ["{c}", "[منتخب فرنسا]", "organization/national-football-team-of-france"],
    ["{c} of two words", "[منتخب الولايات المتحدة]", "organization/national-football-team-of-united-states"],
    [
      "{m} and {c} make one entity",
      "[المنتخب الفرنسي] هو [منتخب فرنسا]",
      "organization/national-football-team-of-france",
      "organization/national-football-team-of-france",
    ],
    [
      "every spelling of a nationality",
      "[الجيش الأمريكي] و[الجيش الأميركي]",
      "organization/armed-forces-of-united-states",
      "organization/armed-forces-of-united-states",
    ],
    ["{p}", "[شرطة بيروت]", "organization/police-of-beirut"],
    ["the gender must fit", "الجيش [الروسية]", "place/russia (demonym)"],
    ["a country that has none", "منتخب [اليمن]", "place/yemen"],
    [
      "a row of its own wins",
      "[وزارة الدفاع الأمريكية] و[البنتاغون]",
      "organization/pentagon",
      "organization/pentagon",
    ],
    ["in the other spelling, too", "[وزارة الدفاع الأميركية]", "organization/pentagon"],
    [
      "a second nationality is one of its own",
      "[الجيش الروسي] و[السوري]",
      "organization/armed-forces-of-russia",
      "place/syria (demonym)",
    ],
  ])("%s: %s", check);
});

describe("nationalities", () => {
  test.each<Row>([
    ["masculine and feminine", "[الروسية] [التركي]", "place/russia (demonym)", "place/turkey (demonym)"],
    ["without the article", "قوات [روسية]", "place/russia (demonym)"],
    [
      "plurals, with both endings",
      "[الأتراك] و[الروس] و[الأمريكيين] و[أميركيون]",
      "place/turkey (demonym)",
      "place/russia (demonym)",
      "place/united-states (demonym)",
      "place/united-states (demonym)",
    ],
    ["behind لل", "ل[لروس]", "place/russia (demonym)"],
    ["the country itself is a name", "[سورية] و[روسيا]", "place/syria", "place/russia"],
  ])("%s: %s", check);
});
