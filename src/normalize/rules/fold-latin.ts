import type { CharacterRule, Replacement } from "../character-rule.js";

/** Letters that Unicode does not decompose. */
const strokes: Readonly<Record<string, string>> = {
  ı: "i",
  ø: "o",
  đ: "d",
  ł: "l",
  ħ: "h",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/** Latin names inside Arabic text are matched without case, accents and width: «Erdoğan», «ERDOGAN». */
export const foldLatin: CharacterRule = {
  name: "foldLatin",
  reason: "case, accents and width do not make another name",
  example: ["Erdoğan ERDOGAN", "erdogan erdogan"],
  replacements: baseLetters(),
};

function baseLetters(): ReadonlyMap<number, Replacement> {
  const map = new Map<number, Replacement>();
  const fold = (unit: number): void => {
    const letter = String.fromCharCode(unit);
    const plain = letter.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const base = strokes[plain] ?? plain;
    if (base !== letter && /^[a-z0-9]+$/.test(base)) map.set(unit, base);
  };
  for (let unit = 0x41; unit <= 0x5a; unit++) fold(unit);
  for (let unit = 0xc0; unit <= 0x24f; unit++) fold(unit);
  for (let unit = 0x1e00; unit <= 0x1eff; unit++) fold(unit);
  for (let unit = 0xff10; unit <= 0xff5a; unit++) fold(unit);
  return map;
}
