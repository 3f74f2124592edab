/**
 * The file format of compiled lexicons and models: named columns of numbers behind a small JSON header.
 *
 * Layout, little-endian: the magic number, the format version, the length of the header, its checksum and that of the
 * columns (FNV-1a), 4 bytes each; the header as UTF-8 JSON; then the columns, each at a multiple of 8 bytes. Columns
 * are read in place, without a copy.
 */

const MAGIC = 0x5242484b; // "KHBR"
const PREAMBLE = 20;

/** Column types by their name in the header. */
const TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
};
type TypeName = keyof typeof TYPES;

/** A column of numbers. */
export type Column = Uint8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array;

interface Header {
  /** What the file holds: "lexicon", "topics" ... */
  readonly kind: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly columns: readonly { name: string; type: TypeName; offset: number; length: number }[];
}

/** A decoded file. */
export interface Container {
  readonly meta: Readonly<Record<string, unknown>>;
  /** @throws DataFormatError when there is no such column of that type. */
  column<T extends TypeName>(name: string, type: T): InstanceType<(typeof TYPES)[T]>;
}

/** Bytes that are no khabar data, damaged, or of another version than this library reads. */
export class DataFormatError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DataFormatError";
  }
}

/** Writes columns into one file. The same columns give the same bytes. */
export function encodeContainer(
  kind: string,
  version: number,
  meta: Readonly<Record<string, unknown>>,
  columns: Readonly<Record<string, Column>>,
): Uint8Array {
  let offset = 0;
  const entries = Object.entries(columns).map(([name, column]) => {
    const entry = { name, type: typeName(column), offset, length: column.length };
    offset = align(offset + column.byteLength);
    return { entry, column };
  });
  const header: Header = { kind, meta, columns: entries.map(({ entry }) => entry) };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const body = align(PREAMBLE + json.length);
  const bytes = new Uint8Array(body + offset);
  bytes.set(json, PREAMBLE);
  for (const { entry, column } of entries)
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), body + entry.offset);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, version, true);
  view.setUint32(8, json.length, true);
  view.setUint32(12, checksum(json), true);
  view.setUint32(16, checksum(bytes.subarray(body)), true);
  return bytes;
}

/**
 * Reads a file that `encodeContainer` wrote.
 * @throws DataFormatError when the bytes are damaged, or of another kind or version than asked for.
 */
export function decodeContainer(bytes: Uint8Array, kind: string, version: number): Container {
  if (bytes.length < PREAMBLE)
    throw new DataFormatError(`Expected a khabar ${kind} file; got ${bytes.length} bytes`);
  // Columns are views into the buffer, so they need its alignment.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  if (view.getUint32(0, true) !== MAGIC)
    throw new DataFormatError(`Expected a khabar ${kind} file; got other data`);
  const found = view.getUint32(4, true);
  const jsonLength = view.getUint32(8, true);
  if (jsonLength > aligned.length - PREAMBLE)
    throw new DataFormatError(`The ${kind} file ends within its header`);
  const json = aligned.subarray(PREAMBLE, PREAMBLE + jsonLength);
  if (checksum(json) !== view.getUint32(12, true))
    throw new DataFormatError(`The header of the ${kind} file is damaged`);
  const header = parseHeader(json, kind);
  if (found !== version)
    throw new DataFormatError(
      `This ${kind} file has format version ${found}; this library reads version ${version}`,
    );
  const body = align(PREAMBLE + jsonLength);
  if (checksum(aligned.subarray(body)) !== view.getUint32(16, true))
    throw new DataFormatError(`The ${kind} file is damaged or cut short`);
  checkColumns(header.columns, Math.max(0, aligned.length - body), kind);
  return {
    meta: header.meta,
    column(name, type) {
      const entry = header.columns.find((column) => column.name === name);
      if (entry === undefined || entry.type !== type)
        throw new DataFormatError(`The ${kind} file has no column "${name}" of type ${type}`);
      const { offset, length } = entry;
      const most = (aligned.length - body - offset) / TYPES[type].BYTES_PER_ELEMENT;
      if (!(Number.isInteger(length) && length >= 0 && length <= most && offset >= 0 && offset % 8 === 0))
        throw new DataFormatError(`The column "${name}" of the ${kind} file lies outside of it`);
      const start = aligned.byteOffset + body + offset;
      return new TYPES[type](aligned.buffer as ArrayBuffer, start, length) as never;
    },
  };
}

/** The checksums guard against damage alone: a header may still hold anything. */
function parseHeader(json: Uint8Array, kind: string): Header {
  let header: Partial<Header> | null;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json)) as Partial<Header> | null;
  } catch {
    throw new DataFormatError(`The header of the ${kind} file is no JSON`);
  }
  if (header?.kind !== kind)
    throw new DataFormatError(
      `Expected a khabar ${kind} file; got one of kind "${String(header?.kind).slice(0, 40)}"`,
    );
  const isRecord = typeof header.meta === "object" && header.meta !== null && !Array.isArray(header.meta);
  if (!isRecord || !Array.isArray(header.columns))
    throw new DataFormatError(`The header of the ${kind} file has no meta and columns`);
  return header as Header;
}

/** Columns stand one behind the other, as they are written: none overlaps another or runs beyond the end. */
function checkColumns(columns: Header["columns"], size: number, kind: string): void {
  const names = new Set<unknown>();
  let at = 0;
  for (const column of columns as readonly (Partial<Header["columns"][number]> | null)[]) {
    const name = String(column?.name).slice(0, 40);
    const width = Object.hasOwn(TYPES, String(column?.type))
      ? TYPES[column!.type!].BYTES_PER_ELEMENT
      : Number.NaN;
    const length = column?.length ?? Number.NaN;
    if (!Number.isInteger(width) || !Number.isInteger(length) || length < 0 || names.has(column?.name))
      throw new DataFormatError(`The ${kind} file describes its column "${name}" wrongly or twice`);
    names.add(column?.name);
    if (column?.offset !== at)
      throw new DataFormatError(
        `Column "${name}" of the ${kind} file starts at byte ${column?.offset}; expected ${at}`,
      );
    const end = at + length * width;
    if (end > size)
      throw new DataFormatError(
        `Column "${name}" of the ${kind} file ends at byte ${end}; the file has ${size}`,
      );
    at = align(end);
  }
  if (at !== size)
    throw new DataFormatError(`The ${kind} file has ${size - at} bytes behind its last column`);
}

function typeName(column: Column): TypeName {
  for (const [name, type] of Object.entries(TYPES)) if (column instanceof type) return name as TypeName;
  throw new TypeError("A column is a typed array of 8, 16 or 32 bits");
}

function align(offset: number): number {
  return (offset + 7) & ~7;
}

/** FNV-1a over the length, 32-bit words and the bytes that are left: a guard against damage, not against intent. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5 ^ bytes.length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let i = 0;
  for (; i + 4 <= bytes.length; i += 4) hash = Math.imul(hash ^ view.getUint32(i, true), 0x01000193);
  for (; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}
