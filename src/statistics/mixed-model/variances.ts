import { chiSquaredTails } from "../chi-squared.js";
import { eigenOf } from "../symmetric-eigen.js";
import type { ModelData } from "./model-data.js";
import { boundaryFit, type Found, type MixedModelProgress, type Optimum, type Problem, parameterOf, problemOf } from "./optimum.js";
import type { Plan } from "./options.js";
import { place } from "./parameters.js";
import { profileLimits } from "./profile.js";
import { correlationLimits } from "./profile-correlation.js";
import type { IntraclassCorrelation, RandomCovariance, VarianceComponent, VarianceTest } from "./result.js";
import { rotatedProblem, type Turn, turnTo } from "./rotation.js";
import { backTransform, congruent, forthTransform, responseUnit } from "./scale-back.js";
import { type Rows, symmetricOf } from "./small-matrix.js";

/** Θ of every level in model scale. @internal */
function relativeMatrices(problem: Problem, theta: readonly number[]): Rows[] {
  let at = 0;
  return problem.engine.levels.map(({ z }) => {
    const matrix = symmetricOf(theta, z.length, at);
    at += place(z.length, 0);
    return matrix;
  });
}

/** Variances and covariances in the caller's units, with profile limits where asked for. @internal */
export function* varianceComponents(
  problem: Problem,
  data: ModelData,
  plan: Plan,
  optimum: Optimum,
): Generator<MixedModelProgress, { readonly variances: VarianceComponent[]; readonly covariances: RandomCovariance[] }, void> {
  const { evaluation } = optimum.at;
  const unit = responseUnit(data);
  const sigma2 = evaluation.residual / problem.kind.freedom;
  const matrices = relativeMatrices(problem, evaluation.theta);
  const variances: VarianceComponent[] = [];
  const covariances: RandomCovariance[] = [];
  const name = (column: number): string | null => (column === 0 ? null : plan.fixed[column - 1]!);
  for (let l = 0; l < matrices.length; l++) {
    const { level, z } = problem.engine.levels[l]!;
    const back = backTransform(data, z);
    const scaled = congruent(back, matrices[l]!).map((row) => row.map((value) => value * sigma2));
    for (let k = 0; k < z.length; k++) {
      const variance = Math.max(0, scaled[k]![k]!);
      yield { stage: "intervals", evaluations: 0, criterion: evaluation.value, gradientNorm: optimum.gradientNorm };
      variances.push({
        level,
        ...(z[k] === 0 ? {} : { column: name(z[k]!)! }),
        variance,
        sd: Math.sqrt(variance),
        ...limitsOf(problem, plan, optimum, l, z.length === 1 ? undefined : back[k]!, unit),
      });
      for (let m = 0; m < k; m++) {
        const product = Math.sqrt(variance * Math.max(0, scaled[m]![m]!));
        covariances.push({
          level,
          columns: [name(z[m]!), name(z[k]!)],
          covariance: scaled[k]![m]!,
          correlation: product > 0 ? Math.max(-1, Math.min(1, scaled[k]![m]! / product)) : null,
          ...correlationLimitsOf(problem, plan, optimum, l, product > 0 ? pairFirst(data, z, m, k) : undefined),
        });
      }
    }
  }
  const residual = sigma2 * unit * unit;
  const limits = plan.confidence === undefined ? {} : inUnits(profileLimits(problem, optimum, plan.confidence, undefined), unit * unit);
  variances.push({ level: "residual", variance: residual, sd: Math.sqrt(residual), ...limits });
  return { variances, covariances };
}

type Limits = { low?: number; high?: number | null };

function limitsOf(problem: Problem, plan: Plan, optimum: Optimum, level: number, row: readonly number[] | undefined, unit: number): Limits {
  if (plan.confidence === undefined) return {};
  if (row === undefined) return inUnits(profileLimits(problem, optimum, plan.confidence, parameterOf(problem, level)), unit * unit);
  // A coefficient of its own among several: turn the level so that it stands first, where Λ's first entry is its standard deviation.
  const { engine, point } = rotatedProblem(problem, optimum, level, turnTo(row));
  const turned = problemOf(engine, problem.kind, problem.maxEvaluations);
  return inUnits(profileLimits(turned, { ...optimum, point }, plan.confidence, parameterOf(turned, level)), 1);
}

