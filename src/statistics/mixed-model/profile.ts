import { chiSquaredQuantile } from "../chi-squared.js";
import { exp, log } from "../elementary.js";
import { findRoot } from "../find-root.js";
import { evaluateCriterion } from "./criterion.js";
import { newtonSearch, type Objective, VALUE_TOLERANCE } from "./newton.js";
import type { Optimum, Problem } from "./optimum.js";
import { throughChain } from "./parameters.js";

/** Limits of a variance by profile likelihood, in the model's scale; `high` null where the profile never reaches its limit. @internal */
export interface ProfileLimits {
  readonly low: number;
  readonly high: number | null;
}

/** Criterion as a function of log σ² and the parameters ψ, one variance being held. */
type Held = (point: readonly number[]) => Objective | undefined;

/**
 * Likelihood limits: where the criterion, minimised over everything else, stands χ²₁'s quantile above its minimum. A lower limit is 0 when
 * the fit without the variance is no worse than that.
 *
 * `parameter` is the place in ψ of the first entry of a level's Λ (or its only variance); undefined for the residual variance.
 * @internal
 */
export function profileLimits(problem: Problem, optimum: Optimum, confidence: number, parameter: number | undefined): ProfileLimits {
  const sigma2 = optimum.at.evaluation.residual / problem.kind.freedom;
  const allowed = chiSquaredQuantile(confidence, 1);
  const least = heldAtOptimum(problem, optimum);
  const profile = parameter === undefined ? residualProfile(problem, optimum) : varianceProfile(problem, optimum, parameter);
  const excess: Excess = (value) => {
    const reached = profile(value);
    // The root of the rise: nearly a straight line, which searches like better than a parabola.
    return reached === undefined ? undefined : Math.sqrt(Math.max(0, reached - least)) - Math.sqrt(allowed);
  };
  const own = parameter === undefined ? sigma2 : varianceAt(problem, optimum, parameter) * sigma2;
  return { low: lowerLimit(excess, own, allowed, parameter !== undefined), high: upperLimit(excess, own, sigma2, allowed) };
}

function varianceAt(problem: Problem, optimum: Optimum, parameter: number): number {
  const value = optimum.point[parameter]!;
  return problem.parametrisation.bounded[parameter]! ? value : value * value;
}

/** ν log σ² + y'Py/σ² + logs, at the optimum's σ² = y'Py/ν. */
function heldAtOptimum(problem: Problem, optimum: Optimum): number {
  const { residual, logs } = optimum.at.evaluation;
  const nu = problem.kind.freedom;
  return nu * log(residual / nu) + nu + logs;
}

type Excess = (value: number) => number | undefined;

/** One end of a bracket: a variance, and how far the profile stands above its limit there. */
interface End {
  readonly value: number;
  readonly excess: number;
}

function lowerLimit(excess: Excess, own: number, allowed: number, mayVanish: boolean): number {
  if (own === 0) return 0;
  if (mayVanish) {
    const none = excess(0);
    if (none !== undefined && none <= 0) return 0;
  }
  let inner: End = { value: own, excess: -Math.sqrt(allowed) };
  for (let outer = own * 0.7; outer > own * 1e-12; outer *= outer > own * 0.1 ? 0.5 : 0.1) {
    const there = excess(outer);
    if (there === undefined) return 0;
    if (there > 0) return rootBetween(excess, { value: outer, excess: there }, inner);
    inner = { value: outer, excess: there };
  }
  return 0;
}

function upperLimit(excess: Excess, own: number, sigma2: number, allowed: number): number | null {
  let inner: End = { value: own, excess: -Math.sqrt(allowed) };
  if (own === 0) {
    // Small against what many rows would still tell apart from 0.
    let value = sigma2 * 1e-4;
    let there = excess(value) ?? 0;
    for (; there > 0 && value > sigma2 * 1e-16; there = excess(value) ?? 0) value /= 10;
    if (there > 0) return value;
    inner = { value, excess: there };
  }
  const start = inner.value;
  for (let outer = start * 1.5; outer < start * 1e12; outer *= outer < start * 10 ? 2 : 10) {
    const there = excess(outer);
    if (there === undefined) return null;
    if (there > 0) return rootBetween(excess, inner, { value: outer, excess: there });
    inner = { value: outer, excess: there };
  }
  return null;
}

/**
 * In the logarithm, where profiles are nearly parabolas and their roots nearly straight lines. The ends are not searched again: from
 * another start a search may end elsewhere, and the bracket would be none.
 */
function rootBetween(excess: Excess, low: End, high: End): number {
  const [from, to] = [log(low.value), log(high.value)];
  const at = (x: number): number => {
    if (x === from) return low.excess;
    return x === to ? high.excess : (excess(exp(x)) ?? Number.POSITIVE_INFINITY);
  };
  return exp(findRoot(at, from, to, { tolerance: 1e-9 }).x);
}

