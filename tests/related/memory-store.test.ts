import { describe, expect, test } from "vitest";
import { type Column, DataFormatError, decodeContainer, encodeContainer } from "../../src/data/container.js";
import { MemoryStore } from "../../src/related/memory-store.js";
import { seededRandom } from "../../src/tag/tagger/seeded-random.js";
import { allNames, names, randomArticles, stored } from "../helpers/stored-articles.js";

async function filled(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.put(randomArticles(60, 1));
  return store;
}

describe("bytes", () => {
  test("hold everything, in order; the same articles give the same bytes", async () => {
    const store = await filled();
    await store.remove(["مقال 3"]);
    const bytes = store.toBytes();
    const again = MemoryStore.fromBytes(bytes);
    expect(await allNames(again)).toEqual(await allNames(store));
    expect(again.toBytes()).toEqual(bytes);
    expect(MemoryStore.fromBytes(new MemoryStore().toBytes())).toEqual(new MemoryStore());
  });

  test("at any place of a larger buffer", async () => {
    const bytes = (await filled()).toBytes();
    const larger = new Uint8Array(bytes.length + 24);
    larger.set(bytes, 13);
    const again = MemoryStore.fromBytes(larger.subarray(13, 13 + bytes.length));
    expect(await again.size()).toBe(60);
  });

  test("damaged or cut short anywhere, they are refused", async () => {
    const bytes = (await filled()).toBytes();
    const random = seededRandom(2);
    for (let i = 0; i < 300; i++) {
      const damaged = bytes.slice();
      const at = i < 100 ? i : Math.floor(random() * bytes.length);
      damaged[at]! ^= 1 << Math.floor(random() * 8);
      // Bytes between the header and the first column mean nothing.
      let again: MemoryStore | undefined;
      try {
        again = MemoryStore.fromBytes(damaged);
      } catch (error) {
        expect(error).toBeInstanceOf(DataFormatError);
      }
      if (again !== undefined) expect(again.toBytes()).toEqual(bytes);
      expect(() => MemoryStore.fromBytes(bytes.subarray(0, at))).toThrow(DataFormatError);
    }
  });

  test("of another version or kind they are refused by name", async () => {
    const other = encodeContainer("related", 2, {}, {});
    expect(() => MemoryStore.fromBytes(other)).toThrow(
      new DataFormatError("This related file has format version 2; this library reads version 1"),
    );
    expect(() => MemoryStore.fromBytes(encodeContainer("lexicon", 1, {}, {}))).toThrow(DataFormatError);
  });

  const COLUMNS = {
    ids: Uint8Array.of(97, 98),
    idStarts: Uint32Array.of(0, 1, 2),
    days: Int32Array.of(1, 2),
    keys: Uint32Array.of(1, 2, 1),
    keyStarts: Uint32Array.of(0, 2, 3),
    profiles: Uint8Array.of(1, 2),
    profileStarts: Uint32Array.of(0, 1, 2),
  };

  test("well-made ones of the same columns are read", async () => {
    const store = MemoryStore.fromBytes(encodeContainer("related", 1, {}, COLUMNS));
    expect(await store.get("b")).toEqual(Uint8Array.of(2));
  });

  test.each([
    ["no such column", { keys: undefined }],
    ["a column of another type", { days: Uint32Array.of(1, 2) }],
    ["starts past the end", { keyStarts: Uint32Array.of(0, 2, 4) }],
    ["starts that go back", { keyStarts: Uint32Array.of(0, 4, 3) }],
    ["starts that begin late", { profileStarts: Uint32Array.of(1, 1, 2) }],
    ["too few starts", { idStarts: Uint32Array.of(0, 2) }],
    ["keys out of order", { keys: Uint32Array.of(2, 1, 1) }],
    ["a key twice", { keys: Uint32Array.of(1, 1, 1) }],
    ["an id twice", { ids: Uint8Array.of(97, 97) }],
    ["an empty id", { idStarts: Uint32Array.of(0, 0, 2) }],
    ["an id that is no UTF-8", { ids: Uint8Array.of(97, 255), idStarts: Uint32Array.of(0, 0, 2) }],
    ["an empty profile", { profileStarts: Uint32Array.of(0, 0, 2) }],
  ])("with a checksum that fits but %s they are refused", (_, change) => {
    const columns = Object.entries<Column | undefined>({ ...COLUMNS, ...change }).flatMap(([name, column]) =>
      column === undefined ? [] : [[name, column] as const],
    );
    const bytes = encodeContainer("related", 1, {}, Object.fromEntries(columns));
    expect(() => MemoryStore.fromBytes(bytes)).toThrow(DataFormatError);
  });

  test.each([
    ["a column beyond the end", { offset: 1 << 20 }],
    ["a column longer than the file", { length: 1 << 20 }],
    ["a negative offset", { offset: -8 }],
    ["an odd offset", { offset: 3 }],
    ["a length that is no number", { length: "9" }],
  ])("a header that names %s is refused", (_, change) => {
    const bytes = withHeader(encodeContainer("related", 1, {}, COLUMNS), (header) =>
      Object.assign(header.columns[0]!, change),
    );
    expect(() => decodeContainer(bytes, "related", 1).column("ids", "u8")).toThrow(DataFormatError);
    expect(() => MemoryStore.fromBytes(bytes)).toThrow(DataFormatError);
  });

  test.each([["null"], ["[]"], ["{}"], ['{"kind":"related","columns":[null]}'], ["{"]])(
    "a header that is %s is refused",
    (json) => {
      const bytes = withJson(encodeContainer("related", 1, {}, COLUMNS), json);
      expect(() => MemoryStore.fromBytes(bytes)).toThrow(DataFormatError);
    },
  );
});

