import { powerOfTwo } from "./binary-scale.js";
import { chiSquaredDensity, chiSquaredQuantile, chiSquaredTails } from "./chi-squared.js";
import {
  type DoubleDouble,
  dd,
  ddAdd,
  ddAddNumber,
  ddDivide,
  ddMultiplyNumber,
  ddOne,
  ddQuotient,
  ddSubtract,
  twoProduct,
} from "./double-double.js";
import { ddExpToNumber, ddLog } from "./double-double-exponential.js";
import { ddLogBeta } from "./gamma.js";
import { incompleteBetaTails } from "./incomplete-beta.js";
import type { Tails } from "./incomplete-gamma.js";
import { invertTail } from "./invert-tail.js";
import { checkDegrees, checkProbability, type Tail } from "./normal.js";

function checkBoth(df1: number, df2: number): void {
  checkDegrees("df1", df1 < Number.POSITIVE_INFINITY ? df1 : Number.NaN);
  checkDegrees("df2", df2);
}

/** df₁x / (df₁x + df₂) and its complement. */
function betaArguments(x: number, df1: number, df2: number): { readonly share: DoubleDouble; readonly rest: DoubleDouble } {
  if (df1 * x > 1e290) {
    // x and df₁x are too large to be split; the share is 1 and the complement is scaled by 2^-200 on the way
    const rest = ddDivide(ddQuotient(df2, df1), dd(x * powerOfTwo(-200)));
    return { share: ddOne, rest: ddMultiplyNumber(rest, powerOfTwo(-200)) };
  }
  const product = twoProduct(df1, x);
  const total = ddAddNumber(product, df2);
  return { share: ddDivide(product, total), rest: ddDivide(dd(df2), total) };
}

/**
 * Density of the F distribution (F 分布密度) with df₁, df₂ > 0 degrees of freedom, which need not be whole; df₂ may be ∞.
 *
 * Error below 0.51 units in the last place. Below 0 it is 0; at 0 it is ∞, 1 or 0 for df₁ below, at or above 2. NaN gives NaN.
 * Throws `invalid-argument` for degrees of freedom ≤ 0.
 *
 * @example
 * ```ts
 * import { fDensity } from "school-groups/statistics";
 *
 * fDensity(0, 2, 10); // => 1
 * ```
 */
export function fDensity(x: number, df1: number, df2: number): number {
  checkBoth(df1, df2);
  if (Number.isNaN(x)) return x;
  if (df2 === Number.POSITIVE_INFINITY) return df1 * chiSquaredDensity(x * df1, df1);
  if (x < 0 || x === Number.POSITIVE_INFINITY) return 0;
  if (x === 0) return df1 < 2 ? Number.POSITIVE_INFINITY : df1 === 2 ? 1 : 0;
  return ddExpToNumber(ddSubtract(logDensityOfLog(x, df1, df2), ddLog(dd(x))));
}

/** log of x f(x) = share^a rest^b / B(a, b), the density of log X. */
function logDensityOfLog(x: number, df1: number, df2: number): DoubleDouble {
  const { share, rest } = betaArguments(x, df1, df2);
  const [a, b] = [df1 / 2, df2 / 2];
  const powers = ddAdd(ddMultiplyNumber(ddLog(share), a), ddMultiplyNumber(ddLog(rest), b));
  return ddSubtract(powers, ddLogBeta(dd(a), dd(b)));
}

/**
 * Both tails of the F distribution at x, each with its own digits; df₂ = ∞ is χ²/df₁.
 *
 * Error below 0.51 units in the last place for degrees of freedom ≤ 1e6. Below 0 the lower tail is 0; NaN gives NaN.
 * Throws `invalid-argument` for degrees of freedom ≤ 0.
 *
 * @example
 * ```ts
 * import { fTails } from "school-groups/statistics";
 *
 * fTails(1, 2, 2).upper; // => 0.5
 * ```
 */
export function fTails(x: number, df1: number, df2: number): Tails {
  checkBoth(df1, df2);
  if (Number.isNaN(x)) return { lower: x, upper: x };
  if (df2 === Number.POSITIVE_INFINITY) return chiSquaredTails(x * df1, df1);
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const { share, rest } = betaArguments(x, df1, df2);
  return incompleteBetaTails(df1 / 2, df2 / 2, share, rest);
}

/**
 * Quantile of the F distribution: the x with P(X ≤ x) = p, or P(X > x) = p for the upper tail.
 *
 * Relative error below 1e-15 where x and p are normal numbers. p = 0 and 1 give the ends 0 and ∞.
 * Throws `invalid-argument` for p outside [0, 1] or degrees of freedom ≤ 0.
 *
 * @example
 * ```ts
 * import { fQuantile } from "school-groups/statistics";
 *
 * fQuantile(0.5, 2, 2); // => 1
 * ```
 */
export function fQuantile(p: number, df1: number, df2: number, tail: Tail = "lower"): number {
  checkProbability(p);
  checkBoth(df1, df2);
  if (df2 === Number.POSITIVE_INFINITY) return chiSquaredQuantile(p, df1, tail) / df1;
  return fQuantileFrom({ p, tail, df1, df2, start: 1 });
}

/** The search for the quantile from a start; the nearer it is, the fewer tails are computed. @internal */
export function fQuantileFrom(search: {
  readonly p: number;
  readonly tail: Tail;
  readonly df1: number;
  readonly df2: number;
  readonly start: number;
}): number {
  const { p, tail, df1, df2, start } = search;
  return invertTail(p, tail, {
    tails: (x) => fTails(x, df1, df2),
    densityOfLog: (x) => ddExpToNumber(logDensityOfLog(x, df1, df2)),
    start,
  });
}
