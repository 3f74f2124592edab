/** What a margin is worth in log-odds: `slope * margin + shift`. */
export interface MarginWorth {
  readonly slope: number;
  readonly shift: number;
}

/** Margins of texts that were held out, and whether each text has the label: 1 or 0. */
export interface HeldOut {
  readonly margins: number[];
  readonly targets: number[];
}

/** How strongly a label is drawn to what holds for all: as if by so many texts. */
const PULL = 1;
const STEPS = 25;

/**
 * What the margins of each label are worth: first the same for all labels, then drawn to each label's own, as far as it has
 * texts to say so. Margins of rare labels lie lower than those of frequent ones.
 * Source: Platt, Probabilistic Outputs for Support Vector Machines, 1999.
 */
export function marginWorths(labels: readonly HeldOut[]): MarginWorth[] {
  const shared = fitWorth(labels, { slope: 1, shift: 0 });
  return labels.map((label) => fitWorth([label], shared));
}

/** Fits slope and shift by Newton's method; `prior` is what they are where the texts say nothing. */
function fitWorth(labels: readonly HeldOut[], prior: MarginWorth): MarginWorth {
  let { slope, shift } = prior;
  for (let step = 0; step < STEPS; step++) {
    let slopeGradient = PULL * (prior.slope - slope);
    let shiftGradient = PULL * (prior.shift - shift);
    let bySlope = PULL;
    let byBoth = 0;
    let byShift = PULL;
    for (const { margins, targets } of labels)
      for (let i = 0; i < margins.length; i++) {
        const margin = margins[i]!;
        const p = 1 / (1 + Math.exp(-(slope * margin + shift)));
        const spread = Math.max(p * (1 - p), 1e-6);
        slopeGradient += (targets[i]! - p) * margin;
        shiftGradient += targets[i]! - p;
        bySlope += spread * margin * margin;
        byBoth += spread * margin;
        byShift += spread;
      }
    const determinant = bySlope * byShift - byBoth * byBoth;
    const slopeStep = (byShift * slopeGradient - byBoth * shiftGradient) / determinant;
    const shiftStep = (bySlope * shiftGradient - byBoth * slopeGradient) / determinant;
    slope += slopeStep;
    shift += shiftStep;
    if (Math.abs(slopeStep) + Math.abs(shiftStep) < 1e-7) break;
  }
  return slope > 0 && Number.isFinite(slope) && Number.isFinite(shift) ? { slope, shift } : prior;
}
