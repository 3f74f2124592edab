import { InvalidArgumentError } from "commander";

/** Reads an option's value that is a number from 0 to 1. */
export function fraction(value: string): number {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (!(number >= 0 && number <= 1)) throw new InvalidArgumentError("Expected a number from 0 to 1.");
  return number;
}
