import { applyEdits, type Rewrite } from "../text/edits.js";
import { buildFoldTable, type FoldTable } from "./fold-table.js";
import { type FoldedText, foldText } from "./fold-text.js";
import { CHARACTER_RULES, GLUED_SENTENCES, RULE_NAMES } from "./rules/index.js";
import { repairGluedSentences } from "./rules/repair-glued-sentences.js";

export interface NormalizeOptions {
  /** Names of the rules to apply, from `RULE_NAMES`. Default: all. */
  readonly rules?: readonly string[];
}

/** A rule that does not exist was asked for. */
export class UnknownRuleError extends RangeError {
  constructor(name: string) {
    super(`There is no normalization rule "${name}"; choose from ${RULE_NAMES.join(", ")}`);
    this.name = "UnknownRuleError";
  }
}

let everyRule: FoldTable | undefined;

function tableOf(rules: readonly string[] | undefined): FoldTable {
  if (rules === undefined) {
    everyRule ??= buildFoldTable(CHARACTER_RULES);
    return everyRule;
  }
  for (const name of rules) if (!RULE_NAMES.includes(name)) throw new UnknownRuleError(name);
  return buildFoldTable(CHARACTER_RULES.filter((rule) => rules.includes(rule.name)));
}

/**
 * Folds a text to the form in which names are compared, and says where each piece came from.
 *
 * Spellings that differ only by hamza, dots of ya and ta marbuta, marks, tatweel, shape, digits or case become equal;
 * sentences that were glued together are parted. Idempotent when all rules are on.
 * @returns the folded text and the map of its offsets to the raw ones (UTF-16 code units).
 * @throws UnknownRuleError when a rule's name is not in `RULE_NAMES`.
 * @example
 * const { text, map } = normalize("مُحَمَّد");
 * text                   // "محمد"
 * map.toRaw(4, "before") // 7
 */
export function normalize(raw: string, options: NormalizeOptions = {}): Rewrite {
  const folded = foldText(raw, tableOf(options.rules));
  const text = unitsToString(folded.units, folded.length);
  const glued = options.rules === undefined || options.rules.includes(GLUED_SENTENCES);
  const edits = glued ? repairGluedSentences(text) : [];
  if (edits.length === 0) return { text, map: folded.map };
  const repaired = applyEdits(text, edits);
  return { text: repaired.text, map: folded.map.compose(repaired.map) };
}

/** `normalize` with all rules, without making a string: what the later stages read. */
export function fold(raw: string): FoldedText {
  return foldText(raw, tableOf(undefined));
}

/** Folds one word or name for comparison; the same as `normalize(text).text`. */
export function foldName(raw: string): string {
  return normalize(raw).text;
}

/** The string of the first `length` code units. */
export function unitsToString(units: Uint16Array, length: number, start = 0): string {
  // Strings are made in pieces: a call takes a bounded number of arguments.
  const CHUNK = 8192;
  if (length - start <= CHUNK) return String.fromCharCode(...units.subarray(start, length));
  const parts: string[] = [];
  for (let at = start; at < length; at += CHUNK)
    parts.push(String.fromCharCode(...units.subarray(at, Math.min(at + CHUNK, length))));
  return parts.join("");
}
