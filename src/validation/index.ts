export { creditCodeCheck, organisationCodeCheck } from "./check-codes.js";
export { VALIDATION_SEVERITIES, type ValidationIssue, type ValidationIssueParams } from "./issues.js";
export { type ReconcilePublishedOptions, reconcilePublished } from "./reconcile-published.js";
export type {
  Reconciliation,
  ReconciliationCode,
  ReconciliationOf,
  ReconciliationOutcome,
  ReconciliationParams,
  UncheckedReason,
} from "./reconciliation.js";
export { type ValidateDistrictOptions, validateDistrict } from "./validate-district.js";
