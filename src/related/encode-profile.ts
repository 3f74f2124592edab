import { DataFormatError } from "../data/container.js";
import { hashString } from "./hash.js";
import type { Profile, ProfileEntity, ProfileTopic } from "./profile.js";
import { gramAt, layoutOf, PROFILE_VERSION, readLayout, wordAt } from "./profile-layout.js";

/**
 * A profile as bytes, little-endian; the same profile gives the same bytes.
 *
 * Header: version, numbers of terms, entities and topics (1 byte each), day (i32), length (u32), places of the signature,
 * terms with words (1 byte each), a hash of the language (u16), pieces of the
 * title (1 byte), three bytes of zero. Then the columns of `Layout`. Last the strings, each behind its
 * length in bytes (1 byte below 255, else 255 and a u32): id, language, title, ids and names of the entities and of the
 * topics, words. How it is laid out may change with `PROFILE_VERSION`.
 */
export function encodeProfile(profile: Profile): Uint8Array {
  const { terms, entities, topics, signature } = profile;
  const layout = layoutOf(
    terms.hashes.length,
    entities.length,
    topics.length,
    signature.length,
    profile.titleGrams.length,
  );
  const strings = encodeStrings([
    profile.id,
    profile.language,
    profile.title,
    ...entities.flatMap(({ id, name }) => [id, name]),
    ...topics.flatMap(({ id, name }) => [id, name]),
    ...terms.words,
  ]);
  const bytes = new Uint8Array(layout.strings + strings.length);
  bytes.set([PROFILE_VERSION, layout.termCount, layout.entityCount, layout.topicCount]);
  setWord(bytes, 4, profile.day);
  setWord(bytes, 8, profile.length);
  bytes[12] = signature.length;
  bytes[13] = terms.words.length;
  const language = hashString(profile.language);
  bytes[16] = layout.gramCount;
  bytes[14] = language;
  bytes[15] = language >>> 8;
  for (let i = 0; i < layout.termCount; i++) setWord(bytes, layout.termHashes + 4 * i, terms.hashes[i]!);
  for (let i = 0; i < layout.gramCount; i++) {
    bytes[layout.grams + 2 * i] = profile.titleGrams[i]!;
    bytes[layout.grams + 2 * i + 1] = profile.titleGrams[i]! >>> 8;
  }
  bytes.set(terms.rarities, layout.rarities);
  bytes.set(terms.uses, layout.uses);
  bytes.set(signature, layout.signature);
  entities.forEach(({ id, rarity, salience, inTitle }, i) => {
    setWord(bytes, layout.entityHashes + 4 * i, hashString(id));
    bytes[layout.entityRarities + i] = rarity;
    bytes[layout.saliences + i] = salience;
    bytes[layout.titled + i] = inTitle ? 1 : 0;
  });
  topics.forEach(({ id, kind, score }, i) => {
    setWord(bytes, layout.topicHashes + 4 * i, hashString(id));
    bytes[layout.scores + i] = score;
    bytes[layout.countries + i] = kind === "country" ? 1 : 0;
  });
  bytes.set(strings, layout.strings);
  return bytes;
}

function setWord(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** A length of this or more stands in the four bytes after it. */
const LONG = 255;

function encodeStrings(strings: readonly string[]): Uint8Array {
  // A code unit takes up to three bytes.
  const bytes = new Uint8Array(strings.reduce((sum, text) => sum + 5 + 3 * text.length, 0));
  let at = 0;
  for (const text of strings) {
    const { written } = encoder.encodeInto(text, bytes.subarray(at + 1));
    bytes[at] = Math.min(written, LONG);
    if (written >= LONG) {
      bytes.copyWithin(at + 5, at + 1, at + 1 + written);
      setWord(bytes, at + 1, written);
    }
    at += 1 + written + (written >= LONG ? 4 : 0);
  }
  return bytes.subarray(0, at);
}

/** Reads strings one after the other. */
class StringReader {
  private readonly bytes: Uint8Array;
  private at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  next(): string {
    const { bytes } = this;
    const first = bytes[this.at];
    const isLong = first === LONG;
    const start = this.at + (isLong ? 5 : 1);
    const end = start + (isLong ? wordAt(bytes, this.at + 1) >>> 0 : (first ?? Number.POSITIVE_INFINITY));
    if (end > bytes.length) throw new DataFormatError("The profile's strings are damaged or cut short");
    this.at = end;
    return decoder.decode(bytes.subarray(start, end));
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }
}

/** The id of an encoded profile. @throws DataFormatError when the bytes are damaged, or of another version. */
export function profileId(bytes: Uint8Array): string {
  return new StringReader(bytes, readLayout(bytes).strings).next();
}

/** The day of an encoded profile. */
export function profileDay(bytes: Uint8Array): number {
  return wordAt(bytes, 4);
}

/**
 * Reads a profile that `encodeProfile` wrote.
 * @throws DataFormatError when the bytes are damaged, or of another version.
 */
export function decodeProfile(bytes: Uint8Array): Profile {
  const layout = readLayout(bytes);
  const strings = new StringReader(bytes, layout.strings);
  const list = <T>(length: number, item: (i: number) => T): T[] => Array.from({ length }, (_, i) => item(i));
  const id = strings.next();
  const language = strings.next();
  const title = strings.next();
  const entities = list(
    layout.entityCount,
    (i): ProfileEntity => ({
      id: strings.next(),
      name: strings.next(),
      rarity: bytes[layout.entityRarities + i]!,
      salience: bytes[layout.saliences + i]!,
      inTitle: bytes[layout.titled + i] === 1,
    }),
  );
  const topics = list(
    layout.topicCount,
    (i): ProfileTopic => ({
      id: strings.next(),
      kind: bytes[layout.countries + i] === 1 ? "country" : "subject",
      name: strings.next(),
      score: bytes[layout.scores + i]!,
    }),
  );
  const words = list(bytes[13]!, () => strings.next());
  if (!strings.isAtEnd || words.length > layout.termCount)
    throw new DataFormatError("The profile is longer than its strings");
  const { termCount, termHashes, rarities, uses, signature, places } = layout;
  return {
    id,
    day: profileDay(bytes),
    language,
    title,
    titleGrams: Uint16Array.from({ length: layout.gramCount }, (_, i) => gramAt(bytes, layout, i)),
    length: wordAt(bytes, 8) >>> 0,
    terms: {
      hashes: Uint32Array.from({ length: termCount }, (_, i) => wordAt(bytes, termHashes + 4 * i)),
      rarities: bytes.slice(rarities, rarities + termCount),
      uses: bytes.slice(uses, uses + termCount),
      words,
    },
    entities,
    topics,
    signature: bytes.slice(signature, signature + places),
  };
}
