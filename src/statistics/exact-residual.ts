import type { DesignColumn } from "./design-columns.js";
import { type DoubleDouble, fastTwoSum } from "./double-double.js";

const SPLITTER = 134217729;

/** An array of double-doubles as two columns. @internal */
export interface DoubleDoubleArray {
  readonly head: Float64Array;
  readonly tail: Float64Array;
}

/**
 * Subtracts column × coefficient from `target`, every product and sum carried to about 32 digits.
 *
 * @internal
 */
export function subtractMultiple(target: DoubleDoubleArray, column: DesignColumn, coefficient: DoubleDouble): void {
  const { head, tail } = target;
  const [x, rest] = [column.head, column.tail];
  const [b, bTail] = [coefficient.hi, coefficient.lo];
  const tb = SPLITTER * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  for (let i = 0; i < x.length; i += 1) {
    const value = x[i]!;
    const tx = SPLITTER * value;
    const xh = tx - (tx - value);
    const xl = value - xh;
    const product = value * b;
    let error = xl * bl - (product - xh * bh - xl * bh - xh * bl) + value * bTail;
    if (rest !== undefined) error += rest[i]! * b;
    const old = head[i]!;
    const sum = old - product;
    const moved = sum - old;
    const lost = old - (sum - moved) + (-product - moved);
    const low = tail[i]! + (lost - error);
    const high = sum + low;
    head[i] = high;
    tail[i] = low - (high - sum);
  }
}

/** Σ column × v × weight to about 32 digits. @internal */
export function exactProduct(column: DesignColumn, v: DoubleDoubleArray, weights: ArrayLike<number> | undefined): DoubleDouble {
  const [x, rest] = [column.head, column.tail];
  let high = 0;
  let low = 0;
  for (let i = 0; i < x.length; i += 1) {
    let a = x[i]!;
    let aTail = rest === undefined ? 0 : rest[i]!;
    if (weights !== undefined) {
      const weight = weights[i]!;
      const tw = SPLITTER * weight;
      const wh = tw - (tw - weight);
      const wl = weight - wh;
      const ta = SPLITTER * a;
      const ah = ta - (ta - a);
      const al = a - ah;
      const scaled = a * weight;
      aTail = aTail * weight + (al * wl - (scaled - ah * wh - al * wh - ah * wl));
      a = scaled;
    }
    const b = v.head[i]!;
    const ta = SPLITTER * a;
    const ah = ta - (ta - a);
    const al = a - ah;
    const tb = SPLITTER * b;
    const bh = tb - (tb - b);
    const bl = b - bh;
    const product = a * b;
    const error = al * bl - (product - ah * bh - al * bh - ah * bl) + (a * v.tail[i]! + aTail * b);
    const sum = high + product;
    const moved = sum - high;
    low += high - (sum - moved) + (product - moved) + error;
    high = sum;
  }
  return fastTwoSum(high, low);
}
