/** What folding does with a code unit: drop it, or treat it as the gap between two words; else the folded unit. */
export const dropped = 0;
export const gap = 32;

let table: Uint16Array | undefined;

/**
 * The table that folds code units for comparing labels: letters and © stay, hamza forms, ى and ة become plain,
 * Latin letters small; marks, tatweel and directional signs vanish; everything else, digits too, separates words.
 * «إقرأ أيضاً:» and «اقرا ايضا» fold alike, and so do «3 تعليقات» and «تعليقات».
 */
export function foldTable(): Uint16Array {
  if (table !== undefined) return table;
  const fold = new Uint16Array(65_536).fill(gap);
  const letters = (from: number, to: number): void => {
    for (let unit = from; unit <= to; unit++) fold[unit] = unit;
  };
  const becomes = (from: string, to: string): void => {
    for (const letter of from) fold[letter.charCodeAt(0)] = to === "" ? dropped : to.charCodeAt(0);
  };
  letters(0x61, 0x7a);
  for (let unit = 0x41; unit <= 0x5a; unit++) fold[unit] = unit + 32;
  letters(0xc0, 0x24f);
  for (let unit = 0xc0; unit <= 0xde; unit++) fold[unit] = unit + 32;
  letters(0x370, 0x5ff);
  letters(0x620, 0x64a);
  letters(0x66e, 0x6d3);
  letters(0x3040, 0x9fff);
  letters(0xfb50, 0xfdff);
  letters(0xfe70, 0xfefc);
  fold[0xa9] = 0xa9;
  for (let unit = 0x64b; unit <= 0x65f; unit++) fold[unit] = dropped;
  for (let unit = 0x6d6; unit <= 0x6ed; unit++) fold[unit] = dropped;
  for (let unit = 0x300; unit <= 0x36f; unit++) fold[unit] = dropped;
  becomes(
    "\u0640\u0670\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
    "",
  );
  becomes("أإآٱ", "ا");
  becomes("ىئی", "ي");
  becomes("ؤ", "و");
  becomes("ة", "ه");
  becomes("ک", "ك");
  becomes("àâäáã", "a");
  becomes("ÀÂ", "a");
  becomes("éèêëÉÈÊ", "e");
  becomes("îïíÎ", "i");
  becomes("ôöóÔ", "o");
  becomes("ûùüúÛ", "u");
  becomes("çÇ", "c");
  table = fold;
  return fold;
}
