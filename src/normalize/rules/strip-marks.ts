import { ATTACHED, type CharacterRule, ranges } from "../character-rule.js";

/** Vowel signs, shadda, Quranic signs and combining accents: «مُحَمَّد» is «محمد». A mark stays in its letter's span. */
export const stripMarks: CharacterRule = {
  name: "stripMarks",
  reason: "marks are optional",
  example: ["مُحَمَّدٌ", "محمد"],
  replacements: ranges(
    [
      [0x0300, 0x036f],
      [0x0610, 0x061a],
      [0x064b, 0x065f],
      [0x0670, 0x0670],
      [0x06d6, 0x06dc],
      [0x06df, 0x06e4],
      [0x06e7, 0x06e8],
      [0x06ea, 0x06ed],
      [0x08d3, 0x08e1],
      [0x08e3, 0x08ff],
      [0xfe20, 0xfe2f],
    ],
    ATTACHED,
  ),
};
