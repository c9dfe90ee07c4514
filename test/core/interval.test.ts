import fc from "fast-check";
import {
  addFractions,
  addIntervals,
  compareFractions,
  compareInterval,
  divideFractions,
  exact,
  explainedInterval,
  type Fraction,
  formatInterval,
  fraction,
  type Interval,
  intersectIntervals,
  intervalContains,
  intervalFrom,
  isPoint,
  multiplyFractions,
  type NumericRelation,
  pointInterval,
  quotientOfIntervals,
  scaleInterval,
  subtractFractions,
  subtractIntervals,
  sumIntervals,
  type Truth,
} from "school-groups/core";
import { describe, expect, test } from "vitest";

const between = (low: string, high?: string) => intervalFrom(exact(low), high === undefined ? undefined : exact(high));
const text = (interval: Interval | undefined) => interval && formatInterval(interval);

/** An interval of numbers ≥ 0 and a number inside it. */
const sample = fc
  .tuple(fc.nat(500), fc.nat(100), fc.nat(100), fc.integer({ min: 1, max: 12 }), fc.boolean())
  .map(([low, inside, above, denominator, open]): { interval: Interval; value: Fraction } => ({
    interval: intervalFrom(fraction(low, denominator), open ? undefined : fraction(low + inside + above, denominator)),
    value: fraction(low + inside, denominator),
  }));

function code(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

describe("arithmetic, by hand", () => {
  test("sums and differences", () => {
    expect(text(addIntervals(between("1", "3"), between("0.5", "0.75")))).toBe("[1.5, 3.75]");
    expect(text(addIntervals(between("1"), between("0.5", "0.75")))).toBe("[1.5, ∞)");
    expect(text(sumIntervals([between("1", "3"), between("2", "2"), between("0", "1")]))).toBe("[3, 6]");
    expect(text(sumIntervals([between("1", "3"), between("2")]))).toBe("[3, ∞)");
    expect(text(sumIntervals([]))).toBe("[0, 0]");
    expect(text(subtractIntervals(between("1", "3"), between("2", "5")))).toBe("[-4, 1]");
    expect(text(subtractIntervals(between("1"), between("2", "5")))).toBe("[-4, ∞)");
    expect(subtractIntervals(between("1", "3"), between("2"))).toBeUndefined();
  });

  test("scaling and quotients", () => {
    expect(text(scaleInterval(between("1", "3"), exact("0.5")))).toBe("[0.5, 1.5]");
    expect(text(scaleInterval(between("1"), exact(2)))).toBe("[2, ∞)");
    expect(text(scaleInterval(between("1"), exact(0)))).toBe("[0, 0]");
    expect(code(() => scaleInterval(between("1"), exact(-1)))).toBe("invalid-argument");
    expect(text(quotientOfIntervals(between("1", "3"), between("2", "5")))).toBe("[0.2, 1.5]");
    expect(text(quotientOfIntervals(between("1", "3"), between("0", "5")))).toBe("[0.2, ∞)");
    expect(text(quotientOfIntervals(between("1", "3"), between("2")))).toBe("[0, 1.5]");
    expect(text(quotientOfIntervals(between("0", "0"), between("0", "5")))).toBe("[0, 0]");
    expect(quotientOfIntervals(between("1", "3"), between("0", "0"))).toBeUndefined();
    expect(code(() => quotientOfIntervals(between("-1", "3"), between("1", "2")))).toBe("invalid-argument");
  });

  test("an interval does not end below its start", () => {
    expect(code(() => between("2", "1"))).toBe("invalid-argument");
    expect(isPoint(between("2", "2"))).toBe(true);
    expect(isPoint(between("2"))).toBe(false);
    expect(isPoint(between("2", "2.1"))).toBe(false);
  });

  test("intersection, and none", () => {
    expect(text(intersectIntervals(between("1", "3"), between("2", "5")))).toBe("[2, 3]");
    expect(text(intersectIntervals(between("1", "3"), between("3", "5")))).toBe("[3, 3]");
    expect(text(intersectIntervals(between("1"), between("3")))).toBe("[3, ∞)");
    expect(intersectIntervals(between("1", "3"), between("3.1"))).toBeUndefined();
    expect(intersectIntervals(between("3.1"), between("1", "3"))).toBeUndefined();
  });

  test("in an explanation", () => {
    expect(explainedInterval(between("7", "7"), "schools")).toStrictEqual({ kind: "exact", value: "7", unit: "schools" });
    expect(explainedInterval(between("1/3", "0.5"))).toStrictEqual({ kind: "interval", low: "1/3", high: "0.5" });
    expect(explainedInterval(between("7"), "schools")).toStrictEqual({ kind: "interval", low: "7", unit: "schools" });
  });
});

describe("what holds for the numbers holds for their intervals", () => {
  test("every operation keeps the value inside", () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        expect(intervalContains(addIntervals(a.interval, b.interval), addFractions(a.value, b.value))).toBe(true);
        expect(intervalContains(sumIntervals([a.interval, b.interval]), addFractions(a.value, b.value))).toBe(true);
        expect(intervalContains(scaleInterval(a.interval, b.value), multiplyFractions(a.value, b.value))).toBe(true);
        const difference = subtractIntervals(a.interval, b.interval);
        if (difference !== undefined) expect(intervalContains(difference, subtractFractions(a.value, b.value))).toBe(true);
        if (b.value.numerator !== 0n) {
          const quotient = quotientOfIntervals(a.interval, b.interval);
          expect(quotient && intervalContains(quotient, divideFractions(a.value, b.value))).toBe(true);
        }
        const both = intersectIntervals(a.interval, b.interval);
        const inBoth = intervalContains(a.interval, b.value) && intervalContains(b.interval, b.value);
        expect(both !== undefined && intervalContains(both, b.value)).toBe(inBoth);
      }),
    );
  });

  test("a comparison that is decided is decided for every value", () => {
    const holds: Record<NumericRelation, (order: number) => boolean> = {
      "at-least": (order) => order >= 0,
      "at-most": (order) => order <= 0,
      "more-than": (order) => order > 0,
      "less-than": (order) => order < 0,
      equal: (order) => order === 0,
    };
    const relations = Object.keys(holds) as NumericRelation[];
    fc.assert(
      fc.property(sample, fc.nat(700), fc.integer({ min: 1, max: 12 }), fc.constantFrom(...relations), (a, n, d, relation) => {
        const threshold = fraction(n, d);
        const answer = compareInterval(a.interval, relation, threshold);
        if (answer !== "unknown") expect(answer).toBe(holds[relation](compareFractions(a.value, threshold)) ? "yes" : "no");
        if (isPoint(a.interval)) expect(answer).not.toBe("unknown");
      }),
    );
  });
});

