import { type DoubleDouble, dd, ddAddNumber, ddMultiplyNumber, ddSubtract } from "./double-double.js";
import { DD_LN2, ddExpToNumber, ddLog } from "./double-double-exponential.js";
import { ddLogGamma } from "./gamma.js";
import { incompleteGammaTails, type Tails } from "./incomplete-gamma.js";
import { invertTail } from "./invert-tail.js";
import { checkDegrees, checkProbability, normalQuantile, type Tail } from "./normal.js";

/**
 * Density of the χ² distribution (卡方分布密度) with `df` > 0 degrees of freedom, which need not be whole.
 *
 * Error below 0.51 units in the last place. Below 0 it is 0; at 0 it is ∞, ½ or 0 for df below, at or above 2. NaN gives NaN.
 * Throws `invalid-argument` for df ≤ 0 or infinite.
 *
 * @example
 * ```ts
 * import { chiSquaredDensity } from "school-groups/statistics";
 *
 * chiSquaredDensity(0, 2); // => 0.5
 * ```
 */
export function chiSquaredDensity(x: number, df: number): number {
  checkDegrees("df", df < Number.POSITIVE_INFINITY ? df : Number.NaN);
  if (Number.isNaN(x)) return x;
  if (x < 0 || x === Number.POSITIVE_INFINITY) return 0;
  if (x === 0) return df < 2 ? Number.POSITIVE_INFINITY : df === 2 ? 0.5 : 0;
  return ddExpToNumber(ddSubtract(logDensityOfLog(x, df), ddLog(dd(x))));
}

/** log of x f(x) = (x/2)^(k/2) exp(−x/2) / Γ(k/2), the density of log X. */
function logDensityOfLog(x: number, df: number): DoubleDouble {
  const half = df / 2;
  const power = ddMultiplyNumber(ddSubtract(ddLog(dd(x)), DD_LN2), half);
  return ddSubtract(ddAddNumber(power, -x / 2), ddLogGamma(dd(half)));
}

/**
 * Both tails of the χ² distribution at x, each with its own digits.
 *
 * Error below 0.51 units in the last place for df ≤ 1e6. Below 0 the lower tail is 0; NaN gives NaN. Throws `invalid-argument` for df ≤ 0 or infinite.
 *
 * @example
 * ```ts
 * import { chiSquaredTails } from "school-groups/statistics";
 *
 * chiSquaredTails(2, 2).upper; // => 0.36787944117144233
 * ```
 */
export function chiSquaredTails(x: number, df: number): Tails {
  checkDegrees("df", df < Number.POSITIVE_INFINITY ? df : Number.NaN);
  if (Number.isNaN(x)) return { lower: x, upper: x };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  return incompleteGammaTails(df / 2, dd(x / 2));
}

/**
 * Quantile of the χ² distribution: the x with P(X ≤ x) = p, or P(X > x) = p for the upper tail.
 *
 * Relative error below 1e-15 where x and p are normal numbers. p = 0 and 1 give the ends 0 and ∞. Throws `invalid-argument` for p outside [0, 1] or df ≤ 0.
 *
 * @example
 * ```ts
 * import { chiSquaredQuantile } from "school-groups/statistics";
 *
 * chiSquaredQuantile(0.95, 1); // => 3.8414588206941245
 * ```
 */
export function chiSquaredQuantile(p: number, df: number, tail: Tail = "lower"): number {
  checkProbability(p);
  checkDegrees("df", df < Number.POSITIVE_INFINITY ? df : Number.NaN);
  // Wilson and Hilferty's cube as a start
  const spread = 2 / (9 * df);
  const cube = 1 - spread + normalQuantile(Math.min(Math.max(p, 1e-300), 1 - 1e-16), tail) * Math.sqrt(spread);
  const start = Math.max(df * cube * cube * cube, df * 1e-3);
  return invertTail(p, tail, { tails: (x) => chiSquaredTails(x, df), densityOfLog: (x) => ddExpToNumber(logDensityOfLog(x, df)), start });
}
