import { type CharacterRule, pairs } from "../character-rule.js";

/** The dots of a final ta marbuta are often left out: «القاهره» for «القاهرة». */
export const foldTaMarbuta: CharacterRule = {
  name: "foldTaMarbuta",
  reason: "ta marbuta is often typed as ha",
  example: ["القاهرة", "القاهره"],
  replacements: pairs("ةۃە", "ه"),
};
