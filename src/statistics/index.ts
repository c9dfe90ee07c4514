export { chiSquaredDensity, chiSquaredQuantile, chiSquaredTails } from "./chi-squared.js";
export {
  type Cholesky,
  cholesky,
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolve,
  type Matrix,
  solveLower,
  solveLowerTransposed,
} from "./cholesky.js";
export type { RegressionColumn } from "./design-columns.js";
export { power } from "./double-double-exponential.js";
export { exp, expm1, log, log1p } from "./elementary.js";
export { erf, erfc, normalTails } from "./error-function.js";
export type { GridColumn, StatisticsDesign } from "./exact/design.js";
export type { StatisticsColumns } from "./exact/feed-columns.js";
export type { Refusal, RefusalReason, StatisticsLedger } from "./exact/ledger.js";
export { type Addition, createStatistics, readStatistics, type Statistics, type StatisticsRow } from "./exact/statistics.js";
export type { StoredGroup, StoredStatistics } from "./exact/stored.js";
export type { StatisticsUnit } from "./exact/unit-table.js";
export { fDensity, fQuantile, fTails } from "./f-distribution.js";
export { findMinimum } from "./find-minimum.js";
export { findRoot, type SearchOptions, type SearchResult } from "./find-root.js";
export type { FitIssue, FitIssueParams } from "./fit-issues.js";
export { beta, gamma, logBeta, logGamma } from "./gamma.js";
export { incompleteBeta } from "./incomplete-beta.js";
export { incompleteGamma, type Tails } from "./incomplete-gamma.js";
export type { StatisticsIssue, StatisticsIssueParams } from "./issues.js";
export { type LeastSquaresFit, leastSquares, type RegressionCoefficient } from "./least-squares.js";
export type { ContrastEstimate, EffectContrast } from "./mixed-model/contrasts.js";
export { fitMixedModel, fitMixedModelSteps } from "./mixed-model/fit.js";
export type { MixedModelProgress } from "./mixed-model/optimum.js";
export type { MixedModelOptions } from "./mixed-model/options.js";
export type {
  EffectEstimate,
  FixedEffect,
  GroupEffects,
  IntraclassCorrelation,
  MixedModelFit,
  OptimiserReport,
  RandomCovariance,
  UpperEffects,
  VarianceComponent,
  VarianceTest,
} from "./mixed-model/result.js";
export { newtonRoot } from "./newton-root.js";
export { normalDensity, normalQuantile, type Tail } from "./normal.js";
export { type AnovaLine, type OneWayAnova, oneWayAnova } from "./one-way-anova.js";
export { createRandom, type Random } from "./random.js";
export type { RegressionData, RegressionOptions } from "./regression-input.js";
export { type SampleMoments, sampleMoments } from "./sample-moments.js";
export type { CovarianceEstimator } from "./sandwich.js";
export { studentDensity, studentQuantile, studentTails } from "./student-t.js";
export { type SymmetricEigen, symmetricEigen } from "./symmetric-eigen.js";
