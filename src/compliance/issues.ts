import type { IssueOf, IssuePath, Severity, Subject } from "../core/index.js";

/** What can be wrong with a district that rules are to be held against: code → display-ready parameters. */
export interface ComplianceIssueParams {
  /** The district has no list of schools or of groups: nothing can be judged. */
  "district-without-lists": { readonly list: "schools" | "groups" };
  /** A date of a group, a membership or a school cannot be read; what depends on it counts as unknown. */
  "date-unreadable": { readonly of: string };
}

/** A problem that `checkCompliance`, `coverage` and `explainFinding` report. */
export type ComplianceIssue = IssueOf<ComplianceIssueParams>;

const SEVERITIES: Readonly<Record<keyof ComplianceIssueParams, Severity>> = {
  "district-without-lists": "error",
  "date-unreadable": "warning",
};

/** An issue of this room with its fixed severity. */
export function complianceIssue<Code extends keyof ComplianceIssueParams>(
  code: Code,
  path: IssuePath,
  params: ComplianceIssueParams[Code],
  subject?: Subject,
): ComplianceIssue {
  const issue = { code, severity: SEVERITIES[code], path, params, ...(subject === undefined ? {} : { subject }) };
  return issue as unknown as ComplianceIssue;
}
