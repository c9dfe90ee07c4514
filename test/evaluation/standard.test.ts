/** Standard scores beside decimal.js at a hundred digits, from the definition alone; and the values where the ninth place is a tie. */
import { Decimal } from "decimal.js";
import fc from "fast-check";
import type { Observation } from "school-groups/domain";
import { evaluate, type IndicatorSystem, type LeafItem } from "school-groups/evaluation";
import { describe, expect, test } from "vitest";

const label = { "zh-CN": "指标", en: "indicator" };

const system = (more: Partial<LeafItem>): IndicatorSystem => ({
  format: "school-groups.indicator-system.v1",
  id: "standard",
  label,
  items: [
    { id: "all", kind: "composite", label, mean: "arithmetic" },
    {
      id: "a",
      parent: "all",
      kind: "leaf",
      label,
      weight: { value: 1, basis: { kind: "caller" } },
      unit: "points",
      direction: "higher-is-better",
      source: { kind: "caller" },
      scoring: { kind: "standard", centre: 0, spread: 1 },
      missing: { treatment: "refuse" },
      ...more,
    },
  ],
  rounding: { mode: "half-even", places: 2 },
});

type Value = string | number | null;
function scores(row: readonly Value[], more: Partial<LeafItem> = {}): readonly (string | undefined)[] {
  const observations = row.map((value, index): Observation => ({ indicator: "a", subject: `s${index}`, period: "now", value }));
  const result = evaluate(observations, { system: system(more), period: "now" });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.subjects.map(({ score }) => score?.exact);
}

const Long = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -200, toExpPos: 200 });
function long(value: string | number): Decimal {
  const [numerator = "", denominator] = String(value).split("/");
  return denominator === undefined ? new Long(numerator) : new Long(numerator).div(denominator);
}

/** z of every value, as text without idle zeros. */
function plainly(row: readonly Value[]): readonly (string | undefined)[] {
  const known = row.flatMap((value) => (value === null ? [] : [long(value)]));
  const sum = (all: readonly Decimal[]) => all.reduce((total, one) => total.plus(one), new Long(0));
  const mean = sum(known).div(known.length);
  const root = sum(known.map((one) => one.minus(mean).pow(2)))
    .div(known.length)
    .sqrt();
  return row.map((value) => {
    if (value === null) return undefined;
    const z = root.lt("1e-60") ? new Long(0) : long(value).minus(mean).div(root).toDecimalPlaces(9);
    return z.isZero() ? "0" : z.toString();
  });
}

const short = fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2));
const any = fc.oneof(
  short,
  fc.integer({ min: -50, max: 150 }),
  fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 3000 })).map(([n, d]) => `${n}/${d}`),
  fc.constantFrom("9007199254740991", "9007199254740993", "-9007199254740993", "0.000000000000000001", "123456789012345678901234567890"),
);

/** Eight odd numbers whose squares add up to 2^23: with their opposites they have the mean 0 and the standard deviation 1024. */
const ODD = [1001, 999, 7, 1999, 155, 1, 3, 1539];

describe("standard scores", () => {
  test("are z to nine places for values of any size, mean and deviation taken over those that are there", () => {
    expect(ODD.reduce((sum, value) => sum + value * value, 0)).toBe(2 ** 23);
    const rows = fc.oneof(fc.array(short, { minLength: 1, maxLength: 60 }), fc.array(fc.option(any), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(rows, (row) => {
        expect(scores(row)).toEqual(plainly(row));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["in doubles", 1],
    ["of large numbers", 1e13],
    ["of quotients", 1 / 1024],
  ])("a tie in the ninth place goes to the even neighbour: %s", (_, scale) => {
    const row = [...ODD, ...ODD.map((value) => -value)].map((value) => (scale < 1 ? `${value}/1024` : value * scale));
    // 7 ÷ 1024 = 0.0068359375, 1 ÷ 1024 = 0.0009765625, 3 ÷ 1024 = 0.0029296875, 999 ÷ 1024 = 0.9755859375.
    const found = scores(row);
    expect([found[2], found[5], found[6], found[1]]).toEqual(["0.006835938", "0.000976562", "0.002929688", "0.975585938"]);
    expect([found[10], found[13]]).toEqual(["-0.006835938", "-0.000976562"]);
  });

  test("lower is better: the sign turns, and a spread of another scale is multiplied exactly", () => {
    const scoring = { kind: "standard", centre: "1/3", spread: "10/7" } as const;
    // z = ∓√1.5 = ∓1.224744871; 1/3 ± 10/7 × 1.224744871 = (7 ± 36.74234613)/21, and 7 goes into both.
    expect(scores([2, 4, 6], { scoring, direction: "lower-is-better" })).toEqual(["624890659/300000000", "1/3", "-424890659/300000000"]);
  });

  test("one school, or all alike: everybody at the centre", () => {
    expect(scores(["3.7"])).toEqual(["0"]);
    expect(scores(["1/3", null, "1/3", "2/6"])).toEqual(["0", undefined, "0", "0"]);
    expect(scores(["90071992547409930", "90071992547409930"])).toEqual(["0", "0"]);
  });
});
