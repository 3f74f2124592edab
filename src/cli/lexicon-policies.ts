import type { SenseExplanation } from "../data/explain-name.js";

type PolicySense = Pick<SenseExplanation, "kind" | "policy" | "type" | "countries">;

const OTHERWISE = "the article names it by another, unmarked surface";

/** What a sense's policy asks of the article, in words. */
export function needOf({ kind, policy, type }: PolicySense): string {
  const ofPlace = type === "place";
  switch (policy) {
    case "always":
      return kind === "role" ? "counts when its holder can be told" : "counts everywhere";
    case "known":
      return `counts only when ${OTHERWISE}`;
    case "title":
      return ofPlace
        ? `counts after a word such as «مدينة», or when ${OTHERWISE}`
        : `counts after a title or office such as «الرئيس», or when ${OTHERWISE}`;
    case "near":
      if (kind === "pattern") return "counts when the article tells the country";
      return `counts when the article names its country, or a place or person of it, by an unmarked surface${ofPlace ? ", or after a word such as «مدينة»" : ""}`;
  }
}

/** What the article lacks when the policy does not hold. */
export function lackOf({ kind, policy, type, countries }: PolicySense): string {
  const country = kind === "name" && countries?.length ? countries.join(" ") : "its country";
  switch (policy) {
    case "always":
      return kind === "role"
        ? "its holder cannot be told by the country, the date or the names beside it"
        : "it is part of a longer match that was given up, or of a word of its own";
    case "known":
      return "nothing else in the sentence names it";
    case "title":
      return `no ${type === "place" ? "word such as «مدينة»" : "title or office"} stands before it, and nothing else in the sentence names it`;
    case "near":
      return `the sentence names nothing of ${country} by an unmarked surface`;
  }
}
