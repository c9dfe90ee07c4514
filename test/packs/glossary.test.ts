import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { glossaryPage, glossaryText } from "../scripts/glossary.js";

describe("docs/glossary.md", () => {
  const text = glossaryText();

  test("is current (npm run docs:glossary writes it anew)", () => {
    expect(readFileSync(glossaryPage, "utf8")).toBe(text);
  });

  test("has words of the library and of the documents, and no empty cell", () => {
    expect(text).toContain("| 应当 | must | `must` |");
    expect(text).toContain("| 不得 | must not | `must-not` |");
    // C3 of Baota and S2 of Suzhou name these forms.
    for (const word of ["全面融合型", "紧密融合型", "合作发展型", "一体多区型", "委托管理型"]) expect(text).toContain(`| ${word} |`);
    expect(text).not.toMatch(/\| {2}\||undefined|\[object/);
  });
});
