import type { IssueOf } from "../core/index.js";

/** What can be wrong with weights, systems and observations, by code. */
export interface EvaluationIssueParams {
  /** A comparison matrix is not square, or larger than its table of random indices. */
  "matrix-shape": { readonly rows: number };
  /** A judgement is no number above 0. */
  "judgement-invalid": { readonly row: number; readonly column: number };
  /** a_ij × a_ji is not 1. */
  "matrix-not-reciprocal": { readonly row: number; readonly column: number };
  /** The consistency ratio exceeds the limit: the judgements contradict each other. */
  "judgements-inconsistent": { readonly ratio: string; readonly limit: string };
  /** An entropy weight needs values that are not negative. */
  "entropy-value-invalid": { readonly row: number; readonly indicator: string };
  /** A row lacks a value, or has too many. */
  "entropy-row-shape": { readonly row: number; readonly expected: number };
  /** Fewer than two subjects, or no indicator. */
  "entropy-too-few": { readonly subjects: number; readonly indicators: number };
  /** All subjects are equal in every indicator, so that entropy gives no weight. */
  "entropy-without-spread": Record<never, never>;
  /** Entropy weighs what differs most, not what matters most. */
  "entropy-rewards-spread": { readonly indicator: string; readonly weight: string };
  /** No indicator to weigh. */
  "weights-empty": Record<never, never>;
}

/** A problem of the evaluation room. */
export type EvaluationIssue = IssueOf<EvaluationIssueParams>;
