import { DataFormatError } from "../data/container.js";
import { SIGNATURE_SIZE } from "./signature.js";

/** Format version of encoded profiles; it changes with what is in them, too: short stems, rarities, signatures. */
export const PROFILE_VERSION = 1;

/** Bytes before the columns. */
const HEADER = 20;

/** Where the columns of an encoded profile start, and how long they are. */
export interface Layout {
  readonly termCount: number;
  readonly entityCount: number;
  readonly topicCount: number;
  readonly places: number;
  readonly gramCount: number;
  readonly termHashes: number;
  readonly entityHashes: number;
  readonly topicHashes: number;
  readonly grams: number;
  readonly signature: number;
  readonly rarities: number;
  readonly uses: number;
  readonly entityRarities: number;
  readonly saliences: number;
  /** 1: the entity stands in the title. */
  readonly titled: number;
  readonly scores: number;
  /** 1: the topic is a country. */
  readonly countries: number;
  readonly strings: number;
}

export function layoutOf(
  terms: number,
  entities: number,
  topics: number,
  places: number,
  grams: number,
): Layout {
  let end = HEADER;
  const column = (bytes: number): number => {
    end += bytes;
    return end - bytes;
  };
  return {
    termCount: terms,
    entityCount: entities,
    topicCount: topics,
    places,
    gramCount: grams,
    termHashes: column(4 * terms),
    entityHashes: column(4 * entities),
    topicHashes: column(4 * topics),
    grams: column(2 * grams),
    signature: column(places),
    rarities: column(terms),
    uses: column(terms),
    entityRarities: column(entities),
    saliences: column(entities),
    titled: column(entities),
    scores: column(topics),
    countries: column(topics),
    strings: end,
  };
}

/**
 * The layout of an encoded profile, for readers that need more than the ranking.
 * @throws DataFormatError when the bytes are no profile of this version, or cut short.
 */
export function readLayout(bytes: Uint8Array): Layout {
  if (bytes.length < HEADER) throw new DataFormatError(`Expected a profile; got ${bytes.length} bytes`);
  if (bytes[0] !== PROFILE_VERSION)
    throw new DataFormatError(
      `This profile has format version ${bytes[0]}; this library reads version ${PROFILE_VERSION}. Index the articles again`,
    );
  const layout = layoutOf(bytes[1]!, bytes[2]!, bytes[3]!, bytes[12]!, bytes[16]!);
  if ((layout.places !== 0 && layout.places !== SIGNATURE_SIZE) || layout.strings > bytes.length)
    throw new DataFormatError("The profile is damaged or cut short");
  return layout;
}

/** Four bytes as a whole number, little-endian. */
export function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

/** One of the pieces of the title. */
export function gramAt(bytes: Uint8Array, { grams }: Layout, index: number): number {
  return bytes[grams + 2 * index]! | (bytes[grams + 2 * index + 1]! << 8);
}
