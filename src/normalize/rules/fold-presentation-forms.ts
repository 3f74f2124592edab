import type { CharacterRule, Replacement } from "../character-rule.js";

/**
 * Text copied out of PDF files has a code point for each shape of a letter, and ligatures: «ﺳﻮرﯾﺎ», «ﷲ».
 * The Unicode compatibility decompositions of U+FB50–U+FEFC give the letters back; they are stable by policy.
 */
export const foldPresentationForms: CharacterRule = {
  name: "foldPresentationForms",
  reason: "shapes of a letter are not other letters",
  example: ["ﺳﻮرﻳﺎ ﷲ", "سوريا الله"],
  replacements: decompositions(),
};

function decompositions(): ReadonlyMap<number, Replacement> {
  const map = new Map<number, Replacement>();
  for (let unit = 0xfb50; unit <= 0xfefc; unit++) {
    const shape = String.fromCharCode(unit);
    // A spacing mark decomposes into a space and the mark; the space was never in the text.
    const letters = shape.normalize("NFKC").replace(/^ (?=\p{M})/u, "");
    if (letters !== shape) map.set(unit, letters);
  }
  return map;
}
