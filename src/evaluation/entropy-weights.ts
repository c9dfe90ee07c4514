import { failure, type Result, success } from "../core/index.js";
import { log } from "../statistics/index.js";
import type { EvaluationIssue } from "./issues.js";
import { repeatedIndicators, settledWeights, type Weights } from "./weights.js";

/** Options of `entropyWeights`. */
export interface EntropyOptions {
  /** The indicators in the order of the columns. */
  readonly indicators: readonly string[];
  /** The period the values are of. Weights are frozen from it: taken anew each year they would pay for becoming unlike the others. */
  readonly baseYear: string;
}

/** 熵权, with the values they came from. */
export interface EntropyWeights extends Weights {
  readonly values: readonly number[];
  /** Entropy of each indicator, 1 when all subjects are equal in it. */
  readonly entropies: readonly number[];
  readonly baseYear: string;
}

/** An indicator that takes more than this part of all weight is named in the warning. */
const MUCH = 0.5;

/** Values whose largest and smallest differ by no more than this part are equal but for rounding. */
const EQUAL = 1e-12;

/** r ln r − r + 1 for r ≥ 0: near 1, where the terms cancel, by its series d²/2 − d³/6 + d⁴/12 − … in d = r − 1. */
function divergence(r: number): number {
  const d = r - 1;
  if (r === 0) return 1;
  if (Math.abs(d) > 0.01) return r * log(r) - d;
  let sum = 0;
  for (let k = 10; k >= 2; k -= 1) sum = 1 / (k * (k - 1)) - d * sum;
  return d * d * sum;
}

/**
 * 1 − entropy: Σ (r ln r − r + 1) ÷ (n ln n) with r = value ÷ mean, the same as 1 + Σ p ln p ÷ ln n. No term is below 0, so that none cancels
 * another; by the largest value first, so that no sum overflows.
 */
function spreadOf(column: readonly number[]): number {
  const largest = column.reduce((most, value) => Math.max(most, value), 0);
  const smallest = column.reduce((least, value) => Math.min(least, value), largest);
  if (largest - smallest <= EQUAL * largest) return 0;
  const parts = column.map((value) => value / largest);
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  const sum = parts.reduce((total, part) => total + divergence(part / mean), 0);
  return Math.min(1, sum / (parts.length * log(parts.length)));
}

function problemsOf(rows: readonly (readonly number[])[], indicators: readonly string[]): readonly EvaluationIssue[] {
  if (rows.length < 2 || indicators.length === 0) {
    return [{ code: "entropy-too-few", severity: "error", path: [], params: { subjects: rows.length, indicators: indicators.length } }];
  }
  const issues: EvaluationIssue[] = [...repeatedIndicators(indicators)];
  rows.forEach((row, r) => {
    if (row.length !== indicators.length) {
      issues.push({ code: "entropy-row-shape", severity: "error", path: [r], params: { row: r + 1, expected: indicators.length } });
      return;
    }
    indicators.forEach((indicator, c) => {
      const value = row[c];
      if (value !== undefined && Number.isFinite(value) && value >= 0) return;
      issues.push({ code: "entropy-value-invalid", severity: "error", path: [r, c], params: { row: r + 1, indicator } });
    });
  });
  return issues;
}

/**
 * 熵权法. Weights by how much the subjects differ in each indicator: w_j = (1 − e_j) ÷ Σ (1 − e), e_j = −Σ p_ij ln p_ij ÷ ln n (Shannon 1948).
 *
 * Rows are subjects, columns indicators, values not negative and of one direction; values that differ by 10⁻¹² of the largest at
 * most are equal. Entropy rewards spread, not importance: an indicator that
 * takes more than half of all weight is named in a warning. Issues: `entropy-too-few`, `entropy-row-shape`, `entropy-value-invalid`,
 * `entropy-without-spread`, `item-duplicate`.
 *
 * @example
 * ```ts
 * import { entropyWeights } from "school-groups/evaluation";
 *
 * const result = entropyWeights([[1, 5], [1, 9]], { indicators: ["same", "apart"], baseYear: "2022-2023" });
 * result.ok && result.value.weights.map(({ weight }) => weight); // => ["0", "1"]
 * ```
 */
export function entropyWeights(rows: readonly (readonly number[])[], options: EntropyOptions): Result<EntropyWeights, EvaluationIssue> {
  const { indicators, baseYear } = options;
  const [first, ...others] = problemsOf(rows, indicators);
  if (first !== undefined) return failure([first, ...others]);
  const spread = indicators.map((_, c) => spreadOf(rows.map((row) => row[c] ?? 0)));
  const entropies = spread.map((apart) => 1 - apart);
  const total = spread.reduce((sum, value) => sum + value, 0);
  if (total === 0) return failure([{ code: "entropy-without-spread", severity: "error", path: [], params: {} }]);
  const values = spread.map((value) => value / total);
  const settled = settledWeights(values);
  const weights = indicators.map((indicator, index) => ({ indicator, weight: settled[index] ?? "0" }));
  const warnings: EvaluationIssue[] = weights
    .filter((_, index) => (values[index] ?? 0) > MUCH)
    .map(({ indicator, weight }) => ({ code: "entropy-rewards-spread", severity: "warning", path: [], params: { indicator, weight } }));
  const why = {
    "zh-CN": `按${baseYear}年度数据的差异程度用熵权法计算，并自该年度起固定`,
    en: `computed by entropy from the spread in ${baseYear} and frozen from then on`,
  };
  return success({ weights, basis: { kind: "library", why }, values, entropies, baseYear }, warnings);
}
