import { expect, test } from "vitest";
import { isEnglish } from "../../src/language/is-english.js";

test.each([
  ["news", "The two presidents met in Sochi on Wednesday and talked for three hours.", true],
  [
    "a sentence of names",
    "Vladimir Putin met Recep Tayyip Erdogan in Sochi on Wednesday to discuss Syria.",
    true,
  ],
  ["capitals", "THE HEAD OF THE AGENCY SAID THAT IT IS OVER", true],
  ["a headline without function words", "Putin meets Erdogan", false],
  [
    "French",
    "Le président est arrivé au Caire mercredi pour des entretiens, a dit on le sait un porte-parole",
    false,
  ],
  [
    "German",
    "Der Minister traf am Montag in Kairo ein, wo er in der Botschaft an einem Essen teilnahm",
    false,
  ],
  ["Dutch", "De minister was in het land en had in Den Haag een gesprek over de toestand in Syrië", false],
  [
    "Danish",
    "Ministeren ankom i går til byen for at mødes med sin kollega, og han var glad for besøget",
    false,
  ],
  ["Spanish", "El presidente llegó a Madrid para reunirse con el rey y no ha he dicho nada", false],
  ["Italian", "Il ministro è arrivato a Roma in mattinata per un incontro con il presidente", false],
  ["Turkish", "Cumhurbaşkanı bugün Soçi'de Rus mevkidaşıyla üç saat süren bir görüşme yaptı", false],
  ["Indonesian", "Presiden tiba di Jakarta pada hari Senin untuk bertemu dengan menteri luar negeri", false],
  ["Arabic", "التقى الرئيسان في سوتشي", false],
  ["nothing", "", false],
])("%s", (_, text, expected) => {
  expect(isEnglish(text)).toBe(expected);
});
