import { type CharacterRule, DROPPED, ranges } from "../character-rule.js";

/** Zero-width joiners, direction signs, soft hyphens and byte order marks come along with copied text: «بوتين\u200f». */
export const stripInvisible: CharacterRule = {
  name: "stripInvisible",
  reason: "invisible signs are no letters",
  example: ["بو\u200cتين\u200f", "بوتين"],
  replacements: ranges(
    [
      [0x00ad, 0x00ad],
      [0x061c, 0x061c],
      [0x180e, 0x180e],
      [0x200b, 0x200f],
      [0x202a, 0x202e],
      [0x2060, 0x206f],
      [0xfeff, 0xfeff],
    ],
    DROPPED,
  ),
};
