import type { Evaluation } from "./criterion.js";
import type { LevelTerms, Terms } from "./engine.js";
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
  const predict = predictor(source, terms.groups, plan.groupZ, symmetricOf(evaluation.theta, plan.groupZ.length));
  const v = contrast(evaluation.beta);
  const unit = responseUnit(data);
  return data.units.map(({ group, upper }, j): GroupEffects => {
    const rows = data.unitRows[j]!;
    const weight = data.weights[j]!;
    const residualSum = weight * (meanResidual(data.means, v, j) * unit);
    const effects = predict(j);
    return upper === undefined ? { group, rows, weight, residualSum, effects } : { group, upper, rows, weight, residualSum, effects };
  });
}

/** Effects of the upper units. @internal */
export function upperEffects(source: EffectSource): UpperEffects[] {
  const { data, plan, evaluation, terms } = source;
  if (plan.upperZ.length === 0) return [];
  const q1 = plan.groupZ.length;
  const predict = predictor(source, terms.uppers, plan.upperZ, symmetricOf(evaluation.theta, plan.upperZ.length, (q1 * (q1 + 1)) / 2));
  const v = contrast(evaluation.beta);
  const unit = responseUnit(data);
  return data.upperKeys.map((upper, g) => {
    let rows = 0;
    let weight = 0;
    let residualSum = 0;
    for (let j = data.upperStart[g]!; j < data.upperStart[g + 1]!; j++) {
      rows += data.unitRows[j]!;
      weight += data.weights[j]!;
      residualSum += data.weights[j]! * (meanResidual(data.means, v, j) * unit);
    }
    const groups = data.upperStart[g + 1]! - data.upperStart[g]!;
    return { upper, groups, rows, weight, residualSum, effects: predict(g) };
  });
}

/** (−β, 1): what a row of (1, x, y) leaves as residual. @internal */
export function contrast(beta: readonly number[]): number[] {
  return [...beta.map((b) => -b), 1];
}

function meanResidual(means: Float64Array, v: readonly number[], j: number): number {
  let sum = 0;
  for (let r = 0; r < v.length; r++) sum += (v[r] as number) * (means[j * v.length + r] as number);
  return sum;
}

/**
 * û = ΘZ'V⁻¹(y − Xβ); given the data and β it varies by σ²(Θ − ΘFΘ), F = Z'V⁻¹Z; û − u by that and σ²ΘE(X'V⁻¹X)⁻¹E'Θ, E = Z'V⁻¹X.
 */
function predictor(
  { data, plan, evaluation, sigma2 }: EffectSource,
  { e, f, order }: LevelTerms,
  z: readonly number[],
  theta: Rows,
): (place: number) => EffectEstimate[] {
  const v = Float64Array.from(contrast(evaluation.beta));
  const { size } = data;
  const p = size - 1;
  const back = backTransform(data, z);
  const turn = times(back, theta);
  const variance = z.map((_, k) => dot(turn[k]!, back[k]!));
  const ray = new Float64Array(size);
  const inverse = Float64Array.from(evaluation.inverse.flat());
  const one = (place: number, k: number): EffectEstimate => {
    const column = z[k]!;
    const l = turn[k]!;
    const known = rayOf(l, e, f, place, order, size, ray);
    let estimate = ray[p] as number;
    let added = 0;
    for (let r = 0; r < p; r++) {
      const x = ray[r] as number;
      estimate += (v[r] as number) * x;
      for (let c = 0; c < p; c++) added += x * (inverse[r * p + c] as number) * (ray[c] as number);
    }
    const own = variance[k]!;
    const conditional = Math.max(0, own - known);
    const conditionalError = Math.sqrt(sigma2 * conditional);
    const comparativeError = Math.sqrt(sigma2 * (conditional + added));
    const shrinkage = own > 0 ? Math.min(1, known / own) : 0;
    if (column === 0) return { estimate, conditionalError, comparativeError, shrinkage };
    return { column: plan.fixed[column - 1]!, estimate, conditionalError, comparativeError, shrinkage };
  };
  return (place) => (z.length === 1 ? [one(place, 0)] : z.map((_, k) => one(place, k)));
}

/** l'E of one unit into `ray`; gives l'Fl. */
function rayOf(
  l: readonly number[],
  e: Float64Array,
  f: Float64Array,
  place: number,
  order: number,
  size: number,
  ray: Float64Array,
): number {
  let known = 0;
  for (let c = 0; c < size; c++) ray[c] = 0;
  for (let r = 0; r < order; r++) {
    const row = place * order + r;
    const x = l[r] as number;
    for (let c = 0; c < size; c++) ray[c] = (ray[c] as number) + x * (e[row * size + c] as number);
    for (let c = 0; c < order; c++) known += x * (f[row * order + c] as number) * (l[c] as number);
  }
  return known;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
