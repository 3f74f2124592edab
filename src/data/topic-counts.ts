import { checkStarts } from "./check-starts.js";
import { DataFormatError, decodeContainer, encodeContainer } from "./container.js";
import { MOST_LABELS, problemOfLabel } from "./label.js";
import { packStrings, Strings } from "./strings.js";

/** Format version of topic counts. */
const TOPIC_COUNTS_VERSION = 1;
/** Texts that counts are made of, at most: their sums then stay exact in the file. */
export const MOST_TEXTS = (1 << 20) - 1;

/** In how many texts a feature stands, what it weighs in them together, in steps, and what by number of label. */
export interface CountedFeature {
  readonly texts: number;
  readonly steps: number;
  readonly byLabel: readonly (readonly [label: number, steps: number])[];
}

/** What a naive Bayes that learns and forgets knows; the same texts give the same parts, in whatever order they were learnt. */
export interface TopicCounts {
  readonly texts: number;
  /** Sorted, with the number of texts that have each. */
  readonly labels: readonly (readonly [label: string, texts: number])[];
  /** How many texts have so many labels, sorted. */
  readonly labelled: readonly (readonly [labels: number, texts: number])[];
  /** Sorted by stem. */
  readonly stems: readonly (readonly [stem: string, counted: CountedFeature])[];
  /** Sorted by number. */
  readonly pieces: readonly (readonly [piece: number, counted: CountedFeature])[];
}

/** Writes topic counts; the same counts give the same bytes. */
export function encodeTopicCounts({ texts, labels, labelled, stems, pieces }: TopicCounts): Uint8Array {
  const names = packStrings(stems.map(([stem]) => stem));
  const features = [...stems, ...pieces].map(([, counted]) => counted);
  const starts = new Uint32Array(features.length + 1);
  features.forEach(({ byLabel }, i) => {
    starts[i + 1] = starts[i]! + byLabel.length;
  });
  const entries = features.flatMap(({ byLabel }) => byLabel);
  return encodeContainer(
    "topic-counts",
    TOPIC_COUNTS_VERSION,
    { texts, labels, labelled },
    {
      "stems.names": names.bytes,
      "stems.starts": names.starts,
      pieces: Uint32Array.from(pieces, ([piece]) => piece),
      texts: Uint32Array.from(features, (feature) => feature.texts),
      steps: Uint32Array.from(features, (feature) => feature.steps),
      "entries.starts": starts,
      "entries.labels": Uint16Array.from(entries, ([label]) => label),
      "entries.steps": Uint32Array.from(entries, ([, steps]) => steps),
    },
  );
}

/**
 * Reads what `encodeTopicCounts` wrote.
 * @param buckets how many pieces there are.
 * @throws DataFormatError when the bytes are no sound topic counts of this version.
 */
export function decodeTopicCounts(bytes: Uint8Array, buckets: number): TopicCounts {
  const container = decodeContainer(bytes, "topic-counts", TOPIC_COUNTS_VERSION);
  const texts = container.meta.texts as number;
  expect(Number.isInteger(texts) && texts >= 0 && texts <= MOST_TEXTS, "texts");
  const labels = pairs<string>(container.meta.labels, "labels", texts);
  expect(
    labels.length <= MOST_LABELS && labels.every(([label]) => problemOfLabel(label) === undefined),
    "labels",
  );
  expect(isSorted(labels), "labels");
  const labelled = pairs<number>(container.meta.labelled, "labelled", texts);
  expect(
    labelled.every(([count]) => Number.isInteger(count) && count >= 0 && count <= labels.length),
    "labelled",
  );
  expect(isSorted(labelled) && labelled.reduce((sum, [, count]) => sum + count, 0) === texts, "labelled");
  const names = {
    bytes: container.column("stems.names", "u8"),
    starts: container.column("stems.starts", "u32"),
  };
  checkStarts("stems.starts", names.starts, names.bytes.length);
  const strings = new Strings(names);
  const pieces = container.column("pieces", "u32");
  const size = strings.length + pieces.length;
  const counts = container.column("texts", "u32");
  const steps = container.column("steps", "u32");
  const starts = container.column("entries.starts", "u32");
  const entryLabels = container.column("entries.labels", "u16");
  const entrySteps = container.column("entries.steps", "u32");
  expect(counts.length === size && steps.length === size, "texts and steps");
  expect(entrySteps.length === entryLabels.length, "entries");
  checkStarts("entries.starts", starts, entryLabels.length, size);
  const features = Array.from({ length: size }, (_, i): CountedFeature => {
    const byLabel: (readonly [number, number])[] = [];
    for (let at = starts[i]!; at < starts[i + 1]!; at++) byLabel.push([entryLabels[at]!, entrySteps[at]!]);
    const sound = byLabel.every(
      ([label, weight]) => label < labels.length && weight >= 1 && weight <= steps[i]!,
    );
    expect(
      sound && isSorted(byLabel) && counts[i]! >= 1 && counts[i]! <= texts && steps[i]! >= 1,
      `feature ${i}`,
    );
    return { texts: counts[i]!, steps: steps[i]!, byLabel };
  });
  const stems = Array.from({ length: strings.length }, (_, i) => [strings.get(i), features[i]!] as const);
  const numbered = Array.from(pieces, (piece, i) => [piece, features[strings.length + i]!] as const);
  expect(isSorted(stems), "stems");
  expect(isSorted(numbered) && numbered.every(([piece]) => piece < buckets), "pieces");
  return { texts, labels, labelled, stems, pieces: numbered };
}

/** Pairs of a key and a number of texts, from 1. */
function pairs<K>(value: unknown, name: string, texts: number): [K, number][] {
  const sound = (pair: unknown): boolean =>
    Array.isArray(pair) && pair.length === 2 && Number.isInteger(pair[1]) && pair[1] >= 1 && pair[1] <= texts;
  expect(Array.isArray(value) && value.every(sound), name);
  return value as [K, number][];
}

/** Whether keys ascend, none twice. */
function isSorted(list: readonly (readonly [key: string | number, value: unknown])[]): boolean {
  return list.every(([key], i) => i === 0 || list[i - 1]![0] < key);
}

function expect(sound: boolean, name: string): void {
  if (!sound)
    throw new DataFormatError(`The topic-counts file is not sound: its ${name} are out of range or order`);
}
