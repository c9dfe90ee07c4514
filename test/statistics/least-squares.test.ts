import { readFileSync } from "node:fs";
import fc from "fast-check";
import { SchoolGroupsError } from "school-groups/core";
import {
  type CovarianceEstimator,
  type LeastSquaresFit,
  leastSquares,
  type RegressionData,
  type RegressionOptions,
} from "school-groups/statistics";
import { describe, expect, test } from "vitest";

const recorded = JSON.parse(readFileSync(new URL("./recorded/least-squares.json", import.meta.url), "utf8")) as Readonly<
  Record<string, readonly number[]>
>;

function fit(data: RegressionData, options?: RegressionOptions): LeastSquaresFit {
  const result = leastSquares(data, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function codes(data: RegressionData, options?: RegressionOptions): readonly string[] {
  return leastSquares(data, options).issues.map((issue) => issue.code);
}

function close(values: readonly (number | undefined)[], expected: readonly number[] | undefined, bound = 1e-12): void {
  expect(values).toHaveLength(expected?.length ?? -1);
  for (const [i, value] of values.entries())
    expect(Math.abs((value ?? Number.NaN) - (expected?.[i] ?? 0))).toBeLessThanOrEqual(bound * Math.abs(expected?.[i] ?? 0));
}

describe("least squares against recorded figures of R", () => {
  const data: RegressionData = {
    response: recorded["y"] ?? [],
    columns: [
      { name: "x", values: recorded["x"] ?? [] },
      { name: "z", values: recorded["z"] ?? [] },
    ],
    clusters: recorded["g"],
  };
  const weighted = { ...data, weights: recorded["w"] };
  test.each([["plain", data] as const, ["weighted", weighted] as const])("%s: lm and sandwich", (key, own) => {
    const classical = fit(own);
    close(
      classical.coefficients.map((c) => c.estimate),
      recorded[`${key}.estimate`],
    );
    close(
      classical.coefficients.map((c) => c.standardError),
      recorded[`${key}.classical`],
    );
    close(
      classical.coefficients.map((c) => c.pValue),
      recorded[`${key}.p`],
      1e-11,
    );
    close(
      classical.coefficients.map((c) => c.lower),
      recorded[`${key}.lower`],
      1e-11,
    );
    close(
      classical.coefficients.map((c) => c.upper),
      recorded[`${key}.upper`],
      1e-11,
    );
    close([classical.rSquared, classical.residualSd, classical.residualSumOfSquares], recorded[`${key}.fit`]);
    for (const errors of ["HC1", "HC3"] as const) {
      close(
        fit(own, { errors }).coefficients.map((c) => c.standardError),
        recorded[`${key}.${errors}`],
      );
    }
  });
  test("clubSandwich", () => {
    for (const errors of ["CR0", "CR1", "CR2"] as const) {
      close(
        fit(data, { errors }).coefficients.map((c) => c.standardError),
        recorded[`plain.${errors}`],
      );
    }
    const { coefficients } = fit(data, { errors: "CR2" });
    close(
      coefficients.map((c) => c.df),
      recorded["plain.CR2.df"],
      1e-11,
    );
    close(
      coefficients.map((c) => c.pValue),
      recorded["plain.CR2.p"],
      1e-11,
    );
  });
});

/** The exact solution of the normal equations in fractions of BigInt, by Cramer's rule. */
function exactSolution(columns: readonly (readonly bigint[])[], y: readonly bigint[]): readonly (readonly [bigint, bigint])[] {
  const dot = (a: readonly bigint[], b: readonly bigint[]): bigint => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0n), 0n);
  const gram = columns.map((a) => columns.map((b) => dot(a, b)));
  const right = columns.map((a) => dot(a, y));
  const determinant = (m: readonly (readonly bigint[])[]): bigint =>
    m.length === 0
      ? 1n
      : (m[0] ?? []).reduce((sum, value, j) => {
          const minor = m.slice(1).map((row) => row.filter((_, k) => k !== j));
          return sum + (j % 2 === 0 ? 1n : -1n) * value * determinant(minor);
        }, 0n);
  const whole = determinant(gram);
  return columns.map((_, j) => [determinant(gram.map((row, i) => row.map((value, k) => (k === j ? (right[i] ?? 0n) : value)))), whole]);
}

