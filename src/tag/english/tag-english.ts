import type { Lexicon } from "../../data/lexicon.js";
import type { FieldText } from "../../text/field-text.js";
import { findListed, type TaggedField } from "../tag.js";
import { certainNames } from "./certain-names.js";
import { coveredBy } from "./covered-tokens.js";
import { findAcronyms } from "./find-acronyms.js";
import { joinNationalities } from "./join-nationalities.js";
import { type EnglishNlp, readTerms } from "./read-terms.js";
import { unlistedNames } from "./unlisted-names.js";
import { isWrittenAsName, visibleWords } from "./written-names.js";

/**
 * Finds what may be a mention in a field of an English article.
 *
 * Listed names come from the lexicon's English names; they must be written with capitals. What compromise adds is names
 * that no list has, and doubt: a word that it takes for a verb or a date («May», «Will») is no name by itself, and a
 * listed place inside a longer name of somebody is part of that name.
 * @param lexicon of English names.
 * @param text with the tokens of `englishTokens`.
 */
export function tagEnglish(lexicon: Lexicon, nlp: EnglishNlp, text: FieldText, field: number): TaggedField {
  const { tokens } = text;
  const words = visibleWords(lexicon, tokens);
  const found = findListed(lexicon, text, field, words).claims.filter((claim) =>
    isWrittenAsName(lexicon, text, words, claim),
  );
  const listed = joinNationalities(lexicon, tokens, found);
  const reading = readTerms(nlp, text);
  const severalWords = listed.filter(({ firstToken, endToken }) => endToken - firstToken > 1);
  const firm = coveredBy(severalWords, tokens.count);
  const unlisted = unlistedNames(lexicon, tokens, words, reading.names).filter(
    ({ firstToken, endToken }) => !firm.subarray(firstToken, endToken).includes(1),
  );
  const certain = certainNames(lexicon, text, listed, { reading, unlisted, words });
  const taken = coveredBy(certain, tokens.count);
  const added = findAcronyms(lexicon, text, certain, taken);
  for (const { firstToken } of added) taken[firstToken] = 1;
  for (const { firstToken, endToken, type } of unlisted) {
    if (taken.subarray(firstToken, endToken).includes(1)) continue;
    taken.fill(1, firstToken, endToken);
    const base = { field, firstToken, endToken, cut: 0, place: -1, slotToken: -1, slotCut: 0 };
    added.push({ ...base, method: "tagger", sense: -1, type });
  }
  return { words, claims: [...certain, ...added].sort((a, b) => a.firstToken - b.firstToken) };
}
