export { type AhpOptions, type AhpWeights, ahpWeights, type Judgement, RANDOM_INDEX } from "./ahp-weights.js";
export type { BundleGroup, BundleMember, BundleScheme, SchoolsMean } from "./bundle-scheme.js";
export { type Bundle, type BundledScore, bundleScores, type GroupScore, type OwnScores } from "./bundle-scores.js";
export { checkLeafSources } from "./check-leaf-sources.js";
export { checkSystem } from "./check-system.js";
export { type CombinedScore, combinePeriods, type PeriodScore } from "./combine-periods.js";
export {
  type ChangeKind,
  compareEvaluations,
  type EvaluationComparison,
  type EvaluationRun,
  SCORE_CHANGE_ORDER,
  type ScoreChange,
} from "./compare-evaluations.js";
export { type EntropyOptions, type EntropyWeights, entropyWeights } from "./entropy-weights.js";
export { evaluate } from "./evaluate.js";
export { EVALUATION_FORMAT, type Evaluation, type ItemScore, type Score, type SubjectEvaluation } from "./evaluation.js";
export { type ExplainBundleQuestion, explainBundle } from "./explain-bundle.js";
export { type ExplainScoreQuestion, explainScore } from "./explain-score.js";
export type { NoIncrement } from "./increment-values.js";
export {
  type AdjustmentItem,
  type CompositeItem,
  type GradeBand,
  INDICATOR_SYSTEM_FORMAT,
  type IndicatorItem,
  type IndicatorSystem,
  type ItemWeight,
  type LeafItem,
  type VetoItem,
} from "./indicator-system.js";
export type { EvaluationIssue, EvaluationIssueParams } from "./issues.js";
export type {
  BalanceSource,
  CoverageSource,
  LeafSource,
  MeasureSource,
  RotationSource,
  SurveySource,
  ValueAddedSource,
} from "./leaf-source.js";
export { type LeftOutLeaf, leaveOneOut } from "./leave-one-out.js";
export type { UnclearPair } from "./pair-tally.js";
export type { EvaluateOptions } from "./prepared-evaluation.js";
export type { SubjectRanks } from "./rank-tally.js";
export { type RankUncertainty, type RankUncertaintyOptions, rankUncertainty, type UncertaintyStep } from "./rank-uncertainty.js";
export { type ScoreBounds, scoreBounds } from "./score-bounds.js";
export type {
  BestScoring,
  CategoricalScoring,
  Exact,
  Increment,
  LinearScoring,
  PercentileScoring,
  RankScoring,
  Scoring,
  StandardScoring,
  TargetScoring,
  ThresholdScoring,
} from "./scoring.js";
export { type LeafChange, systemFromTemplate, type TemplateSystem, type TemplateSystemOptions } from "./system-from-template.js";
export type { TemplateBalance, TemplateIncrement } from "./template-leaf.js";
export { type WeightMove, weightToChangeFirst } from "./weight-to-change-first.js";
export { equalWeights, type Weights } from "./weights.js";
export { type WeightChoice, withWeights } from "./with-weights.js";
