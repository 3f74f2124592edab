import { type CharacterRule, pairs } from "../character-rule.js";

/** Persian and Urdu keyboards type look-alikes of Arabic letters: «علی», «کردستان», «اللہ». */
export const foldPersianLetters: CharacterRule = {
  name: "foldPersianLetters",
  reason: "the same letter has other code points on Persian and Urdu keyboards",
  example: ["علی کردستان اللہ", "علي كردستان الله"],
  replacements: pairs("یۍېےۓکڪہھۀ", "يييييككههه"),
};