test("what was handed in may change afterwards", async () => {
  const store = new MemoryStore();
  const article = stored("a", [1, 2]);
  await store.put([article]);
  article.keys.fill(9);
  article.profile.fill(0);
  expect(names(await store.candidates({ keys: Uint32Array.of(2), perKey: 1 }))).toEqual(["a@1"]);
});

test("articles that come and go leave nothing behind", async () => {
  const store = new MemoryStore();
  for (let round = 0; round < 50; round++) await store.put([stored("a", [round, 7]), stored("b", [7])]);
  expect((store as unknown as { postings: Map<number, number[]> }).postings.size).toBeLessThan(6);
  expect(names(await store.candidates({ keys: Uint32Array.of(7), perKey: 9 }))).toEqual(["b@1", "a@1"]);
});

interface Header {
  columns: { offset: unknown; length: unknown }[];
}

/** The bytes with another header, and checksums that fit. */
function withHeader(bytes: Uint8Array, change: (header: Header) => void): Uint8Array {
  const length = new DataView(bytes.buffer).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length))) as Header;
  change(header);
  return withJson(bytes, JSON.stringify(header));
}

function withJson(bytes: Uint8Array, text: string): Uint8Array {
  const json = new TextEncoder().encode(text);
  const align = (offset: number): number => (offset + 7) & ~7;
  const old = align(20 + new DataView(bytes.buffer).getUint32(8, true));
  const changed = new Uint8Array(align(20 + json.length) + bytes.length - old);
  changed.set(bytes.subarray(0, 20));
  changed.set(json, 20);
  changed.set(bytes.subarray(old), align(20 + json.length));
  const view = new DataView(changed.buffer);
  view.setUint32(8, json.length, true);
  view.setUint32(12, fnv(json), true);
  return changed;
}

/** The checksum of containers, over bytes. */
function fnv(bytes: Uint8Array): number {
  let hash = 0x811c9dc5 ^ bytes.length;
  const view = new DataView(bytes.buffer);
  let i = 0;
  for (; i + 4 <= bytes.length; i += 4) hash = Math.imul(hash ^ view.getUint32(i, true), 0x01000193);
  for (; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}
