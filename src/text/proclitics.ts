/** Letters that stand for nothing but themselves once folding is done. */
const LAM = 0x644;
const WAW = 0x648;
const FA = 0x641;
const BA = 0x628;
const KAF = 0x643;
const SIN = 0x633;

/** A way to read the front of a word. */
export interface ProcliticReading {
  /** How many code units of the word are proclitics and lie outside the name's span. */
  readonly length: number;
  /**
   * Letters that the spelling swallowed and that stand before the rest: after «لل» the article lost its alef, so
   * «للناتو» is ل and [ا]«لناتو», and «للاذقية» may be ل and [ال]«لاذقية».
   */
  readonly restored: "" | "ا" | "ال";
}

/** Longest possible cut: و and ب. */
export const MAX_PROCLITICS = 2;

/**
 * Every reading of the front of a folded word as conjunction و ف and one of ب ك ل س, the whole word first.
 * None is preferred here: «وليد» is a name and «ولندن» is و + «لندن»; only a lexicon or the context can tell.
 * The article ال is part of a name's span and is not cut; nor is the أ of questions, which stands before verbs and
 * particles («أليس»), so that «أوباما» and «أو» keep their first letter. At least two letters remain.
 * @example readings of "للناتو": "للناتو", ل + "لناتو" (restored "ا": الناتو; restored "ال": اللناتو) ...
 */
export function procliticReadings(word: string): ProcliticReading[] {
  const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
  const list: ProcliticReading[] = [{ length: 0, restored: "" }];
  const cuts = procliticCuts(units, 0, units.length);
  for (let length = 1; length <= MAX_PROCLITICS; length++) {
    if (!(cuts & (1 << length))) continue;
    list.push({ length, restored: "" });
    if (!isSwallowedArticle(units, length, units.length)) continue;
    list.push({ length, restored: "ا" }, { length, restored: "ال" });
  }
  return list;
}

/** The cuts of `procliticReadings` as bits: bit n is set when n units may be proclitics. */
export function procliticCuts(units: Uint16Array, start: number, end: number): number {
  let cuts = 0;
  let at = start;
  const cut = (): void => {
    if (end - at >= 2) cuts |= 1 << (at - start);
  };
  if (units[at] === WAW || units[at] === FA) {
    at++;
    cut();
  }
  if (units[at] === BA || units[at] === KAF || units[at] === LAM || units[at] === SIN) {
    at++;
    cut();
  }
  return cuts;
}

/** Whether the cut ends between two lams: «لل» at the end of the proclitics. */
export function isSwallowedArticle(units: Uint16Array, at: number, end: number): boolean {
  return at > 0 && end - at >= 3 && units[at] === LAM && units[at - 1] === LAM;
}
