import { describe, expect, test } from "vitest";
import { allPacks } from "./all-packs.js";

const CHINESE: Readonly<Record<string, readonly string[]>> = {
  1: ["一"],
  2: ["二", "两"],
  3: ["三"],
  4: ["四"],
  5: ["五"],
  6: ["六"],
  7: ["七"],
  8: ["八"],
  9: ["九"],
  10: ["十"],
};

/** Whether a text states a number: in digits that are no part of a longer number, in Chinese numerals, or in 万. */
function states(text: string, number: string): boolean {
  const plain = text.replace(/(\d),(\d{3})/g, "$1$2");
  const written = [number, ...(Number(number) >= 10_000 && Number(number) % 10_000 === 0 ? [`${Number(number) / 10_000}万`] : [])];
  const inDigits = written.some((digits) => new RegExp(`(?<![\\d.])${digits.replace(".", "\\.")}(?!\\d|\\.\\d)`).test(plain));
  return inDigits || (CHINESE[number] ?? []).some((word) => plain.includes(word));
}

const figures = allPacks
  .flatMap(({ statements }) => statements ?? [])
  .flatMap(({ id, text, figures: own }) =>
    (own ?? []).map(({ label, value }) => ({ id, label: label["zh-CN"], value, text: text["zh-CN"] })),
  );

/** Printed as 23年, a slip for 2—3年: the statement gives the corrected reading. */
const MISPRINTED = new Map([["suzhou.goal", "23"]]);

describe("a figure of a statement stands in its text", () => {
  test.each(figures.map((figure) => [`${figure.id}: ${figure.label} ${figure.value}`, figure] as const))("%s", (_, { id, value, text }) => {
    const numbers = (value.match(/\d+(?:\.\d+)?/g) ?? []).filter((number) => MISPRINTED.get(id) !== number);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter((number) => !states(text, number))).toEqual([]);
  });

  test("a neighbouring number does not", () => {
    const text = "试点6个，30所，占66.7%，每个60万元，三年内。";
    expect(["6", "30", "66.7", "600000", "3"].map((number) => states(text, number))).toEqual([true, true, true, true, true]);
    expect(["7", "3.0", "66", "6.7", "610000", "4", "0"].map((number) => states(text, number))).toEqual(Array(7).fill(false));
  });
});

// Figures that no rule uses, from the clause by hand: without a case of a rule nothing else would hold them.
test.each([
  // N8: retirement may be brought forward or put off by at most three years, from 2025-01-01.
  ["cn.retirement.flexible-years", "years", [{ from: "2025-01-01", value: "3" }]],
  // N1: stints of 1 to 3 years.
  ["beijing.rotation.maximum-term", "years", [{ value: "3" }]],
  // N5, one unnamed city: cut-offs as shares of full marks, weights in points of a hundred; no date is given.
  ["cn.value-added.pass-cut.grades-1-6", "ratio", [{ value: "0.6" }]],
  ["cn.value-added.excellent-cut.grades-1-6", "ratio", [{ value: "0.85" }]],
  ["cn.value-added.pass-weight.grades-1-6", "points", [{ value: "50" }]],
  ["cn.value-added.score-rate-weight.grades-1-6", "points", [{ value: "45" }]],
  ["cn.value-added.excellent-weight.grades-1-6", "points", [{ value: "5" }]],
  ["cn.value-added.pass-weight.grades-7-8", "points", [{ value: "70" }]],
  ["cn.value-added.good-weight.grades-7-8", "points", [{ value: "20" }]],
  ["cn.value-added.excellent-weight.grades-7-8", "points", [{ value: "10" }]],
] as const)("%s", (id, unit, values) => {
  const found = allPacks.flatMap(({ parameters }) => parameters ?? []).find((parameter) => parameter.id === id);
  expect(found?.unit).toBe(unit);
  expect(found?.values.map(({ basis: _, ...dated }) => dated)).toEqual(values);
});
