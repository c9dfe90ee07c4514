import { SchoolGroupsError } from "../core/index.js";
import { type DoubleDouble, ddAdd, ddMultiplyNumber, twoProduct } from "./double-double.js";
import { ddExpToNumber } from "./double-double-exponential.js";
import { log } from "./elementary.js";

/** Which tail a probability is counted in: `lower` P(X ≤ x), `upper` P(X > x). */
export type Tail = "lower" | "upper";

const MINUS_HALF_LOG_2PI: DoubleDouble = { hi: -0.9189385332046728, lo: 3.8782941580672414e-17 };

/** Throws `invalid-argument` for a probability outside [0, 1]. @internal */
export function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new SchoolGroupsError("invalid-argument", "a probability must lie in [0, 1]", { probability: String(p) });
}

/** Throws `invalid-argument` for degrees of freedom that are not positive. @internal */
export function checkDegrees(name: string, df: number): void {
  if (!(df > 0))
    throw new SchoolGroupsError("invalid-argument", "degrees of freedom must be positive", { argument: name, value: String(df) });
}

/**
 * Density of the standard normal distribution (标准正态分布密度).
 *
 * Error below 0.51 units in the last place; NaN gives NaN.
 *
 * @example
 * ```ts
 * import { normalDensity } from "school-groups/statistics";
 *
 * normalDensity(0); // => 0.3989422804014327
 * ```
 */
export function normalDensity(x: number): number {
  if (Math.abs(x) > 40) return 0;
  return ddExpToNumber(ddAdd(ddMultiplyNumber(twoProduct(x, x), -0.5), MINUS_HALF_LOG_2PI));
}

function horner(coefficients: readonly number[], r: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i -= 1) value = value * r + coefficients[i]!;
  return value;
}

// Wichura's PPND16: numerator and denominator for the body, the near tail and the far tail
const BODY = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
  2509.0809287301227,
];
const BODY_UNDER = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854,
];
const NEAR = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const NEAR_UNDER = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
  1.0507500716444169e-9,
];
const FAR = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
  2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_UNDER = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7,
  2.0442631033899397e-15,
];

/**
 * Quantile of the standard normal distribution (标准正态分布分位数): the x with P(Z ≤ x) = p, or P(Z > x) = p for the upper tail.
 *
 * Relative error below 1e-15; p = 0 and p = 1 give ∓∞. Throws `invalid-argument` for p outside [0, 1].
 * Source: Wichura (1988), algorithm AS 241.
 *
 * @example
 * ```ts
 * import { normalQuantile } from "school-groups/statistics";
 *
 * normalQuantile(0.5); // => 0
 * normalQuantile(0.975); // => 1.9599639845400536
 * ```
 */
export function normalQuantile(p: number, tail: Tail = "lower"): number {
  checkProbability(p);
  const sign = tail === "lower" ? 1 : -1;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (sign * q * horner(BODY, r)) / horner(BODY_UNDER, r) + 0;
  }
  const side = q < 0 ? -sign : sign;
  const outer = q < 0 ? p : 1 - p;
  if (outer === 0) return side * Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-log(outer));
  if (r <= 5) return (side * horner(NEAR, r - 1.6)) / horner(NEAR_UNDER, r - 1.6);
  return (side * horner(FAR, r - 5)) / horner(FAR_UNDER, r - 5);
}
