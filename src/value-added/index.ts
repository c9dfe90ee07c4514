export { gainScores } from "./gain-scores.js";
export { EVAAS_LEVELS, growthLevel } from "./growth-level.js";
export type { ValueAddedIssue, ValueAddedIssueParams } from "./issues.js";
export type { ErrorPlace } from "./joint-errors.js";
export type { Examination, PupilDesign } from "./pupil-design.js";
export type { LeftOut, LeftOutReason, PupilLedger, TestedShare } from "./pupil-ledger.js";
export {
  createPupilStatistics,
  type PupilInput,
  type PupilStatistics,
  type PupilsAdded,
  type RefusedPupilStatistics,
  readPupilStatistics,
  type StoredPupilStatistics,
} from "./pupil-statistics.js";
export { type PupilColumns, type ReadPupilsOptions, readPupils } from "./read-pupils.js";
export { type RegressionValueAddedOptions, regressionValueAdded } from "./regression-value-added.js";
export type * from "./result.js";
export { type StandardScores, standardScores } from "./standard-scores.js";
