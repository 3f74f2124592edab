import { expect, test } from "vitest";
import { createKhabar } from "../../src/khabar.js";
import { compileLexicon } from "../../src/pipeline.js";
import { TINY_TABLES, table } from "../helpers/tiny-lexicon.js";

const khabar = createKhabar({
  lexicon: compileLexicon([
    ...TINY_TABLES,
    table("tag/places/seats.tsv", "id ar en aliases class country source prior", [
      "place/seat ; القصر الأزرق ; Blue Palace ;  ; palace ; US ; test ; 0.2",
    ]),
    table("tag/products/platforms.tsv", "id ar en aliases class country source prior", [
      "product/zawiya ; زاوية ; Zawiya ;  ; platform ; US ; test ; 0.8",
    ]),
    table("tag/organizations/bodies.tsv", "id ar en aliases class country source prior", [
      "organization/seat ; القصر الأزرق ; Blue Palace ;  ; government ; US ; test ; 0.9",
      "organization/zawiya-inc ; شركة زاوية ; Zawiya Inc. ; زاوية ; tech-company ; US ; test",
    ]),
  ]),
});

const entitiesOf = (text: string): string[] =>
  khabar.read({ text }, { clean: false, tagger: false }).mentions.map(({ entity }) => entity);

const PLATFORM = "product/zawiya";
const COMPANY = "organization/zawiya-inc";
const PALACE = "place/seat";
const GOVERNMENT = "organization/seat";

test.each<[text: string, entities: string[]]>([
  ["كتب على زاوية أن", [PLATFORM]],
  ["ولمستخدمي «زاوية» أن", [PLATFORM]],
  ["انتشر بزاوية خبر", [PLATFORM]],
  ["تعرف زاوية", [PLATFORM]],
  ["وأعلنت زاوية أمس", [COMPANY]],
  ["متحدث باسم زاوية أمس", [COMPANY]],
  ["زاوية تعتزم إطلاق", [COMPANY]],
  ["الدولة حجبت زاوية أمس", [PLATFORM]],
  ["زاوية تحجب حسابا", [COMPANY]],
  ["مسؤول كبير في زاوية أمس", [COMPANY]],
  ["قال مسؤول على زاوية أمس", [PLATFORM]],
  ["قال القصر الأزرق أمس", [GOVERNMENT]],
  ["بيان القصر الأزرق أمس", [GOVERNMENT]],
  ["استقبله في القصر الأزرق أمس", [PALACE]],
  ["اجتماع بالقصر الأزرق أمس", [PALACE]],
  ["عادت للقصر الأزرق أمس", [PALACE]],
  ["بيان للقصر الأزرق أمس", [GOVERNMENT]],
  ["المستشارة السابقة في القصر الأزرق أمس", [GOVERNMENT]],
])("%s", (text, entities) => {
  expect(entitiesOf(text)).toEqual(entities);
});

test("without a sign beside it a name means what it means in the rest of the article", () => {
  expect(entitiesOf("أعلنت زاوية ذلك. تعرف زاوية")).toEqual([COMPANY, COMPANY]);
  expect(entitiesOf("كتب على زاوية ذلك. تعرف زاوية")).toEqual([PLATFORM, PLATFORM]);
  expect(entitiesOf("في القصر الأزرق. تعرف القصر الأزرق")).toEqual([PALACE, GOVERNMENT]);
});
