import { describe, expect, test } from "vitest";
import { readEnglish, unmarked } from "../../helpers/english-khabar.js";

/** A row: what it shows; the text with its mentions in brackets; their ids, with the kind unless it is a name. */
type Row = readonly [name: string, marked: string, ...ids: string[]];

const PUTIN = "person/vladimir-putin";
const ERDOGAN = "person/recep-tayyip-erdogan";
const RUSSIA = "place/russia";
const US = "place/united-states";

function check(_: string, marked: string, ...ids: string[]): void {
  expect(readEnglish(unmarked(marked))).toEqual({ marked, ids });
}

describe("listed names have the ids of Arabic articles", () => {
  test.each<Row>([
    ["in full, and by surname", "[Vladimir Putin] left, and [Putin] said so.", PUTIN, PUTIN],
    ["without diacritics or with them", "[Erdogan] met [Erdoğan].", ERDOGAN, ERDOGAN],
    ["possessives stay outside", "They read [Putin]'s and [Erdogan]’s letters.", PUTIN, ERDOGAN],
    [
      "the article in every spelling",
      "They met [Bashar al-Assad], [Bashar el-Assad], [Bashar Assad].",
      ...Array<string>(3).fill("person/bashar-al-assad"),
    ],
    ["twins", "He praised [Mohamed bin Salman].", "person/mohammed-bin-salman"],
    ["without the house", "He praised [Faisal bin Farhan].", "person/faisal-bin-farhan-al-saud"],
    [
      "Saint",
      "He was born in [St. Petersburg], or [Saint Petersburg].",
      "place/saint-petersburg",
      "place/saint-petersburg",
    ],
    ["acronyms with stops", "[U.S.] troops left the [U.N.] base.", US, "organization/united-nations"],
    ["acronyms without", "[US] troops left the [UN] base.", US, "organization/united-nations"],
    ["acronyms as words", "[Nato] and [NATO] agreed.", "organization/nato", "organization/nato"],
    ["apostrophes", "The [Kurdistan Workers' Party] denied it.", "organization/kurdistan-workers-party"],
    ["all capitals", "[BEIRUT] - The talks are over.", "place/beirut"],
    ["designations", "It sold [S-400] systems and an [F-16C] jet.", "weapon/s-400", "weapon/f-16c"],
    ["several words", "It was [Human Rights Watch] that said so.", "organization/human-rights-watch"],
    [
      "the article is no part of a name",
      "He left the [Pentagon].",
      "organization/united-states-department-of-defense",
    ],
  ])("%s: %s", check);
});

describe("acronyms", () => {
  test.each<Row>([
    [
      "that the article explains",
      "The [Islamic Republic News Agency] ([IRNA]) left. [IRNA] denied it.",
      ...Array<string>(3).fill("organization/islamic-republic-news-agency"),
    ],
    ["that it does not explain", "The IRNA denied it."],
    [
      "of something else in brackets",
      "The [Islamic Republic News Agency] (XYZ) left.",
      "organization/islamic-republic-news-agency",
    ],
  ])("%s: %s", check);
});

describe("words that are names only sometimes", () => {
  test.each<Row>([
    ["without capitals", "He asked who told us to act, and will march in may."],
    ["months and verbs", "May be. Will you come in March?"],
    ["common words", "Reading the report he saw Power and Time."],
    ["an acronym that is a word", "The [WHO] knows who is ill.", "organization/world-health-organization"],
    ["a first name alone", "Then Mohammed left."],
    ["a first name behind a title", "Then King [Salman] left.", "person/salman-of-saudi-arabia"],
    ["a country that is a name, too", "[Georgia] and [Jordan] agreed.", "place/georgia", "place/jordan"],
    [
      "inside of a longer name that no list has",
      "Then [Mary Jordan Smithers] left.",
      "person/~mary jordan smithers",
    ],
  ])("%s: %s", check);
});

describe("nationalities, offices and bodies of states", () => {
  test.each<Row>([
    [
      "nationalities",
      "[Russian] and [Emirati] officials met.",
      `demonym ${RUSSIA}`,
      "demonym place/united-arab-emirates",
    ],
    ["of two words", "[South Korean] officials left.", "demonym place/south-korea"],
    [
      "a ministry behind a nationality",
      "The [Turkish Defense Ministry] agreed.",
      "organization/ministry-of-defence-turkey",
    ],
    [
      "behind a country",
      "[Russia’s foreign ministry] agreed.",
      "organization/ministry-of-foreign-affairs-russia",
    ],
    ["an army with a row of its own", "The [Israeli army] left.", "organization/israel-defense-forces"],
    ["an office of somebody named", "[Russian President] [Vladimir Putin] left.", `role ${PUTIN}`, PUTIN],
    ["an office of nobody known", "The [Russian] president left.", `demonym ${RUSSIA}`],
    ["a former holder", "The former [Russian] president left.", `demonym ${RUSSIA}`],
    ["an office alone", "The president left."],
  ])("%s: %s", check);

  test.each([
    ["2019-07-01", "role person/donald-trump"],
    ["2022-07-01", "role person/joe-biden"],
  ])("the American president of %s", (date, id) => {
    expect(readEnglish("The American president left.", date)).toEqual({
      marked: "The [American president] left.",
      ids: [id],
    });
  });

  test("a country before an office is a mention of its own", () => {
    expect(readEnglish("Then U.S. President Donald Trump left.")).toEqual({
      marked: "Then [U.S.] [President] [Donald Trump] left.",
      ids: [US, "role person/donald-trump", "person/donald-trump"],
    });
  });
});

describe("names that no list has", () => {
  test.each<Row>([
    [
      "a person, and the surname later",
      "[Jane Dunkirkson] left. Later [Dunkirkson] came back.",
      "person/~jane dunkirkson",
      "person/~jane dunkirkson",
    ],
    ["without the title", "Then Gen. [Jane Dunkirkson] left.", "person/~jane dunkirkson"],
    [
      "an organization",
      "She works at the [Acme Widget Corporation].",
      "organization/~acme widget corporation",
    ],
    ["nothing of ordinary words", "The Foreign Ministry said so."],
    ["not a listed company with what companies are called", "[Sinopec] Corp fell.", "organization/sinopec"],
    ["a listed surname behind another first name", "It was written by Gundula Pamuk."],
  ])("%s: %s", check);
});
