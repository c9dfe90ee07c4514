import { chiSquaredQuantile } from "../chi-squared.js";
import { findRoot } from "../find-root.js";
import { newtonSearch, type Objective, VALUE_TOLERANCE } from "./newton.js";
import { type Optimum, type Problem, pointOf } from "./optimum.js";
import { crossTimes, type Rows, times, zeros } from "./small-matrix.js";

/**
 * Profile likelihood limits of the correlation of a level's first two coefficients: with Λ's second row (ρs, √(1 − ρ²)s), ρ is the
 * correlation, and holding it leaves a search in one parameter less. −1 or 1 where the profile stays below its limit that far.
 *
 * `first` is the place in ψ of the level's first entry.
 * @internal
 */
export function correlationLimits(
  problem: Problem,
  optimum: Optimum,
  confidence: number,
  first: number,
): { readonly low: number; readonly high: number } {
  const along = optimum.point[first + 1]!;
  const across = optimum.point[first + 2]!;
  const spread = Math.sqrt(along * along + across * across);
  const own = spread > 0 ? Math.max(-1, Math.min(1, along / spread)) : 0;
  const start = optimum.point.map((value, k) => (k === first + 1 ? spread : value)).filter((_, k) => k !== first + 2);
  const allowed = chiSquaredQuantile(confidence, 1);
  const rise = riseAbove(problem, optimum.at.value, first, own, start);
  // The root of the rise is nearly a straight line in ρ.
  const excess = (rho: number): number => Math.sqrt(Math.max(0, rise(rho))) - Math.sqrt(allowed);
  const limit = (end: number): number => {
    let inner = own;
    for (const part of [0.3, 0.55, 0.75, 0.9, 0.98, 1]) {
      const outer = part === 1 ? end : own + part * (end - own);
      if (outer !== inner && excess(outer) > 0) {
        return findRoot(excess, Math.min(inner, outer), Math.max(inner, outer), { tolerance: 1e-10 }).x;
      }
      inner = outer;
    }
    return end;
  };
  return { low: limit(-1), high: limit(1) };
}

/** How far the criterion, minimised with ρ held, stands above its minimum; searched from the nearest ρ that was searched before. */
function riseAbove(problem: Problem, least: number, first: number, own: number, start: readonly number[]): (rho: number) => number {
  // With the sign of λ₁₁ or s turned the correlation would be −ρ.
  const bounded = problem.parametrisation.bounded
    .map((value, k) => value || k === first || k === first + 1)
    .filter((_, k) => k !== first + 2);
  const known: { readonly rho: number; readonly point: readonly number[]; readonly rise: number }[] = [{ rho: own, point: start, rise: 0 }];
  return (rho) => {
    const nearest = known.reduce((best, one) => (Math.abs(one.rho - rho) < Math.abs(best.rho - rho) ? one : best));
    if (nearest.rho === rho) return nearest.rise;
    const objective = objectiveAt(problem, tied(start.length, first, rho));
    const search = { objective, start: nearest.point, bounded, maxEvaluations: problem.maxEvaluations, tolerance: VALUE_TOLERANCE };
    const steps = newtonSearch(search);
    let next = steps.next();
    while (next.done !== true) next = steps.next();
    if (next.value === undefined) return Number.POSITIVE_INFINITY;
    const rise = next.value.at.value - least;
    known.push({ rho, point: next.value.point, rise });
    return rise;
  };
}

function objectiveAt(problem: Problem, map: Rows): (phi: readonly number[]) => Objective | undefined {
  return (phi) => {
    const psi = map.map((row) => row.reduce((sum, value, k) => sum + value * phi[k]!, 0));
    const at = pointOf(problem, psi);
    if (at === undefined) return undefined;
    return {
      value: at.value,
      gradient: times([at.gradient], map)[0]!,
      hessian: crossTimes(map, times(at.hessian, map)),
      expected: crossTimes(map, times(at.expected, map)),
    };
  };
}

/** ∂ψ/∂φ: the identity but for (λ₂₁, λ₂₂) = (ρ, √(1 − ρ²)) s. */
function tied(width: number, first: number, rho: number): number[][] {
  const map = zeros(width + 1, width);
  for (let k = 0; k < width; k++) map[k > first + 1 ? k + 1 : k]![k] = 1;
  map[first + 1]![first + 1] = rho;
  map[first + 2]![first + 1] = Math.sqrt(Math.max(0, (1 - rho) * (1 + rho)));
  return map;
}
