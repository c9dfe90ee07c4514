export {
  assessValueAdded,
  type EarlierCohort,
  type ValueAddedAssessment,
  type ValueAddedForbidden,
  type ValueAddedInput,
} from "./assess-value-added.js";
export {
  type AttainmentBand,
  type AttainmentBandOptions,
  type AttainmentBandResult,
  attainmentBands,
  type UsedBand,
} from "./attainment-bands.js";
export type { CannotTell, CannotTellCode } from "./cannot-tell.js";
export type { ClusteredInterval } from "./clustered-interval.js";
export { type CohortChangeResult, cohortChange, type MeanChange } from "./cohort-change.js";
export { explainValueAdded } from "./explain-value-added.js";
export { gainScores } from "./gain-scores.js";
export { type GradeChangeResult, type GradeShareChange, gradeChange } from "./grade-change.js";
export {
  type AtOrAbove,
  type EstimateWithInterval,
  type GradeDistributionsResult,
  gradeDistributions,
  type SchoolGradeDistribution,
  type Superiority,
} from "./grade-distributions.js";
export type { DilutionBound, GroupChange } from "./group-change.js";
export type { GroupExposure } from "./group-exposure.js";
export { type GroupEffect, type GroupLevel, groupLevel, type SchoolInGroup, type SuppressedGroup } from "./group-level.js";
export {
  type GroupMemberEffect,
  type GroupPair,
  type GroupValueAdded,
  type GroupValueAddedOptions,
  type GroupValueAddedResult,
  groupValueAdded,
} from "./group-value-added.js";
export type { GroupContrast } from "./group-weights.js";
export { EVAAS_LEVELS, growthLevel } from "./growth-level.js";
export type { ValueAddedIssue, ValueAddedIssueParams } from "./issues.js";
export { type JoinedSchools, type JoinedSchoolsOptions, joinedSchools } from "./joined-schools.js";
export { type JoiningEffect, type JoiningEffectOptions, joiningEffect } from "./joining-effect.js";
export type { SchoolNotCompared } from "./joining-schools.js";
export type { ErrorPlace } from "./joint-errors.js";
export {
  type AppliedRate,
  type MeanAndRatesOptions,
  type MeanAndRatesResult,
  meanAndRates,
  type SchoolRates,
} from "./mean-and-rates.js";
export { type MeanResidual, type MeansValueAddedOptions, type MeansValueAddedResult, meansValueAdded } from "./means-value-added.js";
export { type MixedValueAddedOptions, mixedValueAdded } from "./mixed-value-added.js";
export type { Examination, GradedExamination, PupilDesign } from "./pupil-design.js";
export type { LeftOut, LeftOutReason, PupilLedger, TestedShare } from "./pupil-ledger.js";
export type { PupilMethod, PupilMethodResult } from "./pupil-method.js";
export {
  createPupilStatistics,
  type PupilInput,
  type PupilStatistics,
  type PupilsAdded,
  type RefusedPupilStatistics,
  readPupilStatistics,
  type StoredPupilStatistics,
} from "./pupil-statistics.js";
export type { PupilTable } from "./pupil-table.js";
export { type RankChangeOptions, type RankChangeResult, rankChange, type SchoolPlaces } from "./rank-change.js";
export {
  type FigureOf,
  type RateCut,
  type RateIndex,
  rateCutsGrades1To6,
  rateIndexGrades1To6,
  rateIndexGrades7To8,
} from "./rate-cuts.js";
export { type PupilColumns, type ReadPupilsOptions, readPupils } from "./read-pupils.js";
export { type RegressionValueAddedOptions, regressionValueAdded } from "./regression-value-added.js";
export type * from "./result.js";
export {
  readSchoolGrades,
  type SchoolGradeCounts,
  type SchoolGradeRow,
  type SchoolGrades,
  type SchoolGradesDesign,
} from "./school-grades.js";
export type { SchoolRankOfMean } from "./school-mean-ranks.js";
export { readSchoolMeans, type SchoolMean, type SchoolMeanRow, type SchoolMeans, type SchoolMeansDesign } from "./school-means.js";
export type { MeasuredRate, RatesAtExamination } from "./school-rates.js";
export type { LeftOutSchool, SchoolLedger, SchoolLeftOutReason } from "./school-rows.js";
export { type StandardScores, standardScores } from "./standard-scores.js";
