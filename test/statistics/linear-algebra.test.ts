import fc from "fast-check";
import { SchoolGroupsError } from "school-groups/core";
import {
  cholesky,
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolve,
  createRandom,
  log,
  type Matrix,
  solveLower,
  solveLowerTransposed,
  symmetricEigen,
} from "school-groups/statistics";
import { describe, expect, test } from "vitest";

const times = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? 0), 0)));
const transposed = (a: Matrix): number[][] => (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? 0));
const largest = (a: Matrix): number => Math.max(...a.flat().map(Math.abs));
const minus = (a: Matrix, b: Matrix): number[][] => a.map((row, i) => row.map((value, j) => value - (b[i]?.[j] ?? 0)));
const unit = (n: number): number[][] => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));

/** X'X of n + 3 random rows: positive definite with certainty. */
function definite(seed: number, n: number): number[][] {
  const random = createRandom(seed);
  const x = Array.from({ length: n + 3 }, () => Array.from({ length: n }, random.normal));
  return times(transposed(x), x);
}

const cases = fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 8 }));

describe("Cholesky", () => {
  test("a matrix whose factor is whole", () => {
    // [2 0 0; 6 1 0; −8 5 3] times its transpose
    const a = [
      [4, 12, -16],
      [12, 37, -43],
      [-16, -43, 98],
    ];
    const factor = cholesky(a);
    expect(factor).toEqual({
      ok: true,
      lower: [
        [2, 0, 0],
        [6, 1, 0],
        [-8, 5, 3],
      ],
    });
    if (!factor.ok) return;
    expect(choleskyLogDeterminant(factor.lower)).toBe(2 * (log(2) + log(1) + log(3)));
    // A (1, 2, 3)' = (−20, −43, 192)'
    expect(choleskySolve(factor.lower, [-20, -43, 192])).toEqual([1, 2, 3]);
    expect(solveLower(factor.lower, [2, 8, 11])).toEqual([1, 2, 3]);
    // Lᵀ (1, 2, 3)' = (2 + 12 − 24, 2 + 15, 9)'
    expect(solveLowerTransposed(factor.lower, [-10, 17, 9])).toEqual([1, 2, 3]);
  });
  test("names the column that the others determine, and what is not definite", () => {
    expect(
      cholesky([
        [1, 2, 3],
        [2, 5, 7],
        [3, 7, 10],
      ]),
    ).toEqual({ ok: false, column: 2 });
    expect(cholesky([[0]])).toEqual({ ok: false, column: 0 });
    expect(cholesky([[-1]])).toEqual({ ok: false, column: 0 });
    expect(cholesky([[Number.NaN]])).toEqual({ ok: false, column: 0 });
    expect(cholesky([])).toEqual({ ok: true, lower: [] });
  });
  test("factor and inverse give the matrix back", () => {
    fc.assert(
      fc.property(cases, ([seed, n]) => {
        const a = definite(seed, n);
        const factor = cholesky(a);
        if (!factor.ok) throw new Error("not definite");
        expect(largest(minus(times(factor.lower, transposed(factor.lower)), a))).toBeLessThan(1e-14 * largest(a) * n);
        const inverse = choleskyInverse(factor.lower);
        expect(inverse).toEqual(transposed(inverse));
        expect(largest(minus(times(a, inverse), unit(n)))).toBeLessThan(1e-13 * largest(a) * largest(inverse) * n);
      }),
    );
  });
});

describe("eigenvalues of symmetric matrices", () => {
  test("by hand", () => {
    // trace 6, determinant 8 → λ² − 6λ + 8 = 0: 4 and 2, along (1, 1) and (1, −1)
    const { values, vectors } = symmetricEigen([
      [3, 1],
      [1, 3],
    ]);
    expect(values).toEqual([4, 2]);
    for (const vector of vectors) expect(Math.abs(vector[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 15);
    expect(symmetricEigen([])).toEqual({ values: [], vectors: [] });
    expect(symmetricEigen([[0]])).toEqual({ values: [0], vectors: [[1]] });
  });
  test("a graded matrix keeps its small eigenvalue", () => {
    // [1e10 1; 1 1]: the small root of λ² − (1e10 + 1) λ + (1e10 − 1) is 2 (1e10 − 1) / (1e10 + 1 + √((1e10 − 1)² + 4)) = 0.9999999999 (− 1e-20 …)
    const { values } = symmetricEigen([
      [1e10, 1],
      [1, 1],
    ]);
    expect(Math.abs((values[1] ?? 0) - 0.9999999999)).toBeLessThan(2e-16);
  });
  test("A v = λ v, vectors orthonormal, values descending, trace kept", () => {
    fc.assert(
      fc.property(cases, ([seed, n]) => {
        const a = definite(seed, n);
        const { values, vectors } = symmetricEigen(a);
        expect(largest(minus(times(vectors, transposed(vectors)), unit(n)))).toBeLessThan(1e-14 * n);
        const scaled = vectors.map((vector, k) => vector.map((x) => x * (values[k] ?? 0)));
        expect(largest(minus(times(vectors, a), scaled))).toBeLessThan(1e-14 * largest(a) * n * n);
        expect([...values].sort((x, y) => y - x)).toEqual(values);
        const trace = a.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
        expect(values.reduce((sum, value) => sum + value, 0) / trace).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("matrices without finite eigenvalues", () => {
  // [1e308 1e308; 1e308 1e308] has the eigenvalue 2e308
  const cases: readonly Matrix[] = [
    [[Number.NaN]],
    [[Infinity]],
    [
      [1, 0],
      [Number.NaN, 1],
    ],
    [
      [1e308, 1e308],
      [1e308, 1e308],
    ],
  ];
  test.each(cases)("throw %#", (...matrix) => {
    expect(() => symmetricEigen(matrix)).toThrow(SchoolGroupsError);
  });
  test("what lies above the diagonal is not read", () => {
    expect(
      symmetricEigen([
        [2, Number.NaN],
        [0, 3],
      ]).values,
    ).toEqual([3, 2]);
  });
});
