import { NO_DAY } from "./store.js";

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date, or `NO_DAY`. */
export function dayNumber(date: string | null | undefined): number {
  const match = typeof date === "string" ? /^(\d{4})-(\d\d)-(\d\d)/.exec(date) : null;
  return match === null ? NO_DAY : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY;
}

/**
 * The day of a filter.
 * @throws RangeError when it is no ISO date.
 */
export function filterDay(name: "from" | "to", date: string): number {
  const day = dayNumber(date);
  if (day === NO_DAY) throw new RangeError(`Expected an ISO date ("2021-09-01") as ${name}; got "${date}"`);
  return day;
}

/** The days of years of four digits. */
const FIRST_DAY = Date.parse("0000-01-01") / DAY;
const LAST_DAY = Date.UTC(9999, 11, 31) / DAY;

/** The ISO date of a day; undefined for one that no date gives. */
export function isoDate(day: number): string | undefined {
  return day >= FIRST_DAY && day <= LAST_DAY ? new Date(day * DAY).toISOString().slice(0, 10) : undefined;
}
