import { mapWords, splice, type VariantRule } from "./variant-rule.js";

/** Rules for names of any origin; words are folded. */

const joinServant: VariantRule = {
  name: "joinServant",
  example: ["عبد العزيز", "عبدالعزيز"],
  cost: 0,
  respell(words) {
    const at = words.findIndex((word, i) => word === "عبد" && /^(?:ال|رب)/.test(words[i + 1] ?? ""));
    return at < 0 ? [] : [splice(words, at, 2, `عبد${words[at + 1]}`)];
  },
};

const splitServant: VariantRule = {
  name: "splitServant",
  example: ["عبدالعزيز", "عبد العزيز"],
  cost: 0,
  respell(words) {
    const at = words.findIndex((word) => /^عبد(?:ال|رب).{2}/.test(word));
    return at < 0 ? [] : [splice(words, at, 1, "عبد", words[at]!.slice(3))];
  },
};

/** «نصر الله», «نصرالله»; «نور الدين», «نورالدين». */
const joinDivine: VariantRule = {
  name: "joinDivine",
  example: ["حسن نصر الله", "حسن نصرالله"],
  cost: 0,
  respell(words) {
    const at = words.findIndex(
      (word, i) => i > 0 && /^(?:الله|الدين)$/.test(word) && /^[^ا].{1,4}$/.test(words[i - 1]!),
    );
    return at < 0 || words[at - 1] === "عبد" ? [] : [splice(words, at - 1, 2, words[at - 1]! + words[at]!)];
  },
};

const splitDivine: VariantRule = {
  name: "splitDivine",
  example: ["نصرالله", "نصر الله"],
  cost: 0,
  respell(words) {
    const at = words.findIndex((word) => /^(?!عبد|حزب)[^ا].{1,4}(?:الله|الدين)$/.test(word));
    const word = words[at] ?? "";
    const cut = word.endsWith("الله") ? word.length - 4 : word.length - 5;
    return at < 0 ? [] : [splice(words, at, 1, word.slice(0, cut), word.slice(cut))];
  },
};

/** «أبو» has three cases, and papers print all of them; before a place it is often joined: «أبوظبي». */
const inflectFather: VariantRule = {
  name: "inflectFather",
  example: ["أبو مازن", "أبي مازن"],
  cost: 0,
  respell(words) {
    const at = words.indexOf("ابو");
    return at < 0 ? [] : [splice(words, at, 1, "ابي"), splice(words, at, 1, "ابا")];
  },
};

const joinFather: VariantRule = {
  name: "joinFather",
  example: ["أبو ظبي", "أبوظبي"],
  cost: 1,
  respell(words) {
    const at = words.indexOf("ابو");
    const next = words[at + 1];
    return at < 0 || next === undefined || words.length > 2 ? [] : [splice(words, at, 2, `ابو${next}`)];
  },
};

const splitFather: VariantRule = {
  name: "splitFather",
  example: ["أبوظبي", "أبو ظبي"],
  cost: 1,
  respell(words) {
    const at = words.findIndex((word) => /^ابو.{3}/.test(word));
    return at < 0 ? [] : [splice(words, at, 1, "ابو", words[at]!.slice(3))];
  },
};

const writeSon: VariantRule = {
  name: "writeSon",
  example: ["زين العابدين بن علي", "زين العابدين ابن علي"],
  cost: 1,
  respell(words) {
    const at = words.indexOf("بن", 1);
    return at < 0 ? [] : [splice(words, at, 1, "ابن")];
  },
};

const dropFinalHamza: VariantRule = {
  name: "dropFinalHamza",
  example: ["كربلاء", "كربلا"],
  cost: 2,
  respell: (words) =>
    mapWords(words, (word) => (word.length >= 5 && word.endsWith("اء") ? word.slice(0, -1) : word)),
};

const writeOneWaw: VariantRule = {
  name: "writeOneWaw",
  example: ["داوود أوغلو", "داود أوغلو"],
  cost: 1,
  respell: (words) => mapWords(words, (word) => (word.length >= 5 ? word.replace(/(?<=.)وو/, "و") : word)),
};

/** Words that papers spell in two ways, inside longer names. */
const TWINS: readonly (readonly [string, string])[] = [
  ["امريك", "اميرك"],
  ["اوروب", "اورب"],
  ["ميليشي", "مليشي"],
  ["ديمقراط", "ديموقراط"],
  ["انجليز", "انكليز"],
  ["تلفزيون", "تليفزيون"],
  ["شوون", "شيون"],
  ["استراتيج", "ستراتيج"],
  ["كاثوليك", "كاتوليك"],
  ["ارثوذكس", "ارثودكس"],
  ["بترول", "بيترول"],
  ["فيدرال", "فدرال"],
  ["اولمب", "اوليمب"],
];

const swapTwins: VariantRule = {
  name: "swapTwins",
  example: ["الاتحاد الأوروبي", "الاتحاد الأوربي"],
  cost: 0,
  respell: (words) =>
    TWINS.flatMap(([one, other]) => [
      ...mapWords(words, (word) => word.replace(one, other)),
      ...mapWords(words, (word) => (word.includes(one) ? word : word.replace(other, one))),
    ]),
};

export const NATIVE_RULES: readonly VariantRule[] = [
  joinServant,
  splitServant,
  joinDivine,
  splitDivine,
  inflectFather,
  joinFather,
  splitFather,
  writeSon,
  dropFinalHamza,
  writeOneWaw,
  swapTwins,
];
