import { ATTACHED, type CharacterRule, ranges } from "../character-rule.js";

/** The stretching sign has no meaning: «ســـوريا» is «سوريا». */
export const stripTatweel: CharacterRule = {
  name: "stripTatweel",
  reason: "tatweel only stretches a line",
  example: ["ســـوريا", "سوريا"],
  replacements: ranges([[0x0640, 0x0640]], ATTACHED),
};
