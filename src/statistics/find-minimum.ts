import { EPSILON, type SearchOptions, type SearchResult } from "./find-root.js";

const GOLDEN = 0.3819660112501051; // (3 − √5) / 2
/** Closer than √ε a quadratic minimum cannot be seen in the values. */
const ROOT_EPSILON = 1.4901161193847656e-8;

/**
 * A local minimum of a function on an interval (Brent's method: parabolic steps, golden section where they fail); for a function with
 * one minimum there it is that one, an end of the interval included.
 *
 * Where the function is NaN it counts as larger than anywhere else; when no value was met that is a number, `value` is NaN and `converged` false.
 * The argument is good to about √ε of its size, which is all that values can tell; with a derivative use `findRoot` or `newtonRoot` on it.
 * Source: Brent (1973), chapter 5.
 *
 * @example
 * ```ts
 * import { findMinimum } from "school-groups/statistics";
 *
 * Math.round(findMinimum((x) => (x - 2) * (x - 2), 0, 5).x * 1e6); // => 2000000
 * ```
 */
export function findMinimum(f: (x: number) => number, lower: number, upper: number, options: SearchOptions = {}): SearchResult {
  const { tolerance = 1e-10, maxEvaluations = 200 } = options;
  let [a, b] = [Math.min(lower, upper), Math.max(lower, upper)];
  let x = a + GOLDEN * (b - a);
  let fx = f(x);
  let [w, fw, v, fv] = [x, fx, x, fx];
  let step = 0;
  let previous = 0;
  for (let evaluations = 1; ; evaluations += 1) {
    const middle = (a + b) / 2;
    const bound = ROOT_EPSILON * Math.abs(x) + Math.max(tolerance / 3, EPSILON);
    const converged = Math.abs(x - middle) <= 2 * bound - (b - a) / 2;
    if (converged || evaluations >= maxEvaluations) {
      return { x, value: fx, evaluations, converged: converged && !Number.isNaN(fx) };
    }
    const trial = Math.abs(previous) > bound ? parabola(x, fx, w, fw, v, fv) : undefined;
    if (trial !== undefined && Math.abs(trial) < Math.abs(previous / 2) && x + trial > a && x + trial < b) {
      previous = step;
      step = x + trial - a < 2 * bound || b - x - trial < 2 * bound ? (x < middle ? bound : -bound) : trial;
    } else {
      previous = x < middle ? b - x : a - x;
      step = GOLDEN * previous;
    }
    const u = x + (Math.abs(step) >= bound ? step : step > 0 ? bound : -bound);
    const fu = f(u);
    if (fu <= fx || Number.isNaN(fx)) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
}

/** The step from x to the lowest point of the parabola through three points. */
function parabola(x: number, fx: number, w: number, fw: number, v: number, fv: number): number | undefined {
  const r = (x - w) * (fx - fv);
  const q = (x - v) * (fx - fw);
  const step = -((x - v) * q - (x - w) * r) / (2 * (q - r));
  return Number.isFinite(step) ? step : undefined;
}
