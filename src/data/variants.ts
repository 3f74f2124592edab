/** A rule that gives further spellings of a folded name, as words. */
type VariantRule = (words: readonly string[]) => readonly (readonly string[])[];

/** Names of God that follow عبد; «عبد الله» and «عبدالله» are printed alike. */
const joinServant: VariantRule = (words) => {
  const at = words.findIndex((word, i) => word === "عبد" && (words[i + 1]?.startsWith("ال") ?? false));
  return at < 0 ? [] : [splice(words, at, 2, `عبد${words[at + 1]}`)];
};

const splitServant: VariantRule = (words) => {
  const at = words.findIndex((word) => word.startsWith("عبدال") && word.length > 6);
  return at < 0 ? [] : [splice(words, at, 1, "عبد", words[at]!.slice(3))];
};

/** «أبو» has three cases, and papers print all of them: «أبو مازن», «لأبي مازن», «أبا مازن». */
const inflectFather: VariantRule = (words) => {
  const at = words.indexOf("ابو");
  return at < 0 ? [] : [splice(words, at, 1, "ابي"), splice(words, at, 1, "ابا")];
};

/** «بن» is printed «ابن» at the start of a line, and by some everywhere. */
const writeSon: VariantRule = (words) => {
  const at = words.indexOf("بن", 1);
  return at < 0 ? [] : [splice(words, at, 1, "ابن")];
};

const RULES: readonly VariantRule[] = [joinServant, splitServant, inflectFather, writeSon];

/** Every spelling that the rules reach from a folded name, itself first. */
export function spellingVariants(words: readonly string[]): string[][] {
  const found = new Map<string, string[]>([[words.join(" "), [...words]]]);
  const queue = [[...words]];
  for (let next = queue.shift(); next !== undefined && found.size < 64; next = queue.shift()) {
    for (const rule of RULES) {
      for (const variant of rule(next)) {
        const key = variant.join(" ");
        if (found.has(key)) continue;
        found.set(key, [...variant]);
        queue.push([...variant]);
      }
    }
  }
  return [...found.values()];
}

function splice(words: readonly string[], at: number, remove: number, ...insert: string[]): string[] {
  return [...words.slice(0, at), ...insert, ...words.slice(at + remove)];
}
