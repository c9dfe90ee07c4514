import type { IssueOf, IssuePath, Severity } from "../core/index.js";
import type { RefusalReason } from "./exact/ledger.js";

/**
 * 精确统计与多层模型的数据问题：what can be wrong with rows offered to exact statistics and with data a model is fitted to.
 */
export interface FitIssueParams {
  /** Rows left out of an addition, counted by column and reason; the ledger has each. `row` is the first. */
  "rows-refused": { readonly column: string; readonly reason: RefusalReason; readonly count: number; readonly row: number };
  /** Statistics of another design cannot be merged: the columns, grids, levels and weights have to be the same. */
  "designs-differ": { readonly mine: string; readonly theirs: string };
  /** What is to be taken away has never been added. Nothing was changed. */
  "not-contained": { readonly rows: number };
  /** Stored statistics do not hold together. */
  "statistics-unreadable": { readonly reason: string };
  /** A column beside the constant holds one value only: leave it out of the model. */
  "fixed-column-constant": { readonly column: string };
  /** A column is a combination of the constant and the columns before it: leave one of them out. */
  "fixed-column-collinear": { readonly column: string; readonly columns: string };
  /** With random slopes: a column is nearly a combination of the columns before it, at the price of about so many of 16 digits. */
  "fixed-column-nearly-collinear": { readonly column: string; readonly columns: string; readonly digits: number };
  /** Fewer rows than the model has parameters. */
  "rows-too-few": { readonly rows: number; readonly needed: number };
  /** Fewer units on a level than its variance needs: take the level out of the model or add units. */
  "units-too-few": { readonly level: "group" | "upper"; readonly units: number; readonly needed: number };
  /** Every group has one row (or every upper unit one group), so that the variances of the two cannot be told apart. */
  "level-not-separable": { readonly level: "group" | "upper" };
  /** Fixed effects and groups explain the response without rest: no variance is left to estimate from. */
  "residuals-zero": { readonly response: string };
  /** A variance component is estimated as 0, or random effects as fully correlated: a result, not a failure. */
  "singular-fit": { readonly component: string };
  /** The optimiser stopped before its tolerance; the result says how far it came. */
  "not-converged": { readonly evaluations: number; readonly gradientNorm: number };
}

/** A problem of exact statistics or of a model fit. */
export type FitIssue = IssueOf<FitIssueParams>;

/** The one severity of each code. */
const FIT_SEVERITY: Readonly<Record<keyof FitIssueParams, Severity>> = {
  "rows-refused": "warning",
  "designs-differ": "error",
  "not-contained": "error",
  "statistics-unreadable": "error",
  "fixed-column-constant": "error",
  "fixed-column-collinear": "error",
  "fixed-column-nearly-collinear": "warning",
  "rows-too-few": "error",
  "units-too-few": "error",
  "level-not-separable": "error",
  "residuals-zero": "error",
  "singular-fit": "notice",
  "not-converged": "warning",
};

/** A problem with the severity of its code. @internal */
export function fitIssue<Code extends keyof FitIssueParams>(code: Code, path: IssuePath, params: FitIssueParams[Code]): FitIssue {
  return { code, severity: FIT_SEVERITY[code], path, params } as FitIssue;
}
