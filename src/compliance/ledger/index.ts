export type { CellStatus } from "./cell-status.js";
export type { DayCount, Tolerance } from "./day-scale.js";
export type { LedgerIssue, LedgerIssueCode, LedgerIssueParams } from "./issues.js";
export {
  type GroupSynchrony,
  measureSynchrony,
  type PhaseSynchrony,
  type StatusCounts,
  type SynchronyReport,
} from "./measure-synchrony.js";
export { type MeasuredShare, printShare, type Tally } from "./measured-share.js";
export type { SideRows, SideTable } from "./side-rows.js";
export { type StoredWorkLedger, WORK_LEDGER_FORMAT } from "./stored-ledger.js";
export type { SynchronyOptions } from "./walk-cells.js";
export {
  createWorkLedger,
  readWorkLedger,
  type WorkAddition,
  type WorkLedger,
  type WorkRows,
  type WorkTally,
} from "./work-ledger.js";
export type { WorkLedgerOptions } from "./work-plan.js";