/** σ² held: what is left is y'Py/σ² + logs. */
function residualProfile(problem: Problem, optimum: Optimum): (sigma2: number) => number | undefined {
  let last = optimum.point;
  return (sigma2) => {
    const held: Held = (psi) => {
      const at = outer(problem, psi, sigma2);
      return at === undefined ? undefined : at.objective;
    };
    const end = minimum(problem, held, last, problem.parametrisation.bounded);
    if (end === undefined) return undefined;
    last = end.point;
    return end.value;
  };
}

/** The variance t = σ²ψ (or σ²ψ² on a triangle's first entry) held: the parameter follows σ². */
function varianceProfile(problem: Problem, optimum: Optimum, parameter: number): (variance: number) => number | undefined {
  const direct = problem.parametrisation.bounded[parameter]!;
  const power = direct ? 1 : 0.5;
  const start = log(optimum.at.evaluation.residual / problem.kind.freedom);
  let last = [start, ...optimum.point.filter((_, k) => k !== parameter)];
  const bounded = [false, ...problem.parametrisation.bounded.filter((_, k) => k !== parameter)];
  return (variance) => {
    const held: Held = (point) => {
      const [rho, ...rest] = point as [number, ...number[]];
      const sigma2 = exp(rho);
      const tied = direct ? variance / sigma2 : Math.sqrt(variance / sigma2);
      const psi = [...rest.slice(0, parameter), tied, ...rest.slice(parameter)];
      const at = outer(problem, psi, sigma2);
      return at === undefined ? undefined : tie(at, psi, parameter, power);
    };
    const end = minimum(problem, held, last, bounded);
    if (end === undefined) return undefined;
    last = [...end.point];
    return end.value;
  };
}

interface Outer {
  readonly objective: Objective;
  /** y'Py/σ² and its derivatives in ψ. */
  readonly share: number;
  readonly dShare: readonly number[];
  readonly freedom: number;
}

/** D(σ², ψ) = ν log σ² + y'Py/σ² + logs with its derivatives in ψ. */
function outer(problem: Problem, psi: readonly number[], sigma2: number): Outer | undefined {
  const at = evaluateCriterion(problem.engine, problem.parametrisation.toTheta(psi), problem.kind);
  if (at === undefined) return undefined;
  const { orders } = problem.parametrisation;
  const share = at.residual / sigma2;
  const dShare = at.dResidual.map((d) => d / sigma2);
  const zero = at.hessian.map((row) => row.map(() => 0));
  return {
    objective: throughChain(
      {
        value: problem.kind.freedom * log(sigma2) + share + at.logs,
        gradient: dShare.map((d, a) => d + at.dLogs[a]!),
        hessian: at.d2Residual.map((row, a) => row.map((d, b) => d / sigma2 + at.d2Logs[a]![b]!)),
        expected: at.expected,
      },
      psi,
      orders,
    ),
    share,
    dShare: throughChain({ value: 0, gradient: dShare, hessian: zero, expected: zero }, psi, orders).gradient,
    freedom: problem.kind.freedom,
  };
}

/** Derivatives in (log σ², the other parameters) with ψ_k ∝ σ^(−2 power): ∂ψ_k = −power ψ_k, ∂²ψ_k = power² ψ_k. */
function tie({ objective, share, dShare, freedom }: Outer, psi: readonly number[], k: number, power: number): Objective {
  const x = power * psi[k]!;
  const g = objective.gradient;
  const h = objective.hessian;
  const others = psi.map((_, a) => a).filter((a) => a !== k);
  const fold = (matrix: readonly (readonly number[])[], corner: number, side: (a: number) => number): number[][] => [
    [corner, ...others.map(side)],
    ...others.map((a) => [side(a), ...others.map((b) => matrix[a]![b]!)]),
  ];
  const corner = share + 2 * x * dShare[k]! + x * x * h[k]![k]! + power * x * g[k]!;
  const e = objective.expected;
  return {
    value: objective.value,
    gradient: [freedom - share - x * g[k]!, ...others.map((a) => g[a]!)],
    hessian: fold(h, corner, (a) => -dShare[a]! - x * h[k]![a]!),
    expected: fold(e, freedom + x * x * e[k]![k]!, (a) => -x * e[k]![a]!),
  };
}

function minimum(
  problem: Problem,
  objective: Held,
  start: readonly number[],
  bounded: readonly boolean[],
): { readonly point: readonly number[]; readonly value: number } | undefined {
  const steps = newtonSearch({ objective, start, bounded, maxEvaluations: problem.maxEvaluations, tolerance: VALUE_TOLERANCE });
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value === undefined ? undefined : { point: next.value.point, value: next.value.at.value };
  }
}
