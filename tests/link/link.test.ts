import { describe, expect, test } from "vitest";
import { mentionsOf, read } from "../helpers/tiny-lexicon.js";

const PUTIN = "person/vladimir-putin";
const MEDVEDEV = "person/dmitry-medvedev";

describe("policies: each with an article where it wins and one where it loses", () => {
  test.each<[name: string, text: string, mentions: string[]]>([
    [
      "^known wins: the article names him in full",
      "وصل كيم جونغ أون أمس. وقال كيم إن",
      ["كيم جونغ أون → person/kim-jong-un", "كيم → person/kim-jong-un"],
    ],
    ["^known loses: nobody is named", "وقال كيم إن", []],
    ["^known does not count behind a title either", "وقال الرئيس كيم إن", []],
    ["^title wins: right behind a title", "وقال الرئيس صالح إن", ["صالح → person/ali-abdullah-saleh"]],
    [
      "^title wins: behind a title with a nationality",
      "وقال الرئيس اليمني هادي إن",
      ["الرئيس اليمني → person/abdrabbuh-mansur-hadi (role)", "هادي → person/abdrabbuh-mansur-hadi"],
    ],
    [
      "^title wins: the article names him in full",
      "علي عبد الله صالح رحل. وكان صالح",
      ["علي عبد الله صالح → person/ali-abdullah-saleh", "صالح → person/ali-abdullah-saleh"],
    ],
    ["^title loses: an adjective", "هذا عمل صالح", []],
    ["^title loses: another adjective", "تحدث بشكل هادي", []],
    ["^title loses: the title ends a sentence", "وصل الرئيس. صالح للشرب", []],
    [
      "^near wins: its country is named",
      "في لبنان وصل إلى صور",
      ["لبنان → place/lebanon", "صور → place/tyre"],
    ],
    [
      "^near wins: a nationality of its country",
      "الجيش اللبناني في صور",
      ["الجيش اللبناني → organization/armed-forces-of-lebanon", "صور → place/tyre"],
    ],
    ["^near loses: pictures", "نشر صور من روسيا", ["روسيا → place/russia"]],
    [
      "^near of a pattern wins: the country that the article speaks of",
      "في سوريا قالت وزارة الدفاع إن",
      ["سوريا → place/syria", "وزارة الدفاع → organization/ministry-of-defence-syria"],
    ],
    ["^near of a pattern loses: no country", "قالت وزارة الدفاع إن", []],
    [
      "^known of a pattern wins: the one named in full",
      "الجيش السوري في لبنان. وقال الجيش",
      [
        "الجيش السوري → organization/armed-forces-of-syria",
        "لبنان → place/lebanon",
        "الجيش → organization/armed-forces-of-syria",
      ],
    ],
    ["^known of a pattern loses: a country is not enough", "في سوريا قال الجيش", ["سوريا → place/syria"]],
  ])("%s", (_, text, mentions) => {
    expect(mentionsOf(text)).toEqual(mentions);
  });
});

describe("ambiguous names", () => {
  test.each<[name: string, text: string, mentions: string[]]>([
    ["without context: the higher prior", "وصل إلى طرابلس", ["طرابلس → place/tripoli"]],
    [
      "beside Lebanon",
      "في لبنان وفي بيروت وصل اللبنانيون إلى طرابلس",
      [
        "لبنان → place/lebanon",
        "بيروت → place/beirut",
        "اللبنانيون → place/lebanon (demonym)",
        "طرابلس → place/tripoli-lebanon",
      ],
    ],
    ["beside Libya", "في ليبيا وصل إلى طرابلس", ["ليبيا → place/libya", "طرابلس → place/tripoli"]],
    [
      "beside its own longer name",
      "طرابلس الشام هي طرابلس",
      ["طرابلس الشام → place/tripoli-lebanon", "طرابلس → place/tripoli-lebanon"],
    ],
    [
      "a nationality and a country of one spelling: سورية is the country",
      "سورية اليوم",
      ["سورية → place/syria"],
    ],
  ])("%s", (_, text, mentions) => {
    expect(mentionsOf(text)).toEqual(mentions);
  });
});

describe("roles", () => {
  test.each<[name: string, text: string, date: string | null, mentions: string[]]>([
    ["with a date: who held it then", "وصل الرئيس الروسي", "2021-09-29", [`الرئيس الروسي → ${PUTIN} (role)`]],
    [
      "with an earlier date: his predecessor",
      "وصل الرئيس الروسي",
      "2010-01-05",
      [`الرئيس الروسي → ${MEDVEDEV} (role)`],
    ],
    [
      "with date and time",
      "وصل الرئيس الروسي",
      "2010-01-05T10:00:00Z",
      [`الرئيس الروسي → ${MEDVEDEV} (role)`],
    ],
    ["with year and month", "وصل الرئيس الروسي", "2010-01", [`الرئيس الروسي → ${MEDVEDEV} (role)`]],
    [
      "before anybody's term: the nationality is left",
      "وصل الرئيس الروسي",
      "1950-01-01",
      ["الروسي → place/russia (demonym)"],
    ],
    [
      "without a date: the nationality is left",
      "وصل الرئيس الروسي",
      null,
      ["الروسي → place/russia (demonym)"],
    ],
    [
      "with a date that is none: the nationality is left",
      "وصل الرئيس الروسي",
      "أمس",
      ["الروسي → place/russia (demonym)"],
    ],
    [
      "without a date, its one holder in the article",
      "وصل الرئيس الروسي. وقال بوتين إن",
      null,
      [`الرئيس الروسي → ${PUTIN} (role)`, `بوتين → ${PUTIN}`],
    ],
    [
      "without a date, two holders in the article: nobody",
      "وصل الرئيس الروسي. التقى بوتين ميدفيديف",
      null,
      ["الروسي → place/russia (demonym)", `بوتين → ${PUTIN}`, `ميدفيديف → ${MEDVEDEV}`],
    ],
    [
      "a name right behind decides, whatever the date",
      "قال الرئيس الروسي ديمتري ميدفيديف إن",
      "2021-09-29",
      [`الرئيس الروسي → ${MEDVEDEV} (role)`, `ديمتري ميدفيديف → ${MEDVEDEV}`],
    ],
    [
      "a country's name in the role is a mention of its own",
      "قال رئيس روسيا إن",
      "2021-09-29",
      [`رئيس → ${PUTIN} (role)`, "روسيا → place/russia"],
    ],
    [
      "of a country whose holders nobody lists",
      "قال رئيس فرنسا والرئيس المصري إن",
      "2021-09-29",
      ["فرنسا → place/france", "المصري → place/egypt (demonym)"],
    ],
    ["behind a clitic", "وقال للرئيس الروسي إن", "2021-09-29", [`لرئيس الروسي → ${PUTIN} (role)`]],
    [
      "the last day of a term",
      "وصل الرئيس الأمريكي",
      "2017-01-19",
      ["الرئيس الأمريكي → person/barack-obama (role)"],
    ],
    [
      "the first day of the next",
      "وصل الرئيس الأمريكي",
      "2017-01-21",
      ["الرئيس الأمريكي → person/donald-trump (role)"],
    ],
  ])("%s", (_, text, date, mentions) => {
    expect(mentionsOf({ text, date })).toEqual(mentions);
  });
});

