import {
  IN_BOILERPLATE,
  NUMBER,
  PUNCTUATION_MARK,
  SENTENCE_START,
  SPACE_BEFORE,
  type Tokens,
} from "../text/tokens.js";

const HYPHENS: ReadonlySet<number> = new Set([..."-‐‑–−"].map((sign) => sign.charCodeAt(0)));
const FULL_STOP = 0x2e;
const SLASH = 0x2f;
const HASH = 0x23;
/** Parts of a spelled-out acronym are short: «سي.إن.إن». */
const SHORT = 4;

/**
 * The token that goes on a name after `token`, or -1 when nothing can: the next word or number, over a hyphen
 * («كيم جونغ-أون», «إف - 16»), the stops of an acronym («سي.إن.إن»), or the sign of a hashtag («دونالد #ترمب»). A name
 * does not run on into another sentence.
 */
export function nextNamePart(tokens: Tokens, token: number): number {
  const { units, count, starts, ends, kinds, flags } = tokens;
  let next = token + 1;
  if (next >= count || flags[next]! & (SENTENCE_START | IN_BOILERPLATE)) return -1;
  if (kinds[next] !== PUNCTUATION_MARK) return next;
  const sign = units[starts[next]!]!;
  const spaceBefore = (flags[next]! & SPACE_BEFORE) !== 0;
  next++;
  if (next >= count || flags[next]! & SENTENCE_START || kinds[next] === PUNCTUATION_MARK) return -1;
  const spaceAfter = (flags[next]! & SPACE_BEFORE) !== 0;
  if (HYPHENS.has(sign)) return spaceBefore && spaceAfter && kinds[next] !== NUMBER ? -1 : next;
  if (sign === HASH) return spaceAfter ? -1 : next;
  if (sign !== FULL_STOP && sign !== SLASH) return -1;
  const short = ends[token]! - starts[token]! <= SHORT && ends[next]! - starts[next]! <= SHORT;
  return short && !spaceBefore && !spaceAfter ? next : -1;
}
