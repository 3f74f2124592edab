import { DataFormatError } from "./container.js";

/**
 * Checks that a column of starts cuts a table of `size` entries into runs, one after the other.
 * @param runs how many; undefined for any number.
 * @throws DataFormatError when it does not.
 */
export function checkStarts(name: string, starts: Uint32Array, size: number, runs?: number): void {
  if (starts.length === 0 || (runs !== undefined && starts.length !== runs + 1))
    throw new DataFormatError(
      `Column "${name}" has ${starts.length} entries; expected ${runs === undefined ? "some" : runs + 1}`,
    );
  for (let i = 0; i < starts.length; i++) {
    const least = i === 0 ? 0 : starts[i - 1]!;
    if (starts[i]! < least || starts[i]! > size || (i === 0 && starts[0] !== 0))
      throw new DataFormatError(`Entry ${i} of "${name}" is ${starts[i]}; expected ${least} to ${size}`);
  }
  if (starts.at(-1) !== size)
    throw new DataFormatError(`Column "${name}" ends at ${starts.at(-1)}; expected ${size}`);
}
