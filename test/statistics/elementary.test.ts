import fc from "fast-check";
import { createRandom, exp, expm1, log, log1p, power } from "school-groups/statistics";
import { describe, expect, test } from "vitest";
import { expFixed, fixed, logFixed, mul, ONE, ulps } from "./reference/fixed-point.js";

const random = createRandom(1);
/** A value with the given sign whose logarithm to base 2 is uniform. */
const sized = (low: number, high: number, signed = false): number =>
  (signed && random.uniform() < 0.5 ? -1 : 1) * 2 ** Math.floor(low + (high - low) * random.uniform()) * (1 + random.uniform());
const many = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

function worst(values: readonly number[], f: (x: number) => number, exact: (x: bigint) => bigint): number {
  return Math.max(...values.map((x) => ulps(f(x), exact(fixed(x)))));
}

describe("elementary functions within their stated bounds of BigInt series", () => {
  test("log: 0.75 units in the last place", () => {
    const values = [...many(150, () => sized(-3, 3)), ...many(60, () => sized(-1000, 1000)), ...many(60, () => 1 + sized(-40, -2, true))];
    expect(worst(values, log, logFixed)).toBeLessThan(0.75);
  });
  test("log1p: 0.75", () => {
    const values = [
      ...many(150, () => sized(-60, -1, true)),
      ...many(60, () => sized(-1, 900)),
      -0.999,
      -0.9999999999,
      0.41421356,
      -0.2929,
    ];
    expect(worst(values, log1p, (x) => logFixed(ONE + x))).toBeLessThan(0.75);
  });
  test("exp: 0.75", () => {
    const values = [...many(150, () => (random.uniform() - 0.5) * 1400), ...many(150, () => sized(-50, 1, true))];
    expect(worst(values, exp, expFixed)).toBeLessThan(0.75);
  });
  test("expm1: 0.75", () => {
    const values = [...many(150, () => sized(-60, 1, true)), ...many(100, () => (random.uniform() - 0.4) * 100), 36.5, 37.2, 37.4, 44.9];
    expect(worst(values, expm1, (x) => expFixed(x) - ONE)).toBeLessThan(0.75);
  });
  test("power: 0.51", () => {
    const pairs = many(120, () => sized(-6, 6)).map((x) => [x, (random.uniform() - 0.5) * 150] as const);
    expect(Math.max(...pairs.map(([x, y]) => ulps(power(x, y), expFixed(mul(fixed(y), logFixed(fixed(x)))))))).toBeLessThan(0.51);
  });
});

describe("elementary functions at the ends", () => {
  test("what IEEE arithmetic says", () => {
    expect([log(0), log(-1), log(Number.POSITIVE_INFINITY), log(1)]).toEqual([-Infinity, Number.NaN, Infinity, 0]);
    expect([log1p(-1), log1p(-2), log1p(Number.POSITIVE_INFINITY), log1p(0)]).toEqual([-Infinity, Number.NaN, Infinity, 0]);
    expect([exp(710), exp(-746), exp(Number.NaN), exp(0)]).toEqual([Infinity, 0, Number.NaN, 1]);
    expect([expm1(710), expm1(-1000), expm1(Number.NaN), expm1(0)]).toEqual([Infinity, -1, Number.NaN, 0]);
  });
  test("the smallest and the largest numbers", () => {
    // log(2^-1074) = −1074 ln 2, log(max) = 1024 ln 2 − 2^-53
    expect(ulps(log(5e-324), -1074n * logFixed(2n * ONE))).toBeLessThan(0.75);
    expect(ulps(log(1.7976931348623157e308), 1024n * logFixed(2n * ONE) - (ONE >> 53n))).toBeLessThan(0.75);
    expect(exp(-745.13)).toBe(5e-324);
  });
  test("power follows Math.pow where no rounding is involved", () => {
    const bases = [0, -0, 1, -1, 4, -4, 0.25, Infinity, -Infinity, Number.NaN];
    const exponents = [0, 1, -1, 2, 3, -3, 0.5, -0.5, Infinity, -Infinity, Number.NaN];
    for (const x of bases) for (const y of exponents) expect([x, y, power(x, y)]).toEqual([x, y, x ** y]);
  });
});

describe("laws", () => {
  test("log and exp are monotone between neighbours and undo each other", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(log(x * (1 + 2 ** -52))).toBeGreaterThanOrEqual(log(x));
        const back = exp(log(x));
        expect(Math.abs(back - x) / x).toBeLessThan(2e-13); // 700 × 2^-53 × 2: the logarithm's own rounding
      }),
    );
  });
  test("whole powers of whole numbers are exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 10 }), (x, n) => {
        expect(power(x, n)).toBe(Number(BigInt(x) ** BigInt(n)));
      }),
    );
  });
});
