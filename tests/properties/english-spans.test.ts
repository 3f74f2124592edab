import nlp from "compromise";
import fc from "fast-check";
import { expect, test } from "vitest";
import { englishKhabar } from "../helpers/english-khabar.js";
import { tinyKhabar } from "../helpers/tiny-lexicon.js";

const NAMES =
  "Vladimir Putin|Erdoğan|U.S.|St. Petersburg|Russian president|Turkey’s foreign ministry|the|of|Jane Doe-Smith|O'Brien|S-400|F-16C|NATO|said|May|Acme Corp.|Al-Qaeda|al-Assad|Bashar|King|Salman|AT&T|won’t".split(
    "|",
  );
const SIGNS =
  " |\n|. |, |’s |'s|“|” |—|-|😀|👨‍👩‍👧|é|é|́|ﬁ|İ|ß|\u200f|\u00ad|\ud83d|ﷺ|\u0000|٤٠٠|🇷🇺|(|)|...|&|'|’|".split(
    "|",
  );
const text = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...NAMES), weight: 3 },
      { arbitrary: fc.constantFrom(...SIGNS), weight: 4 },
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(""));

test("spans of English articles are exact, sorted and apart, whatever the text", () => {
  let mentions = 0;
  fc.assert(
    fc.property(text, fc.option(text), (body, title) => {
      const article = { text: body, title };
      const document = englishKhabar().read(article, { language: "en" });
      const ids = new Set(document.entities.map(({ id }) => id));
      let end = 0;
      let field = "title";
      for (const mention of document.mentions) {
        if (mention.field !== field) end = 0;
        field = mention.field;
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(article[mention.field]!.slice(mention.start, mention.end)).toBe(mention.text);
        expect(ids.has(mention.entity)).toBe(true);
        end = mention.end;
        mentions++;
      }
      expect(englishKhabar().read(article, { language: "en" })).toEqual(document);
    }),
    { seed: 211, numRuns: 400 },
  );
  expect(mentions).toBeGreaterThan(300);
});

test("a user's entities are found by their English names", () => {
  const table = "id\tar\ten\tclass\norganization/nakheel-press\tشبكة النخيل\tNakheel Press\tmedia\n";
  const own = tinyKhabar()
    .withEntities([{ file: "mine.tsv", text: table }])
    .withEnglish(nlp);
  const { mentions } = own.read({ text: "It was the Nakheel Press that said so." }, { language: "en" });
  expect(mentions.map(({ text: surface, entity }) => [surface, entity])).toEqual([
    ["Nakheel Press", "organization/nakheel-press"],
  ]);
});
