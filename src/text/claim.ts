import type { EntityType, Method } from "../document.js";

/** A weapon that its designation names: «إس-400» is family S, number 400. */
export interface Designation {
  /** Index of the family in the lexicon. */
  readonly family: number;
  /** Number and suffix, folded: `400`, `1a`. */
  readonly number: string;
}

/**
 * Something in a field that may be a mention, as the tag stage hands it to the link stage. Claims of a field are sorted
 * by token and do not overlap.
 */
export interface Claim {
  /** Index of the field. */
  readonly field: number;
  readonly firstToken: number;
  /** One past the last token. */
  readonly endToken: number;
  /** How many folded units of the first token are proclitics. */
  readonly cut: number;
  readonly method: Method;
  /** First of the name's senses in the lexicon, or -1 when no lexicon lists it. */
  readonly sense: number;
  /** The entity in a pattern's slot, or -1: a place, or the organization of a role. */
  readonly place: number;
  /** First token of what fills the slot. */
  readonly slotToken: number;
  /** How many of its folded units are proclitics. */
  readonly slotCut: number;
  /** One past the last token of what fills the slot, where the rest stands behind it: «the Russian president». Default: `endToken`. */
  readonly slotEnd?: number;
  /** Number of the listed entity that it names by its English name, of claims without a sense. */
  readonly entity?: number;
  readonly designation?: Designation;
  /** What the tokens name instead when no sense of the claim holds in its article, best first. */
  readonly otherwise?: readonly Claim[];
  /** What the tagger takes it for; of names that no lexicon lists, what it is. */
  readonly type?: EntityType;
  /** Probability that the claim is right, where the tagger gave one. */
  readonly probability?: number;
}
