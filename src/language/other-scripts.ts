import { isEnglish } from "./is-english.js";

/** Code units looked at: the beginning of an article tells. */
const SAMPLE = 2000;
/** Fewer code units than these are a few words, of which franc cannot tell much. */
const LEAST = 20;

/**
 * Languages that are considered, as ISO 639-3: those that newspapers are printed in. Left to all that franc knows, a
 * paragraph of English is Scots, and one of German Bikol.
 */
const PRESS_LANGUAGES: readonly string[] = [
  ..."eng fra deu spa por ita nld tur pol ron swe dan nob fin hun ces slk hrv srp bos slv als cat lit lvs ekk".split(
    " ",
  ),
  ..."ind zlm vie tgl swh hau som yor ibo zul afr plt azj uzn tuk".split(" "),
  ..."rus ukr bel bul mkd kaz kir tgk tat khk".split(" "),
  ..."hin mar npi ben guj pan tam tel kan mal sin".split(" "),
  ..."heb ydd cmn jpn kor ell hye kat amh tir mya khm lao tha bod".split(" "),
];

/** Languages whose two-letter code is that of a wider language, or an older one, than the subtag registry says. */
const OWN_CODES: Readonly<Record<string, string>> = { tgl: "tl", zlm: "ms" };

/**
 * Tells the language of a text that is not in Arabic script: English by its function words, others by franc, which is
 * loaded when it is first needed.
 *
 * `detectLanguage`, by letters, is for Arabic script: there it is right more often and a hundred times as fast.
 * @returns the ISO 639-1 code where there is one, else the ISO 639-3 code; "und" for a few words or none. Of a language
 * that no newspaper is printed in, the nearest one that is.
 * @example
 * await detectOtherScript("The two presidents met in Sochi on Wednesday.") // "en"
 */
export async function detectOtherScript(text: string): Promise<string> {
  const sample = text.slice(0, SAMPLE);
  if (!/\p{L}/u.test(sample)) return "und";
  // Of a sentence or two franc says Dutch as easily.
  if (sample.length >= LEAST && isEnglish(sample)) return "en";
  const { franc } = await import("franc");
  return shortestCode(franc(sample, { minLength: LEAST, only: [...PRESS_LANGUAGES] }));
}

/** `en` for `eng`: the canonical form of a language tag is its shortest code. */
function shortestCode(code: string): string {
  return code === "und" ? code : (OWN_CODES[code] ?? new Intl.Locale(code).language);
}
