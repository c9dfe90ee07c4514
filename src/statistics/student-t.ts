import { type DoubleDouble, dd, ddAdd, ddAddNumber, ddDivide, ddMultiplyNumber, ddSubtract, twoProduct } from "./double-double.js";
import { ddExpToNumber, ddLog, ddLog1p } from "./double-double-exponential.js";
import { normalTails } from "./error-function.js";
import { fQuantileFrom } from "./f-distribution.js";
import { ddLogBeta } from "./gamma.js";
import { incompleteBetaTails } from "./incomplete-beta.js";
import type { Tails } from "./incomplete-gamma.js";
import { checkDegrees, checkProbability, normalDensity, normalQuantile, type Tail } from "./normal.js";

/** Beyond this |t| the square overflows and ν/(ν + t²) is ν/t² to the last bit. */
const HUGE = 1e140;

/**
 * Density of Student's t distribution (t 分布密度) with `df` > 0 degrees of freedom, which need not be whole; ∞ is the normal distribution.
 *
 * Error below 0.51 units in the last place. NaN gives NaN. Throws `invalid-argument` for df ≤ 0.
 *
 * @example
 * ```ts
 * import { studentDensity } from "school-groups/statistics";
 *
 * studentDensity(0, 1); // => 0.3183098861837907
 * ```
 */
export function studentDensity(t: number, df: number): number {
  checkDegrees("df", df);
  if (Number.isNaN(t)) return t;
  if (df === Number.POSITIVE_INFINITY) return normalDensity(t);
  if (Math.abs(t) === Number.POSITIVE_INFINITY) return 0;
  // f = (1 + t²/ν)^(−(ν+1)/2) / (√ν B(ν/2, ½))
  const stretch =
    Math.abs(t) > HUGE
      ? ddSubtract(ddMultiplyNumber(ddLog(dd(Math.abs(t))), 2), ddLog(dd(df)))
      : ddLog1p(ddDivide(twoProduct(t, t), dd(df)));
  const power: DoubleDouble = ddMultiplyNumber(stretch, -0.5);
  const scale = ddAdd(ddMultiplyNumber(ddLog(dd(df)), 0.5), ddLogBeta(dd(df / 2), dd(0.5)));
  return ddExpToNumber(ddSubtract(ddAdd(ddMultiplyNumber(power, df), power), scale));
}

/**
 * Both tails of Student's t distribution at t, each with its own digits; df = ∞ is the normal distribution.
 *
 * Error below 0.75 units in the last place for df ≤ 1e6. NaN gives NaN. Throws `invalid-argument` for df ≤ 0.
 * A two-sided p-value is `2 * studentTails(Math.abs(t), df).upper`.
 *
 * @example
 * ```ts
 * import { studentTails } from "school-groups/statistics";
 *
 * studentTails(1, 1).upper; // => 0.25
 * ```
 */
export function studentTails(t: number, df: number): Tails {
  checkDegrees("df", df);
  if (Number.isNaN(t)) return { lower: t, upper: t };
  if (df === Number.POSITIVE_INFINITY) return normalTails(t);
  const size = Math.abs(t);
  if (size < 1e-140) return { lower: 0.5, upper: 0.5 };
  const { far, near } = size > HUGE ? { far: farthestTail(size, df), near: 0.5 } : halves(size, df);
  const wide = near < 0.25 ? 0.5 + near : 1 - far;
  return t < 0 ? { lower: far, upper: wide } : { lower: wide, upper: far };
}

/** P(T > t) and P(0 < T ≤ t). */
function halves(t: number, df: number): { readonly far: number; readonly near: number } {
  const square = twoProduct(t, t);
  const total = ddAddNumber(square, df);
  const { lower, upper } = incompleteBetaTails(df / 2, 0.5, ddDivide(dd(df), total), ddDivide(square, total));
  return { far: lower / 2, near: upper / 2 };
}

/** The first term of the tail, ν^(ν/2) t^(−ν) / (ν B(ν/2, ½)): all that is left beyond 1e140. */
function farthestTail(t: number, df: number): number {
  if (t === Number.POSITIVE_INFINITY) return 0;
  const logDf = ddLog(dd(df));
  const power = ddMultiplyNumber(ddSubtract(ddMultiplyNumber(logDf, 0.5), ddLog(dd(t))), df);
  return ddExpToNumber(ddSubtract(power, ddAdd(logDf, ddLogBeta(dd(df / 2), dd(0.5)))));
}

/** Cornish and Fisher's expansion about the normal quantile (Abramowitz & Stegun 1964, 26.7.5); poor for few degrees of freedom, but a start. */
function startingPoint(p: number, df: number): number {
  const z = normalQuantile(p, "upper");
  const s = z * z;
  const first = (z * (s + 1)) / 4;
  const second = (z * ((5 * s + 16) * s + 3)) / 96;
  const third = (z * (((3 * s + 19) * s + 17) * s - 15)) / 384;
  return Math.min(1e100, Math.max(1e-3, z + (first + (second + third / df) / df) / df));
}

/** The t whose farthest tail is p: the inverse of the first term. */
function farthestQuantile(p: number, df: number): number {
  if (p === 0) return Number.POSITIVE_INFINITY;
  const logDf = ddLog(dd(df));
  const numerator = ddSubtract(ddMultiplyNumber(logDf, 0.5 * df - 1), ddAdd(ddLogBeta(dd(df / 2), dd(0.5)), ddLog(dd(p))));
  return ddExpToNumber(ddDivide(numerator, dd(df)));
}

/**
 * Quantile of Student's t distribution (t 分布分位数): the t with P(T ≤ t) = p, or P(T > t) = p for the upper tail; df = ∞ is the normal distribution.
 *
 * Relative error below 1e-15. p = 0 and 1 give ∓∞. Throws `invalid-argument` for p outside [0, 1] or df ≤ 0.
 *
 * @example
 * ```ts
 * import { studentQuantile } from "school-groups/statistics";
 *
 * studentQuantile(0.5, 1); // => 0
 * studentQuantile(0.025, 10, "upper"); // => 2.2281388519862744
 * ```
 */
export function studentQuantile(p: number, df: number, tail: Tail = "lower"): number {
  checkProbability(p);
  checkDegrees("df", df);
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p, tail);
  if (p === 0.5) return 0;
  // T² is F(1, ν): the smaller tail doubled is its upper tail
  const outer = p < 0.5 ? p : 1 - p;
  const near = startingPoint(outer, df);
  const root = Math.sqrt(fQuantileFrom({ p: 2 * outer, tail: "upper", df1: 1, df2: df, start: near * near }));
  const size = root > HUGE ? farthestQuantile(outer, df) : root;
  return p < 0.5 === (tail === "lower") ? -size : size;
}
