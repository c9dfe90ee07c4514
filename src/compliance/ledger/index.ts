export type { CellStatus } from "./cell-status.js";
export type { DayCount, Tolerance } from "./day-scale.js";
export { explainMeasure, type MeasureQuestion } from "./explain-measure.js";
export { type FrameworkMatrix, frameworkMatrix, type MatrixCell, type MatrixOptions, type MatrixRow } from "./framework-matrix.js";
export {
  type IntegrationDimension,
  type IntegrationOptions,
  type IntegrationProfile,
  integrationProfile,
} from "./integration-profile.js";
export type { LedgerIssue, LedgerIssueCode, LedgerIssueParams } from "./issues.js";
export { type LedgerFactOptions, ledgerFacts } from "./ledger-facts.js";
export { type ActivityCell, type ActivityMeasure, type ActivityOptions, measureActivity } from "./measure-activity.js";
export { type AdoptionCell, type AdoptionMeasure, type AdoptionOptions, measureAdoption } from "./measure-adoption.js";
export {
  type FrameworkOptions,
  type GroupReading,
  type LinkedMeasure,
  type MeasuredFramework,
  type MeasuredItem,
  measureFrameworks,
} from "./measure-frameworks.js";
export type { ReadingOptions } from "./measure-reading.js";
export {
  type GroupSynchrony,
  measureSynchrony,
  type PhaseSynchrony,
  type StatusCounts,
  type SynchronyReport,
} from "./measure-synchrony.js";
export { measureUniformity, type UniformityCell, type UniformityMeasure, type UniformityOptions } from "./measure-uniformity.js";
export { type MeasuredShare, printShare, type Tally } from "./measured-share.js";
export type { MemberCell } from "./member-cells.js";
export type { RuleReadingOptions } from "./rule-reading.js";
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
