import { type Command, InvalidArgumentError } from "commander";

/** Reads an option's value that is a day, as 2021-09-29. */
export function isoDay(value: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // Some engines read the 31st of February as a day in March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError("Expected a day as in 2021-09-29.");
  return value;
}

/** Ends the command when its first day is after its last one: no article is of such days. */
export function checkDays(
  command: Command,
  { from, to }: { readonly from?: string; readonly to?: string },
): void {
  if (from !== undefined && to !== undefined && from > to)
    command.error(`error: --from ${from} is after --to ${to}`, { exitCode: 2 });
}
