export type { Catalog } from "./catalog.js";
export { dataRequirementsText } from "./data-requirements-text.js";
export {
  breaksRules,
  type DescribeFindingOptions,
  type DescribeFindingOptions,
  describeFinding,
  describeFinding,
  describeMissing,
  describeMissing,
  describeSubject,
  describeSubject,
} from "./describe-finding.js";
export { describeIssue, formatPath } from "./describe-issue.js";
export { describeReconciliation, type ReconciliationSentences } from "./describe-reconciliation.js";
export { explain } from "./explain.js";
export type { FindingParams, FindingSentences, MissingParams } from "./finding-sentences.js";
export { formatValue } from "./format-value.js";
export type { AnyIssue, IssueParams } from "./issue-params.js";
export type { ReportSentences } from "./report-sentences.js";
export type { RequirementSentences } from "./requirement-sentences.js";
export type { Sentences } from "./sentences.js";
export type { ExplanationSentences, Words } from "./words.js";
