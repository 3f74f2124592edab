import { describe, expect, it } from "vitest";
import { fold } from "../../src/normalize/normalize.js";
import { closeQuotation } from "../../src/tag/close-quotation.js";
import type { Claim } from "../../src/text/claim.js";
import { tokenize } from "../../src/tokenize/tokenize.js";

/** The end of a claim on the tokens from `first` to `end` of a text. */
function endOf(text: string, first: number, end: number): number {
  const { units, length } = fold(text);
  const claim = { firstToken: first, endToken: end } as Claim;
  return closeQuotation(tokenize(units, length), claim).endToken;
}

describe("closeQuotation", () => {
  it("takes the closing mark into a name that holds the opening one", () => {
    expect(endOf('قالت إذاعة "نور" أمس', 1, 4)).toBe(5);
    expect(endOf("قالت إذاعة «نور» أمس", 1, 4)).toBe(5);
  });

  it("leaves a quoted name within its marks", () => {
    expect(endOf('قالت إذاعة "نور" أمس', 3, 4)).toBe(4);
  });

  it("leaves a name whose quotation goes on or is closed already", () => {
    expect(endOf('إذاعة "نور الصباح"', 0, 3)).toBe(3);
    expect(endOf('إذاعة "نور" "الصباح"', 0, 4)).toBe(4);
    expect(endOf('إذاعة "نور', 0, 3)).toBe(3);
  });
});
