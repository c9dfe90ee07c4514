import { Decimal } from "decimal.js";
import fc from "fast-check";
import {
  absoluteFraction,
  ceilingOfFraction,
  ceilingOfShare,
  compareFractions,
  divideFractions,
  exact,
  floorOfFraction,
  formatDecimal,
  formatPercent,
  fraction,
  isDecimalString,
  multiplyFractions,
  type RoundingMode,
  roundFraction,
  squareRootText,
  subtractFractions,
  toExactText,
} from "school-groups/core";
import { describe, expect, test } from "vitest";

const MODES: readonly RoundingMode[] = ["half-away-from-zero", "half-even", "away-from-zero", "toward-zero", "ceiling", "floor"];
const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => fraction(n, d));
const anyMode = fc.constantFrom(...MODES);
const anyStep = fc.constantFrom("1", "0.1", "0.05", "0.5", "0.2", "5", "20", "100", "0.003");

function rounded(value: string, mode: RoundingMode, step: string): string {
  return toExactText(roundFraction(exact(value), { mode, step }));
}

function code(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

describe("GB/T 8170-2008: the examples of the standard", () => {
  test.each([
    ["12.1498", "0.1", "12.1"], // 3.2.1
    ["12.1498", "1", "12"], // 3.2.1
    ["1268", "100", "1300"], // 3.2.2
    ["10.5002", "1", "11"], // 3.2.3
    ["1.050", "0.1", "1"], // 3.2.4: 10 × 10^-1
    ["0.35", "0.1", "0.4"], // 3.2.4: 4 × 10^-1
    ["2500", "1000", "2000"], // 3.2.4
    ["3500", "1000", "4000"], // 3.2.4
    ["-355", "10", "-360"], // 3.2.5
    ["-325", "10", "-320"], // 3.2.5
    ["-365", "10", "-360"], // 3.2.5
    ["-0.0365", "0.001", "-0.036"], // 3.2.5
    ["15.4546", "1", "15"], // 3.3.1: not 15.455, 15.46, 15.5, 16
    ["60.25", "0.5", "60"], // 3.4.1: 0.5 units; 2 × 60.25 = 120.50 goes to 120
    ["60.38", "0.5", "60.5"], // 3.4.1
    ["60.28", "0.5", "60.5"], // 3.4.1
    ["-60.75", "0.5", "-61"], // 3.4.1
    ["830", "20", "840"], // 3.4.2: 0.2 units; 5 × 830 = 4150 goes to 4200
    ["842", "20", "840"], // 3.4.2
    ["832", "20", "840"], // 3.4.2
    ["-930", "20", "-920"], // 3.4.2
  ])("%s to %s", (value, step, expected) => {
    expect(rounded(value, "half-even", step)).toBe(expected);
  });
});

describe("modes", () => {
  test.each([
    // value: half-away-from-zero, half-even, away-from-zero, toward-zero, ceiling, floor
    ["2.5", ["3", "2", "3", "2", "3", "2"]],
    ["-2.5", ["-3", "-2", "-3", "-2", "-2", "-3"]],
    ["3.5", ["4", "4", "4", "3", "4", "3"]],
    ["2.4", ["2", "2", "3", "2", "3", "2"]],
    ["-2.6", ["-3", "-3", "-3", "-2", "-2", "-3"]],
    ["2", ["2", "2", "2", "2", "2", "2"]],
    ["-0.4", ["0", "0", "-1", "0", "0", "-1"]],
    ["2.50000000000000000000000000000000000001", ["3", "3", "3", "2", "3", "2"]],
    ["2.49999999999999999999999999999999999999", ["2", "2", "3", "2", "3", "2"]],
  ])("%s to whole numbers", (value, expected) => {
    expect(MODES.map((mode) => rounded(value, mode, "1"))).toEqual(expected);
  });

  test("a whole number of steps, within one step, or half of one", () => {
    fc.assert(
      fc.property(anyFraction, anyMode, anyStep, (value, mode, step) => {
        const result = roundFraction(value, { mode, step });
        expect(divideFractions(result, exact(step)).denominator).toBe(1n);
        const off = absoluteFraction(subtractFractions(result, value));
        const limit = mode.startsWith("half") ? multiplyFractions(exact(step), fraction(1, 2)) : exact(step);
        expect(compareFractions(off, limit)).not.toBe(1);
        expect(roundFraction(result, { mode, step })).toEqual(result);
        if (mode === "ceiling") expect(compareFractions(result, value)).not.toBe(-1);
        if (mode === "floor") expect(compareFractions(result, value)).not.toBe(1);
        if (mode === "toward-zero") expect(compareFractions(absoluteFraction(result), absoluteFraction(value))).not.toBe(1);
        if (mode === "away-from-zero") expect(compareFractions(absoluteFraction(result), absoluteFraction(value))).not.toBe(-1);
      }),
    );
  });

  test("a step that is none", () => {
    expect(code(() => rounded("1", "floor", "0"))).toBe("invalid-argument");
    expect(code(() => rounded("1", "floor", "-0.1"))).toBe("invalid-argument");
    expect(code(() => rounded("1", "floor", "fine"))).toBe("invalid-decimal");
    expect(code(() => rounded("1.5", "banker" as RoundingMode, "1"))).toBe("invalid-argument");
  });
});

describe("floors, ceilings and quotas", () => {
  test("around zero", () => {
    expect([floorOfFraction(exact("-0.5")), ceilingOfFraction(exact("-0.5"))]).toEqual([-1n, 0n]);
    expect([floorOfFraction(exact("0.5")), ceilingOfFraction(exact("0.5"))]).toEqual([0n, 1n]);
    expect([floorOfFraction(exact("-3")), ceilingOfFraction(exact("-3"))]).toEqual([-3n, -3n]);
  });

  test("20 % of 35 is 7, of 36 it is 8, of 34 it is 7", () => {
    expect(ceilingOfShare(exact("0.2"), 35)).toBe(7);
    expect(ceilingOfShare(exact("0.2"), 36)).toBe(8);
    expect(ceilingOfShare(exact("0.2"), 34)).toBe(7);
    expect(ceilingOfShare(exact("0.2"), 0)).toBe(0);
    expect(ceilingOfShare(exact("0.07"), 100)).toBe(7);
    expect(ceilingOfShare(exact(0.1), 30)).toBe(3);
  });

  test("the least count that reaches the share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.nat(1_000_000), (percent, whole) => {
        const count = BigInt(ceilingOfShare(fraction(percent, 100), whole));
        expect(100n * count >= BigInt(percent) * BigInt(whole)).toBe(true);
        expect(count === 0n || 100n * (count - 1n) < BigInt(percent) * BigInt(whole)).toBe(true);
      }),
    );
  });

  test("what is no count", () => {
    for (const whole of [-1, 0.5, Number.NaN, Infinity, 2 ** 53])
      expect(code(() => ceilingOfShare(exact("0.2"), whole))).toBe("invalid-argument");
    expect(code(() => ceilingOfShare(exact("1e20"), 35))).toBe("invalid-argument");
  });
});

