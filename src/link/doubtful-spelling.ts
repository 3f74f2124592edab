const TANWEEN = 0x64b;
const ALEF = 0x627;
const HA = 0x647;
const TA_MARBUTA = 0x629;

/**
 * Whether a single word is spelled as the listed name hardly ever is, though both fold alike: with tanween («درعاً» is
 * "armour", not Daraa), or with ه where the name has ة («جده» is "his grandfather", not Jeddah).
 * @param raw the word as it stands in the article.
 * @param name the listed name.
 */
export function isDoubtfulSpelling(raw: string, name: string): boolean {
  const last = raw.charCodeAt(raw.length - 1);
  if (last === TANWEEN || (last === ALEF && raw.charCodeAt(raw.length - 2) === TANWEEN)) return true;
  return last === HA && name.charCodeAt(name.length - 1) === TA_MARBUTA;
}
