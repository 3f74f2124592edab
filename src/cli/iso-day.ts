import { InvalidArgumentError } from "commander";

/** Reads an option's value that is a day, as 2021-09-29. */
export function isoDay(value: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // Some engines read the 31st of February as a day in March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError("Expected a day as in 2021-09-29.");
  return value;
}
