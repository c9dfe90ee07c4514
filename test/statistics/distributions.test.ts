import { readFileSync } from "node:fs";
import fc from "fast-check";
import { SchoolGroupsError } from "school-groups/core";
import {
  chiSquaredDensity,
  chiSquaredQuantile,
  chiSquaredTails,
  createRandom,
  fDensity,
  fQuantile,
  fTails,
  normalDensity,
  normalQuantile,
  normalTails,
  studentDensity,
  studentQuantile,
  studentTails,
} from "school-groups/statistics";
import { describe, expect, test } from "vitest";
import { div, fixed, lowerBetaFixed, lowerGammaFixed, mul, ONE, relative, ulps } from "./reference/fixed-point.js";

type Row = readonly [string, readonly number[], number];
const recorded = JSON.parse(readFileSync(new URL("./recorded/distributions.json", import.meta.url), "utf8")) as readonly Row[];

/** Our function and the relative difference allowed; R states 1e-14 or so for most, its quantiles stop at 1e-11. */
const FUNCTIONS: Readonly<Record<string, readonly [number, (a: number, b: number, c: number) => number]>> = {
  pnorm: [1e-14, (x) => normalTails(x).lower],
  dnorm: [1e-14, (x) => normalDensity(x)],
  qnorm: [2e-15, (p) => normalQuantile(p)],
  pt: [2e-13, (t, df) => studentTails(t, df).lower],
  dt: [1e-13, (t, df) => studentDensity(t, df)],
  qt: [1e-10, (p, df) => studentQuantile(p, df)],
  pchisq: [1e-13, (x, df) => chiSquaredTails(x, df).lower],
  pchisqu: [1e-13, (x, df) => chiSquaredTails(x, df).upper],
  dchisq: [1e-13, (x, df) => chiSquaredDensity(x, df)],
  qchisq: [1e-10, (p, df) => chiSquaredQuantile(p, df)],
  pf: [1e-13, (x, a, b) => fTails(x, a, b).lower],
  pfu: [1e-13, (x, a, b) => fTails(x, a, b).upper],
  df: [1e-13, (x, a, b) => fDensity(x, a, b)],
  qf: [1e-10, (p, a, b) => fQuantile(p, a, b)],
};

describe("distributions against recorded figures of R", () => {
  test.each(Object.keys(FUNCTIONS))("%s", (name) => {
    const rows = recorded.filter(([own]) => own === name);
    expect(rows.length).toBeGreaterThan(8);
    const [bound, f] = FUNCTIONS[name] ?? [0, () => Number.NaN];
    for (const [, args, value] of rows) {
      const [a = 0, b = 0, c = 0] = args;
      const error = value === 0 ? Math.abs(f(a, b, c)) : Math.abs(f(a, b, c) - value) / Math.abs(value);
      expect({ args, within: error <= bound, error }).toEqual({ args, within: true, error });
    }
  });
});

const random = createRandom(3);
const draw = (low: number, high: number): number => low + (high - low) * random.uniform();
const many = <T>(count: number, f: () => T): T[] => Array.from({ length: count }, f);
const half = (x: number): bigint => fixed(x) / 2n;

/** P(|T| > t) = I_{ν/(ν+t²)}(ν/2, ½). */
function studentOuter(t: number, df: number): bigint {
  const square = mul(fixed(t), fixed(t));
  return ONE - lowerBetaFixed(ONE / 2n, half(df), div(square, square + fixed(df)));
}

describe("distributions within their stated bounds of BigInt series", () => {
  test("normal tails: 0.75 units in the last place", () => {
    for (const x of many(20, () => draw(0.01, 12))) {
      const near = lowerGammaFixed(ONE / 2n, mul(fixed(x), fixed(x)) / 2n);
      const { lower, upper } = normalTails(x);
      expect(ulps(upper, (ONE - near) / 2n)).toBeLessThan(0.51);
      expect(ulps(lower, (ONE + near) / 2n)).toBeLessThan(0.75);
      expect(normalTails(-x)).toEqual({ lower: upper, upper: lower });
    }
  });
  test("Student's tails: 0.75; quantiles: 1e-15", () => {
    for (const [t, df] of many(12, () => [draw(0.05, 6), draw(0.5, 30)] as const)) {
      const outer = studentOuter(t, df);
      expect(ulps(studentTails(t, df).upper, outer / 2n)).toBeLessThan(0.51);
      expect(ulps(studentTails(t, df).lower, ONE - outer / 2n)).toBeLessThan(0.75);
      const p = draw(0.0001, 0.4999);
      const q = studentQuantile(p, df, "upper");
      // one step of Newton from the quantile: the distance to the exact one
      expect(relative(2 * p, studentOuter(q, df)) * (p / (q * studentDensity(q, df)))).toBeLessThan(1e-15);
    }
  });
  test("χ² and F: tails 0.51, quantiles 1e-15", () => {
    for (const [df, b] of many(12, () => [draw(0.3, 30), draw(0.5, 30)] as const)) {
      const p = draw(0.001, 0.999);
      const q = chiSquaredQuantile(p, df);
      const lower = lowerGammaFixed(half(df), half(q));
      expect(ulps(chiSquaredTails(q, df).lower, lower)).toBeLessThan(0.51);
      expect(ulps(chiSquaredTails(q, df).upper, ONE - lower)).toBeLessThan(0.51);
      expect(relative(p, lower) * (p / (q * chiSquaredDensity(q, df)))).toBeLessThan(1e-15);
      const small = draw(0.001, 0.6);
      const f = fQuantile(small, df, b);
      const product = mul(fixed(df), fixed(f));
      const share = lowerBetaFixed(half(df), half(b), div(product, product + fixed(b)));
      expect(ulps(fTails(f, df, b).lower, share)).toBeLessThan(0.51);
      expect(relative(small, share) * (small / (f * fDensity(f, df, b)))).toBeLessThan(1e-15);
    }
  });
});

