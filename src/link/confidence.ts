import type { EntityType, MentionKind, Method } from "../document.js";
import type { Claim } from "../text/claim.js";

/** How a mention came about. */
export type Origin = Method | Exclude<MentionKind, "name"> | "reference";

/** How often mentions of each origin were right, to two digits. */
const CONFIDENCE: Readonly<Record<Origin, number>> = {
  lexicon: 0.93,
  pattern: 0.95,
  context: 0.8,
  tagger: 0.8,
  reference: 0.65,
  demonym: 0.97,
  role: 0.9,
};

/** Who speaks for a name that the tagger was asked about. */
type Witness = "lexicon and tagger" | "lexicon alone" | "tagger alone";

/**
 * How often names were right that the tagger gave a probability, as log-odds: slope and offset of the probability's own
 * (Platt scaling). The tagger alone is too sure of itself; what the lexicons list is mostly right, whatever it says.
 * Fitted on 780 annotated articles left out of the training, 430 of them of a source left out whole.
 */
const SCALES: Readonly<Record<Witness, readonly [slope: number, offset: number]>> = {
  "lexicon and tagger": [0.45, 0.85],
  "lexicon alone": [0.11, 0.64],
  "tagger alone": [0.47, 0],
};
/** Log-odds beyond what probabilities of 0.001 and 0.999 have say no more. */
const FARTHEST = Math.log(999);

/** The confidence of a mention that the tagger was not asked about: how often those of its origin were right. */
export function confidenceOf(origin: Origin): number {
  return CONFIDENCE[origin];
}

/** The confidence of a name, to two digits. A claim without a type of the tagger's is one that it passed over. */
export function confidenceOfName({ type, probability }: Claim, method: Method): number {
  if (probability === undefined) return confidenceOf(method);
  const witness =
    type === undefined ? "lexicon alone" : method === "tagger" ? "tagger alone" : "lexicon and tagger";
  const [slope, offset] = SCALES[witness];
  const odds = Math.log(probability / (1 - probability));
  const bounded = Math.max(-FARTHEST, Math.min(FARTHEST, odds));
  return Math.round(100 / (1 + Math.exp(-slope * bounded - offset))) / 100;
}

/**
 * How sure the tagger must be of a name that no lexicon lists: below it fewer than half of such names are right,
 * and more is won than lost without them. Places are the least likely to be new: what the tagger alone takes for one is
 * mostly part of another name.
 */
const LEAST: Readonly<Record<EntityType, number>> = {
  person: 0.5,
  place: 0.6,
  organization: 0.5,
  weapon: 0.5,
  event: 0.4,
  product: 0.4,
  work: 0.4,
  other: 0.5,
};

/** Whether the tagger is not sure enough of an unlisted name; what only its introduction speaks for is sure. */
export function isTooDoubtful(type: EntityType, probability = 1): boolean {
  return probability < LEAST[type];
}