function ratio([numerator, denominator]: readonly [bigint, bigint]): number {
  const sign = numerator < 0n !== denominator < 0n ? -1 : 1;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const shift = BigInt(Math.max(0, 80 + d.toString(2).length - n.toString(2).length));
  return (sign * Number((n << shift) / d)) / 2 ** Number(shift);
}

const integers = (low: number, high: number, count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: low, max: high }), { minLength: count, maxLength: count });

describe("coefficients are the rounded exact solution", () => {
  test("whole-number columns with an offset that ruins the normal equations", () => {
    fc.assert(
      fc.property(integers(-9, 9, 8), integers(-9, 9, 8), integers(-99, 99, 8), (a, b, y) => {
        const [x1, x2] = [a.map((value) => value + 100_000_000), b.map((value) => value + 3_000_000)];
        const one = y.map(() => 1n);
        const exact = exactSolution([one, x1.map(BigInt), x2.map(BigInt)], y.map(BigInt));
        fc.pre((exact[0]?.[1] ?? 0n) !== 0n);
        const { coefficients } = fit({
          response: y,
          columns: [
            { name: "a", values: x1 },
            { name: "b", values: x2 },
          ],
        });
        for (const [j, c] of coefficients.entries()) {
          const value = ratio(exact[j] ?? [0n, 1n]);
          expect(Math.abs(c.estimate - value)).toBeLessThanOrEqual(3e-16 * Math.abs(value));
        }
      }),
      { numRuns: 60 },
    );
  });
  test("polynomials whose powers do not fit a double", () => {
    fc.assert(
      fc.property(
        // One from each stretch of 111: seven neighbours at 100 001 … are collinear to every double, and named as such.
        fc.array(fc.nat(110), { minLength: 7, maxLength: 9 }).map((places) => places.map((place, k) => 100_001 + 111 * k + place)),
        fc.infiniteStream(fc.integer({ min: -99, max: 99 })),
        (x, stream) => {
          const y = x.map(() => stream.next().value ?? 0);
          const power = (n: bigint): bigint[] => x.map((value) => BigInt(value) ** n);
          const exact = exactSolution([power(0n), power(1n), power(2n), power(3n), power(4n)], y.map(BigInt));
          const { coefficients } = fit({ response: y, columns: [{ name: "x", values: x, degree: 4 }] });
          expect(coefficients.map((c) => c.name)).toEqual(["(intercept)", "x", "x^2", "x^3", "x^4"]);
          for (const [j, c] of coefficients.entries()) {
            const value = ratio(exact[j] ?? [0n, 1n]);
            expect(Math.abs(c.estimate - value)).toBeLessThanOrEqual(1e-13 * Math.abs(value));
          }
        },
      ),
      // Seeded, as a draw of places that lie badly would be named as collinear; the bound is for the ones drawn here.
      { numRuns: 40, seed: 20 },
    );
  });
});

const simple: RegressionData = { response: [1, 3, 5, 8], columns: [{ name: "x", values: [0, 1, 2, 3] }] };

describe("by hand", () => {
  test("a line through four points", () => {
    // x̄ = 1.5, ȳ = 4.25, Sxx = 5, Sxy = 11.5: slope 2.3, intercept 0.8; residuals 0.2 −0.1 −0.4 0.3; RSS 0.3, TSS 26.75
    const own = fit(simple);
    close(
      own.coefficients.map((c) => c.estimate),
      [0.8, 2.3],
      3e-16,
    );
    close(own.residuals, [0.2, -0.1, -0.4, 0.3], 1e-14);
    close([own.residualSumOfSquares, own.totalSumOfSquares, own.rSquared], [0.3, 26.75, 1 - 0.3 / 26.75], 1e-14);
    // σ² = 0.15; SE(slope) = √(0.15/5), SE(intercept) = √(0.15 (1/4 + 2.25/5))
    close(
      own.coefficients.map((c) => c.standardError),
      [Math.sqrt(0.105), Math.sqrt(0.03)],
      1e-14,
    );
    expect([own.rows, own.residualDf, own.errors]).toEqual([4, 2, "classical"]);
  });
  test("without an intercept the sums are about 0", () => {
    // Σxy = 37, Σx² = 14
    const own = fit(simple, { intercept: false });
    close(
      own.coefficients.map((c) => c.estimate),
      [37 / 14],
      3e-16,
    );
    close([own.totalSumOfSquares], [99], 1e-15);
  });
  test("a whole weight is that many rows", () => {
    const twice = fit({ response: [1, 3, 3, 5, 8, 8, 8], columns: [{ name: "x", values: [0, 1, 1, 2, 3, 3, 3] }] });
    const own = fit({ ...simple, weights: [1, 2, 1, 3] });
    close(
      own.coefficients.map((c) => c.estimate),
      twice.coefficients.map((c) => c.estimate),
      3e-16,
    );
    close([own.residualSumOfSquares, own.totalSumOfSquares], [twice.residualSumOfSquares, twice.totalSumOfSquares], 1e-14);
  });
  test("clusters of one row: CR0 is HC1 × (n − p)/n", () => {
    const data = { ...simple, clusters: ["a", "b", "c", "d"] };
    const hc = fit(simple, { errors: "HC1" }).coefficients.map((c) => (c.standardError ?? 0) * Math.sqrt(0.5));
    close(
      fit(data, { errors: "CR0" }).coefficients.map((c) => c.standardError),
      hc,
      1e-14,
    );
  });
});

