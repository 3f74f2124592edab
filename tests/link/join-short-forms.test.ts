import { expect, test } from "vitest";
import type { LinkedEntity } from "../../src/link/entity-registry.js";
import { type PersonName, shortFormOf } from "../../src/link/join-short-forms.js";
import { fieldOf } from "../helpers/tagger.js";

const named = (name: string): PersonName => ({
  entity: { id: `person/~${name}` } as LinkedEntity,
  words: name.split(" "),
});
const NAMES = ["ديمي لوفاتو", "خالد الحوراني", "سامي وهبه"].map(named);

/** What the last word of a text means, read with so many proclitics. */
function meaning(text: string, cut: number, names = NAMES): string | undefined {
  const { tokens } = fieldOf(text);
  const found = shortFormOf(tokens, { firstToken: tokens.count - 1, endToken: tokens.count, cut }, names);
  return found && `${found.cut} ${found.entity.id}`;
}

test("a surname means who bears it, behind proclitics, too", () => {
  expect(meaning("قال الحوراني", 0)).toBe("0 person/~خالد الحوراني");
  expect(meaning("قال والحوراني", 1)).toBe("1 person/~خالد الحوراني");
});

test("a letter that was taken for a proclitic is given back where the whole name has it", () => {
  expect(meaning("وكانت لوفاتو", 1)).toBe("0 person/~ديمي لوفاتو");
  expect(meaning("قال وهبه", 1)).toBe("0 person/~سامي وهبه");
});

test("a proclitic that was overlooked is cut where the whole name lacks it", () => {
  expect(meaning("قالت للوفاتو", 0)).toBe("1 person/~ديمي لوفاتو");
});

test("nobody is meant where two people may be, or none", () => {
  expect(meaning("قال الحوراني", 0, [...NAMES, named("سامر الحوراني")])).toBeUndefined();
  expect(meaning("قال سعيد", 0)).toBeUndefined();
});
