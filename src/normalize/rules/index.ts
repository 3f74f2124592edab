import type { CharacterRule } from "../character-rule.js";
import { foldAlef } from "./fold-alef.js";
import { foldAlefMaqsura } from "./fold-alef-maqsura.js";
import { foldDigits } from "./fold-digits.js";
import { foldForeignSounds } from "./fold-foreign-sounds.js";
import { foldHamzaSeats } from "./fold-hamza-seats.js";
import { foldLatin } from "./fold-latin.js";
import { foldPersianLetters } from "./fold-persian-letters.js";
import { foldPresentationForms } from "./fold-presentation-forms.js";
import { foldSpaces } from "./fold-spaces.js";
import { foldTaMarbuta } from "./fold-ta-marbuta.js";
import { stripInvisible } from "./strip-invisible.js";
import { stripMarks } from "./strip-marks.js";
import { stripTatweel } from "./strip-tatweel.js";

/** The character rules in the order in which they see a character; shapes are taken apart first. */
export const CHARACTER_RULES: readonly CharacterRule[] = [
  foldPresentationForms,
  foldSpaces,
  stripInvisible,
  stripMarks,
  stripTatweel,
  foldAlef,
  foldHamzaSeats,
  foldAlefMaqsura,
  foldTaMarbuta,
  foldPersianLetters,
  foldForeignSounds,
  foldDigits,
  foldLatin,
];

/** The rule that inserts spaces; it sees the folded text as a whole. */
export const GLUED_SENTENCES = "repairGluedSentences";

/** Names of all rules, in order. */
export const RULE_NAMES: readonly string[] = [...CHARACTER_RULES.map((rule) => rule.name), GLUED_SENTENCES];
