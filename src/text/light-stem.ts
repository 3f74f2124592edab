const ALEF = 0x627;
const BA = 0x628;
const FA = 0x641;
const KAF = 0x643;
const LAM = 0x644;
const WAW = 0x648;
const HA = 0x647;
const YA = 0x64a;
const NUN = 0x646;
const TA = 0x62a;

/** Fewest letters that are left. */
const SHORTEST = 3;

/**
 * The stem of a folded Arabic word as a range of its units: «والمحادثات» and «محادثات» are «محادث». Conjunction, article
 * and the endings of gender, number and possession go; at least three letters stay. Wrong cuts do not matter here: a
 * classifier only needs that the same word always gives the same stem.
 *
 * Source: the light10 stemmer (Larkey, Ballesteros, Connell: Light Stemming for Arabic Information Retrieval, 2007), on
 * folded text.
 * @returns start offset from `start` in the low 8 bits, length of the stem above them.
 */
export function lightStem(units: Uint16Array, start: number, end: number): number {
  let from = start;
  let to = end;
  if (units[from] === WAW && to - from > SHORTEST) from++;
  const first = units[from];
  const second = units[from + 1];
  if (first === LAM && second === LAM && to - from - 2 >= SHORTEST) from += 2;
  else if (first === ALEF && second === LAM && to - from - 2 >= SHORTEST) from += 2;
  else if (
    (first === BA || first === KAF || first === FA || first === LAM) &&
    second === ALEF &&
    units[from + 2] === LAM &&
    to - from - 3 >= SHORTEST
  )
    from += 3;
  to = cutEnding(units, from, to);
  to = cutEnding(units, from, to);
  return (Math.min(to - from, 0xffffff) << 8) | (from - start);
}

/** Cuts one ending: ها ان ات ون ين يه ه ي. */
function cutEnding(units: Uint16Array, from: number, to: number): number {
  const last = units[to - 1];
  const before = units[to - 2];
  const isPair =
    (last === ALEF && before === HA) ||
    (last === NUN && (before === ALEF || before === WAW || before === YA)) ||
    (last === TA && before === ALEF) ||
    (last === HA && before === YA);
  if (isPair && to - from - 2 >= SHORTEST) return to - 2;
  return (last === HA || last === YA) && to - from - 1 >= SHORTEST ? to - 1 : to;
}
