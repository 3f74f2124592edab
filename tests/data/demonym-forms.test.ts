import { expect, test } from "vitest";
import { demonymForms } from "../../src/data/demonym-forms.js";
import { splitWords } from "../../src/pipeline.js";

const shown = (form: string): string[] =>
  demonymForms(form, splitWords).map(
    ({ words, singular, doubtful }) =>
      `${words.join(" ")}${singular ? "" : " (not of one)"}${doubtful ? " (doubtful)" : ""}`,
  );

test("a form that folds to something with an article still gets one", () => {
  expect(shown("ألماني").slice(0, 2)).toEqual(["الماني", "الالماني"]);
  expect(shown("ألبانية").slice(0, 2)).toEqual(["البانيه", "الالبانيه"]);
});

test("a masculine has a dual and an accusative", () => {
  expect(shown("إيراني")).toEqual([
    "ايراني",
    "الايراني",
    "ايرانيان (not of one)",
    "الايرانيان (not of one)",
    "ايرانيا (not of one) (doubtful)",
  ]);
});

test("a feminine has two duals", () => {
  expect(shown("إيرانية").slice(2)).toEqual([
    "ايرانيتان (not of one)",
    "الايرانيتان (not of one)",
    "ايرانيتين (not of one)",
    "الايرانيتين (not of one)",
  ]);
});

test("forms of several words are only made definite", () => {
  expect(shown("شمال أفريقي")).toEqual(["شمال افريقي", "الشمال الافريقي"]);
});