describe("distributions at the ends", () => {
  test("quantiles of 0 and 1, tails of infinity", () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(1, "upper"), normalQuantile(0.5)]).toEqual([
      -Infinity,
      Infinity,
      -Infinity,
      0,
    ]);
    expect([studentQuantile(0, 3), studentQuantile(1, 3), studentQuantile(0.5, 3)]).toEqual([-Infinity, Infinity, 0]);
    expect([chiSquaredQuantile(0, 3), chiSquaredQuantile(1, 3), fQuantile(0, 3, 4), fQuantile(1, 3, 4)]).toEqual([
      0,
      Infinity,
      0,
      Infinity,
    ]);
    expect(normalTails(-Infinity)).toEqual({ lower: 0, upper: 1 });
    expect(studentTails(Infinity, 2)).toEqual({ lower: 1, upper: 0 });
    expect(chiSquaredTails(-1, 2)).toEqual({ lower: 0, upper: 1 });
    expect(fTails(Infinity, 2, 3)).toEqual({ lower: 1, upper: 0 });
    expect([chiSquaredDensity(0, 1), chiSquaredDensity(0, 3), fDensity(0, 1, 5), fDensity(0, 3, 5), fDensity(-1, 3, 5)]).toEqual([
      Infinity,
      0,
      Infinity,
      0,
      0,
    ]);
  });
  test("infinite degrees of freedom are the limits", () => {
    expect(studentTails(1.5, Infinity)).toEqual(normalTails(1.5));
    expect(studentQuantile(0.3, Infinity)).toBe(normalQuantile(0.3));
    expect(studentDensity(0.5, Infinity)).toBe(normalDensity(0.5));
    expect(fTails(2, 3, Infinity)).toEqual(chiSquaredTails(6, 3));
    expect(fQuantile(0.25, 4, Infinity)).toBe(chiSquaredQuantile(0.25, 4) / 4);
  });
  test("closed forms: Cauchy, exponential", () => {
    // ν = 1: P(T > t) = 1/(πt) − … ; for t = 1e200 the rest is below the last bit
    expect(studentTails(1e200, 1).upper / (1e-200 / Math.PI)).toBeCloseTo(1, 14);
    expect(studentQuantile(1e-200, 1, "upper") / (1e200 / Math.PI)).toBeCloseTo(1, 14);
    // F(2, 2): P(X > x) = 1/(1 + x)
    expect(fTails(3, 2, 2)).toEqual({ lower: 0.75, upper: 0.25 });
  });
  test("arguments that are no probability or no degrees of freedom throw; NaN data gives NaN", () => {
    expect(() => normalQuantile(1.5)).toThrow(SchoolGroupsError);
    expect(() => studentQuantile(Number.NaN, 3)).toThrow(SchoolGroupsError);
    expect(() => studentTails(1, 0)).toThrow(SchoolGroupsError);
    expect(() => chiSquaredTails(1, Infinity)).toThrow(SchoolGroupsError);
    expect(() => fTails(1, 2, -1)).toThrow(SchoolGroupsError);
    expect(normalTails(Number.NaN)).toEqual({ lower: Number.NaN, upper: Number.NaN });
    expect(fTails(Number.NaN, 1, 1)).toEqual({ lower: Number.NaN, upper: Number.NaN });
  });
});

describe("laws of distributions", () => {
  const df = fc.double({ min: 0.2, max: 300, noNaN: true });
  test("tails sum to 1 and grow with the argument", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: 0.001, max: 5, noNaN: true }), df, (t, step, v) => {
        const [a, b] = [studentTails(t, v), studentTails(t + step, v)];
        expect(a.lower + a.upper).toBeCloseTo(1, 15);
        expect(b.lower).toBeGreaterThanOrEqual(a.lower);
      }),
      { numRuns: 60 },
    );
  });
  test("a quantile's tail is its probability", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.999999, noNaN: true }), df, df, (p, a, b) => {
        const q = fQuantile(p, a, b);
        // a change of q by one unit in the last place moves p by no more than q f(q) × 2^-52
        fc.pre(q > 1e-290 && q < 1e290);
        expect(Math.abs(fTails(q, a, b).lower - p)).toBeLessThanOrEqual(4e-16 * (p + q * fDensity(q, a, b)));
      }),
      { numRuns: 60 },
    );
  });
});
