import { failure, type Result, success } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import { checkSystem } from "./check-system.js";
import { type ExactColumn, missingAt } from "./exact-column.js";
import type { IndicatorSystem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { type MeanPart, negativeAt, refusedAt } from "./mean-column.js";
import { type Observed, observedBy } from "./observed.js";
import { type CompositeColumns, scoreComposite } from "./score-composite.js";
import { type LeafColumns, observedLeaf, scoresForParent } from "./score-leaf.js";
import { type SystemTree, systemTree } from "./system-tree.js";

/** Options of `evaluate`. */
export interface EvaluateOptions {
  readonly system: IndicatorSystem;
  /** The id of the period that is judged; baselines are periods named by the system's leaves. */
  readonly period: string;
  /** Ids of the subjects in the order wanted; absent: all that are observed in the period, in the order of the observations. */
  readonly subjects?: readonly string[] | undefined;
}

/** Everything scored, item by item, for all subjects at once. */
export interface PreparedEvaluation {
  readonly system: IndicatorSystem;
  readonly tree: SystemTree;
  readonly period: string;
  readonly observed: Observed;
  readonly subjects: readonly string[];
  /** In the order of the tree. */
  readonly leaves: readonly LeafColumns[];
  /** In the order of the tree: the root last. */
  readonly composites: readonly CompositeColumns[];
  readonly issues: readonly EvaluationIssue[];
}

function subjectsOf(observations: readonly Observation[], options: EvaluateOptions): readonly string[] {
  if (options.subjects !== undefined) return [...new Set(options.subjects)];
  const found = new Set<string>();
  let last: string | undefined;
  for (const { period, subject } of observations) {
    if (subject === last || period !== options.period) continue;
    found.add(subject);
    last = subject;
  }
  return [...found];
}

/** Composites, every child before its parent. */
function scoreComposites(
  tree: SystemTree,
  leaves: readonly LeafColumns[],
  observed: Observed,
  period: string,
): readonly CompositeColumns[] {
  const scores = new Map<string, ExactColumn>();
  for (const columns of leaves) scores.set(columns.leaf.id, scoresForParent(columns, observed.subjects.length));
  return tree.composites.map((node) => {
    const parts = node.parts.flatMap((part, index): readonly MeanPart[] => {
      const [column, weight] = [scores.get(part.id), node.weights[index]];
      const optional = part.kind === "leaf" && part.missing.treatment === "reweight";
      return column === undefined || weight === undefined ? [] : [{ id: part.id, column, weight, optional }];
    });
    const columns = scoreComposite(node, parts, observed, period);
    scores.set(node.item.id, columns.scores);
    return columns;
  });
}

/** What is wrong with the figures of composites, subject by subject. */
function compositeIssues(composites: readonly CompositeColumns[], subjects: readonly string[]): readonly EvaluationIssue[] {
  const found: { readonly at: number; readonly issue: EvaluationIssue }[] = [];
  for (const { node, parts, means, adjustments } of composites) {
    const indicator = node.item.id;
    for (const [at, subject] of subjects.entries()) {
      if (!missingAt(means, at) || refusedAt(parts, at) || !negativeAt(parts, at)) continue;
      found.push({ at, issue: { code: "value-negative", severity: "error", path: [], params: { indicator, subject } } });
    }
    for (const { item, invalid } of adjustments) {
      for (const [at, { subject, value }] of invalid) {
        const params = { indicator: item.id, subject, value: String(value) };
        if (!missingAt(means, at)) found.push({ at, issue: { code: "observation-invalid", severity: "error", path: [], params } });
      }
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ issue }) => issue);
}

/** What `evaluate` and `explainScore` have in common: the system checked, the observations sorted, every item scored for every subject. */
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
  const { observed, issues: found } = observedBy(observations, tree, period, subjects);
  // One by one: a list of all their faults at once may be longer than a call takes arguments.
  const report = (issue: EvaluationIssue): void => {
    issues.push(issue);
  };
  for (const issue of found) report(issue);
  const leaves = tree.leaves.map((leaf) => observedLeaf(leaf, observed, period, report));
  const composites = scoreComposites(tree, leaves, observed, period);
  for (const issue of compositeIssues(composites, subjects)) report(issue);
  return success({ system, tree, period, observed, subjects, leaves, composites, issues }, issues);
}
