import { type CharacterRule, pairs } from "../character-rule.js";

/** Egyptian papers print a final ya without dots: «السيسى» for «السيسي»; others dot an alef maqsura: «موسي». */
export const foldAlefMaqsura: CharacterRule = {
  name: "foldAlefMaqsura",
  reason: "final ya and alef maqsura are confused",
  example: ["مصطفى السيسى", "مصطفي السيسي"],
  replacements: pairs("ى", "ي"),
};
