import fc from "fast-check";
import { leastSquares, oneWayAnova, sampleMoments } from "school-groups/statistics";
import { describe, expect, test } from "vitest";

function moments(values: ArrayLike<number>) {
  const result = sampleMoments(values);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function anova(values: ArrayLike<number>, groups: ArrayLike<number | string>) {
  const result = oneWayAnova(values, groups);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

describe("sampleMoments", () => {
  test("by hand", () => {
    // mean 4, deviations −3 −1 0 0 4 0: squares 26, neighbours 3
    expect(moments([1, 3, 4, 4, 8, 4])).toEqual({ count: 6, mean: 4, variance: 5.2, sd: Math.sqrt(5.2), autocorrelation: 3 / 26 });
  });
  test("one value, equal values, no value, a value that is not finite", () => {
    expect(moments([7])).toEqual({ count: 1, mean: 7 });
    expect(moments([0.1, 0.1, 0.1])).toEqual({ count: 3, mean: 0.1, variance: 0, sd: 0 });
    expect(moments([0, 0])).toEqual({ count: 2, mean: 0, variance: 0, sd: 0 });
    expect(sampleMoments([]).issues).toEqual([
      { code: "too-few-rows", severity: "error", path: ["values"], params: { rows: 0, needed: 1 } },
    ]);
    expect(sampleMoments([1, Number.NaN]).issues).toMatchObject([{ code: "value-not-finite", path: ["values", 1] }]);
  });
  test("sizes that would overflow, vanish or cancel", () => {
    expect(moments([1.7e308, 1.7e308, 1.7e308]).mean).toBe(1.7e308);
    expect(moments([1e300, -1e300, 3])).toMatchObject({ mean: 1 });
    expect(moments([5e-324, 15e-324])).toMatchObject({ mean: 1e-323 });
    // deviations ±2^-30 around 2^22
    const [a, b] = [4194304 - 2 ** -30, 4194304 + 2 ** -30];
    expect(moments([a, b, a, b]).variance).toBe((4 / 3) * 2 ** -60);
    // variance 2e400; at 1e308 even the standard deviation, 1.7e308 × √2, is beyond
    expect(moments([1e200, 3e200]).variance).toBeUndefined();
    expect(sampleMoments([1e200, -1e200]).issues).toEqual([
      { code: "figure-too-large", severity: "warning", path: ["values"], params: { column: "values" } },
    ]);
    expect(sampleMoments([1.7e308, -1.7e308])).toMatchObject({ ok: false, issues: [{ code: "result-too-large", severity: "error" }] });
    expect(moments([1e200, 3e200]).sd).toBeCloseTo(Math.SQRT2 * 1e200, -186);
  });
  test("order, and a shift by whole numbers, change no bit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 }),
        fc.integer({ min: -1e12, max: 1e12 }),
        (values, shift) => {
          const own = moments(values.map((value) => value / 8));
          const turned = moments([...values].reverse().map((value) => value / 8));
          expect(turned).toEqual(own);
          const { sd, variance } = moments(values.map((value) => value / 8 + shift));
          expect([sd, variance]).toEqual([own.sd, own.variance]);
        },
      ),
    );
  });
});

describe("oneWayAnova", () => {
  test("by hand", () => {
    // group means 1.5, 4, 8; grand mean 5; SSB = 2 (1.5)² + 2 (4)² + 3 (8)² − 7 (5)²; SSW = 0.5 + 2 + 2
    const own = anova([1, 2, 3, 5, 7, 8, 9], ["a", "a", "b", "b", "c", "c", "c"]);
    const between = 4.5 + 32 + 192 - 175;
    expect([own.rows, own.groups, own.between.df, own.within.df]).toEqual([7, 3, 2, 4]);
    expect(own.between.sumOfSquares).toBeCloseTo(between, 12);
    expect(own.within).toEqual({ df: 4, sumOfSquares: 4.5, meanSquare: 1.125 });
    expect(own.fStatistic).toBeCloseTo(between / 2 / 1.125, 12);
    expect(own.residualSd).toBe(Math.sqrt(1.125));
    // df1 = 2: P(F > f) = (1 + 2f/4)^(−2)
    expect((own.pValue ?? 0) * (1 + (own.fStatistic ?? 0) / 2) ** 2).toBeCloseTo(1, 13);
  });
  test("is the regression on dummies", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 0, max: 2 })), { minLength: 8, maxLength: 20 }),
        (cells) => {
          fc.pre([0, 1, 2].every((g) => cells.some(([, own]) => own === g)));
          const own = anova(
            cells.map(([y]) => y),
            cells.map(([, g]) => g),
          );
          fc.pre(own.fStatistic !== undefined);
          const dummy = (g: number) => ({ name: `g${g}`, values: cells.map(([, own]) => (own === g ? 1 : 0)) });
          const fit = leastSquares({ response: cells.map(([y]) => y), columns: [dummy(1), dummy(2)] });
          if (!fit.ok) throw new Error("no fit");
          expect(fit.value.residualSumOfSquares / own.within.sumOfSquares).toBeCloseTo(1, 12);
          expect(fit.value.residualSd).toBeCloseTo(own.residualSd ?? 0, 12);
          expect(fit.value.rSquared).toBeCloseTo(own.rSquared ?? 0, 12);
        },
      ),
      { numRuns: 50 },
    );
  });
  test("data that do not serve", () => {
    expect(oneWayAnova([1, 2], ["a", "a"]).issues).toMatchObject([{ code: "too-few-groups", params: { groups: 1, needed: 2 } }]);
    expect(oneWayAnova([1, 2], ["a", "a", "b"]).issues).toMatchObject([{ code: "column-length-differs" }]);
    expect(oneWayAnova([1, Infinity], ["a", "b"]).issues).toMatchObject([{ code: "value-not-finite" }]);
    expect(oneWayAnova([1e200, 2e200, 4e200, 5e200], ["a", "a", "b", "b"])).toEqual({
      ok: false,
      issues: [{ code: "result-too-large", severity: "error", path: ["values"], params: { column: "values" } }],
    });
    const single = oneWayAnova([1, 2], ["a", "b"]);
    expect(single.issues).toMatchObject([{ code: "no-residual-freedom" }]);
    expect(single.ok && single.value.fStatistic).toBeUndefined();
    const flat = oneWayAnova([1, 1, 2, 2], ["a", "a", "b", "b"]);
    expect(flat.issues).toMatchObject([{ code: "residuals-all-zero" }]);
    expect(flat.ok && [flat.value.fStatistic, flat.value.pValue, flat.value.rSquared]).toEqual([undefined, undefined, 1]);
    const nothing = oneWayAnova([3, 3, 3, 3], [1, 1, 2, 2]);
    expect(nothing.ok && nothing.value.rSquared).toBeUndefined();
  });
});
