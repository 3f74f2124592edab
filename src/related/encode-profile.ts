import { DataFormatError } from "../data/container.js";
import { packStrings } from "../data/strings.js";
import { hashString } from "./hash.js";
import type { Profile, ProfileEntity, ProfileTopic } from "./profile.js";
import { SIGNATURE_SIZE } from "./signature.js";

/** Format version of encoded profiles. */
export const PROFILE_VERSION = 1;

/** Bytes before the columns. */
export const HEADER = 20;

/**
 * A profile as bytes, little-endian. Header: version, numbers of terms, entities, topics (1 byte each), day (i32),
 * length (u32), number of signature places, of terms with words (2 bytes each), length of the strings (u32). Columns: hashes of terms, entities
 * and topics (u32); the signature (u16); rarities and uses of the terms, rarities, saliences and title bits of the
 * entities, scores of the topics (1 byte each). Last the strings, each behind its length in bytes (u16): id, language, title, entity ids
 * and names, topic ids and names, words. The same profile gives the same bytes.
 */
export function encodeProfile(profile: Profile): Uint8Array {
  const { terms, entities, topics, signature } = profile;
  const strings = packStrings([
    profile.id,
    profile.language,
    profile.title,
    ...entities.flatMap(({ id, name }) => [id, name]),
    ...topics.flatMap(({ id, name }) => [id, name]),
    ...terms.words,
  ]);
  const count = strings.starts.length - 1;
  const layout = layoutOf(terms.hashes.length, entities.length, topics.length, signature.length);
  const bytes = new Uint8Array(layout.strings + count * 2 + strings.bytes.length);
  const view = new DataView(bytes.buffer);
  bytes.set([PROFILE_VERSION, terms.hashes.length, entities.length, topics.length]);
  view.setInt32(4, profile.day, true);
  view.setUint32(8, profile.length, true);
  view.setUint16(12, signature.length, true);
  view.setUint16(14, terms.words.length, true);
  view.setUint32(16, count * 2 + strings.bytes.length, true);
  terms.hashes.forEach((hash, i) => {
    view.setUint32(layout.termHashes + i * 4, hash, true);
  });
  entities.forEach(({ id, rarity, salience, inTitle }, i) => {
    view.setUint32(layout.entityHashes + i * 4, hashString(id), true);
    bytes[layout.entityRarities + i] = rarity;
    bytes[layout.saliences + i] = salience;
    bytes[layout.titled + i] = inTitle ? 1 : 0;
  });
  topics.forEach(({ id, score }, i) => {
    view.setUint32(layout.topicHashes + i * 4, hashString(id), true);
    bytes[layout.scores + i] = score;
  });
  signature.forEach((least, i) => {
    view.setUint16(layout.signature + i * 2, least, true);
  });
  bytes.set(terms.rarities, layout.rarities);
  bytes.set(terms.uses, layout.uses);
  let at = layout.strings;
  for (let i = 0; i < count; i++) {
    const part = strings.bytes.subarray(strings.starts[i]!, strings.starts[i + 1]!);
    view.setUint16(at, part.length, true);
    bytes.set(part, at + 2);
    at += 2 + part.length;
  }
  return bytes;
}

/** Where the columns of a profile start. */
export interface Layout {
  readonly termHashes: number;
  readonly entityHashes: number;
  readonly topicHashes: number;
  readonly signature: number;
  readonly rarities: number;
  readonly uses: number;
  readonly entityRarities: number;
  readonly saliences: number;
  readonly titled: number;
  readonly scores: number;
  readonly strings: number;
}

export function layoutOf(terms: number, entities: number, topics: number, places: number): Layout {
  const termHashes = HEADER;
  const entityHashes = termHashes + 4 * terms;
  const topicHashes = entityHashes + 4 * entities;
  const signature = topicHashes + 4 * topics;
  const rarities = signature + 2 * places;
  const uses = rarities + terms;
  const entityRarities = uses + terms;
  const saliences = entityRarities + entities;
  const titled = saliences + entities;
  const scores = titled + entities;
  const strings = scores + topics;
  return {
    termHashes,
    entityHashes,
    topicHashes,
    signature,
    rarities,
    uses,
    entityRarities,
    saliences,
    titled,
    scores,
    strings,
  };
}

/**
 * The layout of an encoded profile.
 * @throws DataFormatError when the bytes are no profile of this version.
 */
export function checkProfile(bytes: Uint8Array): Layout {
  if (bytes.length < HEADER) throw new DataFormatError(`Expected a profile; got ${bytes.length} bytes`);
  if (bytes[0] !== PROFILE_VERSION)
    throw new DataFormatError(
      `This profile has format version ${bytes[0]}; this library reads version ${PROFILE_VERSION}. Index the articles again`,
    );
  const places = bytes[12]! | (bytes[13]! << 8);
  const strings = (bytes[16]! | (bytes[17]! << 8) | (bytes[18]! << 16) | (bytes[19]! << 24)) >>> 0;
  const layout = layoutOf(bytes[1]!, bytes[2]!, bytes[3]!, places);
  if ((places !== 0 && places !== SIGNATURE_SIZE) || layout.strings + strings !== bytes.length)
    throw new DataFormatError("The profile is damaged or cut short");
  return layout;
}

const decoder = new TextDecoder();

/**
 * Reads a profile that `encodeProfile` wrote.
 * @throws DataFormatError when the bytes are damaged, or of another version.
 */
export function decodeProfile(bytes: Uint8Array): Profile {
  const layout = checkProfile(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = layout.strings;
  const text = (): string => {
    const end = at + 2 > bytes.length ? Number.POSITIVE_INFINITY : at + 2 + view.getUint16(at, true);
    if (end > bytes.length) throw new DataFormatError("The profile's strings are damaged");
    const part = decoder.decode(bytes.subarray(at + 2, end));
    at = end;
    return part;
  };
  const list = <T>(length: number, item: (i: number) => T): T[] => Array.from({ length }, (_, i) => item(i));
  const [, termCount, entityCount, topicCount] = bytes;
  const id = text();
  const language = text();
  const title = text();
  const entities = list(
    entityCount!,
    (i): ProfileEntity => ({
      id: text(),
      name: text(),
      rarity: bytes[layout.entityRarities + i]!,
      salience: bytes[layout.saliences + i]!,
      inTitle: bytes[layout.titled + i] === 1,
    }),
  );
  const topics = list(
    topicCount!,
    (i): ProfileTopic => ({
      id: text(),
      name: text(),
      score: bytes[layout.scores + i]!,
    }),
  );
  const words = list(view.getUint16(14, true), text);
  return {
    id,
    day: view.getInt32(4, true),
    language,
    title,
    length: view.getUint32(8, true),
    terms: {
      hashes: Uint32Array.from(list(termCount!, (i) => view.getUint32(layout.termHashes + i * 4, true))),
      rarities: bytes.slice(layout.rarities, layout.rarities + termCount!),
      uses: bytes.slice(layout.uses, layout.uses + termCount!),
      words,
    },
    entities,
    topics,
    signature: Uint16Array.from(
      list(view.getUint16(12, true), (i) => view.getUint16(layout.signature + i * 2, true)),
    ),
  };
}
