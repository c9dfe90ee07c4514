import type { DesignColumn } from "./design-columns.js";
import { type DoubleDouble, dd, ddDivide, ddMultiply, ddOne, ddSquareRoot, ddSubtract, ddZero } from "./double-double.js";
import { exactProduct } from "./exact-residual.js";
import { type HouseholderQr, solveTriangleTransposed } from "./householder.js";

/** A condition beyond which the triangle's own rounding would show in standard errors. */
const WELL_CONDITIONED = 1e3;

/** A lower bound of the condition number: the ratio of the triangle's extreme diagonal elements. @internal */
export function conditionOf(qr: HouseholderQr): number {
  let [largest, smallest] = [0, Number.POSITIVE_INFINITY];
  for (const [i, row] of qr.triangle.entries()) {
    largest = Math.max(largest, Math.abs(row[i]!));
    smallest = Math.min(smallest, Math.abs(row[i]!));
  }
  return largest / smallest;
}

/**
 * (Xᵀ W X)⁻¹ in the scaled columns: from the triangle when the columns are well conditioned, else by Cholesky in double-double on exact cross-products.
 *
 * @internal
 */
export function inverseCrossProduct(qr: HouseholderQr, columns: readonly DesignColumn[], weights: Float64Array | undefined): number[][] {
  const exact = conditionOf(qr) > WELL_CONDITIONED ? exactInverse(columns, weights) : undefined;
  if (exact !== undefined) return exact;
  const p = columns.length;
  const rows = columns.map((_, j) => {
    const unit = new Array<number>(p).fill(0);
    unit[j] = 1;
    return solveTriangleTransposed(qr.triangle, unit);
  });
  // rows[j] = R⁻ᵀ e_j, hence (RᵀR)⁻¹ = rowsᵢ · rowsⱼ
  return rows.map((left) => rows.map((right) => left.reduce((sum, value, k) => sum + value * right[k]!, 0)));
}

function exactInverse(columns: readonly DesignColumn[], weights: Float64Array | undefined): number[][] | undefined {
  const p = columns.length;
  const lower: DoubleDouble[][] = [];
  for (let i = 0; i < p; i += 1) {
    const row: DoubleDouble[] = [];
    const left = columns[i]!;
    for (let j = 0; j <= i; j += 1) {
      const right = columns[j]!;
      const v = { head: right.head, tail: right.tail ?? new Float64Array(right.head.length) };
      let value = exactProduct(left, v, weights);
      for (let k = 0; k < j; k += 1) value = ddSubtract(value, ddMultiply(row[k]!, j === i ? row[k]! : lower[j]![k]!));
      row.push(j === i ? ddSquareRoot(value) : ddDivide(value, lower[j]![j]!));
    }
    if (!(row[i]!.hi > 0)) return undefined;
    lower.push(row);
  }
  const inverseRows = lower.map((_, j) => forward(lower, j));
  return inverseRows.map((left) =>
    inverseRows.map((right) => {
      let sum = ddZero;
      for (let k = 0; k < p; k += 1) sum = ddSubtract(sum, ddMultiply(left[k]!, { hi: -right[k]!.hi, lo: -right[k]!.lo }));
      return sum.hi;
    }),
  );
}

/** L⁻¹ e_j. */
function forward(lower: readonly (readonly DoubleDouble[])[], j: number): DoubleDouble[] {
  const x: DoubleDouble[] = [];
  for (let i = 0; i < lower.length; i += 1) {
    let value = i === j ? ddOne : dd(0);
    for (let k = 0; k < i; k += 1) value = ddSubtract(value, ddMultiply(lower[i]![k]!, x[k]!));
    x.push(ddDivide(value, lower[i]![i]!));
  }
  return x;
}
