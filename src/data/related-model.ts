import { decodeContainer, encodeContainer } from "./container.js";

/** Format version of the background statistics. */
const RELATED_MODEL_VERSION = 1;

/** Rarities are stored as whole numbers of this: natural logarithm of "one article in how many". */
export const RARITY_STEP = 1 / 20;

/** Everything that the background statistics are made of. */
export interface RelatedModelParts {
  /** Hashes of terms, sorted. */
  readonly terms: Uint32Array;
  /** Of each stem, in steps of `RARITY_STEP`. */
  readonly rarities: Uint8Array;
  /** Hashes of entity ids, sorted. */
  readonly entities: Uint32Array;
  readonly entityRarities: Uint8Array;
  /** Articles that were counted. */
  readonly articles: number;
  /** Training data, for people. */
  readonly provenance: Readonly<Record<string, unknown>>;
}

/** Writes the background statistics; the same parts give the same bytes. */
export function encodeRelatedModel(parts: RelatedModelParts): Uint8Array {
  const { articles, provenance } = parts;
  return encodeContainer(
    "related",
    RELATED_MODEL_VERSION,
    { articles, provenance },
    {
      "terms.hashes": parts.terms,
      "terms.rarities": parts.rarities,
      "entities.hashes": parts.entities,
      "entities.rarities": parts.entityRarities,
    },
  );
}

/** How rare terms and entities are in the news, ready for use. */
export class RelatedModel {
  private readonly terms: HashIndex;
  private readonly entities: HashIndex;
  private readonly rarities: Uint8Array;
  private readonly entityRarities: Uint8Array;
  /** Rarity of what was never seen. */
  private readonly rarest: number;

  /** @throws DataFormatError when the bytes are no background statistics of this version. */
  constructor(bytes: Uint8Array) {
    const container = decodeContainer(bytes, "related", RELATED_MODEL_VERSION);
    this.terms = new HashIndex(container.column("terms.hashes", "u32"));
    this.rarities = container.column("terms.rarities", "u8");
    this.entities = new HashIndex(container.column("entities.hashes", "u32"));
    this.entityRarities = container.column("entities.rarities", "u8");
    this.rarest = Math.min(255, Math.round(Math.log(container.meta.articles as number) / RARITY_STEP));
  }

  /** How rare a term is, in steps of `RARITY_STEP`. */
  rarityOfTerm(hash: number): number {
    const row = this.terms.find(hash);
    return row < 0 ? this.rarest : this.rarities[row]!;
  }

  /** How rare an entity is, in steps of `RARITY_STEP`. */
  rarityOfEntity(hash: number): number {
    const row = this.entities.find(hash);
    return row < 0 ? this.rarest : this.entityRarities[row]!;
  }
}

/** Finds the row of a hash in an open-addressed table. */
class HashIndex {
  private readonly hashes: Uint32Array;
  /** Row + 1 by hash; 0 is free. */
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(hashes: Uint32Array) {
    this.hashes = hashes;
    let capacity = 16;
    while (capacity < hashes.length * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.slots = new Int32Array(capacity);
    for (let row = 0; row < hashes.length; row++) {
      let slot = hashes[row]! & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = row + 1;
    }
  }

  /** The row of a hash, or -1. */
  find(hash: number): number {
    const wanted = hash >>> 0;
    for (let slot = wanted & this.mask; ; slot = (slot + 1) & this.mask) {
      const row = this.slots[slot]! - 1;
      if (row < 0 || this.hashes[row] === wanted) return row;
    }
  }
}
