export { type BalanceFactOptions, balanceFacts, type StageUnits, unitsOfStage } from "./balance-facts.js";
export {
  checkResourceBalance,
  type ResourceBalance,
  type ResourceBalanceOptions,
  type SchoolIndicator,
  type StageBalance,
} from "./check-resource-balance.js";
export {
  type DifferenceCoefficient,
  type DifferenceCoefficientOptions,
  differenceCoefficient,
  explainDifferenceCoefficient,
} from "./difference-coefficient.js";
export { type GapChange, gapChange, type LeadAndMembers } from "./gap-change.js";
export { gini } from "./gini.js";
export type { BalanceIssue, BalanceIssueParams } from "./issues.js";
export { type BalanceExclusion, RESOURCE_INDICATORS, type ResourceOptions, VISITING_TEACHERS } from "./resource-indicators.js";
export type { ResourceUnit } from "./resource-unit.js";
export { type StageShare, type StageWeight, splitSharedResources } from "./split-shared-resources.js";
export { type GroupedUnit, type Theil, type TheilGroup, theil } from "./theil.js";
