const BINS = 10;

/** Names whose confidence lies in `[from, to)`; the last bin takes 1, too. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence; 0 in an empty bin. */
  readonly confidence: number;
  /** Share that is right; 0 in an empty bin. */
  readonly right: number;
}

/**
 * Whether a confidence means what it says: of names with confidence 0.8, eight of ten should be right.
 * Source: Guo, Pleiss, Sun, Weinberger: On Calibration of Modern Neural Networks, ICML 2017 (expected calibration error).
 */
export class Reliability {
  private readonly counts = new Float64Array(BINS);
  private readonly confidences = new Float64Array(BINS);
  private readonly rights = new Float64Array(BINS);

  add(confidence: number, right: boolean): void {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(confidence * BINS)));
    this.counts[bin]!++;
    this.confidences[bin]! += confidence;
    if (right) this.rights[bin]!++;
  }

  bins(): ReliabilityBin[] {
    return Array.from({ length: BINS }, (_, bin) => {
      const count = this.counts[bin]!;
      const share = (sum: number): number => (count === 0 ? 0 : sum / count);
      const confidence = share(this.confidences[bin]!);
      return { from: bin / BINS, to: (bin + 1) / BINS, count, confidence, right: share(this.rights[bin]!) };
    });
  }

  /** Distance of confidence and share right, averaged over all names. */
  expectedCalibrationError(): number {
    const bins = this.bins();
    const total = bins.reduce((sum, { count }) => sum + count, 0);
    const off = bins.reduce(
      (sum, { count, confidence, right }) => sum + count * Math.abs(confidence - right),
      0,
    );
    return total === 0 ? 0 : off / total;
  }
}
