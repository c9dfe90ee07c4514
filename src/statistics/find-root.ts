import { SchoolGroupsError } from "../core/index.js";

/** Where a one-dimensional search ended. */
export interface SearchResult {
  /** The argument found. */
  readonly x: number;
  /** The function there. */
  readonly value: number;
  /** How often the function was called. */
  readonly evaluations: number;
  /** Whether the tolerance was reached within the allowed evaluations. */
  readonly converged: boolean;
}

/** How long and how closely to search. */
export interface SearchOptions {
  /** Absolute tolerance on the argument, beside 2⁻⁵² of its size. Default 0 for roots, 1e-10 for minima. */
  readonly tolerance?: number | undefined;
  /** Most evaluations allowed. Default 200. */
  readonly maxEvaluations?: number | undefined;
}

/** 2⁻⁵², the distance from 1 to the next double. @internal */
export const EPSILON = 2.220446049250313e-16;

/**
 * A root of a continuous function between two points where it has different signs (Brent's method: secant and inverse quadratic steps,
 * bisection whenever they do not shrink fast enough).
 *
 * A value of exactly 0 at an end is the answer. Throws `invalid-argument` when the signs at the ends are equal or a value there is NaN.
 * Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 4.
 *
 * @example
 * ```ts
 * import { findRoot } from "school-groups/statistics";
 *
 * findRoot((x) => x * x - 4, 0, 5).x; // => 2
 * ```
 */
export function findRoot(f: (x: number) => number, lower: number, upper: number, options: SearchOptions = {}): SearchResult {
  const { tolerance = 0, maxEvaluations = 200 } = options;
  let [a, b] = [lower, upper];
  let [fa, fb] = [f(a), f(b)];
  if (!(fa * fb <= 0 || Math.sign(fa) * Math.sign(fb) <= 0)) {
    throw new SchoolGroupsError("invalid-argument", "the function must have different signs at the two ends", { lower, upper });
  }
  let [c, fc] = [a, fa];
  let step = b - a;
  let previous = step;
  for (let evaluations = 2; ; evaluations += 1) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const bound = 2 * EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    const converged = Math.abs(half) <= bound || fb === 0;
    if (converged || evaluations >= maxEvaluations) return { x: b, value: fb, evaluations, converged };
    const trial = interpolate({ a, b, c, fa, fb, fc }, half);
    if (
      Math.abs(previous) >= bound &&
      Math.abs(fa) > Math.abs(fb) &&
      trial !== undefined &&
      2 * Math.abs(trial) < Math.min(3 * Math.abs(half) - bound, Math.abs(previous))
    ) {
      previous = step;
      step = trial;
    } else {
      step = half;
      previous = half;
    }
    [a, fa] = [b, fb];
    b += Math.abs(step) > bound ? step : half > 0 ? bound : -bound;
    fb = f(b);
    if (fb > 0 === fc > 0) {
      [c, fc] = [a, fa];
      step = b - a;
      previous = step;
    }
  }
}

interface Triple {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly fa: number;
  readonly fb: number;
  readonly fc: number;
}

/** The step of the secant (two points) or of inverse quadratic interpolation (three). */
function interpolate({ a, b, c, fa, fb, fc }: Triple, half: number): number | undefined {
  if (fa === 0) return undefined;
  const s = fb / fa;
  if (a === c) return (2 * half * s) / (s - 1) || undefined;
  const q = fa / fc;
  const r = fb / fc;
  const p = s * (2 * half * q * (q - r) - (b - a) * (r - 1));
  const step = -p / ((q - 1) * (r - 1) * (s - 1));
  return Number.isFinite(step) ? step : undefined;
}
