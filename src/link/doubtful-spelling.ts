const TANWEEN = 0x64b;
const ALEF = 0x627;
const LAM = 0x644;
const HA = 0x647;
const TA_MARBUTA = 0x629;

/**
 * Whether a single word is spelled as the listed name hardly ever is, though both fold alike: with tanween («درعاً» is
 * "armour", not Daraa), with ه where the name has ة («جده» is "his grandfather", not Jeddah), or with آ inside where
 * the name has none or without where it has («مآرب» are "aims", not Marib; «القران» is a "wedding", not the Quran).
 * @param raw the word as it stands in the article.
 * @param name the listed name.
 */
export function isDoubtfulSpelling(raw: string, name: string): boolean {
  const last = raw.charCodeAt(raw.length - 1);
  if (last === TANWEEN || (last === ALEF && raw.charCodeAt(raw.length - 2) === TANWEEN)) return true;
  if (last === HA && name.charCodeAt(name.length - 1) === TA_MARBUTA) return true;
  if (!raw.includes("آ") && !name.includes("آ")) return false;
  const bare = withoutSigns(raw);
  const listed = name.split(" ").find((word) => withoutSigns(word) === bare);
  return listed !== undefined && hasInnerMadda(raw) !== hasInnerMadda(listed);
}

function withoutSigns(word: string): string {
  return word.replace(/[آأإ]/g, "ا");
}

/** Whether آ stands behind the first letter or the article; before it, it is often written ا: «اسيا». */
function hasInnerMadda(word: string): boolean {
  const hasArticle = word.charCodeAt(0) === ALEF && word.charCodeAt(1) === LAM;
  return word.indexOf("آ", hasArticle ? 3 : 1) > 0;
}
