import { statSync } from "node:fs";
import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  update(file: string | undefined, bytesRead: number): void;
  stop(): void;
}

/**
 * A bar over the bytes of the files; nothing where standard error is no terminal or the size is not known.
 * @param silent whether standard output stays empty; a bar would run into what is written to the same terminal.
 */
export function startProgress(files: readonly string[], silent = false): Progress {
  const total = files.reduce((sum, file) => sum + statSync(file).size, 0);
  if (process.stderr.isTTY !== true || (process.stdout.isTTY === true && !silent) || total < 1 << 20)
    return { update() {}, stop() {} };
  const bar = new SingleBar(
    { format: "{bar} {percentage}% | {eta_formatted} left", stream: process.stderr },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  let before = 0;
  let current: string | undefined;
  let currentBytes = 0;
  return {
    update(file, bytesRead) {
      if (file !== current) {
        before += currentBytes;
        current = file;
      }
      currentBytes = bytesRead;
      bar.update(before + bytesRead);
    },
    stop() {
      bar.update(total);
      bar.stop();
    },
  };
}
