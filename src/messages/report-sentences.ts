import type { PartFailure } from "../report/index.js";

/** Headings and sentences of a rendered report. */
export interface ReportSentences {
  readonly title: (params: { readonly name: string }) => string;
  /** A numbered heading; parts number from 1, ten at most. */
  readonly section: (params: { readonly number: number; readonly title: string }) => string;
  readonly unnamed: string;
  readonly basis: string;
  readonly asOf: (params: { readonly asOf: string }) => string;
  readonly seed: (params: { readonly seed: number }) => string;
  readonly madeBy: (params: { readonly version: string }) => string;
  readonly sourceHeader: readonly [string, string, string];
  readonly size: (params: {
    readonly schools: number;
    readonly groups: number;
    readonly memberships: number;
    readonly complete: boolean;
  }) => string;
  readonly validation: string;
  readonly counts: (params: { readonly errors: number; readonly warnings: number; readonly notices: number }) => string;
  readonly counted: (params: { readonly low: number; readonly high?: number | undefined }) => string;
  readonly place: (params: { readonly path: string }) => string;
  readonly groups: string;
  readonly groupHeader: readonly [string, string, string];
  readonly reconciliation: string;
  readonly coverage: string;
  readonly listed: (params: { readonly covered: string; readonly whole: string; readonly share: string }) => string;
  readonly published: (params: {
    readonly covered: number;
    readonly whole: number;
    readonly share: string;
    readonly sameBase: boolean;
  }) => string;
  readonly needed: (params: {
    readonly needed: number;
    readonly whole: number;
    readonly limit: string;
    readonly reached: string;
  }) => string;
  readonly notDue: (params: { readonly due: string }) => string;
  readonly unclear: (params: { readonly words: string }) => string;
  readonly compliance: string;
  readonly overall: (params: {
    readonly verdict: string;
    readonly satisfied: number;
    readonly violated: number;
    readonly undetermined: number;
    readonly notApplicable: number;
  }) => string;
  readonly beside: (params: {
    readonly satisfied: number;
    readonly violated: number;
    readonly undetermined: number;
    readonly notApplicable: number;
  }) => string;
  readonly frameworks: string;
  readonly notMeasured: string;
  readonly unlisted: (params: { readonly count: number }) => string;
  readonly matrixHeader: string;
  readonly matrixTitle: (params: { readonly framework: string; readonly group: string }) => string;
  readonly rotation: string;
  readonly rotationPeriod: (params: { readonly from: string; readonly until: string }) => string;
  readonly rotationHeader: readonly [string, string, string, string, string];
  readonly notCounted: (params: { readonly count: number; readonly possible: number }) => string;
  readonly evaluation: string;
  readonly evaluationHeader: readonly [string, string, string, string, string];
  readonly groupScores: string;
  readonly groupScoreHeader: readonly [string, string, string, string];
  readonly noScore: string;
  readonly ruleHeader: readonly [string, string, string, string];
  readonly notEvaluated: string;
  readonly notApplied: (params: { readonly count: number }) => string;
  readonly nothing: string;
  readonly noInput: (params: { readonly needs: string }) => string;
  readonly notApplicable: (params: { readonly because: string; readonly clauses: string }) => string;
  readonly failure: Readonly<Record<PartFailure, string>>;
}
