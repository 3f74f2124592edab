import nlp from "compromise";
import type { Khabar } from "../../src/khabar.js";
import { realKhabar } from "./real-khabar.js";

let khabar: Khabar | undefined;

/** A reader with the package's own data and compromise. */
export function englishKhabar(): Khabar {
  khabar ??= realKhabar().withEnglish(nlp);
  return khabar;
}

/** A text without the brackets around its mentions. */
export function unmarked(marked: string): string {
  return marked.replace(/[[\]]/g, "");
}

/** What an English text names: the text with its mentions in brackets, and their ids, with the kind unless it is a name. */
export function readEnglish(text: string, date?: string): { marked: string; ids: string[] } {
  const { mentions } = englishKhabar().read({ text, date: date ?? null }, { language: "en" });
  let marked = "";
  let at = 0;
  for (const { start, end } of mentions) {
    marked += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  const ids = mentions.map(({ entity, kind }) => (kind === "name" ? entity : `${kind} ${entity}`));
  return { marked: marked + text.slice(at), ids };
}
