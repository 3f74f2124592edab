import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** Reads and unzips a compiled file. */
export function readPackageDataFrom(path: string): Uint8Array {
  return gunzipSync(readFileSync(path));
}
