import { type CharacterRule, ranges } from "../character-rule.js";

/** A no-break space parts words as a space does: «رجب طيب\u00a0أردوغان». */
export const foldSpaces: CharacterRule = {
  name: "foldSpaces",
  reason: "spaces of any width part words",
  example: ["طيب\u00a0أردوغان", "طيب أردوغان"],
  replacements: ranges(
    [
      [0x0009, 0x0009],
      [0x00a0, 0x00a0],
      [0x1680, 0x1680],
      [0x2000, 0x200a],
      [0x202f, 0x202f],
      [0x205f, 0x205f],
      [0x3000, 0x3000],
    ],
    " ",
  ),
};
