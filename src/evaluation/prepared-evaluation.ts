import { failure, type Result, success } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { checkSystem } from "./check-system.js";
import type { IndicatorSystem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { observedBy } from "./observed.js";
import { type LeafOutcome, scoreLeaf } from "./score-leaf.js";
import type { ScoringContext } from "./score-subject.js";
import { systemTree } from "./system-tree.js";

/** Options of `evaluate`. */
export interface EvaluateOptions {
  readonly system: IndicatorSystem;
  /** The id of the period that is judged; baselines are periods named by the system's leaves. */
  readonly period: string;
  /** Ids of the subjects in the order wanted; absent: all that are observed in the period, in the order of the observations. */
  readonly subjects?: readonly string[] | undefined;
}

/** Everything scored leaf by leaf, before any subject is put together; `issues` goes on growing with every subject scored. */
export interface PreparedEvaluation {
  readonly context: ScoringContext;
  readonly subjects: readonly string[];
  /** By leaf, then by subject, in the order of the tree and of `subjects`. */
  readonly outcomes: readonly (readonly LeafOutcome[])[];
  readonly issues: EvaluationIssue[];
}

function subjectsOf(observations: readonly Observation[], options: EvaluateOptions): readonly string[] {
  if (options.subjects !== undefined) return [...new Set(options.subjects)];
  const found = new Set<string>();
  for (const { period, subject } of observations) if (period === options.period) found.add(subject);
  return [...found];
}

/** What `evaluate` and `explainScore` have in common: the system checked, the observations sorted, every leaf scored for every subject. */
export function prepareEvaluation(
  observations: readonly Observation[],
  options: EvaluateOptions,
): Result<PreparedEvaluation, EvaluationIssue> {
  const { system, period } = options;
  const issues: EvaluationIssue[] = [...checkSystem(system)];
  const [first, ...others] = issues.filter((issue) => issue.severity === "error");
  if (first !== undefined) return failure([first, ...others]);
  const tree = systemTree(system);
  const subjects = subjectsOf(observations, options);
  const { observed, issues: found } = observedBy(observations, tree);
  issues.push(...found);
  const report = (issue: EvaluationIssue): void => {
    issues.push(issue);
  };
  const outcomes = tree.leaves.map((leaf) => scoreLeaf(leaf, subjects, period, observed, report));
  return success({ context: { system, tree, observed, period, report }, subjects, outcomes, issues });
}

/** The outcomes of one subject, in the order of the tree's leaves. */
export function outcomesOf(outcomes: readonly (readonly LeafOutcome[])[], index: number): readonly LeafOutcome[] {
  const own: LeafOutcome[] = [];
  for (const byLeaf of outcomes) {
    const outcome = byLeaf[index];
    if (outcome !== undefined) own.push(outcome);
  }
  return own;
}