describe("laws", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), { minLength: 5, maxLength: 15 });
  // Both columns add up to 0, so that the intercept is 0.
  const SUMS_OF_ZERO: [number, number][] = [
    [47, -34],
    [-5, 24],
    [22, -16],
    [3, -1],
    [7, 3],
    [1, 25],
    [13, 2],
    [-5, -17],
    [-29, -2],
    [-47, -2],
    [18, -30],
    [-26, 3],
    [1, 45],
  ];
  test("the order of rows and powers of two in the units change nothing", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -200, max: 200 }), (pairs, k) => {
        fc.pre(new Set(pairs.map(([x]) => x)).size > 2);
        const of = (list: readonly (readonly [number, number])[], factor: number): RegressionData => ({
          response: list.map(([, y]) => y),
          columns: [{ name: "x", values: list.map(([x]) => x * factor) }],
        });
        const own = fit(of(pairs, 1));
        const turned = fit(of([...pairs].reverse(), 1));
        // Of an estimate that is 0 only what refinement leaves is seen, nothing beside responses of up to 50.
        const seen = (estimate: number): number => (Math.abs(estimate) < 1e-25 ? 0 : estimate);
        close(
          turned.coefficients.map((c) => seen(c.estimate)),
          own.coefficients.map((c) => seen(c.estimate)),
          3e-16,
        );
        const scaled = fit(of(pairs, 2 ** k));
        expect(scaled.coefficients[1]?.estimate).toBe((own.coefficients[1]?.estimate ?? 0) / 2 ** k);
        expect(scaled.coefficients[1]?.standardError).toBe((own.coefficients[1]?.standardError ?? 0) / 2 ** k);
        expect(scaled.coefficients[0]?.estimate).toBe(own.coefficients[0]?.estimate);
      }),
      { numRuns: 60, examples: [[SUMS_OF_ZERO, 0]] },
    );
  });
  test("whatever the doubles, no NaN comes out", () => {
    const any = fc.oneof(fc.double(), fc.constantFrom(0, 1, 1, 5e-324, 1e-300, 1e300, 1.7e308, -1.7e308));
    const estimators: readonly CovarianceEstimator[] = ["classical", "HC1", "HC3", "CR0", "CR1", "CR2"];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(any, any, any, any), { maxLength: 7 }),
        fc.constantFrom(...estimators),
        fc.boolean(),
        (cells, errors, weighted) => {
          const result = leastSquares(
            {
              response: cells.map(([y]) => y),
              columns: [
                { name: "a", values: cells.map(([, a]) => a) },
                { name: "b", values: cells.map(([, , b]) => b) },
              ],
              weights: weighted ? cells.map(([, , , w]) => Math.abs(w)) : undefined,
              clusters: cells.map((_, i) => i % 3),
            },
            { errors },
          );
          const numbers: unknown[] = [];
          const walk = (value: unknown): void => {
            if (typeof value === "object" && value !== null) for (const part of Object.values(value)) walk(part);
            else numbers.push(value);
          };
          if (result.ok) walk(result.value);
          expect(numbers.filter((value) => Number.isNaN(value))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("data that do not serve", () => {
  const y = [1, 2, 4, 3, 7];
  const x = [1, 2, 3, 4, 5];
  test("lengths, NaN and infinity, with the place", () => {
    expect(leastSquares({ response: y, columns: [{ name: "x", values: [1, 2] }] }).issues).toEqual([
      {
        code: "column-length-differs",
        severity: "error",
        path: ["columns", 0, "values"],
        params: { column: "x", expected: 5, received: 2 },
      },
    ]);
    expect(leastSquares({ response: [1, Number.NaN, 3], columns: [{ name: "x", values: [1, 2, 4] }] }).issues).toEqual([
      { code: "value-not-finite", severity: "error", path: ["response", 1], params: { column: "response", row: 1 } },
    ]);
    expect(codes({ response: y, columns: [{ name: "x", values: x }], clusters: [1, 2] }, { errors: "CR1" })).toEqual([
      "column-length-differs",
    ]);
  });
  test("several problems are told at once", () => {
    const columns = [
      { name: "same", values: [7, 7, 7, 7, 7] },
      { name: "x", values: [1, 2, Infinity, 4, 5] },
    ];
    expect(codes({ response: y, columns, weights: [1, 1, 0, 1, 1] })).toEqual([
      "constant-column",
      "value-not-finite",
      "weight-not-positive",
    ]);
  });
  test("a constant column beside the intercept, not without one; a column of zeros never", () => {
    const columns = [{ name: "same", values: [7, 7, 7, 7, 7] }];
    expect(codes({ response: y, columns })).toEqual(["constant-column"]);
    expect(codes({ response: y, columns }, { intercept: false })).toEqual([]);
    expect(codes({ response: y, columns: [{ name: "zero", values: [0, 0, 0, 0, 0] }] }, { intercept: false })).toEqual(["constant-column"]);
  });
  test("collinear columns are named with those they depend on, all of them", () => {
    const a = [1, 0.1, 0.3, 2.7, 1.1];
    const columns = [
      { name: "x", values: x },
      { name: "a", values: a },
      { name: "sum", values: x.map((value, i) => value + (a[i] ?? 0)) },
      { name: "half", values: a.map((value) => value / 2 + 1) },
    ];
    const result = leastSquares({ response: y, columns });
    expect(result.issues).toEqual([
      { code: "collinear-column", severity: "error", path: ["columns", 2], params: { column: "sum", columns: "x, a" } },
      { code: "collinear-column", severity: "error", path: ["columns", 3], params: { column: "half", columns: "(intercept), a" } },
    ]);
  });
  test("a nearly collinear column is no collinear one", () => {
    const near = x.map((value, i) => value + (i === 2 ? 1e-9 : 0));
    expect(
      codes({
        response: y,
        columns: [
          { name: "x", values: x },
          { name: "near", values: near },
        ],
      }),
    ).toEqual([]);
  });
  test("a power that the design's points do not carry is named", () => {
    const result = leastSquares({ response: [1, 2, 3, 5, 4], columns: [{ name: "x", values: [0, 1, 0, 1, 0], degree: 2 }] });
    expect(result.issues).toMatchObject([{ code: "collinear-column", params: { column: "x^2", columns: "x" } }]);
  });
  test("too few rows, no row at all, as many rows as parameters", () => {
    expect(codes({ response: [1], columns: [{ name: "x", values: [2] }] })).toEqual(["too-few-rows"]);
    expect(codes({ response: [], columns: [] })).toEqual(["too-few-rows"]);
    const exact = leastSquares({ response: [1, 3], columns: [{ name: "x", values: [0, 1] }] });
    expect(exact.issues.map((issue) => issue.code)).toEqual(["no-residual-freedom"]);
    expect(exact.ok && exact.value.coefficients).toEqual([
      { name: "(intercept)", estimate: 1 },
      { name: "x", estimate: 2 },
    ]);
  });
  test("a perfect fit is told; its errors are 0 and give no test", () => {
    const result = leastSquares({ response: [1, 3, 5, 7], columns: [{ name: "x", values: [0, 1, 2, 3] }] });
    expect(result.issues).toMatchObject([{ code: "residuals-all-zero", severity: "warning", params: { rows: 4 } }]);
    expect(result.ok && result.value.coefficients[1]).toEqual({ name: "x", estimate: 2, standardError: 0 });
    expect(result.ok && result.value.rSquared).toBe(1);
    expect(codes({ response: [2, 2, 2, 2], columns: [{ name: "x", values: [0, 1, 2, 4] }] })).toEqual(["residuals-all-zero"]);
  });
  test("clusters: one is too few, fewer than parameters is told", () => {
    const data = { response: y, columns: [{ name: "x", values: x }] };
    expect(codes({ ...data, clusters: [1, 1, 1, 1, 1] }, { errors: "CR2" })).toEqual(["too-few-groups"]);
    const two = {
      response: y,
      columns: [
        { name: "x", values: x },
        { name: "z", values: [0, 1, 1, 0, 0] },
      ],
      clusters: [1, 1, 2, 2, 2],
    };
    expect(codes(two, { errors: "CR1" })).toEqual(["groups-fewer-than-parameters"]);
    expect(codes({ ...data, clusters: [1, 1, 1, 1, 1] })).toEqual([]);
  });
  test("a row that alone carries a coefficient has leverage 1: no HC3", () => {
    const data = { response: y, columns: [{ name: "only", values: [0, 0, 0, 1, 0] }] };
    const result = leastSquares(data, { errors: "HC3" });
    expect(result.issues).toMatchObject([{ code: "leverage-one", params: { row: 3 } }]);
    expect(result.ok && result.value.coefficients[1]?.standardError).toBeUndefined();
    expect(codes(data, { errors: "HC1" })).toEqual([]);
  });
  test("clusters whose scores vanish determine no error, however rounding falls", () => {
    // two arms of one cluster each: the residuals of an arm sum to 0, which is every score there is; means 65 1/6 and 76
    const treated = [0, 0, 0, 1, 1, 1];
    const arms: RegressionData = {
      response: [61, 70.5, 64, 80, 77, 71],
      columns: [{ name: "treated", values: treated }],
      clusters: ["A", "A", "A", "B", "B", "B"],
    };
    const others: readonly RegressionData[] = [
      arms,
      { ...arms, weights: [1, 2, 3, 1, 0.1, 0.7] },
      { ...arms, response: [61.1, 70.7, 64.3, 80.9, 77.77, 71.2] },
      { ...arms, response: [610000.1, 610000.7, 610000.3, 610000.9, 610000.2, 610000.6] },
      { ...arms, columns: [{ name: "treated", values: treated.map((value) => value + 2024) }] },
    ];
    for (const data of others) {
      for (const errors of ["CR0", "CR1", "CR2"] as const) {
        const result = leastSquares(data, { errors });
        expect(result.issues).toEqual([
          { code: "cluster-scores-vanish", severity: "warning", path: ["clusters"], params: { column: "(intercept)" } },
          { code: "cluster-scores-vanish", severity: "warning", path: ["clusters"], params: { column: "treated" } },
        ]);
        expect(result.ok && result.value.covariance).toBeUndefined();
        for (const c of fit(data, { errors }).coefficients) expect(Object.keys(c)).toEqual(["name", "estimate"]);
      }
      expect(codes(data)).toEqual([]);
    }
    close([fit(arms, { errors: "CR1" }).coefficients[1]?.estimate], [65 / 6], 1e-15);
    // residuals −d, d, 0, 0: cluster a cancels, b and c have none; in tenths only to the last bit
    for (const response of [
      [1, 3, 2, 5],
      [1.1, 3.3, 2.2, 5.7],
    ]) {
      const data = { response, columns: [{ name: "x", values: [0, 0, 0, 1] }], clusters: ["a", "a", "b", "c"] };
      expect(codes(data, { errors: "CR2" })).toEqual(["cluster-scores-vanish", "cluster-scores-vanish"]);
    }
  });
  test("a coefficient of whole clusters keeps its error beside one that has none", () => {
    // arms are told apart by two dummies: scores 1, −1 in the first arm; 0 in the second, which is one cluster
    const data: RegressionData = {
      response: [1, 2, 3, 4, 7, 8],
      columns: [
        { name: "one", values: [1, 1, 1, 1, 0, 0] },
        { name: "two", values: [0, 0, 0, 0, 1, 1] },
      ],
      clusters: ["a", "a", "b", "b", "c", "c"],
    };
    const result = leastSquares(data, { errors: "CR0", intercept: false });
    expect(result.issues).toMatchObject([{ code: "cluster-scores-vanish", params: { column: "two" } }]);
    // residuals −1.5 −0.5 0.5 1.5: scores −2 and 2, variance (4 + 4) / 4²
    close(result.ok ? [result.value.coefficients[0]?.standardError] : [], [Math.sqrt(0.5)], 1e-14);
    expect(result.ok && result.value.coefficients[1]?.standardError).toBeUndefined();
  });
  test("scores far below the residuals are still scores", () => {
    // residuals about ±1, scores of the four clusters about 1e-9: small, but no rounding
    const data: RegressionData = {
      response: [1, -1 + 1e-9, 1, -1 - 1e-9, 1, -1 + 1e-9, 1, -1 - 1e-9],
      columns: [],
      clusters: [1, 1, 2, 2, 3, 3, 4, 4],
    };
    const { coefficients } = fit(data, { errors: "CR0" });
    // √(4 × 1e-18) / 8
    close([coefficients[0]?.standardError], [2.5e-10], 1e-6);
    expect(codes(data, { errors: "CR0" })).toEqual([]);
  });
  test("figures beyond the range of doubles are told, not infinite", () => {
    // the slope is about 1.5e600, sums of squares about 1e600
    const large = leastSquares({ response: [1e300, 2e300, 4e300], columns: [{ name: "x", values: [1e-300, 2e-300, 3e-300] }] });
    expect(large).toEqual({
      ok: false,
      issues: [
        { code: "result-too-large", severity: "error", path: ["columns"], params: { column: "x" } },
        { code: "result-too-large", severity: "error", path: ["response"], params: { column: "response" } },
      ],
    });
    // slope 1.5e200 ± 0.3e200: only its square is too large
    const small = leastSquares({ response: [1, 2, 4], columns: [{ name: "x", values: [1e-200, 2e-200, 3e-200] }] });
    expect(small.issues).toEqual([{ code: "figure-too-large", severity: "warning", path: ["response"], params: { column: "response" } }]);
    expect(small.ok && small.value.covariance).toBeUndefined();
    // residuals 1/6 −1/3 1/6: variance 1/6, over Σ(x − x̄)² = 2e-400
    close(small.ok ? [small.value.coefficients[1]?.standardError] : [], [Math.sqrt(1 / 12) * 1e200], 1e-13);
  });
  test("names that clash with a derived one throw, as equal names do", () => {
    const values = [0, 1, 2, 3];
    const other = [1, 0, 0, 2];
    const clash = (columns: RegressionData["columns"], options?: RegressionOptions) => () =>
      leastSquares({ response: [1, 3, 5, 8], columns }, options);
    expect(clash([{ name: "(intercept)", values }])).toThrow(SchoolGroupsError);
    expect(clash([{ name: "(intercept)", values }], { intercept: false })).not.toThrow();
    const square = { name: "x^2", values: other };
    expect(clash([{ name: "x", values, degree: 2 }, square])).toThrow(SchoolGroupsError);
    expect(clash([square, { name: "x", values, degree: 3 }])).toThrow(SchoolGroupsError);
    expect(clash([{ name: "x", values }, square])).not.toThrow();
  });
  test("a raw name like a power is placed at its own column", () => {
    const columns = [
      { name: "x", values: x },
      { name: "x^2", values: x.map((value) => 2 * value) },
    ];
    expect(leastSquares({ response: y, columns }).issues).toMatchObject([{ code: "collinear-column", path: ["columns", 1] }]);
  });
  test("malformed options throw", () => {
    expect(() => leastSquares(simple, { errors: "HC7" as unknown as CovarianceEstimator })).toThrow(SchoolGroupsError);
    expect(() => leastSquares(simple, { errors: "CR2" })).toThrow(SchoolGroupsError);
    expect(() => leastSquares(simple, { level: 1 })).toThrow(SchoolGroupsError);
    expect(() => leastSquares({ response: [1], columns: [] }, { intercept: false })).toThrow(SchoolGroupsError);
    expect(() => leastSquares({ ...simple, columns: [{ name: "x", values: [0, 1, 2, 3], degree: 0 }] })).toThrow(SchoolGroupsError);
    expect(() => leastSquares({ ...simple, columns: [...simple.columns, ...simple.columns] })).toThrow(SchoolGroupsError);
  });
});