type CorrelationLimits = { low?: number | null; high?: number | null };

function correlationLimitsOf(problem: Problem, plan: Plan, optimum: Optimum, level: number, turn: Turn | undefined): CorrelationLimits {
  if (plan.confidence === undefined) return {};
  if (turn === undefined) return { low: null, high: null };
  const { engine, point } = rotatedProblem(problem, optimum, level, turn);
  const turned = problemOf(engine, problem.kind, problem.maxEvaluations);
  return correlationLimits(turned, { ...optimum, point }, plan.confidence, parameterOf(turned, level));
}

/** The coefficients in the caller's units, two of them first. */
function pairFirst(data: ModelData, z: readonly number[], a: number, b: number): Turn {
  const order = [a, b, ...z.map((_, k) => k).filter((k) => k !== a && k !== b)];
  const rows = backTransform(data, z);
  return { turn: order.map((k) => rows[k]!), back: forthTransform(data, z).map((row) => order.map((k) => row[k]!)) };
}

function inUnits({ low, high }: { readonly low: number; readonly high: number | null }, square: number): Limits {
  return { low: low * square, high: high === null ? null : high * square };
}

/** Is a variance 0, or Θ of a level without full rank? Gives the level's place, −1 where not. @internal */
export function singularLevel(problem: Problem, theta: readonly number[]): number {
  return relativeMatrices(problem, theta).findIndex((matrix) => {
    const scale = matrix.map((row, k) => (row[k]! > 1e-12 ? 1 / Math.sqrt(row[k]!) : 0));
    if (matrix.length === 1) return matrix[0]![0] === 0;
    if (scale.includes(0)) return true;
    const { values } = eigenOf(matrix.map((row, r) => row.map((value, c) => value * scale[r]! * scale[c]!)));
    return values[values.length - 1]! < 1e-7;
  });
}

/** Mean variance that each level adds to a row: θ itself for an intercept, tr(Θ Z'Z)/n with slopes (Johnson 2014). @internal */
export function meanVariances(problem: Problem, theta: readonly number[], total: Rows): number[] {
  const weight = total[0]![0]!;
  return relativeMatrices(problem, theta).map((matrix, l) => {
    const { z } = problem.engine.levels[l]!;
    let sum = 0;
    z.forEach((a, r) => {
      z.forEach((b, c) => {
        sum += (matrix[r]![c]! * total[a]![b]!) / weight;
      });
    });
    return Math.max(0, sum);
  });
}

/** Each level's share of the whole variance, and the correlation of two rows of one of its units. @internal */
export function intraclass(problem: Problem, means: readonly number[]): IntraclassCorrelation[] {
  const total = 1 + means.reduce((sum, value) => sum + value, 0);
  return problem.engine.levels.map(({ level }, l) => ({
    level,
    share: means[l]! / total,
    correlation: means.slice(l).reduce((sum, value) => sum + value, 0) / total,
  }));
}

/** Each level's last-standing variances against 0. @internal */
export function* varianceTests(problem: Problem, plan: Plan, found: Found): Generator<MixedModelProgress, VarianceTest[], void> {
  const tests: VarianceTest[] = [];
  for (let l = 0; l < problem.engine.levels.length; l++) {
    const { level, z } = problem.engine.levels[l]!;
    const first = parameterOf(problem, l);
    for (let k = z.length === 1 ? 0 : 1; k < z.length; k++) {
      const zeros = z.length === 1 ? [first] : rowAndColumn(z.length, k).map((entry) => first + entry);
      const without = found.boundary[l] ?? (yield* boundaryFit(problem, found.optimum, zeros));
      if (without === undefined) continue;
      const statistic = Math.max(0, without.at.value - found.optimum.at.value);
      const q = z.length;
      const below = q === 1 ? 0 : chiSquaredTails(statistic, q - 1).upper;
      const p = statistic <= 0 ? 1 : 0.5 * below + 0.5 * chiSquaredTails(statistic, q).upper;
      tests.push({ level, ...(z[k] === 0 ? {} : { column: plan.fixed[z[k]! - 1]! }), statistic, p });
    }
  }
  return tests;
}

function rowAndColumn(order: number, k: number): number[] {
  const entries: number[] = [];
  for (let r = 0; r < order; r++) for (let c = 0; c <= r; c++) if (r === k || c === k) entries.push(place(r, c));
  return entries;
}
