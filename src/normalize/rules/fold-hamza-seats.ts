import { type CharacterRule, pairs } from "../character-rule.js";

/** The seat of a hamza varies, and the hamza on it is left out: «رئيس», «رييس»; «مسؤول», «مسوول». */
export const foldHamzaSeats: CharacterRule = {
  name: "foldHamzaSeats",
  reason: "the hamza over waw and ya is often left out",
  example: ["مسؤول رئيس", "مسوول رييس"],
  replacements: pairs("ؤئ", "وي"),
};