describe("surname references", () => {
  test.each<[name: string, text: string, mentions: string[]]>([
    [
      "of an unlisted name",
      "قال المتحدث إبراهيم قالن إن. وأضاف قالن ثم قال لقالن",
      ["إبراهيم قالن → person/~ابراهيم قالن", "قالن → person/~ابراهيم قالن", "قالن → person/~ابراهيم قالن"],
    ],
    [
      "of a listed one that has no such alias",
      "وليد جنبلاط وصل. وقال جنبلاط إن",
      ["وليد جنبلاط → person/walid-jumblatt", "جنبلاط → person/walid-jumblatt"],
    ],
    [
      "before the full name, as in a title line",
      "جنبلاط يصل\nوصل وليد جنبلاط",
      ["جنبلاط → person/walid-jumblatt", "وليد جنبلاط → person/walid-jumblatt"],
    ],
    [
      "two people of one surname: nobody",
      "وليد جنبلاط ثم الدكتور أحمد جنبلاط. وقال جنبلاط إن",
      ["وليد جنبلاط → person/walid-jumblatt", "أحمد جنبلاط → person/~احمد جنبلاط"],
    ],
    [
      "الله of a compound name is no surname",
      "قال الدكتور محمد عبد الله إن. وقال بإذن الله إن",
      ["محمد عبد الله → person/~محمد عبد الله"],
    ],
    [
      "a surname that is a first name is no reference",
      "قال الوزير خالد محمد إن. وقال محمد إن",
      ["خالد محمد → person/~خالد محمد"],
    ],
  ])("%s", (_, text, mentions) => {
    expect(mentionsOf(text)).toEqual(mentions);
  });

  test("across fields: the text names in full whom the title names short", () => {
    expect(mentionsOf({ title: "جنبلاط يصل", text: "وصل وليد جنبلاط" })).toEqual([
      "جنبلاط → person/walid-jumblatt",
      "وليد جنبلاط → person/walid-jumblatt",
    ]);
  });

  test("a reference says that the context found it", () => {
    const [, reference] = read("وليد جنبلاط وصل. وقال جنبلاط إن").mentions;
    expect(reference).toMatchObject({ text: "جنبلاط", method: "context", kind: "name" });
  });
});

describe("entities", () => {
  test("one per thing, whatever its mentions look like", () => {
    const { entities } = read("روسيا والروس. الروسية في روسيا. بوتين وفلاديمير بوتين");
    expect(entities.map(({ id, mentions }) => [id, mentions]).sort()).toEqual([
      ["person/vladimir-putin", 2],
      ["place/russia", 4],
    ]);
  });

  test("carry type, names, country; no wikidata id without a source", () => {
    const { entities } = read("سوتشي");
    expect(entities).toEqual([
      {
        id: "place/sochi",
        type: "place",
        listed: true,
        name: { ar: "سوتشي", en: "Sochi" },
        country: "RU",
        mentions: 1,
        salience: 1,
      },
    ]);
  });

  test("of a pattern: names filled in", () => {
    const byId = new Map(
      read("منتخب فرنسا ووزارة الدفاع الروسية والجيش الأمريكي").entities.map((e) => [e.id, e]),
    );
    expect(byId.get("organization/national-football-team-of-france")).toMatchObject({
      type: "organization",
      listed: true,
      name: { ar: "منتخب فرنسا", en: "France national football team" },
      country: "FR",
    });
    expect(byId.get("organization/ministry-of-defence-russia")!.name).toEqual({
      ar: "وزارة الدفاع (روسيا)",
      en: "Ministry of Defence (Russia)",
    });
    expect(byId.get("organization/armed-forces-of-united-states")!.name.en).toBe(
      "Armed Forces of the United States",
    );
  });

  test("every mention's entity is in the list, and the counts agree", () => {
    const { mentions, entities } = read({
      title: "بوتين يلتقي أردوغان",
      text: "التقى الرئيس الروسي فلاديمير بوتين أردوغان في سوتشي. وقال الجيش السوري إن روسيا.",
    });
    const counts = new Map<string, number>();
    for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    expect(new Map(entities.map((entity) => [entity.id, entity.mentions]))).toEqual(counts);
  });
});
