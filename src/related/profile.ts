/** Something that an article names. */
export interface ProfileEntity {
  readonly id: string;
  /** Arabic, to be shown. */
  readonly name: string;
  /** How rare it is in the news, in steps of `RARITY_STEP`: 0 to 255. */
  readonly rarity: number;
  /** Share of the article that is about it, in 255ths: 0 to 255. */
  readonly salience: number;
  readonly inTitle: boolean;
}

/** A topic of an article. */
export interface ProfileTopic {
  readonly id: string;
  readonly kind: "subject" | "country";
  readonly name: string;
  /** Probability in 255ths: 0 to 255. */
  readonly score: number;
}

/** The terms of an article, those that say most first, as columns. */
export interface ProfileTerms {
  /** Hash of the short stem of each. */
  readonly hashes: Uint32Array;
  /** How rare each is in the news, in steps of `RARITY_STEP`. */
  readonly rarities: Uint8Array;
  /** Uses in the text, at most 31, and the bits `IN_TITLE` and `IN_LEAD`. */
  readonly uses: Uint8Array;
  /** The words of the first terms, as they stand in the article. */
  readonly words: readonly string[];
}

/** Bits of `ProfileTerms.uses`. */
export const USES = 31;
export const IN_LEAD = 64;
export const IN_TITLE = 128;

/** Words at the beginning of the text that say what it is about; an article of no more words is short. */
export const LEAD = 60;

/** What the ranking needs of an article; all of it is kept by `encodeProfile` as it is. */
export interface Profile {
  readonly id: string;
  /** Days since 1970-01-01 (UTC), or `NO_DAY`. */
  readonly day: number;
  /** ISO 639 code, as in the document. */
  readonly language: string;
  readonly title: string;
  /** Hashed pieces of three letters of the title, sorted. */
  readonly titleGrams: Uint16Array;
  /** Words of the text and the title, without boilerplate. */
  readonly length: number;
  readonly terms: ProfileTerms;
  /** Most salient first. */
  readonly entities: readonly ProfileEntity[];
  /** Best first. */
  readonly topics: readonly ProfileTopic[];
  /** MinHash of the shingles; empty for texts that are too short. */
  readonly signature: Uint8Array;
}
