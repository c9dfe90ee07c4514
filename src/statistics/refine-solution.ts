import type { DesignColumn } from "./design-columns.js";
import { type DoubleDouble, dd, ddAddNumber, ddZero, fastTwoSum, twoSum } from "./double-double.js";
import { type DoubleDoubleArray, exactProduct, subtractMultiple } from "./exact-residual.js";
import { applyOrthogonal, applyTransposed, type HouseholderQr, solveTriangle, solveTriangleTransposed } from "./householder.js";

/** Coefficients and residuals to more digits than a double holds. @internal */
export interface RefinedSolution {
  readonly coefficients: readonly DoubleDouble[];
  readonly residuals: DoubleDoubleArray;
  readonly refinements: number;
}

/**
 * Least squares from a QR factor, refined on the augmented system r + X b = y, Xᵀ W r = 0 with residuals to 32 digits.
 *
 * Each round gains as many digits as the factor is worth, so that the end is the rounded exact solution while condition × 2⁻⁵² is below 1.
 * `roots` are √weights; the factor is that of √W X. Source: Björck (1967); Higham (2002), 20.5.
 *
 * @internal
 */
export function refineSolution(
  qr: HouseholderQr,
  columns: readonly DesignColumn[],
  response: Float64Array,
  weighting?: { readonly weights: Float64Array; readonly roots: Float64Array },
): RefinedSolution {
  const n = response.length;
  let coefficients: DoubleDouble[] = columns.map(() => ddZero);
  const residuals: DoubleDoubleArray = { head: new Float64Array(n), tail: new Float64Array(n) };
  const f: DoubleDoubleArray = { head: new Float64Array(n), tail: new Float64Array(n) };
  let last = Number.POSITIVE_INFINITY;
  for (let round = 0; ; round += 1) {
    systemResidual(f, { response, residuals, columns, coefficients });
    const g = columns.map((column) => (round === 0 ? 0 : -toNumber(exactProduct(column, residuals, weighting?.weights))));
    const { step, change } = solveAugmented(qr, f, g, weighting?.roots);
    const size = round === 0 ? 1 : relativeSize(step, coefficients);
    // a step that no longer shrinks is noise: leave the solution as it is
    if (round > 1 && !(size < last / 2)) return { coefficients, residuals, refinements: round - 1 };
    coefficients = coefficients.map((value, j) => ddAddNumber(value, step[j]!));
    addTo(residuals, change);
    // the next step shrinks as this one did; small coefficients beside large ones want some digits more than a double holds
    if (round > 0 && (size * (size / last) < 1e-22 || round >= 30)) return { coefficients, residuals, refinements: round };
    last = size;
  }
}

function toNumber(value: DoubleDouble): number {
  return value.hi + value.lo;
}

/** f = y − r − X b. */
function systemResidual(
  f: DoubleDoubleArray,
  system: {
    readonly response: Float64Array;
    readonly residuals: DoubleDoubleArray;
    readonly columns: readonly DesignColumn[];
    readonly coefficients: readonly DoubleDouble[];
  },
): void {
  const { response, residuals, columns, coefficients } = system;
  for (let i = 0; i < response.length; i += 1) {
    const sum = twoSum(response[i]!, -residuals.head[i]!);
    const folded = fastTwoSum(sum.hi, sum.lo - residuals.tail[i]!);
    f.head[i] = folded.hi;
    f.tail[i] = folded.lo;
  }
  for (const [j, column] of columns.entries()) {
    if (coefficients[j]!.hi !== 0) subtractMultiple(f, column, coefficients[j]!);
  }
}

/** Solves r + X b = f, Xᵀ W r = g by the factor. */
function solveAugmented(
  qr: HouseholderQr,
  f: DoubleDoubleArray,
  g: readonly number[],
  roots: Float64Array | undefined,
): { readonly step: readonly number[]; readonly change: Float64Array } {
  const p = qr.kept.length;
  const work = roots === undefined ? f.head.slice() : f.head.map((value, i) => value * roots[i]!);
  applyTransposed(qr, work);
  const h = solveTriangleTransposed(qr.triangle, g);
  const step = solveTriangle(
    qr.triangle,
    h.map((value, k) => work[k]! - value),
  );
  for (let k = 0; k < p; k += 1) work[k] = h[k]!;
  applyOrthogonal(qr, work);
  if (roots !== undefined) for (let i = 0; i < work.length; i += 1) work[i] = work[i]! / roots[i]!;
  return { step, change: work };
}

/** Length of the step over the length of the solution, in columns scaled to 1. */
function relativeSize(step: readonly number[], coefficients: readonly DoubleDouble[]): number {
  let [moved, reference] = [0, 0];
  for (const [j, value] of step.entries()) {
    moved = Math.max(moved, Math.abs(value));
    reference = Math.max(reference, Math.abs(coefficients[j]!.hi));
  }
  return moved === 0 ? 0 : reference === 0 ? 1 : moved / reference;
}

function addTo(target: DoubleDoubleArray, change: Float64Array): void {
  for (let i = 0; i < change.length; i += 1) {
    const sum = twoSum(target.head[i]!, change[i]!);
    const folded = fastTwoSum(sum.hi, sum.lo + target.tail[i]!);
    target.head[i] = folded.hi;
    target.tail[i] = folded.lo;
  }
}

/** Σ weight × r², to about 30 digits. @internal */
export function sumOfSquares(v: DoubleDoubleArray, weights?: Float64Array): number {
  const own = { name: "", head: v.head, tail: v.tail, exponent: 0 };
  const sum = exactProduct(own, v, weights);
  return toNumber(sum.hi === 0 ? dd(0) : sum);
}
