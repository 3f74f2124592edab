import { type CharacterRule, pairs } from "../character-rule.js";

/** Letters for p, v, g and ch, which most papers print with the nearest Arabic one: «ڤيينا» is «فيينا». */
export const foldForeignSounds: CharacterRule = {
  name: "foldForeignSounds",
  reason: "letters for foreign sounds are optional",
  example: ["ڤيينا پاريس ڭوگل", "فيينا باريس كوكل"],
  replacements: pairs("ڤڥپچگڭژڨ", "ففبجككزق"),
};
