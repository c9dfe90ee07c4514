import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../config/source.js";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** The members of the union `Operator`, as its source spells them. */
function operators(): readonly string[] {
  const source = read("src/core/explanation.ts");
  const begin = source.indexOf("export type Operator =");
  const union = source.slice(begin, source.indexOf(";\n", begin));
  return [...union.matchAll(/^\s+\| "([\w-]+)"/gm)].map(([, name]) => name ?? "");
}

/** The operators whose formula a guide gives: the first cells of the table's rows. */
function explained(page: string): readonly string[] {
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  return rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([\w-]+)`/g)].map(([, name]) => name ?? ""));
}

describe("the guide to explanations gives the formula of every operator", () => {
  test.each(["en", "zh-CN"])("%s", (locale) => {
    const names = operators();
    expect(names).toContain("weighted-mean");
    const given = new Set(explained(read(`docs/guide/explanations.${locale}.md`)));
    expect(names.filter((name) => !given.has(name))).toEqual([]);
  });
});
