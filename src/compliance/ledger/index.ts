export type { LedgerIssue, LedgerIssueCode, LedgerIssueParams } from "./issues.js";
export type { SideRows, SideTable } from "./side-rows.js";
export { type StoredWorkLedger, WORK_LEDGER_FORMAT } from "./stored-ledger.js";
export {
  createWorkLedger,
  readWorkLedger,
  type WorkAddition,
  type WorkLedger,
  type WorkRows,
  type WorkTally,
} from "./work-ledger.js";
export type { WorkLedgerOptions } from "./work-plan.js";
