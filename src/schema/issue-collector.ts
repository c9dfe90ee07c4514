import { DEFAULTS, type Issue, type Severity } from "../core/index.js";
import { type SchemaIssue, schemaIssue } from "./issues.js";

/** Takes issues as they are found, and gives back so many of them, with exact counts of the rest. */
export interface IssueCollector<Found extends Issue> {
  /** Takes one issue; beyond the limit it is only counted. */
  readonly add: (issue: Found) => void;
  /** Whether an error was added, listed or only counted. */
  readonly failed: () => boolean;
  /** The issues in the order they were added, then the counts of those beyond the limit, by code in order of first appearance. */
  readonly issues: () => readonly (Found | SchemaIssue)[];
}

const FURTHER: Readonly<Record<Severity, "further-errors" | "further-warnings" | "further-notices">> = {
  error: "further-errors",
  warning: "further-warnings",
  notice: "further-notices",
};

/**
 * 问题收集. Collects at most `limit` issues (`DEFAULTS.maxIssues`), then only counts, so that a broken file of any size is answered in bounded
 * memory. Use it for rooms that read data record by record.
 *
 * @internal
 */
export function createIssueCollector<Found extends Issue>(limit: number = DEFAULTS.maxIssues.value): IssueCollector<Found> {
  const listed: Found[] = [];
  const further = new Map<string, { severity: Severity; count: number }>();
  let failed = false;
  return {
    add(issue) {
      if (issue.severity === "error") failed = true;
      if (listed.length < limit) {
        listed.push(issue);
        return;
      }
      const counted = further.get(issue.code);
      if (counted === undefined) further.set(issue.code, { severity: issue.severity, count: 1 });
      else counted.count += 1;
    },
    failed: () => failed,
    issues: () => [
      ...listed,
      ...[...further].map(([code, { severity, count }]) => schemaIssue(FURTHER[severity], { path: [] }, { code, count })),
    ],
  };
}
