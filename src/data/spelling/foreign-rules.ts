import { mapWords, type VariantRule } from "./variant-rule.js";

/** Rules for names that were written in another script first; words are folded. */

/** Arabic has no letter for g: the Levant prints غ, Egypt ج, the Gulf ق, Iraq ك. */
const respellG: VariantRule = {
  name: "respellG",
  example: ["غوغل", "جوجل"],
  cost: 1,
  respell: (words, { english }) =>
    english.includes("g")
      ? ["ج", "ق", "ك"].flatMap((letter) => mapWords(words, (word) => word.replaceAll("غ", letter)))
      : [],
};

/** Papers of the Levant print غ where those of Egypt print ج. */
const respellEgyptianG: VariantRule = {
  name: "respellEgyptianG",
  example: ["أنجيلا", "أنغيلا"],
  cost: 2,
  respell: (words, { english }) =>
    /g/.test(english) ? mapWords(words, (word) => word.replaceAll("ج", "غ")) : [],
};

const respellT: VariantRule = {
  name: "respellT",
  example: ["طوكيو", "توكيو"],
  cost: 2,
  respell: (words, { english }) =>
    english.includes("t") ? mapWords(words, (word) => word.replaceAll("ط", "ت")) : [],
};

const respellTh: VariantRule = {
  name: "respellTh",
  example: ["ثيريزا", "تيريزا"],
  cost: 1,
  respell: (words, { english }) =>
    english.includes("th") ? mapWords(words, (word) => word.replaceAll("ث", "ت")) : [],
};

const respellCh: VariantRule = {
  name: "respellCh",
  example: ["تشافيز", "شافيز"],
  cost: 1,
  respell: (words, { english }) =>
    english.includes("ch") ? mapWords(words, (word) => word.replaceAll("تش", "ش")) : [],
};

/** A final a is printed ا or ه: «أوباما», «ياكوهاما»; folded, ه and ة are one. */
const respellFinalA: VariantRule = {
  name: "respellFinalA",
  example: ["بوغوتا", "بوغوتة"],
  cost: 1,
  respell: (words) =>
    mapWords(words, (word) => (word.length >= 5 && /[^يو]ا$/.test(word) ? `${word.slice(0, -1)}ه` : word)),
};

const respellFinalHa: VariantRule = {
  name: "respellFinalHa",
  example: ["كوبنهاغة", "كوبنهاغا"],
  cost: 2,
  respell: (words) =>
    mapWords(words, (word) => (word.length >= 5 && word.endsWith("ه") ? `${word.slice(0, -1)}ا` : word)),
};

/** Short parts of one foreign name are joined or parted: «نيو يورك», «نيويورك». */
const joinParts: VariantRule = {
  name: "joinParts",
  example: ["كوالا لمبور", "كوالالمبور"],
  cost: 1,
  respell: (words, { type }) =>
    words.length === 2 &&
    type !== "person" &&
    words.every((word) => word.length <= 6 && !word.startsWith("ال"))
      ? [[words.join("")]]
      : [],
};

/** The article is put before brands and weapons: «الفيسبوك», «الباتريوت». */
const addArticle: VariantRule = {
  name: "addArticle",
  example: ["باتريوت", "الباتريوت"],
  cost: 0,
  respell: (words, { type }) =>
    (type === "product" || type === "weapon") &&
    words.length === 1 &&
    /^[ء-ي]{4,}$/.test(words[0]!) &&
    !words[0]!.startsWith("ال")
      ? [[`ال${words[0]}`]]
      : [],
};

export const FOREIGN_RULES: readonly VariantRule[] = [
  respellG,
  respellEgyptianG,
  respellT,
  respellTh,
  respellCh,
  respellFinalA,
  respellFinalHa,
  joinParts,
  addArticle,
];
