import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findBoilerplate } from "../../src/clean/find-boilerplate.js";
import { readPages } from "../../training/clean/read-pages.js";

const path = fileURLToPath(new URL("../../../shared/data/pages/dev.jsonl.gz", import.meta.url));

test.skipIf(!existsSync(path))("labelled pages (skipped when ../shared/data is absent)", () => {
  const lines = { content: 0, boilerplate: 0 };
  const dropped = { content: 0, boilerplate: 0 };
  for (const page of readPages(path)) {
    const mask = new Uint8Array(page.text.length);
    for (const { start, end } of findBoilerplate(page.text)) mask.fill(1, start, end);
    let offset = 0;
    for (const line of page.lines) {
      const letters = [...line.text.matchAll(/\p{L}|\p{N}/gu)].map((match) => offset + match.index);
      offset += line.text.length + 1;
      if (letters.length === 0) continue;
      lines[line.label]++;
      if (letters.filter((at) => mask[at] === 1).length * 2 >= letters.length) dropped[line.label]++;
    }
  }
  expect(dropped.content / lines.content).toBeLessThanOrEqual(0.003);
  expect(dropped.boilerplate / lines.boilerplate).toBeGreaterThanOrEqual(0.95);
});
