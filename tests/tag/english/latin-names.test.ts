import { describe, expect, test } from "vitest";
import { realKhabar } from "../../helpers/real-khabar.js";

/** The Latin mentions of an Arabic text with their ids. */
function latin(text: string): [text: string, entity: string][] {
  return realKhabar()
    .read({ text })
    .mentions.filter((mention) => /[A-Za-z]/.test(mention.text))
    .map((mention) => [mention.text, mention.entity]);
}

describe("Latin passages of Arabic articles", () => {
  test.each([
    [
      "a person",
      "وقال رئيس المجلس جيروم باول Jerome Powell أمس إن البنك لن يتحرك",
      "Jerome Powell",
      "person/jerome-powell",
    ],
    [
      "an organization",
      "وأضافت منظمة هيومن رايتس Human Rights Watch أن التقرير صدر",
      "Human Rights Watch",
      "organization/human-rights-watch",
    ],
    [
      "without a space behind it",
      "في فضيحة Cambridge Analyticaوذلك رغم الانتقادات الموجهة إليها",
      "Cambridge Analytica",
      "organization/cambridge-analytica",
    ],
  ])("%s is linked by its English name", (_, text, surface, id) => {
    expect(latin(text)).toContainEqual([surface, id]);
  });

  test.each([
    ["words without capitals", "وكتب على الجدار vladimir putin بخط كبير"],
    ["a name inside a longer passage", "وقرأنا كتاب The Vladimir Putin Story في المكتبة"],
    ["a common word", "وكتب كلمة Time على الجدار"],
  ])("%s are not", (_, text) => {
    expect(latin(text).filter(([, id]) => !id.includes("~"))).toEqual([]);
  });
});
