import { expect, test } from "vitest";
import { ARTICLE, arabicCount } from "../../src/cli/arabic-count.js";

test.each([
  [0, "0 مقال"],
  [1, "مقال واحد"],
  [2, "مقالان"],
  [3, "3 مقالات"],
  [10, "10 مقالات"],
  [11, "11 مقالًا"],
  [99, "99 مقالًا"],
  [100, "100 مقال"],
  [102, "102 مقال"],
  [103, "103 مقالات"],
  [4001, "4001 مقال"],
])("%d", (count, text) => {
  expect(arabicCount(count, ARTICLE)).toBe(text);
});
