import { readFileSync } from "node:fs";
import * as v from "valibot";
import { DataFormatError } from "../data/container.js";
import type { ClusterColumns } from "../data/tagger-model.js";

const numbers = (least: number, most: number) =>
  v.array(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)));

const clusterSchema = v.object({
  hashes: numbers(-(2 ** 31), 2 ** 31 - 1),
  clusters: numbers(1, 0xffff),
  frequencies: numbers(0, 0xff),
  coarse: numbers(0, 0xff),
});

/**
 * Reads word clusters, JSON `{hashes, clusters, frequencies, coarse}` as training/tagger/build-clusters.ts writes them.
 * @throws DataFormatError when the file is something else; the message names the file.
 */
export function readClusters(file: string): ClusterColumns {
  const fail = (message: string): never => {
    throw new DataFormatError(`${file}: ${message}`);
  };
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return fail(`not JSON: ${(error as Error).message}`);
  }
  const result = v.safeParse(clusterSchema, value);
  if (!result.success) {
    const issue = result.issues[0];
    return fail(
      `expected word clusters {hashes, clusters, frequencies, coarse}: ${v.getDotPath(issue) ?? ""} ${issue.message}`,
    );
  }
  const { hashes, clusters, frequencies, coarse } = result.output;
  if (hashes.length !== clusters.length || hashes.length !== frequencies.length)
    fail(
      `${hashes.length} hashes, ${clusters.length} clusters and ${frequencies.length} frequencies; expected as many of each`,
    );
  const beyond = clusters.find((cluster) => cluster >= coarse.length);
  if (beyond !== undefined) fail(`cluster ${beyond} has no coarse one; there are ${coarse.length - 1}`);
  return {
    hashes: Int32Array.from(hashes),
    clusters: Uint16Array.from(clusters),
    frequencies: Uint8Array.from(frequencies),
    coarse: Uint8Array.from(coarse),
  };
}
