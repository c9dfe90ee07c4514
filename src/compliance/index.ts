export {
  type ComplianceOptions,
  checkCompliance,
} from "./check-compliance.js";
export * from "./compliance-report.js";
export type { CountBetween } from "./count-nodes.js";
export { type CoverageReport, type CoverageTarget, coverage, type PublishedCoverage, type PublishedLimit } from "./coverage.js";
export { explainFinding, type FindingQuestion } from "./explain-finding.js";
export { type FactOptions, type FactSource, factsOf } from "./facts-of.js";
export type { ComplianceIssue, ComplianceIssueParams } from "./issues.js";
export * from "./ledger/index.js";
