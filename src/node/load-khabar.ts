import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { DataFormatError } from "../data/container.js";
import { createKhabar, type Khabar } from "../khabar.js";

/** The files that the package ships, by what they hold. */
export type DataName = "lexicon" | "tagger" | "topics" | "related";

/** Reads and unzips a compiled file of this package. */
export function readPackageData(name: DataName): Uint8Array {
  return gunzipSync(readFileSync(new URL(`../data/${name}.khb.gz`, import.meta.url)));
}

export interface LoadOptions {
  /** Whether the statistical tagger is loaded, or the file of another one (`khabar train tagger` makes one). Default: true. */
  readonly tagger?: boolean | string;
  /**
   * Whether the topic model is loaded, or the file of one of the caller's own labels (`khabar train topics` makes one), which then
   * takes the place of khabar's subjects. Default: true.
   */
  readonly topics?: boolean | string;
  /** Whether the statistics that `profile` needs are loaded. Default: true. */
  readonly related?: boolean;
  /** Files that `khabar lexicon add` made, to be used on top of the package's lexicon; the last one wins. Default: none. */
  readonly lexicons?: readonly string[];
}

/**
 * Makes a reader with the lexicons and models of this package.
 * @throws DataFormatError when one of `lexicons` is none, `tagger` is no tagger or `topics` no topic model; the message names the file.
 * @example
 * import { loadKhabar } from "khabar/node";
 * const khabar = loadKhabar();
 * khabar.read({ title: "بوتين يستقبل أردوغان في سوتشي" }).entities.map((entity) => entity.id);
 */
export function loadKhabar({
  tagger = true,
  topics = true,
  related = true,
  lexicons = [],
}: LoadOptions = {}): Khabar {
  const lexicon = readPackageData("lexicon");
  const others = {
    ...(topics === false ? {} : { topics: readPackageData("topics") }),
    ...(related ? { related: readPackageData("related") } : {}),
  };
  const shipped =
    typeof tagger === "string"
      ? readDataFile(tagger, (bytes) => createKhabar({ lexicon, tagger: bytes, ...others }))
      : createKhabar({ lexicon, ...(tagger ? { tagger: readPackageData("tagger") } : {}), ...others });
  const khabar =
    typeof topics === "string" ? readDataFile(topics, (bytes) => shipped.withTopics(bytes)) : shipped;
  return lexicons.reduce((reader, file) => readDataFile(file, (bytes) => reader.withLexicon(bytes)), khabar);
}

/** Bytes that a compiled file may have, unzipped: a small file that unzips to more is not one. */
const MOST_BYTES = 1 << 28;

/**
 * Reads a compiled file, gzipped or not, and makes something of its bytes.
 * @throws DataFormatError when `use` throws one, or the file is damaged; the message names the file.
 */
function readDataFile<T>(file: string, use: (bytes: Uint8Array) => T): T {
  const bytes = readFileSync(file);
  try {
    return use(bytes[0] === 0x1f && bytes[1] === 0x8b ? unzip(bytes) : bytes);
  } catch (error) {
    if (error instanceof DataFormatError) throw new DataFormatError(`${file}: ${error.message}`);
    throw error;
  }
}

function unzip(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new DataFormatError(`unzips to more than ${MOST_BYTES} bytes`);
    throw new DataFormatError(`cannot be unzipped: ${(error as Error).message}`);
  }
}
