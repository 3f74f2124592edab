import { DataFormatError, decodeContainer, encodeContainer } from "./container.js";

/** Format version of tagger models. */
export const TAGGER_MODEL_VERSION = 2;

/** Word clusters: words that stand in like places, by the hash of the folded word. */
export interface ClusterColumns {
  /** Hashes, sorted. */
  readonly hashes: Int32Array;
  /** Fine cluster of each, from 1. */
  readonly clusters: Uint16Array;
  /** How often each stands in raw news: 12 times the binary logarithm. */
  readonly frequencies: Uint8Array;
  /** Coarse cluster of each fine one; entry 0 is unused. */
  readonly coarse: Uint8Array;
}

/** Everything that a tagger model is made of. */
export interface TaggerModelParts extends ClusterColumns {
  /** Weights by feature row * labels + label, in steps of `step`. */
  readonly weights: Int8Array;
  /** Weights of the screen by feature row, in the same steps; those of rows without other weights are not kept. */
  readonly screen: Int8Array;
  readonly step: number;
  /** Weights of label after label, in the same steps as floats. */
  readonly transitions: Float32Array;
  readonly labels: number;
  readonly provenance: Readonly<Record<string, unknown>>;
}

/** Writes a tagger model. Rows that are all zero take no room. */
export function encodeTaggerModel(parts: TaggerModelParts): Uint8Array {
  const { labels, weights, screen } = parts;
  const rows = weights.length / labels;
  const used = new Int32Array(rows / 32);
  const kept: number[] = [];
  const keptScreen: number[] = [];
  for (let row = 0; row < rows; row++) {
    const slice = weights.subarray(row * labels, (row + 1) * labels);
    if (!slice.some((weight) => weight !== 0)) continue;
    used[row >> 5]! |= 1 << (row & 31);
    for (const weight of slice) kept.push(weight);
    keptScreen.push(screen[row]!);
  }
  const meta = { step: parts.step, labels, rows, provenance: parts.provenance };
  return encodeContainer("tagger", TAGGER_MODEL_VERSION, meta, {
    used,
    weights: new Uint8Array(Int8Array.from(kept).buffer),
    screen: new Uint8Array(Int8Array.from(keptScreen).buffer),
    transitions: parts.transitions,
    "clusters.hashes": parts.hashes,
    "clusters.words": parts.clusters,
    "clusters.frequencies": parts.frequencies,
    "clusters.coarse": parts.coarse,
  });
}

/** A tagger model, ready for use. */
export class TaggerModel {
  readonly labels: number;
  /** Number of feature rows less one; rows are a power of two. */
  readonly mask: number;
  /** Weights of the rows that have any, one after the other, by rank * labels + label. */
  readonly weights: Int8Array;
  /**
   * The same as 16-bit lanes, two labels to a number and LANES numbers to a row: one addition serves two labels. The
   * weight of the screen follows the labels.
   */
  readonly lanes: Int32Array;
  /** Two numbers for each 32 rows: a bit per row that has weights, and how many rows before have any. */
  private readonly index: Int32Array;
  readonly step: number;
  readonly transitions: Float32Array;
  /** The word clusters as they stand in the file, for training another model with them. */
  readonly clusters: ClusterColumns;
  private readonly slots: Int32Array;
  private readonly slotClusters: Uint16Array;
  private readonly slotFrequencies: Uint8Array;
  private readonly slotMask: number;

  /** @throws DataFormatError when the bytes are no tagger model of this version. */
  constructor(bytes: Uint8Array) {
    const container = decodeContainer(bytes, "tagger", TAGGER_MODEL_VERSION);
    const { meta } = container;
    this.labels = meta.labels as number;
    this.step = meta.step as number;
    const rows = meta.rows as number;
    this.mask = rows - 1;
    const used = container.column("used", "i32");
    if (rows !== used.length * 32) throw new DataFormatError(`The tagger file says ${rows} rows`);
    this.index = new Int32Array(2 * used.length);
    let rank = 0;
    used.forEach((bits, i) => {
      this.index[2 * i] = bits;
      this.index[2 * i + 1] = rank;
      rank += bitCount(bits);
    });
    const signed = ({ buffer, byteOffset, length }: Uint8Array): Int8Array =>
      new Int8Array(buffer, byteOffset, length);
    this.weights = signed(container.column("weights", "u8"));
    this.lanes = packLanes(this.weights, this.labels, signed(container.column("screen", "u8")));
    this.transitions = container.column("transitions", "f32");
    const hashes = container.column("clusters.hashes", "i32");
    const clusters = container.column("clusters.words", "u16");
    const frequencies = container.column("clusters.frequencies", "u8");
    this.clusters = { hashes, clusters, frequencies, coarse: container.column("clusters.coarse", "u8") };
    let capacity = 16;
    while (capacity < hashes.length * 2) capacity *= 2;
    this.slotMask = capacity - 1;
    this.slots = new Int32Array(capacity);
    this.slotClusters = new Uint16Array(capacity);
    this.slotFrequencies = new Uint8Array(capacity);
    for (let i = 0; i < hashes.length; i++) {
      let slot = hashes[i]! & this.slotMask;
      while (this.slotClusters[slot] !== 0) slot = (slot + 1) & this.slotMask;
      this.slots[slot] = hashes[i]!;
      this.slotClusters[slot] = clusters[i]!;
      this.slotFrequencies[slot] = frequencies[i]!;
    }
  }

  /** Where the lanes of a row start; -1 when it has no weights, as most features of running text. */
  offsetOf(row: number): number {
    const at = (row >> 5) * 2;
    const bits = this.index[at]!;
    const bit = 1 << (row & 31);
    if ((bits & bit) === 0) return -1;
    return (this.index[at + 1]! + bitCount(bits & (bit - 1))) * LANES;
  }

  /** The fine cluster of a word, else of its stem; 0 when neither has one. */
  clusterOf(word: number, stem: number): number {
    return this.slotClusters[this.find(word)]! || this.slotClusters[this.find(stem)]!;
  }

  /** How often a word stands in raw news, on a scale of logarithms; 0 for rare ones. */
  frequencyOf(word: number): number {
    return this.slotFrequencies[this.find(word)]!;
  }

  /** The coarse cluster of a fine one. */
  coarseOf(cluster: number): number {
    return this.clusters.coarse[cluster]!;
  }

  /** The slot of a hash, or a free one. */
  private find(hash: number): number {
    let slot = hash & this.slotMask;
    while (this.slotClusters[slot] !== 0 && this.slots[slot] !== hash) slot = (slot + 1) & this.slotMask;
    return slot;
  }
}

/** Numbers per row, for up to 17 labels and the screen. */
export const LANES = 9;

/** Two labels to a number: the even one in the low half, the odd one in the high half. */
function packLanes(weights: Int8Array, labels: number, screen: Int8Array): Int32Array {
  const rows = screen.length;
  const lanes = new Int32Array(rows * LANES);
  for (let row = 0; row < rows; row++) {
    for (let label = 0; label < labels; label++)
      lanes[row * LANES + (label >> 1)]! += weights[row * labels + label]! << (16 * (label & 1));
    lanes[row * LANES + (labels >> 1)]! += screen[row]! << (16 * (labels & 1));
  }
  return lanes;
}

/** The even label's part of a sum of up to 256 lanes; what it borrowed from the odd one is given back below. */
export function evenLane(sum: number): number {
  return (sum << 16) >> 16;
}

/** The odd label's part. */
export function oddLane(sum: number): number {
  return (sum - evenLane(sum)) >> 16;
}

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
