import { exp, log, log1p } from "./elementary.js";
import type { Tails } from "./incomplete-gamma.js";
import type { Tail } from "./normal.js";

/** A distribution on x > 0 whose logarithm has a log-concave density, as χ² and F have. @internal */
export interface PositiveDistribution {
  readonly tails: (x: number) => Tails;
  /** The density of log X, x f(x): it stays representable where f itself does not. */
  readonly densityOfLog: (x: number) => number;
  /** Any point near the middle. */
  readonly start: number;
}

/**
 * The x with the given tail probability, by Newton's method on log(tail) over log x, kept inside a bracket.
 *
 * The curve is concave there, so that Newton's steps cannot run away; the smaller tail is solved, so that no digit is lost.
 *
 * @internal
 */
export function invertTail(p: number, tail: Tail, distribution: PositiveDistribution): number {
  if (p > 0.5) return invertTail(1 - p, tail === "lower" ? "upper" : "lower", distribution);
  if (p === 0) return tail === "lower" ? 0 : Number.POSITIVE_INFINITY;
  const target = log(p);
  let below = 0;
  let above = Number.POSITIVE_INFINITY;
  let x = distribution.start;
  for (let step = 0; step < 400; step += 1) {
    const mass = distribution.tails(x)[tail];
    const tooFar = tail === "lower" ? mass > p : mass < p;
    if (mass === p) return x;
    if (tooFar) above = x;
    else below = x;
    const slope = distribution.densityOfLog(x) / mass;
    // near the solution log(mass) − log(p) would cancel; the quotient does not
    const ratio = (mass - p) / p;
    const gap = Math.abs(ratio) < 0.5 ? log1p(ratio) : log(mass) - target;
    const move = (tail === "lower" ? -gap : gap) / slope;
    let next = x * exp(move);
    // quadratic convergence: after a relative step of 1e-9 the next one is below the last bit
    if (Math.abs(next - x) <= 1e-9 * x) return next;
    if (!(next > below && next < above)) {
      next = above === Number.POSITIVE_INFINITY ? x * 16 : below === 0 ? x / 16 : Math.sqrt(below) * Math.sqrt(above);
    }
    if (next === 0 || next === Number.POSITIVE_INFINITY || next === x) return next;
    x = next;
  }
  return x;
}
