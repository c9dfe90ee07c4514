import { DEFAULTS, type IssuePath, type Subject } from "../../core/index.js";
import { type LedgerIssue, type LedgerIssueCode, type LedgerIssueParams, ledgerIssue } from "./issues.js";

/** Issues one by one up to the library's limit, and exact counts per code beyond it. */
export interface IssueCollector {
  readonly issues: LedgerIssue[];
  readonly counts: Partial<Record<LedgerIssueCode, number>>;
  readonly add: <Code extends LedgerIssueCode>(code: Code, path: IssuePath, params: LedgerIssueParams[Code], subject?: Subject) => void;
}

/** An empty collector. */
export function collectIssues(): IssueCollector {
  const issues: LedgerIssue[] = [];
  const counts: Partial<Record<LedgerIssueCode, number>> = {};
  return {
    issues,
    counts,
    add: (code, path, params, subject) => {
      counts[code] = (counts[code] ?? 0) + 1;
      if (issues.length < DEFAULTS.maxIssues.value) issues.push(ledgerIssue(code, path, params, subject));
    },
  };
}