describe("comparison at the ends", () => {
  const range = between("0.2", "0.3");
  test.each<[NumericRelation, string, Truth]>([
    ["at-least", "0.19", "yes"],
    ["at-least", "0.2", "yes"],
    ["at-least", "0.21", "unknown"],
    ["at-least", "0.3", "unknown"],
    ["at-least", "0.31", "no"],
    ["more-than", "0.19", "yes"],
    ["more-than", "0.2", "unknown"],
    ["more-than", "0.3", "no"],
    ["at-most", "0.3", "yes"],
    ["at-most", "0.2", "unknown"],
    ["at-most", "0.19", "no"],
    ["less-than", "0.31", "yes"],
    ["less-than", "0.3", "unknown"],
    ["less-than", "0.2", "no"],
    ["equal", "0.25", "unknown"],
    ["equal", "0.31", "no"],
    ["equal", "0.19", "no"],
  ])("0.2 to 0.3 %s %s: %s", (relation, threshold, expected) => {
    expect(compareInterval(range, relation, exact(threshold))).toBe(expected);
  });

  test("points and open ends", () => {
    expect(compareInterval(pointInterval(exact("0.2")), "equal", exact(0.2))).toBe("yes");
    expect(compareInterval(between("23"), "at-least", exact(23))).toBe("yes");
    expect(compareInterval(between("23"), "at-least", exact(1e9))).toBe("unknown");
    expect(compareInterval(between("23"), "at-most", exact(22))).toBe("no");
    expect(compareInterval(between("23"), "at-most", exact(1e9))).toBe("unknown");
    expect(compareInterval(between("23"), "equal", exact(23))).toBe("unknown");
    expect(code(() => compareInterval(between("23"), "roughly" as NumericRelation, exact(1)))).toBe("invalid-argument");
  });
});
