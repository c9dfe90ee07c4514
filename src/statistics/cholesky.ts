import { log } from "./elementary.js";
import { EPSILON } from "./find-root.js";

/** A small dense matrix as rows. */
export type Matrix = readonly (readonly number[])[];

/** The lower triangle L with A = L Lᵀ, or the first column that the columns before it already determine. */
export type Cholesky =
  | { readonly ok: true; readonly lower: readonly (readonly number[])[] }
  | { readonly ok: false; readonly column: number };

/**
 * Cholesky factor of a symmetric positive definite matrix (乔列斯基分解), for small dense matrices; only the lower triangle is read.
 *
 * A column whose remaining pivot is at most `tolerance` times its diagonal (default: order × 2⁻⁵²) ends the factorisation and is named.
 * An empty matrix gives an empty factor.
 *
 * @example
 * ```ts
 * import { cholesky } from "school-groups/statistics";
 *
 * cholesky([[4, 2], [2, 5]]); // => { ok: true, lower: [[2, 0], [1, 2]] }
 * cholesky([[1, 1], [1, 1]]); // => { ok: false, column: 1 }
 * ```
 */
export function cholesky(a: Matrix, tolerance: number = a.length * EPSILON): Cholesky {
  const n = a.length;
  const lower: number[][] = [];
  for (let i = 0; i < n; i += 1) {
    const row = new Array<number>(n).fill(0);
    const source = a[i]!;
    for (let j = 0; j < i; j += 1) {
      const other = lower[j]!;
      let sum = source[j]!;
      for (let k = 0; k < j; k += 1) sum -= row[k]! * other[k]!;
      row[j] = sum / other[j]!;
    }
    let pivot = source[i]!;
    for (let k = 0; k < i; k += 1) pivot -= row[k]! * row[k]!;
    if (!(pivot > tolerance * Math.abs(source[i]!))) return { ok: false, column: i };
    row[i] = Math.sqrt(pivot);
    lower.push(row);
  }
  return { ok: true, lower };
}

/**
 * Solves L x = b for a lower triangle L.
 *
 * @example
 * ```ts
 * import { solveLower } from "school-groups/statistics";
 *
 * solveLower([[2, 0], [1, 2]], [2, 5]); // => [1, 2]
 * ```
 */
export function solveLower(lower: Matrix, b: ArrayLike<number>): number[] {
  const x: number[] = [];
  for (let i = 0; i < lower.length; i += 1) {
    const row = lower[i]!;
    let sum = b[i]!;
    for (let k = 0; k < i; k += 1) sum -= row[k]! * x[k]!;
    x.push(sum / row[i]!);
  }
  return x;
}

/**
 * Solves Lᵀ x = b for a lower triangle L.
 *
 * @example
 * ```ts
 * import { solveLowerTransposed } from "school-groups/statistics";
 *
 * solveLowerTransposed([[2, 0], [1, 2]], [4, 4]); // => [1, 2]
 * ```
 */
export function solveLowerTransposed(lower: Matrix, b: ArrayLike<number>): number[] {
  const n = lower.length;
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k += 1) sum -= lower[k]![i]! * x[k]!;
    x[i] = sum / lower[i]![i]!;
  }
  return x;
}

/**
 * Solves A x = b from the Cholesky factor of A.
 *
 * @example
 * ```ts
 * import { choleskySolve } from "school-groups/statistics";
 *
 * choleskySolve([[2, 0], [1, 2]], [8, 12]); // => [1, 2]
 * ```
 */
export function choleskySolve(lower: Matrix, b: ArrayLike<number>): number[] {
  return solveLowerTransposed(lower, solveLower(lower, b));
}

/**
 * The inverse of A from its Cholesky factor, exactly symmetric.
 *
 * @example
 * ```ts
 * import { choleskyInverse } from "school-groups/statistics";
 *
 * choleskyInverse([[2, 0], [0, 4]]); // => [[0.25, 0], [0, 0.0625]]
 * ```
 */
export function choleskyInverse(lower: Matrix): number[][] {
  const n = lower.length;
  const columns: number[][] = [];
  for (let j = 0; j < n; j += 1) {
    const unit = new Array<number>(n).fill(0);
    unit[j] = 1;
    columns.push(solveLower(lower, unit));
  }
  // A⁻¹ = L⁻ᵀ L⁻¹
  return columns.map((left) =>
    columns.map((right) => {
      let sum = 0;
      for (let k = 0; k < n; k += 1) sum += left[k]! * right[k]!;
      return sum;
    }),
  );
}

/**
 * log |A| from the Cholesky factor of A; 0 for an empty matrix.
 *
 * @example
 * ```ts
 * import { choleskyLogDeterminant } from "school-groups/statistics";
 *
 * choleskyLogDeterminant([[1, 0], [3, 1]]); // => 0
 * ```
 */
export function choleskyLogDeterminant(lower: Matrix): number {
  let sum = 0;
  for (let i = 0; i < lower.length; i += 1) sum += log(lower[i]![i]!);
  return 2 * sum;
}
