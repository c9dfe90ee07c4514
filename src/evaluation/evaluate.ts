import { type Result, success } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { EVALUATION_FORMAT, type Evaluation } from "./evaluation.js";
import type { EvaluationIssue } from "./issues.js";
import { type EvaluateOptions, prepareEvaluation } from "./prepared-evaluation.js";
import { subjectScorer } from "./score-subject.js";

/**
 * 考核评价. Scores every subject by an indicator system: observed values → scores (level, or increment from the subject's own starting point)
 * → weighted means up the tree → bonuses, deductions, caps → vetoes → one rounding → grade.
 *
 * Exact to the end: 80, 80, 80 on equal thirds is 80 and meets "at least 80". A leaf that is missing is refused, re-weighted or imputed as the
 * system says leaf by leaf, never silently. Fails with every error of `checkSystem`; trouble with observations comes along as issues, and a
 * faulty observation counts as missing.
 *
 * @example
 * ```ts
 * import { evaluate, type IndicatorSystem } from "school-groups/evaluation";
 *
 * const label = { "zh-CN": "得分", en: "score" };
 * const basis = { kind: "caller" } as const;
 * const leaf = (id: string) =>
 *   ({
 *     id,
 *     parent: "all",
 *     kind: "leaf",
 *     label,
 *     weight: { value: "1/3", basis },
 *     unit: "points",
 *     direction: "higher-is-better",
 *     source: { kind: "caller" },
 *     scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" },
 *     missing: { treatment: "refuse" },
 *   }) as const;
 * const system: IndicatorSystem = {
 *   format: "school-groups.indicator-system.v1",
 *   id: "thirds",
 *   label,
 *   items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, leaf("a"), leaf("b"), leaf("c")],
 *   rounding: { mode: "half-away-from-zero", places: 2 },
 * };
 * const observations = ["a", "b", "c"].map((indicator) => ({ indicator, subject: "s", period: "2023", value: 80 }));
 * const result = evaluate(observations, { system, period: "2023" });
 * result.ok && result.value.subjects[0]?.score; // => { exact: "80", printed: "80.00" }
 * ```
 */
export function evaluate(observations: readonly Observation[], options: EvaluateOptions): Result<Evaluation, EvaluationIssue> {
  const prepared = prepareEvaluation(observations, options);
  if (!prepared.ok) return prepared;
  const { system, period, subjects, issues } = prepared.value;
  const scoreAt = subjectScorer(prepared.value);
  const scored = subjects.map((_, at) => scoreAt(at));
  return success({ format: EVALUATION_FORMAT, system: system.id, period, subjects: scored }, issues);
}
