import { ATTACHED, type CharacterRule, DROPPED } from "./character-rule.js";

/** Entries of `units` that are no code unit. */
export const ATTACH = 0;
export const DROP = 1;
export const EXPAND = 2;

/** The enabled rules as one look-up by UTF-16 code unit. */
export interface FoldTable {
  /** Per code unit: what it becomes, or ATTACH, DROP, EXPAND. The control signs 0 to 2 themselves become spaces. */
  readonly units: Uint16Array;
  /** What the EXPAND units become: two or more units, e.g. «ﻻ» → «لا». */
  readonly expansions: ReadonlyMap<number, string>;
}

/** Runs every code unit through the rules, in order, once and for all. */
export function buildFoldTable(rules: readonly CharacterRule[]): FoldTable {
  const units = new Uint16Array(65536);
  const expansions = new Map<number, string>();
  const changed = new Set<number>([0, 1, 2]);
  for (const rule of rules) for (const unit of rule.replacements.keys()) changed.add(unit);
  for (let unit = 0; unit < 65536; unit++) units[unit] = unit;
  for (const unit of changed) {
    const folded = foldUnit(unit, rules);
    if (folded === ATTACHED) units[unit] = ATTACH;
    else if (folded === DROPPED) units[unit] = DROP;
    else if (folded.length === 1) units[unit] = Math.max(folded.charCodeAt(0), EXPAND + 1);
    else {
      units[unit] = EXPAND;
      expansions.set(unit, folded);
    }
  }
  for (const control of [0, 1, 2]) units[control] = 0x20;
  return { units, expansions };
}

/** One code unit after all rules; a rule may yield several units, and later rules see each of them. */
function foldUnit(unit: number, rules: readonly CharacterRule[]): string | typeof ATTACHED | typeof DROPPED {
  let text = String.fromCharCode(unit);
  let nothing: typeof ATTACHED | typeof DROPPED = DROPPED;
  for (const rule of rules) {
    let next = "";
    for (let i = 0; i < text.length; i++) {
      const replacement = rule.replacements.get(text.charCodeAt(i));
      if (replacement === undefined) next += text[i];
      else if (typeof replacement === "string") next += replacement;
      else nothing = replacement;
    }
    text = next;
  }
  return text === "" ? nothing : text;
}
