import type { Claim } from "../text/claim.js";
import { PUNCTUATION_MARK, SENTENCE_START, type Tokens } from "../text/tokens.js";

const unitOf = (sign: string): number => sign.charCodeAt(0);

/** The mark that closes each opening one. */
const CLOSING: ReadonlyMap<number, number> = new Map(
  [`""`, "«»", "“”"].map((pair) => [unitOf(pair[0]!), unitOf(pair[1]!)]),
);

/** A name that holds an opening quotation mark goes on to the closing one right behind it: «إذاعة "نور"», not «إذاعة "نور». */
export function closeQuotation({ units, starts, kinds, flags, count }: Tokens, claim: Claim): Claim {
  const { firstToken, endToken } = claim;
  if (endToken >= count || kinds[endToken] !== PUNCTUATION_MARK || flags[endToken]! & SENTENCE_START)
    return claim;
  let awaited: number | undefined;
  for (let token = firstToken; token < endToken; token++) {
    if (kinds[token] !== PUNCTUATION_MARK) continue;
    const unit = units[starts[token]!]!;
    if (awaited === undefined) awaited = CLOSING.get(unit);
    else if (unit === awaited) awaited = undefined;
  }
  return awaited !== undefined && units[starts[endToken]!] === awaited
    ? { ...claim, endToken: endToken + 1 }
    : claim;
}
