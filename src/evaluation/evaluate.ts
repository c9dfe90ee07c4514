import { failure, type Result, success } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { checkSystem } from "./check-system.js";
import { EVALUATION_FORMAT, type Evaluation } from "./evaluation.js";
import type { IndicatorSystem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { observedBy } from "./observed.js";
import { scoreLeaf } from "./score-leaf.js";
import { scoreSubject } from "./score-subject.js";
import { systemTree } from "./system-tree.js";

/** Options of `evaluate`. */
export interface EvaluateOptions {
  readonly system: IndicatorSystem;
  /** The id of the period that is judged; baselines are periods named by the system's leaves. */
  readonly period: string;
  /** Ids of the subjects in the order wanted; absent: all that are observed in the period, in the order of the observations. */
  readonly subjects?: readonly string[] | undefined;
}

function subjectsOf(observations: readonly Observation[], options: EvaluateOptions): readonly string[] {
  if (options.subjects !== undefined) return [...new Set(options.subjects)];
  return [
    ...new Set(observations.filter((observation) => observation.period === options.period).map((observation) => observation.subject)),
  ];
}

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
  const { system, period } = options;
  const issues: EvaluationIssue[] = [...checkSystem(system)];
  const [first, ...others] = issues.filter((issue) => issue.severity === "error");
  if (first !== undefined) return failure([first, ...others]);
  const tree = systemTree(system);
  const subjects = subjectsOf(observations, options);
  const sorted = observedBy(observations, tree);
  issues.push(...sorted.issues);
  const report = (issue: EvaluationIssue): void => {
    issues.push(issue);
  };
  const outcomes = tree.leaves.map((leaf) => scoreLeaf(leaf, subjects, period, sorted.observed, report));
  const context = { system, tree, observed: sorted.observed, period, report };
  const scored = subjects.map((subject, index) =>
    scoreSubject(
      subject,
      outcomes.flatMap((byLeaf) => byLeaf[index] ?? []),
      context,
    ),
  );
  return success({ format: EVALUATION_FORMAT, system: system.id, period, subjects: scored }, issues);
}
