import { expect, test } from "vitest";
import { detectOtherScript } from "../../src/index.js";

test.each<[name: string, text: string, language: string]>([
  ["English", "The two presidents met in Sochi on Wednesday and talked for three hours.", "en"],
  ["French", "Le président est arrivé au Caire mercredi pour des entretiens", "fr"],
  ["German", "Der Minister traf am Montag in Kairo ein", "de"],
  ["Spanish", "El presidente llegó a Madrid para reunirse con el rey", "es"],
  ["Turkish", "Cumhurbaşkanı bugün Soçi'de Rus mevkidaşıyla üç saat süren bir görüşme yaptı", "tr"],
  ["Russian", "Министр иностранных дел прибыл в Каир вчера вечером", "ru"],
  ["Greek", "Ο πρωθυπουργός έφτασε στο Κάιρο", "el"],
  ["Hebrew", "הנשיא הגיע לירושלים ביום שני", "he"],
  ["Chinese", "总统周三抵达莫斯科并与总理举行了三个小时的会谈", "zh"],
  ["Hindi", "प्रधानमंत्री ने सोमवार को राष्ट्रपति से मुलाकात की", "hi"],
  ["a few words", "Top 10", "und"],
  ["no letters", "2019 - 400", "und"],
  ["nothing", "", "und"],
])("%s", async (_, text, language) => {
  expect(await detectOtherScript(text)).toBe(language);
});
