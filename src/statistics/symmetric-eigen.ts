import { SchoolGroupsError } from "../core/index.js";
import type { Matrix } from "./cholesky.js";

/** Eigenvalues in descending order; `vectors[k]` is the unit eigenvector of `values[k]`, its largest component positive. */
export interface SymmetricEigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix (对称矩阵特征值), by cyclic Jacobi rotations; only the lower triangle is read.
 *
 * Small eigenvalues of positive definite matrices keep their relative accuracy as far as the matrix determines them. Equal eigenvalues keep the
 * order of their columns. An empty matrix gives empty lists. Throws `invalid-argument` when an element is not finite, or so large (beyond about 1e307)
 * that the eigenvalues leave the range of doubles. Source: Golub & Van Loan (2013), 8.5.
 *
 * @example
 * ```ts
 * import { symmetricEigen } from "school-groups/statistics";
 *
 * symmetricEigen([[2, 0], [0, 3]]); // => { values: [3, 2], vectors: [[0, 1], [1, 0]] }
 * ```
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  const result = eigenOf(matrix);
  const read = matrix.every((row, i) => row.slice(0, i + 1).every(Number.isFinite));
  if (!read || !result.values.every(Number.isFinite) || !result.vectors.flat().every(Number.isFinite)) {
    throw new SchoolGroupsError("invalid-argument", "the matrix must have finite elements whose eigenvalues are finite");
  }
  return result;
}

/** The same for matrices that are finite by construction. @internal */
export function eigenOf(matrix: Matrix): SymmetricEigen {
  const n = matrix.length;
  const a = matrix.map((row, i) => Array.from({ length: n }, (_, j) => (j <= i ? row[j]! : matrix[j]![i]!)));
  const v = a.map((_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let rotated = false;
    for (let p = 0; p < n - 1; p += 1) {
      for (let q = p + 1; q < n; q += 1) rotated = rotate(a, v, p, q) || rotated;
    }
    if (!rotated) break;
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]! || i - j);
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => orient(v[i]!)) };
}

/** One rotation that makes a[p][q] zero; false when it is already nothing beside the two diagonal elements. Rows of `v` are the vectors. */
function rotate(a: number[][], v: number[][], p: number, q: number): boolean {
  const [ap, aq] = [a[p]!, a[q]!];
  const off = ap[q]!;
  const size = Math.sqrt(Math.abs(ap[p]!)) * Math.sqrt(Math.abs(aq[q]!));
  if (off === 0 || Math.abs(off) <= 1e-17 * size) {
    ap[q] = 0;
    aq[p] = 0;
    return false;
  }
  const theta = (aq[q]! - ap[p]!) / (2 * off);
  const t = Math.abs(theta) > 1e150 ? 1 / (2 * theta) : (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  ap[p] = ap[p]! - t * off;
  aq[q] = aq[q]! + t * off;
  ap[q] = 0;
  aq[p] = 0;
  for (let k = 0; k < a.length; k += 1) {
    if (k !== p && k !== q) {
      const [x, y] = [ap[k]!, aq[k]!];
      ap[k] = c * x - s * y;
      aq[k] = s * x + c * y;
      a[k]![p] = ap[k]!;
      a[k]![q] = aq[k]!;
    }
    const [x, y] = [v[p]![k]!, v[q]![k]!];
    v[p]![k] = c * x - s * y;
    v[q]![k] = s * x + c * y;
  }
  return true;
}

function orient(vector: readonly number[]): number[] {
  let largest = 0;
  for (const component of vector) if (Math.abs(component) > Math.abs(largest) * (1 + 1e-12)) largest = component;
  return vector.map((component) => (largest < 0 ? -component : component) + 0);
}
