export type { Catalog } from "./catalog.js";
export { type DescribeFindingOptions, describeFinding, describeMissing, describeSubject } from "./describe-finding.js";
export { describeIssue, formatPath } from "./describe-issue.js";
export { explain } from "./explain.js";
export type { FindingParams, FindingSentences, MissingParams } from "./finding-sentences.js";
export { formatValue } from "./format-value.js";
export type { AnyIssue, IssueParams } from "./issue-params.js";
export type { Sentences } from "./sentences.js";
export type { ExplanationSentences, Words } from "./words.js";
