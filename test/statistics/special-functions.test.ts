import { beta, createRandom, erf, erfc, gamma, incompleteBeta, incompleteGamma, logBeta, logGamma } from "school-groups/statistics";
import { describe, expect, test } from "vitest";
import { div, fixed, gammaFixed, logFixed, lowerBetaFixed, lowerGammaFixed, mul, ONE, ulps } from "./reference/fixed-point.js";

const random = createRandom(2);
const draw = (low: number, high: number): number => low + (high - low) * random.uniform();
const many = <T>(count: number, f: () => T): T[] => Array.from({ length: count }, f);

describe("special functions within their stated bounds of BigInt series", () => {
  test("gamma and logGamma: 0.51 units in the last place", () => {
    const places = [...many(25, () => draw(0.001, 35)), 1.0000001, 0.9999, 2.0001, 1.9999999, 1.0009, 2.0011];
    for (const x of places) {
      const exact = gammaFixed(fixed(x));
      expect(ulps(gamma(x), exact)).toBeLessThan(0.51);
      expect(ulps(logGamma(x), logFixed(exact))).toBeLessThan(0.51);
    }
  });
  test("gamma of whole numbers is the factorial, rounded", () => {
    let factorial = 1n;
    for (let n = 1; n <= 170; n += 1) {
      expect(gamma(n)).toBe(Number(factorial));
      factorial *= BigInt(n);
    }
    expect(gamma(172)).toBe(Infinity);
  });
  test("beta and logBeta: 0.51", () => {
    for (const [a, b] of many(12, () => [draw(0.01, 18), draw(0.01, 18)] as const)) {
      const exact = div(mul(gammaFixed(fixed(a)), gammaFixed(fixed(b))), gammaFixed(fixed(a) + fixed(b)));
      expect(ulps(beta(a, b), exact)).toBeLessThan(0.51);
      expect(ulps(logBeta(a, b), logFixed(exact))).toBeLessThan(0.51);
    }
  });
  test("incomplete gamma, both tails: 0.51", () => {
    for (const [a, x] of many(20, () => [draw(0.05, 25), draw(0.01, 60)] as const)) {
      const lower = lowerGammaFixed(fixed(a), fixed(x));
      expect(ulps(incompleteGamma(a, x).lower, lower)).toBeLessThan(0.51);
      expect(ulps(incompleteGamma(a, x).upper, ONE - lower)).toBeLessThan(0.51);
    }
  });
  test("incomplete beta, both tails: 0.51", () => {
    for (const [a, b, x] of many(20, () => [draw(0.05, 18), draw(0.05, 18), draw(0.01, 0.9)] as const)) {
      const lower = lowerBetaFixed(fixed(a), fixed(b), fixed(x));
      expect(ulps(incompleteBeta(a, b, x).lower, lower)).toBeLessThan(0.51);
      expect(ulps(incompleteBeta(a, b, x).upper, ONE - lower)).toBeLessThan(0.51);
    }
  });
  test("erf 0.51 and erfc 0.75", () => {
    for (const x of [...many(20, () => draw(0.01, 6)), 1e-5, 2.8, 2.9]) {
      const lower = lowerGammaFixed(ONE / 2n, mul(fixed(x), fixed(x)));
      expect(ulps(erf(x), lower)).toBeLessThan(0.51);
      expect(ulps(erfc(x), ONE - lower)).toBeLessThan(0.51);
      expect(ulps(erfc(-x), ONE + lower)).toBeLessThan(0.75);
    }
  });
});

describe("special functions at the ends", () => {
  test("zero, infinity and what has no value", () => {
    expect([gamma(0), gamma(-1), logGamma(0), logGamma(-0.5), logGamma(1), logGamma(2)]).toEqual([
      Infinity,
      Number.NaN,
      Infinity,
      Number.NaN,
      0,
      0,
    ]);
    expect([beta(0, 1), beta(-1, 1), logBeta(0, 2), logBeta(-1, 2)]).toEqual([Infinity, Number.NaN, Infinity, Number.NaN]);
    expect([erf(0), erf(Infinity), erf(-Infinity), erfc(Infinity), erfc(-Infinity)]).toEqual([0, 1, -1, 0, 2]);
    expect((erf(1e-200) / 2e-200) * Math.sqrt(Math.PI)).toBeCloseTo(1, 14);
    expect(incompleteGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteGamma(2, Infinity)).toEqual({ lower: 1, upper: 0 });
    expect(incompleteGamma(0, 1)).toEqual({ lower: Number.NaN, upper: Number.NaN });
    expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)]).toEqual([
      { lower: 0, upper: 1 },
      { lower: 1, upper: 0 },
    ]);
    expect(incompleteBeta(2, 3, 1.5)).toEqual({ lower: Number.NaN, upper: Number.NaN });
  });
  test("a large argument keeps Stirling's value", () => {
    // log Γ(1e300) = 1e300 (log 1e300 − 1) to the last bit
    expect(logGamma(1e300)).toBe(6.897755278982137e302);
    expect(logGamma(1e279) / 1e279).toBeCloseTo(279 * Math.LN10 - 1, 10);
  });
});
