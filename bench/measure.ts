import { performance } from "node:perf_hooks";

/** How fast something went. */
export interface Measurement {
  readonly name: string;
  readonly bytesPerSecond: number;
  /** Something that depends on the whole run, so that a broken one shows. */
  readonly check: number;
}

/** Runs a task a few times after a warm-up and keeps the median speed. */
export function measure(name: string, bytes: number, task: () => number, runs = 3): Measurement {
  let check = task();
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    check = task();
    seconds.push((performance.now() - start) / 1000);
  }
  seconds.sort((a, b) => a - b);
  return { name, bytesPerSecond: bytes / seconds[runs >> 1]!, check };
}

/** Prints measurements with their ratio to the first. */
export function report(title: string, measurements: readonly Measurement[]): void {
  const first = measurements[0]!;
  process.stdout.write(`\n${title}\n`);
  for (const { name, bytesPerSecond, check } of measurements) {
    const speed = `${(bytesPerSecond / 1e6).toFixed(2)} MB/s`.padStart(14);
    const ratio = `${(bytesPerSecond / first.bytesPerSecond).toFixed(3)}×`.padStart(9);
    process.stdout.write(`  ${name.padEnd(44)}${speed}${ratio}   (${check})\n`);
  }
}
