import { scaleBinary } from "./binary-scale.js";
import { type DoubleDouble, dd, ddMultiply, ddMultiplyNumber, ddNegate, ddSquareRoot, ddSubtract, twoProduct } from "./double-double.js";
import { ddExpScaled } from "./double-double-exponential.js";
import { gammaFraction, gammaSeries, type Tails } from "./incomplete-gamma.js";

const HALF: DoubleDouble = { hi: 0.5, lo: 0 };
const ONE_OVER_ROOT_PI: DoubleDouble = { hi: 0.5641895835477563, lo: 7.66772980658294e-18 };

/**
 * erf(√s) as `lower` and erfc(√s) as `upper` for finite s ≥ 0, times `share`: the incomplete gamma functions of order one half.
 *
 * @internal
 */
function squaredErrorTails(s: DoubleDouble, root: DoubleDouble, share: number): Tails {
  if (s.hi > 760) return { lower: share, upper: 0 };
  const series = s.hi < 8;
  const sum = series ? gammaSeries(HALF, s) : gammaFraction(HALF, s);
  const { mantissa, exponent } = ddExpScaled(ddNegate(s));
  const product = ddMultiply(ddMultiply(mantissa, ddMultiply(ONE_OVER_ROOT_PI, root)), ddMultiplyNumber(sum, share));
  const value: DoubleDouble = { hi: scaleBinary(product.hi, exponent), lo: scaleBinary(product.lo, exponent) };
  const rest = ddSubtract(dd(share), value);
  const [own, other] = [value.hi + value.lo, rest.hi + rest.lo];
  return series ? { lower: own, upper: other } : { lower: other, upper: own };
}

function errorTails(x: number): Tails {
  const size = Math.abs(x);
  if (size > 40) return { lower: 1, upper: 0 };
  // below 1e-140 the square would underflow; there erf is its first term
  if (size < 1e-140) return { lower: 2 * size * ONE_OVER_ROOT_PI.hi, upper: 1 };
  return squaredErrorTails(twoProduct(size, size), dd(size), 1);
}

/**
 * Error function (误差函数) erf(x) = 2/√π ∫₀ˣ exp(−t²) dt.
 *
 * Error below 0.51 units in the last place (1 unit below 1e-140); erf(±∞) is ±1, NaN gives NaN.
 *
 * @example
 * ```ts
 * import { erf } from "school-groups/statistics";
 *
 * erf(0.5); // => 0.5204998778130465
 * ```
 */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const { lower } = errorTails(x);
  return x < 0 ? -lower : lower;
}

/**
 * Complementary error function 1 − erf(x), with its own digits for large x.
 *
 * Error below 0.75 units in the last place; erfc(∞) is 0, erfc(−∞) is 2, NaN gives NaN.
 *
 * @example
 * ```ts
 * import { erfc } from "school-groups/statistics";
 *
 * erfc(0); // => 1
 * ```
 */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  const { lower, upper } = errorTails(x);
  return x < 0 ? 1 + lower : upper;
}

/**
 * Both tails of the standard normal distribution at x: `lower` P(Z ≤ x) and `upper` P(Z > x), each with its own digits.
 *
 * Error below 0.75 units in the last place. NaN gives NaN.
 *
 * @example
 * ```ts
 * import { normalTails } from "school-groups/statistics";
 *
 * normalTails(0); // => { lower: 0.5, upper: 0.5 }
 * normalTails(10).upper; // => 7.619853024160525e-24
 * ```
 */
export function normalTails(x: number): Tails {
  if (Number.isNaN(x)) return { lower: x, upper: x };
  const size = Math.abs(x);
  if (size < 1e-140) return { lower: 0.5, upper: 0.5 };
  let central: Tails = { lower: 0.5, upper: 0 };
  if (size < 40) {
    const square = twoProduct(size, size);
    const half: DoubleDouble = { hi: square.hi / 2, lo: square.lo / 2 };
    central = squaredErrorTails(half, ddSquareRoot(half), 0.5);
  }
  const [far, near] = [central.upper, central.lower];
  // 0.5 + near is 1 − far, rounded once from the tail
  const wide = near < 0.25 ? 0.5 + near : 1 - far;
  return x < 0 ? { lower: far, upper: wide } : { lower: wide, upper: far };
}
