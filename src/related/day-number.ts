import { NO_DAY } from "./store.js";

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date, or `NO_DAY`. */
export function dayNumber(date: string | null | undefined): number {
  const match = typeof date === "string" ? /^(\d{4})-(\d\d)-(\d\d)/.exec(date) : null;
  return match === null ? NO_DAY : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY;
}

/** The ISO date of a day. */
export function isoDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
