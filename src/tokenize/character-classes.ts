/** What a folded UTF-16 code unit is to the tokenizer. */
export const SPACE = 0;
export const LINE_BREAK = 1;
export const ARABIC = 2;
export const LATIN = 3;
/** A letter of another script, or half of a character outside the basic plane. */
export const OTHER_LETTER = 4;
export const DIGIT = 5;
export const UNDERSCORE = 6;
export const PUNCTUATION = 7;

/** Class of each code unit. Marks and invisible signs are gone by now: folding took them. */
export const CHARACTER_CLASSES: Uint8Array = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(65536).fill(PUNCTUATION);
  const set = (first: number, last: number, value: number): void => {
    classes.fill(value, first, last + 1);
  };
  // Scripts after Latin, less the punctuation and symbol blocks and the private use area.
  set(0x0370, 0x1fff, OTHER_LETTER);
  set(0x2c00, 0x2dff, OTHER_LETTER);
  set(0x3040, 0xdfff, OTHER_LETTER);
  set(0xf900, 0xfaff, OTHER_LETTER);
  set(0xff66, 0xffdc, OTHER_LETTER);
  set(0x0600, 0x08ff, PUNCTUATION);
  set(0x0620, 0x064a, ARABIC);
  set(0x066e, 0x06d3, ARABIC);
  set(0x06d5, 0x06d5, ARABIC);
  set(0x06ee, 0x06ef, ARABIC);
  set(0x06fa, 0x06ff, ARABIC);
  set(0x0700, 0x085f, OTHER_LETTER);
  set(0x0750, 0x077f, ARABIC);
  set(0x08a0, 0x08d2, ARABIC);
  set(0x41, 0x5a, LATIN);
  set(0x61, 0x7a, LATIN);
  set(0xaa, 0xaa, LATIN);
  set(0xba, 0xba, LATIN);
  set(0xc0, 0x24f, LATIN);
  set(0x1e00, 0x1eff, LATIN);
  set(0xd7, 0xd7, PUNCTUATION);
  set(0xf7, 0xf7, PUNCTUATION);
  set(0x30, 0x39, DIGIT);
  set(0x5f, 0x5f, UNDERSCORE);
  set(0x00, 0x20, SPACE);
  for (const space of [0x85, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000]) classes[space] = SPACE;
  set(0x2000, 0x200a, SPACE);
  for (const lineBreak of [0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]) classes[lineBreak] = LINE_BREAK;
  return classes;
}
