import type { IssueOf } from "../core/index.js";

/** Why a measure of balance cannot be computed, by code. */
export interface BalanceIssueParams {
  /** No school is left to compare. */
  "no-units": Record<never, never>;
  /** A school without pupils has no figure per pupil. */
  "unit-without-pupils": { readonly id: string };
  /** Pupils must be a whole number. */
  "invalid-pupils": { readonly id: string };
  /** A resource total is no decimal number. */
  "invalid-total": { readonly id: string };
  /** A negative total (or one measured from its mean) has no share: the coefficient would mean nothing. */
  "negative-total": { readonly id: string };
  /** The mean is zero, so that nothing can be measured against it. */
  "zero-mean": Record<never, never>;
  /** A zero has no logarithm: Theil L is not defined. */
  "zero-total": { readonly id: string };
  /** Two units bear one id. */
  "duplicate-unit": { readonly id: string };
}

/** A problem of the balance room. */
export type BalanceIssue = IssueOf<BalanceIssueParams>;
