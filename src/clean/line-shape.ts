/** What a line looks like, as bits: labels and dates by its words, the rest by its code units. */
export const shape = {
  label: 1,
  weakLabel: 2,
  labelStart: 4,
  weakStart: 8,
  labelInside: 16,
  menu: 32,
  date: 64,
  number: 128,
  symbols: 256,
  latin: 512,
  contact: 1024,
  caption: 2048,
  period: 4096,
  commaEnd: 8192,
  question: 16_384,
  comma: 32_768,
  conjunction: 65_536,
  bullet: 131_072,
  twoDots: 262_144,
  colonEnd: 524_288,
  bar: 1_048_576,
  brackets: 2_097_152,
  hashTag: 4_194_304,
} as const;

/** The bits that a look at each code unit gives. */
export function punctuationShape(text: string, start: number, end: number): number {
  let bits = 0;
  let latin = 0;
  let arabic = 0;
  const stop = Math.min(end, start + 600);
  for (let at = start; at < stop; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x620 && unit <= 0x64a) arabic++;
    else if ((unit | 32) >= 0x61 && (unit | 32) <= 0x7a) latin++;
    else if ((unit >= 48 && unit <= 57) || (unit >= 0x660 && unit <= 0x669)) bits |= shape.number;
    else if (unit === 0x60c && at < end - 1) bits |= shape.comma;
    else if (unit === 0x2e && text.charCodeAt(at + 1) === 0x2e && at + 2 < end) bits |= shape.twoDots;
    else if (unit === 0x40 || (unit === 0x2f && text.charCodeAt(at + 1) === 0x2f)) bits |= shape.contact;
    else if (unit === 0x7c || unit === 0xbb || unit === 0x3e || unit === 0xb7 || unit === 0x2022)
      bits |= at > start + 1 ? shape.bar : 0;
    else if (unit === 0x28) bits |= shape.brackets;
    else if (unit === 0x23) bits |= shape.hashTag;
  }
  if (latin > 0 && latin > arabic) bits |= shape.latin;
  let last = end - 1;
  while (last > start && isCloser(text.charCodeAt(last))) last--;
  const final = text.charCodeAt(last);
  if (final === 0x2e || final === 0x6d4) bits |= text.charCodeAt(last - 1) === 0x2e ? 0 : shape.period;
  else if (final === 0x60c || final === 0x2c || final === 0x61b) bits |= shape.commaEnd;
  else if (final === 0x3a) bits |= shape.colonEnd;
  else if (final === 0x61f || final === 0x3f || final === 0x21) bits |= shape.question;
  const first = text.charCodeAt(start);
  if (
    first === 0x2022 ||
    first === 0x2d ||
    first === 0x2a ||
    first === 0x2013 ||
    first === 0xb7 ||
    first === 0x25cf ||
    first === 0x25aa
  )
    bits |= shape.bullet;
  else if (isNumbered(text, start, end)) bits |= shape.bullet;
  else if (first === 0x648 && !startsLikeNoun(text, start)) bits |= shape.conjunction;
  return bits;
}

const isCloser = (unit: number): boolean =>
  unit === 0x22 ||
  unit === 0xbb ||
  unit === 0x201d ||
  unit === 0x201c ||
  unit === 0x29 ||
  unit === 0x5d ||
  unit === 32 ||
  unit === 0x27 ||
  unit === 0x2019;

/** Words that begin with و and open headlines: «واشنطن», «وزير», «وفاة», «وكالة», «وسائل», «وثائق», «والد», «وقف», «وصول». */
function startsLikeNoun(text: string, start: number): boolean {
  const a = text.charCodeAt(start + 1);
  const b = text.charCodeAt(start + 2);
  const pair = a * 65_536 + b;
  return nouns.has(pair);
}
const nouns = new Set(
  [
    "اش",
    "زي",
    "زا",
    "زر",
    "فا",
    "كا",
    "سا",
    "سط",
    "ثا",
    "ثي",
    "قف",
    "صو",
    "حد",
    "دا",
    "رش",
    "لي",
    "لد",
    "لا",
    "فد",
    "عد",
    "اد",
  ].map((pair) => pair.charCodeAt(0) * 65_536 + pair.charCodeAt(1)),
);

/** An item of a numbered list: «1 - لعبة», «٢) …», «3. …». */
function isNumbered(text: string, start: number, end: number): boolean {
  let at = start;
  const digit = (unit: number): boolean => (unit >= 48 && unit <= 57) || (unit >= 0x660 && unit <= 0x669);
  while (at < end && at < start + 3 && digit(text.charCodeAt(at))) at++;
  if (at === start) return false;
  if (text.charCodeAt(at) === 32) at++;
  const mark = text.charCodeAt(at);
  return (mark === 0x2d || mark === 0x2e || mark === 0x29 || mark === 0x2013) && at + 3 < end;
}
