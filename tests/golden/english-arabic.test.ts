import nlp from "compromise";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/document.js";
import { compareProfiles } from "../../src/index.js";
import { createKhabar } from "../../src/khabar.js";
import { packageData } from "../helpers/real-khabar.js";

const khabar = createKhabar({
  lexicon: packageData("lexicon"),
  tagger: packageData("tagger"),
  topics: packageData("topics"),
  related: packageData("related"),
}).withEnglish(nlp);

const ARABIC: Article = {
  id: "ar",
  date: "2019-07-10",
  title: "بوتين وأردوغان يبحثان صفقة إس-400 في سوتشي",
  text: `استقبل الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان في سوتشي يوم الأربعاء، وبحث معه تسليم منظومة إس-400 والوضع في إدلب.
وقال أردوغان إن بلاده لن تتراجع عن الصفقة رغم تحذيرات حلف الناتو. وهدد وزير الخارجية الأمريكي مايك بومبيو أنقرة بالعقوبات.
وقالت وزارة الدفاع التركية إن البطارية الأولى تصل في يوليو.`,
};
const ENGLISH: Article = {
  id: "en",
  date: "2019-07-10",
  title: "Putin and Erdogan discuss S-400 deal in Sochi",
  text: `Russian President Vladimir Putin received his Turkish counterpart Recep Tayyip Erdoğan in Sochi on Wednesday to discuss the delivery of the S-400 system and the situation in Syria's Idlib province.
Erdogan said that his country would not give up the deal in spite of NATO's warnings. U.S. Secretary of State Mike Pompeo threatened Ankara with sanctions.
The Turkish Defense Ministry said the first battery would arrive in July.`,
};
const OTHER: Article = {
  id: "other",
  date: "2019-07-10",
  title: "Egypt raises fuel prices",
  text: `Egypt raised the prices of fuel on Friday, the Petroleum Ministry said, as part of the programme that it agreed with the International Monetary Fund.
Economists in Cairo said that inflation would rise. Prime Minister Mostafa Madbouly said that the poor would be protected.`,
};

describe("an English and an Arabic report of one event", () => {
  const arabic = khabar.read(ARABIC);
  const english = khabar.read(ENGLISH);

  test("are of their languages", () => {
    expect([arabic.language, english.language]).toEqual(["ar", "en"]);
  });

  test("share their entities", () => {
    const ids = (document: typeof arabic): string[] => document.entities.map(({ id }) => id).sort();
    // The one says «إدلب» where the other says "Syria's Idlib", the other «الأمريكي» where it says "U.S.".
    const apart = new Set(["place/syria", "place/united-states"]);
    const common = (all: string[]): string[] => all.filter((id) => !apart.has(id));
    expect(common(ids(english))).toEqual(common(ids(arabic)));
    expect(ids(english)).toEqual(
      expect.arrayContaining([
        "person/vladimir-putin",
        "person/recep-tayyip-erdogan",
        "place/sochi",
        "weapon/s-400",
      ]),
    );
  });

  test("give them the same names, types and facts", () => {
    const described = new Map(
      arabic.entities.map(({ id, name, type, country }) => [id, { name, type, country }]),
    );
    for (const { id, name, type, country } of english.entities)
      if (described.has(id)) expect({ name, type, country }).toEqual(described.get(id));
  });

  test("share their countries; English has no subjects", () => {
    const countries = (document: typeof arabic): string[] =>
      document.topics.filter(({ kind, score }) => kind === "country" && score >= 0.5).map(({ id }) => id);
    expect(countries(arabic)).toEqual(expect.arrayContaining(["russia", "turkey"]));
    expect(countries(english)).toEqual(expect.arrayContaining(["russia", "turkey"]));
    expect(english.topics.filter(({ kind }) => kind === "subject")).toEqual([]);
  });

  test("are more alike than reports of different events, for the sake of their entities", () => {
    const [a, b, c] = [ARABIC, ENGLISH, OTHER].map((article) => khabar.profile(article));
    const same = compareProfiles(a!, b!);
    expect(same.similarity).toBeGreaterThan(2 * compareProfiles(a!, c!).similarity);
    expect(same.similarity).toBeGreaterThan(2 * compareProfiles(b!, c!).similarity);
    expect(same.reasons.filter(({ kind }) => kind === "entity").map(({ id }) => id)).toEqual(
      expect.arrayContaining(["person/vladimir-putin", "weapon/s-400"]),
    );
  });
});

describe("English articles without compromise", () => {
  const plain = createKhabar({ lexicon: packageData("lexicon") });

  test("have no mentions", () => {
    const document = plain.read(ENGLISH);
    expect(document).toEqual({
      id: "en",
      language: "und",
      mentions: [],
      entities: [],
      topics: [],
      boilerplate: [],
    });
  });

  test("withEnglish leaves the reader as it was, and Arabic as it is", () => {
    const english = plain.withEnglish(nlp);
    expect(english.read(ENGLISH).mentions.length).toBeGreaterThan(10);
    expect(plain.read(ENGLISH).mentions).toEqual([]);
    expect(english.read(ARABIC)).toEqual(plain.read(ARABIC));
  });

  test("other languages of Latin script are left alone", () => {
    const text =
      "Der russische Präsident Wladimir Putin traf am Mittwoch in Sotschi seinen türkischen Kollegen.";
    expect(plain.withEnglish(nlp).read({ text })).toMatchObject({ language: "und", mentions: [] });
  });
});
