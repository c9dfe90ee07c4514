import { centredExponent, scaleBinary } from "./binary-scale.js";
import {
  type DoubleDouble,
  dd,
  ddAdd,
  ddAddNumber,
  ddDivide,
  ddDivideNumber,
  ddMultiply,
  ddMultiplyNumber,
  ddSubtract,
  twoProduct,
} from "./double-double.js";
import { log } from "./elementary.js";

/** ln 2. @internal */
export const DD_LN2: DoubleDouble = { hi: 0.6931471805599453, lo: 2.3190468138462996e-17 };
const LN2_THIRD = 5.707708438416212e-34;

/** k ln 2 with an error near 2^-150. */
function multipleOfLn2(k: number): DoubleDouble {
  const product = twoProduct(DD_LN2.hi, k);
  const second = twoProduct(DD_LN2.lo, k);
  return ddAdd(product, ddAddNumber(second, LN2_THIRD * k));
}

/**
 * exp(a) to about 29 digits, without the final power of two: the value is `mantissa × 2^exponent`.
 *
 * @internal
 */
export function ddExpScaled(a: DoubleDouble): { readonly mantissa: DoubleDouble; readonly exponent: number } {
  const exponent = Math.floor(a.hi * 1.4426950408889634 + 0.5);
  const reduced = ddSubtract(a, multipleOfLn2(exponent));
  const r: DoubleDouble = { hi: reduced.hi / 512, lo: reduced.lo / 512 };
  // |r| ≤ 6.8e-4: nine terms reach 1e-33; e^(2r) − 1 = (e^r − 1)(e^r + 1) undoes the division without cancellation
  let term = r;
  let sum = r;
  for (let n = 2; n <= 9; n += 1) {
    term = ddDivideNumber(ddMultiply(term, r), n);
    sum = ddAdd(sum, term);
  }
  for (let doubling = 0; doubling < 9; doubling += 1) sum = ddMultiply(sum, ddAddNumber(sum, 2));
  return { mantissa: ddAddNumber(sum, 1), exponent };
}

/** exp(a) as a double, right to the last bit or nearly so; 0 and ∞ beyond the range. @internal */
export function ddExpToNumber(a: DoubleDouble): number {
  if (a.hi > 720) return Number.POSITIVE_INFINITY;
  if (a.hi < -760) return 0;
  if (Number.isNaN(a.hi)) return Number.NaN;
  const { mantissa, exponent } = ddExpScaled(a);
  return scaleBinary(mantissa.hi + mantissa.lo, exponent);
}

/** exp(a) to about 29 digits, for |a| below 700. @internal */
function ddExp(a: DoubleDouble): DoubleDouble {
  const { mantissa, exponent } = ddExpScaled(a);
  return { hi: scaleBinary(mantissa.hi, exponent), lo: scaleBinary(mantissa.lo, exponent) };
}

/** log(a) to about 30 digits for a finite a > 0: one step of Newton on the exponential. @internal */
export function ddLog(a: DoubleDouble): DoubleDouble {
  const k = centredExponent(a.hi);
  const m: DoubleDouble = { hi: scaleBinary(a.hi, -k), lo: scaleBinary(a.lo, -k) };
  if (m.hi === 1 && m.lo === 0) return multipleOfLn2(k);
  const y = log(m.hi);
  const d = ddAddNumber(ddMultiply(m, ddExp(dd(-y))), -1);
  // log(1 + d) = d − d²/2 + …, |d| ≤ 1e-15
  const correction = ddSubtract(d, ddMultiplyNumber(ddMultiply(d, d), 0.5));
  return ddAdd(multipleOfLn2(k), ddAddNumber(correction, y));
}

/** log(1 + a) to about 30 digits *relative to a* for |a| < 0.01, else through `ddLog`. @internal */
export function ddLog1p(a: DoubleDouble): DoubleDouble {
  if (Math.abs(a.hi) >= 0.01) return ddLog(ddAddNumber(a, 1));
  const s = ddDivide(a, ddAddNumber(a, 2));
  const square = ddMultiply(s, s);
  let power = s;
  let sum = s;
  for (let odd = 3; odd <= 15; odd += 2) {
    power = ddMultiply(power, square);
    sum = ddAdd(sum, ddDivideNumber(power, odd));
  }
  return ddMultiplyNumber(sum, 2);
}

/**
 * x to the power y (幂), the same bits in every runtime.
 *
 * Error below 0.51 units in the last place where the result is a normal number. Degenerate cases are those of `Math.pow`: `power(x, 0)` is 1,
 * a negative x with a fractional y gives NaN.
 *
 * @example
 * ```ts
 * import { power } from "school-groups/statistics";
 *
 * power(2, 0.5); // => 1.4142135623730951
 * power(10, -3); // => 0.001
 * ```
 */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const size = Math.abs(x);
  const whole = Math.floor(y) === y;
  const odd = whole && Math.abs(y) < 9007199254740992 && Math.floor(y / 2) * 2 !== y;
  if (Math.abs(y) === Number.POSITIVE_INFINITY) return size === 1 ? Number.NaN : size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  if (size === 0 || size === Number.POSITIVE_INFINITY) {
    const result = (size === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY;
    return odd && (x < 0 || Object.is(x, -0)) ? -result : result;
  }
  if (x < 0 && !whole) return Number.NaN;
  const approximate = log(size) * y;
  if (approximate > 720) return odd && x < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (approximate < -760) return odd && x < 0 ? -0 : 0;
  const result = size === 1 ? 1 : ddExpToNumber(ddMultiplyNumber(ddLog(dd(size)), y));
  return odd && x < 0 ? -result : result;
}
