import { EPSILON } from "./find-root.js";

/** Householder QR of tall columns: reflectors, the triangle, and which columns the ones before them already determine. @internal */
export interface HouseholderQr {
  readonly rows: number;
  /** Indices of the columns kept, in order; `triangle` and the reflectors refer to them. */
  readonly kept: readonly number[];
  /** Upper triangle as rows: `triangle[i][j]` for j ≥ i. */
  readonly triangle: readonly (readonly number[])[];
  readonly reflectors: readonly Float64Array[];
  /** Columns left out, each with its coefficients on the columns kept before it. */
  readonly dependent: readonly { readonly column: number; readonly on: readonly number[] }[];
}

/** Weighted columns this short (beside 1) have nothing left to be told by. */
const VANISHING = 1e-120;

/**
 * QR of columns, each first scaled to a largest value near 1. A column whose remainder is below `tolerance` times its length is left out.
 *
 * The remainder's own noise is a few rounding errors of the sums, hence the default max(64, 4√n) × 2⁻⁵².
 *
 * @internal
 */
export function householderQr(columns: readonly Float64Array[], tolerance?: number): HouseholderQr {
  const rows = columns[0]?.length ?? 0;
  const bound = tolerance ?? Math.max(64, 4 * Math.sqrt(rows)) * EPSILON;
  const kept: number[] = [];
  const reflectors: Float64Array[] = [];
  const heads: number[][] = [];
  const dependent: { column: number; on: number[] }[] = [];
  for (let j = 0; j < columns.length; j += 1) {
    const work = columns[j]!.slice();
    const length = norm(work, 0);
    for (const [k, reflector] of reflectors.entries()) reflect(reflector, k, work);
    const k = kept.length;
    const remainder = k < rows ? norm(work, k) : 0;
    const head = Array.from(work.subarray(0, k));
    if (!(remainder > Math.max(bound * length, VANISHING))) {
      dependent.push({ column: j, on: solveUpper(heads, head) });
      continue;
    }
    const diagonal = work[k]! > 0 ? -remainder : remainder;
    work[k] = work[k]! - diagonal;
    reflectors.push(normalise(work, k));
    head.push(diagonal);
    heads.push(head);
    kept.push(j);
  }
  const triangle = kept.map((_, i) => heads.map((column) => (i < column.length ? column[i]! : 0)));
  return { rows, kept, triangle, reflectors, dependent };
}

function norm(v: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < v.length; i += 1) sum += v[i]! * v[i]!;
  return Math.sqrt(sum);
}

/** Scales the reflector to length √2, so that I − v vᵀ is the reflection. */
function normalise(v: Float64Array, from: number): Float64Array {
  const factor = 1.4142135623730951 / norm(v, from);
  for (let i = from; i < v.length; i += 1) v[i] = v[i]! * factor;
  return v;
}

function reflect(v: Float64Array, from: number, target: Float64Array): void {
  let dot = 0;
  for (let i = from; i < target.length; i += 1) dot += v[i]! * target[i]!;
  for (let i = from; i < target.length; i += 1) target[i] = target[i]! - dot * v[i]!;
}

/** Overwrites `target` by Qᵀ target. @internal */
export function applyTransposed(qr: HouseholderQr, target: Float64Array): void {
  for (let k = 0; k < qr.reflectors.length; k += 1) reflect(qr.reflectors[k]!, k, target);
}

/** Overwrites `target` by Q target. @internal */
export function applyOrthogonal(qr: HouseholderQr, target: Float64Array): void {
  for (let k = qr.reflectors.length - 1; k >= 0; k -= 1) reflect(qr.reflectors[k]!, k, target);
}

/** The first columns of Q, one array per kept column. @internal */
export function thinOrthogonal(qr: HouseholderQr): Float64Array[] {
  return qr.kept.map((_, k) => {
    const unit = new Float64Array(qr.rows);
    unit[k] = 1;
    applyOrthogonal(qr, unit);
    return unit;
  });
}

/** Solves R x = b, R given by columns as built above. */
function solveUpper(columns: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x = b.slice();
  for (let j = columns.length - 1; j >= 0; j -= 1) {
    const column = columns[j]!;
    x[j] = x[j]! / column[j]!;
    for (let i = 0; i < j; i += 1) x[i] = x[i]! - column[i]! * x[j]!;
  }
  return x;
}

/** Solves R x = b. @internal */
export function solveTriangle(triangle: readonly (readonly number[])[], b: ArrayLike<number>): number[] {
  const n = triangle.length;
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    const row = triangle[i]!;
    let sum = b[i]!;
    for (let j = i + 1; j < n; j += 1) sum -= row[j]! * x[j]!;
    x[i] = sum / row[i]!;
  }
  return x;
}

/** Solves Rᵀ x = b. @internal */
export function solveTriangleTransposed(triangle: readonly (readonly number[])[], b: ArrayLike<number>): number[] {
  const n = triangle.length;
  const x = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i += 1) {
    let sum = b[i]!;
    for (let j = 0; j < i; j += 1) sum -= triangle[j]![i]! * x[j]!;
    x[i] = sum / triangle[i]![i]!;
  }
  return x;
}
