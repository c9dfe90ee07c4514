import type { Evaluation } from "./criterion.js";
import type { Terms, UnitTerms } from "./engine.js";
import type { ModelData } from "./model-data.js";
import type { Plan } from "./options.js";
import type { EffectEstimate, GroupEffects, UpperEffects } from "./result.js";
import { backTransform, responseUnit } from "./scale-back.js";
import { type Rows, symmetricOf, times } from "./small-matrix.js";

/** All that effects follow from. @internal */
export interface EffectSource {
  readonly data: ModelData;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly terms: Terms;
  /** Residual variance in the model's scale. */
  readonly sigma2: number;
}

/** Effects of the groups, in the statistics' order. @internal */
export function groupEffects(source: EffectSource): GroupEffects[] {
  const { data, plan, evaluation, terms } = source;
  const predict = predictor(source, plan.groupZ, symmetricOf(evaluation.theta, plan.groupZ.length));
  const v = contrast(evaluation.beta);
  return data.units.map((unit, j) => ({
    ...unit,
    rows: data.unitRows[j]!,
    weight: data.weights[j]!,
    residualSum: data.weights[j]! * meanResidual(data, v, j),
    effects: predict(terms.groups[j]!),
  }));
}

/** Effects of the upper units. @internal */
export function upperEffects(source: EffectSource): UpperEffects[] {
  const { data, plan, evaluation, terms } = source;
  if (plan.upperZ.length === 0) return [];
  const q1 = plan.groupZ.length;
  const predict = predictor(source, plan.upperZ, symmetricOf(evaluation.theta, plan.upperZ.length, (q1 * (q1 + 1)) / 2));
  const v = contrast(evaluation.beta);
  return data.upperKeys.map((upper, g) => {
    let rows = 0;
    let weight = 0;
    let residualSum = 0;
    for (let j = data.upperStart[g]!; j < data.upperStart[g + 1]!; j++) {
      rows += data.unitRows[j]!;
      weight += data.weights[j]!;
      residualSum += data.weights[j]! * meanResidual(data, v, j);
    }
    const groups = data.upperStart[g + 1]! - data.upperStart[g]!;
    return { upper, groups, rows, weight, residualSum, effects: predict(terms.uppers[g]!) };
  });
}

/** (−β, 1): what a row of (1, x, y) leaves as residual. @internal */
export function contrast(beta: readonly number[]): number[] {
  return [...beta.map((b) => -b), 1];
}

function meanResidual(data: ModelData, v: readonly number[], j: number): number {
  let sum = 0;
  for (let r = 0; r < data.size; r++) sum += v[r]! * data.means[j * data.size + r]!;
  return sum * responseUnit(data);
}

/**
 * û = ΘZ'V⁻¹(y − Xβ); given the data and β it varies by σ²(Θ − ΘFΘ), F = Z'V⁻¹Z; û − u by that and σ²ΘE(X'V⁻¹X)⁻¹E'Θ, E = Z'V⁻¹X.
 */
function predictor(
  { data, plan, evaluation, sigma2 }: EffectSource,
  z: readonly number[],
  theta: Rows,
): (unit: UnitTerms) => EffectEstimate[] {
  const v = contrast(evaluation.beta);
  const p = evaluation.beta.length;
  const back = backTransform(data, z);
  const turn = times(back, theta);
  const variance = z.map((_, k) => dot(turn[k]!, back[k]!));
  return ({ e, f }) => {
    const score = e.map((row) => dot(row, v));
    return z.map((column, k) => {
      const l = turn[k]!;
      const known = quadratic(l, f);
      const spread = new Array<number>(p).fill(0);
      for (let r = 0; r < l.length; r++) for (let c = 0; c < p; c++) spread[c] = spread[c]! + l[r]! * e[r]![c]!;
      const conditional = Math.max(0, variance[k]! - known);
      return {
        ...(column === 0 ? {} : { column: plan.fixed[column - 1]! }),
        estimate: dot(l, score),
        conditionalError: Math.sqrt(sigma2 * conditional),
        comparativeError: Math.sqrt(sigma2 * (conditional + quadratic(spread, evaluation.inverse))),
        shrinkage: variance[k]! > 0 ? Math.min(1, known / variance[k]!) : 0,
      };
    });
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

function quadratic(l: readonly number[], matrix: Rows): number {
  let sum = 0;
  for (let r = 0; r < l.length; r++) for (let c = 0; c < l.length; c++) sum += l[r]! * matrix[r]![c]! * l[c]!;
  return sum;
}
