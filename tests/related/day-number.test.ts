import { describe, expect, test } from "vitest";
import { dayNumber, filterDay, isoDate } from "../../src/related/day-number.js";
import { NO_DAY } from "../../src/related/store.js";

test("days count from 1970, before it, too, and give their date back", () => {
  const dates = ["1970-01-01", "1969-12-31", "2021-09-01", "0100-01-01", "9999-12-31"];
  expect(dates.slice(0, 2).map(dayNumber)).toEqual([0, -1]);
  expect(dates.map((date) => isoDate(dayNumber(date)))).toEqual(dates);
});

test("what is no date has no day, and a day that no date gives has no date", () => {
  expect([undefined, null, "", "أمس", "2021-09"].map(dayNumber)).toEqual(Array(5).fill(NO_DAY));
  expect([NO_DAY, 2 ** 31 - 1, -800_000].map(isoDate)).toEqual([undefined, undefined, undefined]);
});

describe("filters", () => {
  test("take a date with or without a time", () => {
    expect(filterDay("from", "2021-09-01T10:00:00Z")).toBe(dayNumber("2021-09-01"));
  });

  test("refuse anything else, by name", () => {
    expect(() => filterDay("to", "أمس")).toThrow(
      new RangeError('Expected an ISO date ("2021-09-01") as to; got "أمس"'),
    );
  });
});
