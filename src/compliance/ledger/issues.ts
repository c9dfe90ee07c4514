import type { CalendarDate, IssueOf, IssuePath, Severity, Subject } from "../../core/index.js";

/** What can be wrong with tasks, work records and the ledger made of them: code → display-ready parameters. */
export interface LedgerIssueParams {
  /** The list of tasks, or one of them, is not shaped as tasks are; it is left out. */
  "task-malformed": { readonly task: string; readonly field: string };
  "task-repeated": { readonly task: string };
  "task-group-unknown": { readonly task: string; readonly group: string };
  "task-phase-repeated": { readonly task: string; readonly phase: string };
  /** A due day, first day or day of announcement that is none, or a first day after the due day. */
  "task-day-invalid": { readonly task: string; readonly phase: string; readonly text: string };
  /** The framework item a task names stands in no framework of the policy. */
  "task-item-unknown": { readonly task: string; readonly item: string };
  /** No framework of the policy knows the phase; it is measured all the same. */
  "task-phase-unknown": { readonly task: string; readonly phase: string };
  /** A school that a task lists and that does not belong to the group on the due day; it owes nothing. */
  "task-school-not-member": { readonly task: string; readonly phase: string; readonly school: string };
  /** A phase without due day in a group that has no lead: nothing to be in step with. */
  "task-phase-without-reference": { readonly task: string; readonly phase: string; readonly group: string };
  "task-phase-outside-period": { readonly task: string; readonly phase: string; readonly due: CalendarDate };
  /** A row that is not shaped as its table asks: the whole addition fails. */
  "ledger-row-malformed": { readonly table: string; readonly field: string };
  "ledger-row-school-unknown": { readonly table: string; readonly school: string };
  "ledger-row-group-unknown": { readonly table: string; readonly group: string };
  "work-record-task-unknown": { readonly task: string };
  "work-record-phase-unknown": { readonly task: string; readonly phase: string };
  /** The school does not owe the phase: no member on the due day, or the task is not for it. */
  "work-record-not-due": { readonly task: string; readonly phase: string; readonly school: string };
  /** Done before the task was announced. */
  "work-record-before-task": { readonly task: string; readonly school: string; readonly on: string; readonly announced: CalendarDate };
  /** More than 22 years from the period: taken for a slip. */
  "work-record-day-implausible": { readonly task: string; readonly school: string; readonly on: string };
  /** Reported before it was done; it counts all the same. */
  "work-record-reported-early": {
    readonly task: string;
    readonly school: string;
    readonly on: string;
    readonly reportedOn: CalendarDate;
  };
  "work-record-repeated": { readonly task: string; readonly phase: string; readonly school: string };
  /** Another record gives another day: the earliest counts. */
  "work-record-contradicts": { readonly task: string; readonly phase: string; readonly school: string; readonly earliest: string };
  /** Two ledgers of different tasks, schools or periods. */
  "ledgers-differ": Readonly<Record<string, never>>;
  "ledger-unreadable": { readonly reason: string };
}

/** A problem that the work ledger reports. */
export type LedgerIssue = IssueOf<LedgerIssueParams>;

/** A code of the ledger's issues. */
export type LedgerIssueCode = keyof LedgerIssueParams;

const SEVERITIES: Readonly<Record<LedgerIssueCode, Severity>> = {
  "task-malformed": "error",
  "task-repeated": "error",
  "task-group-unknown": "error",
  "task-phase-repeated": "error",
  "task-day-invalid": "error",
  "task-item-unknown": "warning",
  "task-phase-unknown": "notice",
  "task-school-not-member": "warning",
  "task-phase-without-reference": "warning",
  "task-phase-outside-period": "notice",
  "ledger-row-malformed": "error",
  "ledger-row-school-unknown": "warning",
  "ledger-row-group-unknown": "warning",
  "work-record-task-unknown": "warning",
  "work-record-phase-unknown": "warning",
  "work-record-not-due": "warning",
  "work-record-before-task": "warning",
  "work-record-day-implausible": "warning",
  "work-record-reported-early": "warning",
  "work-record-repeated": "notice",
  "work-record-contradicts": "warning",
  "ledgers-differ": "error",
  "ledger-unreadable": "error",
};

/** An issue of the ledger with its fixed severity. */
export function ledgerIssue<Code extends LedgerIssueCode>(
  code: Code,
  path: IssuePath,
  params: LedgerIssueParams[Code],
  subject?: Subject,
): LedgerIssue {
  const issue = { code, severity: SEVERITIES[code], path, params, ...(subject === undefined ? {} : { subject }) };
  return issue as unknown as LedgerIssue;
}
