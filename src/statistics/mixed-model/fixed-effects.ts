import { studentQuantile, studentTails } from "../student-t.js";
import { eigenOf } from "../symmetric-eigen.js";
import type { Evaluation } from "./criterion.js";
import type { ModelData } from "./model-data.js";
import type { Optimum, Problem } from "./optimum.js";
import type { Plan } from "./options.js";
import { throughChain } from "./parameters.js";
import type { FixedEffect } from "./result.js";
import { backTransform, congruent, responseUnit } from "./scale-back.js";
import { times } from "./small-matrix.js";

/** Fixed effects in the caller's units with their covariance. @internal */
export function fixedEffects(
  problem: Problem,
  data: ModelData,
  plan: Plan,
  optimum: Optimum,
): { readonly fixed: FixedEffect[]; readonly covariance: number[][] } {
  const { evaluation } = optimum.at;
  const sigma2 = evaluation.residual / problem.kind.freedom;
  const back = backTransform(data, [0, ...plan.fixed.map((_, k) => k + 1)]);
  const estimates = times(
    back,
    evaluation.beta.map((b) => [b]),
  ).map(([b]) => b!);
  const last = data.size - 2;
  estimates[0] = estimates[0]! + data.centre[last]!;
  const covariance = congruent(back, evaluation.inverse).map((row) => row.map((value) => value * sigma2));
  const freedom = satterthwaite(problem, optimum, sigma2);
  const fixed = estimates.map((estimate, k): FixedEffect => {
    const standardError = Math.sqrt(covariance[k]![k]!);
    const df = freedom(back[k]!.map((value) => value / responseUnit(data)));
    const t = estimate / standardError;
    return {
      ...(k === 0 ? {} : { column: plan.fixed[k - 1]! }),
      estimate,
      standardError,
      df,
      t,
      p: Math.min(1, 2 * studentTails(Math.abs(t), df).upper),
      ...limits(estimate, standardError, df, plan.confidence),
    };
  });
  return { fixed, covariance };
}

function limits(estimate: number, error: number, df: number, confidence: number | undefined): { low?: number; high?: number } {
  if (confidence === undefined) return {};
  const reach = error * studentQuantile((1 - confidence) / 2, df, "upper");
  return { low: estimate - reach, high: estimate + reach };
}

/**
 * Satterthwaite's degrees of freedom of a contrast l of the fixed effects (model scale): 2f²/(∇f' A ∇f), f = σ² l'(X'V⁻¹X)⁻¹l and A twice
 * the inverse Hessian of −2 log likelihood in σ² and the optimiser's parameters. Variances on their boundary count as known.
 */
function satterthwaite(problem: Problem, optimum: Optimum, sigma2: number): (l: readonly number[]) => number {
  const { evaluation } = optimum.at;
  const { parametrisation, kind } = problem;
  const free = optimum.point.map((_, k) => k).filter((k) => !(parametrisation.bounded[k]! && optimum.point[k] === 0));
  const outer = throughChain(
    {
      value: 0,
      gradient: evaluation.gradient,
      hessian: evaluation.d2Residual.map((row, a) => row.map((d, b) => d / sigma2 + evaluation.d2Logs[a]![b]!)),
      expected: evaluation.expected,
    },
    optimum.point,
    parametrisation.orders,
  ).hessian;
  const residual = chainGradient(evaluation, evaluation.dResidual, optimum, problem);
  const variance = sigma2 * sigma2;
  const hessian = [
    [kind.freedom / variance, ...free.map((k) => -residual[k]! / variance)],
    ...free.map((k) => [-residual[k]! / variance, ...free.map((m) => outer[k]![m]!)]),
  ];
  const inverse = pseudoInverse(hessian);
  return (l) => {
    const ql = evaluation.inverse.map((row) => row.reduce((sum, value, c) => sum + value * l[c]!, 0));
    const spread = ql.reduce((sum, value, r) => sum + value * l[r]!, 0);
    const size = ql.length + 1;
    const byTheta = evaluation.pieces.dM.map((m) => {
      let sum = 0;
      for (let r = 0; r < ql.length; r++) for (let c = 0; c < ql.length; c++) sum += ql[r]! * m[r * size + c]! * ql[c]!;
      return -sigma2 * sum;
    });
    const chained = chainGradient(evaluation, byTheta, optimum, problem);
    const gradient = [spread, ...free.map((k) => chained[k]!)];
    let below = 0;
    for (let r = 0; r < gradient.length; r++) {
      for (let c = 0; c < gradient.length; c++) below += 2 * gradient[r]! * inverse[r]![c]! * gradient[c]!;
    }
    const f = sigma2 * spread;
    return below > 0 ? Math.min((2 * f * f) / below, 1e15) : 1e15;
  };
}

function chainGradient(evaluation: Evaluation, gradient: readonly number[], optimum: Optimum, problem: Problem): readonly number[] {
  const none = evaluation.hessian.map((row) => row.map(() => 0));
  return throughChain({ value: 0, gradient, hessian: none, expected: none }, optimum.point, problem.parametrisation.orders).gradient;
}

/** Directions without curvature carry no information and are left out. Scaled first, as variances may differ by many powers of ten. */
function pseudoInverse(matrix: readonly (readonly number[])[]): number[][] {
  const scale = matrix.map((row, k) => (row[k]! > 0 ? 1 / Math.sqrt(row[k]!) : 0));
  const { values, vectors } = eigenOf(matrix.map((row, r) => row.map((value, c) => value * scale[r]! * scale[c]!)));
  const largest = values[0] ?? 0;
  return matrix.map((row, r) =>
    row.map((_, c) => {
      let sum = 0;
      values.forEach((value, k) => {
        if (value > 1e-8 * largest) sum += (vectors[k]![r]! * vectors[k]![c]!) / value;
      });
      return sum * scale[r]! * scale[c]!;
    }),
  );
}
