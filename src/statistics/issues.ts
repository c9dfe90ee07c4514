import type { IssueOf, IssuePath, Severity } from "../core/index.js";

/**
 * 统计部分的数据问题：codes of what can be wrong with columns, weights and groupings, with display-ready parameters.
 *
 * Every sentence names the column or the row; rows are counted from 0 (sentences print them counted from 1).
 */
export interface StatisticsIssueParams {
  /** A value is NaN or infinite. */
  "value-not-finite": { readonly column: string; readonly row: number };
  /** A column is longer or shorter than the others. */
  "column-length-differs": { readonly column: string; readonly expected: number; readonly received: number };
  /** Fewer rows with positive weight than are needed. */
  "too-few-rows": { readonly rows: number; readonly needed: number };
  /** A column beside the intercept holds one value only. */
  "constant-column": { readonly column: string };
  /** A column is a linear combination of columns before it, to working precision. */
  "collinear-column": { readonly column: string; readonly columns: string };
  /** A weight is negative (or, where zero has no meaning, zero). */
  "weight-not-positive": { readonly row: number; readonly weight: number };
  /** As many parameters as rows: residual variance and standard errors do not exist. */
  "no-residual-freedom": { readonly rows: number; readonly parameters: number };
  /** Every residual is zero: the response is an exact combination of the columns. */
  "residuals-all-zero": { readonly rows: number };
  /** Fewer clusters or groups than are needed. */
  "too-few-groups": { readonly groups: number; readonly needed: number };
  /** Fewer clusters than parameters: each standard error stands, but the covariance of all coefficients is singular. */
  "groups-fewer-than-parameters": { readonly groups: number; readonly parameters: number };
  /** A row has leverage 1: HC3 has no value. */
  "leverage-one": { readonly row: number };
  /** Every cluster's score for a coefficient is 0 but for rounding: it has no cluster-robust standard error. */
  "cluster-scores-vanish": { readonly column: string };
  /** What is computed from a column leaves the range of doubles (about 1.8e308): there is no result. */
  "result-too-large": { readonly column: string };
  /** A figure that is of second order in a column (a variance, a covariance) leaves the range of doubles and is withheld. */
  "figure-too-large": { readonly column: string };
}

/** A problem of columns, weights or groupings. */
export type StatisticsIssue = IssueOf<StatisticsIssueParams>;

/** The one severity of each code. */
const STATISTICS_SEVERITY: Readonly<Record<keyof StatisticsIssueParams, Severity>> = {
  "value-not-finite": "error",
  "column-length-differs": "error",
  "too-few-rows": "error",
  "constant-column": "error",
  "collinear-column": "error",
  "weight-not-positive": "error",
  "no-residual-freedom": "warning",
  "residuals-all-zero": "warning",
  "too-few-groups": "error",
  "groups-fewer-than-parameters": "warning",
  "leverage-one": "warning",
  "cluster-scores-vanish": "warning",
  "result-too-large": "error",
  "figure-too-large": "warning",
};

/**
 * A problem of this room with the severity of its code.
 *
 * @internal
 */
export function statisticsIssue<Code extends keyof StatisticsIssueParams>(
  code: Code,
  path: IssuePath,
  params: StatisticsIssueParams[Code],
): StatisticsIssue {
  return { code, severity: STATISTICS_SEVERITY[code], path, params } as StatisticsIssue;
}
