import { type CriterionKind, type Evaluation, evaluateCriterion } from "./criterion.js";
import type { Engine } from "./engine.js";
import type { ModelData } from "./model-data.js";
import { newtonSearch, type Objective, type SearchEnd, type SearchStep } from "./newton.js";
import { otherStarts } from "./other-starts.js";
import { type Parametrisation, parametrisationOf, place, throughChain } from "./parameters.js";
import { momentStart } from "./start.js";

/** An evaluation as an objective of the optimiser's parameters. @internal */
export interface FittedPoint extends Objective {
  readonly evaluation: Evaluation;
}

/** A model ready to be searched. @internal */
export interface Problem {
  readonly engine: Engine;
  readonly kind: CriterionKind;
  readonly parametrisation: Parametrisation;
  readonly maxEvaluations: number;
}

/** Where a search for the best criterion ended. @internal */
export type Optimum = SearchEnd<FittedPoint>;

/** What a fit reports while it runs. */
export interface MixedModelProgress {
  /** `fit`: the optimum; `boundary`: the same with a variance held at 0; `intervals`: profiles. */
  readonly stage: "fit" | "boundary" | "intervals";
  /** Evaluations of the criterion in this search so far. */
  readonly evaluations: number;
  readonly criterion: number;
  /** √(g'H⁻¹g). */
  readonly gradientNorm: number;
}

/** A criterion over its data, ready to be searched. @internal */
export function problemOf(engine: Engine, kind: CriterionKind, maxEvaluations: number): Problem {
  return { engine, kind, parametrisation: parametrisationOf(engine), maxEvaluations };
}

/** The criterion with its derivatives at one point of the search; undefined where it cannot be evaluated. @internal */
export function pointOf(problem: Problem, psi: readonly number[]): FittedPoint | undefined {
  const evaluation = evaluateCriterion(problem.engine, problem.parametrisation.toTheta(psi), problem.kind);
  return evaluation === undefined ? undefined : { ...throughChain(evaluation, psi, problem.parametrisation.orders), evaluation };
}

/** Searches from a start, some parameters held. @internal */
function* search(
  problem: Problem,
  start: readonly number[],
  stage: MixedModelProgress["stage"],
  fixed?: readonly boolean[],
): Generator<MixedModelProgress, Optimum | undefined, void> {
  const steps = newtonSearch({
    objective: (psi) => pointOf(problem, psi),
    start,
    bounded: problem.parametrisation.bounded,
    fixed,
    maxEvaluations: problem.maxEvaluations,
  });
  return yield* reporting(steps, stage);
}

/** Passes the steps of a search on as progress of a stage. @internal */
function* reporting<End>(
  steps: Generator<SearchStep, End, void>,
  stage: MixedModelProgress["stage"],
): Generator<MixedModelProgress, End, void> {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    yield { stage, evaluations: next.value.evaluations, criterion: next.value.value, gradientNorm: next.value.gradientNorm };
  }
}

/** The optimum, and per level that has an intercept alone the best fit with its variance at 0. @internal */
export interface Found {
  readonly optimum: Optimum;
  /** By level; undefined where the level has slopes, or where the boundary is plainly worse. */
  readonly boundary: readonly (Optimum | undefined)[];
  /** Evaluations of the criterion altogether. */
  readonly evaluations: number;
}

/** From the moment start (in small tables from others too) to the optimum, which is then held against the fits on the boundary. @internal */
export function* findOptimum(
  problem: Problem,
  data: ModelData,
  total: Float64Array,
): Generator<MixedModelProgress, Found | undefined, void> {
  const { engine } = problem;
  const start = startOf(problem, data, total);
  let optimum = yield* search(problem, start, "fit");
  if (optimum === undefined) return undefined;
  for (const other of otherStarts(problem.parametrisation.orders, data, (psi) => pointOf(problem, psi)?.value)) {
    const found: Optimum | undefined = yield* search(problem, other, "fit");
    // The same valley once more is not a better one.
    if (found?.converged === true && found.at.value < optimum.at.value - 1e-9 * Math.max(1, Math.abs(optimum.at.value))) optimum = found;
  }
  let { evaluations } = optimum;
  const boundary: (Optimum | undefined)[] = [];
  for (let level = 0; level < engine.levels.length; level++) {
    const k = parameterOf(problem, level);
    if (problem.parametrisation.orders[level] !== 1) {
      boundary.push(undefined);
      continue;
    }
    if (optimum.point[k] === 0) {
      boundary.push(optimum);
      continue;
    }
    const near = yield* boundaryFit({ ...problem, maxEvaluations: 1 }, optimum, [k]);
    evaluations++;
    // Twice what a parabola promises would not bring the boundary below the optimum: no need to search there.
    if (near !== undefined && near.at.value - near.gradientNorm * near.gradientNorm > optimum.at.value) {
      boundary.push(undefined);
      continue;
    }
    const held: Optimum | undefined = yield* boundaryFit(problem, optimum, [k]);
    evaluations += held?.evaluations ?? 0;
    boundary.push(held);
  }
  for (const held of boundary) if (held !== undefined && held.at.value < optimum.at.value) optimum = held;
  return { optimum, boundary, evaluations };
}

/** The best fit with some parameters at 0, from the optimum's other parameters. @internal */
export function boundaryFit(
  problem: Problem,
  optimum: Optimum,
  zeros: readonly number[],
): Generator<MixedModelProgress, Optimum | undefined, void> {
  const start = optimum.point.map((value, k) => (zeros.includes(k) ? 0 : value));
  return search(
    problem,
    start,
    "boundary",
    start.map((_, k) => zeros.includes(k)),
  );
}

/** First parameter of a level. @internal */
export function parameterOf(problem: Problem, level: number): number {
  return problem.parametrisation.orders.slice(0, level).reduce((sum, order) => sum + (order * (order + 1)) / 2, 0);
}

function startOf(problem: Problem, data: ModelData, total: Float64Array): number[] {
  const { orders } = problem.parametrisation;
  const moments = momentStart(data, total, data.within, orders.length > 1);
  return orders.flatMap((order, level) => {
    const moment = moments[level]!;
    if (order === 1) return [moment];
    const lambda = new Array<number>((order * (order + 1)) / 2).fill(0);
    const intercept = Math.sqrt(Math.max(moment, 0.05));
    for (let r = 0; r < order; r++) lambda[place(r, r)] = r === 0 ? intercept : intercept / 2;
    return lambda;
  });
}

/** C in the model's scale: exact but for one rounding. @internal */
export function totalProducts(data: ModelData): Float64Array {
  const { size, exact, scale, weightStep, weights, means } = data;
  const total = new Float64Array(size * size);
  addWeighted(weights, means, size, total);
  for (let r = 1; r < size; r++) total[r * size] = total[r]!;
  for (let a = 1; a < size; a++) {
    for (let b = 1; b < size; b++) total[a * size + b] = Number(exact[a - 1]![b - 1]!) * scale[a - 1]! * scale[b - 1]! * weightStep;
  }
  return total;
}

function addWeighted(weights: Float64Array, means: Float64Array, size: number, into: Float64Array): void {
  for (let j = 0; j < weights.length; j++) {
    const weight = weights[j] as number;
    for (let r = 0; r < size; r++) into[r] = (into[r] as number) + weight * (means[j * size + r] as number);
  }
}
