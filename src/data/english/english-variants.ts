import type { EntityType } from "../../document.js";
import { twins } from "./tables.generated.js";

/** Ways to write the Arabic article, which stands apart once hyphens are gone: «al-Assad», «el-Sisi», «ash-Sham». */
const ARTICLES: ReadonlySet<string> = new Set(["al", "el", "ul", "as", "ash", "ad", "an", "ar", "az"]);
const SON: ReadonlySet<string> = new Set(["bin", "ibn", "bint"]);
/** Fewest letters of a name of one word that may lose its article. */
const SHORTEST = 5;
/** Most spellings of one name. */
const MOST = 24;

const twinsOf = readTwins();

/**
 * Other spellings of a name in English: «Mohamed», «Muhammad» and «Mohammed»; «Bashar al-Assad», «Bashar el-Assad» and
 * «Bashar Assad»; «Sanaa» and «Sana'a».
 * @param words folded.
 */
export function englishVariants(words: readonly string[], type: EntityType): string[][] {
  const royal = type === "person" ? withoutHouse(words) : undefined;
  if (royal !== undefined) return [royal, ...englishVariants(royal, type), ...spellings(words, type)];
  return spellings(words, type);
}

/** «Faisal bin Farhan» of «Faisal bin Farhan Al Saud»; undefined when the name has no house. */
function withoutHouse(words: readonly string[]): string[] | undefined {
  const length = words.length - 2;
  const hasHouse = length >= 3 && words[length] === "al" && SON.has(words[length - 2]!);
  return hasHouse ? words.slice(0, length) : undefined;
}

function spellings(words: readonly string[], type: EntityType): string[][] {
  if (!words.some((word) => ARTICLES.has(word) || twinsOf.has(word))) return [];
  let variants: string[][] = [[]];
  words.forEach((word, i) => {
    const choices = choicesOf(word, i, words, type);
    variants = variants.flatMap((variant) => choices.map((choice) => [...variant, ...choice])).slice(0, MOST);
  });
  return variants.filter(
    (variant) =>
      variant.length > 0 && (variant.length !== words.length || variant.some((word, i) => word !== words[i])),
  );
}

/** What may stand for a word; the word itself first. */
function choicesOf(word: string, at: number, words: readonly string[], type: EntityType): string[][] {
  const isLast = at === words.length - 1;
  if (ARTICLES.has(word) && !isLast) {
    const list = [[word], ...["al", "el"].filter((other) => other !== word).map((other) => [other])];
    const alone = words.length === 2 && words[1]!.length < SHORTEST;
    if ((type === "person" && at > 0) || (type === "place" && !alone)) list.push([]);
    return list;
  }
  return [[word], ...(twinsOf.get(word) ?? []).map((twin) => [twin])];
}

function readTwins(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const row of twins) {
    const words = row.split("|");
    for (const word of words)
      map.set(
        word,
        words.filter((other) => other !== word),
      );
  }
  return map;
}
