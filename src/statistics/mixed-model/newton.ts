import { cholesky, choleskySolve } from "../cholesky.js";

/** An objective at one point, with its analytic derivatives. @internal */
export interface Objective {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: readonly (readonly number[])[];
  /** A positive semidefinite stand-in for the Hessian, used where that has the wrong shape. */
  readonly expected: readonly (readonly number[])[];
}

/** What a search reports after each evaluation. @internal */
export interface SearchStep {
  readonly evaluations: number;
  readonly value: number;
  readonly gradientNorm: number;
}

/** Where a search ended. @internal */
export interface SearchEnd<Point extends Objective> {
  readonly point: readonly number[];
  readonly at: Point;
  readonly evaluations: number;
  /** √(g'H⁻¹g) over the free parameters: twice the criterion's possible gain is its square. */
  readonly gradientNorm: number;
  readonly converged: boolean;
}

/** What is to be minimised, from where, within which bounds. @internal */
export interface Search<Point extends Objective> {
  readonly objective: (point: readonly number[]) => Point | undefined;
  readonly start: readonly number[];
  /** Which parameters may not fall below 0. */
  readonly bounded: readonly boolean[];
  /** Parameters that stay at their start. */
  readonly fixed?: readonly boolean[] | undefined;
  readonly maxEvaluations: number;
  /** Gradient norm that is near enough; 1e-9 when absent, below which the next step would change nothing that a double shows. */
  readonly tolerance?: number | undefined;
}

/** For minima of which only the value is wanted: it is then good to half the square. @internal */
export const VALUE_TOLERANCE = 1e-6;

/**
 * Newton's method with bounds at 0: parameters at their bound stay there while the gradient points outward; steps that do not lower the
 * objective are halved; where the Hessian is not positive definite its expectation takes over, made definite by a growing ridge.
 *
 * `undefined` when the start cannot be evaluated. Yields after every evaluation.
 * @internal
 */
export function* newtonSearch<Point extends Objective>(search: Search<Point>): Generator<SearchStep, SearchEnd<Point> | undefined, void> {
  let point = search.start;
  const first = search.objective(point);
  if (first === undefined) return undefined;
  let at: Point = first;
  let evaluations = 1;
  let best = Number.POSITIVE_INFINITY;
  let stalled = 0;
  const { tolerance = 1e-9 } = search;
  for (;;) {
    const free = freeParameters(point, at.gradient, search);
    const { step, norm } = direction(at, free);
    yield { evaluations, value: at.value, gradientNorm: norm };
    stalled = norm < 0.5 * best ? 0 : stalled + 1;
    best = Math.min(best, norm);
    const end = { point, at, evaluations, gradientNorm: norm };
    if (norm <= tolerance) return { ...end, converged: true };
    if (evaluations >= search.maxEvaluations) return { ...end, converged: norm <= 1e-6 };
    // Rounding has the last word: close to the optimum the gradient no longer falls.
    if (norm <= 1e-6 && stalled >= 2) return { ...end, converged: true };
    const next: Next<Point> = lineSearch(search, point, at, step, norm, search.maxEvaluations - evaluations);
    evaluations += next.evaluations;
    if (next.at === undefined) return { ...end, evaluations, converged: norm <= 1e-5 };
    point = next.point;
    at = next.at;
  }
}

function freeParameters(
  point: readonly number[],
  gradient: readonly number[],
  { bounded, fixed }: Pick<Search<Objective>, "bounded" | "fixed">,
): number[] {
  const free: number[] = [];
  for (let k = 0; k < point.length; k++) {
    const held = bounded[k]! && point[k] === 0 && gradient[k]! >= 0;
    if (!held && fixed?.[k] !== true) free.push(k);
  }
  return free;
}

function direction(at: Objective, free: readonly number[]): { readonly step: number[]; readonly norm: number } {
  const step = new Array<number>(at.gradient.length).fill(0);
  if (free.length === 0) return { step, norm: 0 };
  const gradient = free.map((k) => at.gradient[k]!);
  const solved = solveDefinite(part(at.hessian, free), gradient) ?? solveRidged(part(steepened(at), free), gradient);
  let decrement = 0;
  free.forEach((k, i) => {
    step[k] = -solved[i]!;
    decrement += solved[i]! * gradient[i]!;
  });
  return { step, norm: Math.sqrt(Math.max(0, decrement)) };
}

/** Expected curvature, with the observed one of single parameters where that is more: of a factor near 0 the expected one is nil. */
function steepened({ expected, hessian }: Objective): number[][] {
  return expected.map((row, r) => row.map((value, c) => (r === c ? Math.max(value, hessian[r]![r]!) : value)));
}

function part(matrix: readonly (readonly number[])[], free: readonly number[]): number[][] {
  return free.map((r) => free.map((c) => matrix[r]![c]!));
}

/** Scaled to a unit diagonal first, as parameters may differ by many powers of ten. */
function solveDefinite(matrix: readonly (readonly number[])[], right: readonly number[], ridge = 0): number[] | undefined {
  const scale = matrix.map((row, k) => (row[k]! > 0 ? 1 / Math.sqrt(row[k]!) : 0));
  if (scale.includes(0)) return undefined;
  const scaled = matrix.map((row, r) => row.map((value, c) => value * scale[r]! * scale[c]! + (r === c ? ridge : 0)));
  const factor = cholesky(scaled, 1e-10);
  if (!factor.ok) return undefined;
  return choleskySolve(
    factor.lower,
    right.map((value, k) => value * scale[k]!),
  ).map((value, k) => value * scale[k]!);
}

function solveRidged(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const largest = matrix.reduce((most, row, k) => Math.max(most, Math.abs(row[k]!)), 0);
  const floored = matrix.map((row, r) => row.map((value, c) => (r === c ? Math.max(value, 1e-8 * largest, Number.MIN_VALUE) : value)));
  for (let ridge = 0; ridge < 1e6; ridge = ridge === 0 ? 1e-3 : ridge * 10) {
    const solved = solveDefinite(floored, right, ridge);
    if (solved !== undefined) return solved;
  }
  return right.map((value) => value / (largest > 0 ? largest : 1));
}

interface Next<Point> {
  readonly point: readonly number[];
  readonly at: Point | undefined;
  readonly evaluations: number;
}

function lineSearch<Point extends Objective>(
  search: Search<Point>,
  point: readonly number[],
  at: Point,
  step: readonly number[],
  norm: number,
  left: number,
): Next<Point> {
  const slack = 1e-13 * Math.abs(at.value) + 1e-12;
  let evaluations = 0;
  for (let length = 1; length > 1e-12 && evaluations < left; length *= length === 1 ? 0.5 : 0.25) {
    const next = point.map((value, k) => {
      const moved = value + length * step[k]!;
      return search.bounded[k]! && moved < 0 ? 0 : moved;
    });
    if (next.every((value, k) => value === point[k])) break;
    const there = search.objective(next);
    evaluations++;
    if (there === undefined) continue;
    const gain = next.reduce((sum, value, k) => sum + at.gradient[k]! * (value - point[k]!), 0);
    if (norm < 1e-4 || there.value <= at.value + 1e-4 * Math.min(0, gain) + slack) return { point: next, at: there, evaluations };
  }
  return { point, at: undefined, evaluations };
}
