import { type CharacterRule, pairs } from "../character-rule.js";

/** «إس-٤٠٠» and «إس-400» are one weapon; «٣٫٥» is 3.5. */
export const foldDigits: CharacterRule = {
  name: "foldDigits",
  reason: "numbers are written with three sets of digits",
  example: ["إس-٤٠٠ و۴۰۰ و٣٫٥", "إس-400 و400 و3.5"],
  replacements: pairs("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,"),
};
