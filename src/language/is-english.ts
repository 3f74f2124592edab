const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that stand in every paragraph of English, and hardly ever in another language of Latin script. */
const OWN = setOf(
  "the of and that with his from are said have has which this after were but their been they than about would by who",
);
/** Words of English that other languages have, too: one of them says little, three that make up a sixth of a text much. */
const SHARED = setOf("in on to for an as is its was he she it not or be will you into");
const LEAST_OWN = 0.08;
const LEAST_TOGETHER = 0.16;
const LEAST_DIFFERENT = 3;

/**
 * Whether a text in Latin script is English, by its function words. A headline may have none: of a few words this says
 * no rather than guess. What other language it is in tells `detectOtherScript`.
 */
export function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let own = 0;
  let together = 0;
  const different = new Set<string>();
  for (const word of words) {
    const isOwn = OWN.has(word);
    if (!isOwn && !SHARED.has(word)) continue;
    if (isOwn) own++;
    together++;
    different.add(word);
  }
  if (own > 0 && own >= words.length * LEAST_OWN) return true;
  return different.size >= LEAST_DIFFERENT && together >= words.length * LEAST_TOGETHER;
}