describe("printing", () => {
  test("places and steps", () => {
    expect(formatDecimal(fraction(2, 3), { places: 2, mode: "half-even" })).toBe("0.67");
    expect(formatDecimal(fraction(2, 3), { places: 0, mode: "half-even" })).toBe("1");
    expect(formatDecimal(exact("1.005"), { places: 2, mode: "half-away-from-zero" })).toBe("1.01");
    expect(formatDecimal(exact("2.48"), { step: "0.05", mode: "half-away-from-zero" })).toBe("2.50");
    expect(formatDecimal(exact("1268"), { step: "100", mode: "half-even" })).toBe("1300");
    expect(formatDecimal(exact("-0.001"), { places: 2, mode: "half-even" })).toBe("0.00");
    expect(formatDecimal(exact("-1.5"), { places: 1, mode: "half-even" })).toBe("-1.5");
  });

  test("per cent", () => {
    expect(formatPercent(fraction(7, 35), { places: 0, mode: "half-even" })).toBe("20%");
    expect(formatPercent(fraction(25516, 77321), { places: 1, mode: "half-away-from-zero" })).toBe("33.0%");
  });

  test("what cannot be printed", () => {
    expect(code(() => formatDecimal(exact(1), { places: -1, mode: "floor" }))).toBe("invalid-argument");
    expect(code(() => formatDecimal(exact(1), { places: 101, mode: "floor" }))).toBe("invalid-argument");
    expect(code(() => formatDecimal(exact(1), { places: 1.5, mode: "floor" }))).toBe("invalid-argument");
    expect(code(() => formatDecimal(exact(1), { step: "1/3", mode: "floor" }))).toBe("invalid-decimal");
  });

  test("what is decimal text", () => {
    expect(["0.2", "-1e-3", "40408"].map(isDecimalString)).toEqual([true, true, true]);
    expect(["2/3", "33%", "", "1e999999999", "NaN", 0.2, null].map(isDecimalString)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("square roots", () => {
  test("published digits and perfect squares", () => {
    // OEIS A002193 (root of 2) and A002194 (root of 3).
    expect(squareRootText(exact(2), 50, "toward-zero")).toBe("1.41421356237309504880168872420969807856967187537694");
    expect(squareRootText(exact(3), 50, "toward-zero")).toBe("1.73205080756887729352744634150587236694280525381038");
    expect(squareRootText(fraction(4, 9), 4, "half-even")).toBe("0.6667");
    expect(squareRootText(exact(0), 2, "away-from-zero")).toBe("0.00");
    expect(squareRootText(fraction(10n ** 400n), 0, "away-from-zero")).toBe(`1${"0".repeat(200)}`);
  });

  test("exact ties and their neighbours", () => {
    expect(squareRootText(exact("6.25"), 0, "half-even")).toBe("2");
    expect(squareRootText(exact("6.25"), 0, "half-away-from-zero")).toBe("3");
    expect(squareRootText(exact("12.25"), 0, "half-even")).toBe("4");
    expect(squareRootText(exact("6.2500000000000000000000000000000000000001"), 0, "half-even")).toBe("3");
    expect(squareRootText(exact("6.2499999999999999999999999999999999999999"), 0, "half-away-from-zero")).toBe("2");
    expect(squareRootText(exact("4.0000000000000000000000000000000000000001"), 0, "ceiling")).toBe("3");
  });

  test("the rounded root is the nearest, by squares", () => {
    const size = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 6n }), fc.bigInt({ min: 0n, max: 10n ** 300n }));
    fc.assert(
      fc.property(size, fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }), (n, d, places) => {
        const low = exact(squareRootText(fraction(n, d), places, "floor"));
        const high = exact(squareRootText(fraction(n, d), places, "ceiling"));
        const near = exact(squareRootText(fraction(n, d), places, "half-even"));
        const unit = fraction(1n, 10n ** BigInt(places));
        const square = (value: typeof low) => multiplyFractions(value, value);
        expect(compareFractions(square(low), fraction(n, d))).not.toBe(1);
        expect(compareFractions(square(high), fraction(n, d))).not.toBe(-1);
        expect([fraction(0), unit]).toContainEqual(subtractFractions(high, low));
        const middle = multiplyFractions(subtractFractions(low, negated(high)), fraction(1, 2));
        if (compareFractions(square(middle), fraction(n, d)) < 0) expect(near).toEqual(high);
        if (compareFractions(square(middle), fraction(n, d)) > 0) expect(near).toEqual(low);
      }),
    );
  });

  test("the app's own settings of decimal.js change nothing", () => {
    const { precision, rounding } = Decimal;
    try {
      Decimal.set({ precision: 2, rounding: Decimal.ROUND_UP });
      expect(squareRootText(exact(2), 10, "toward-zero")).toBe("1.4142135623");
      expect(Decimal.precision).toBe(2);
    } finally {
      Decimal.set({ precision, rounding });
    }
  });

  test("what has no root", () => {
    expect(code(() => squareRootText(exact(-1), 2, "floor"))).toBe("invalid-argument");
    expect(code(() => squareRootText(exact(2), 101, "floor"))).toBe("invalid-argument");
  });
});

function negated(value: ReturnType<typeof exact>): ReturnType<typeof exact> {
  return subtractFractions(fraction(0), value);
}
