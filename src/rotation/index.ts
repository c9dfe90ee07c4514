export { checkRotation, explainRotation, type RotationCheck } from "./check-rotation.js";
export {
  type ConditionFigure,
  type RotationConditionOptions,
  type RotationConditions,
  type RotationSettings,
  rotationConditions,
} from "./conditions.js";
export { EXCHANGE_KINDS } from "./exchange-kinds.js";
export type { RotationFlow, SubjectBalance } from "./flows.js";
export {
  type EligibilityReason,
  type EligibilityReasonParams,
  type NotCountedCode,
  type NotCountedParams,
  ROTATION_ISSUE_SEVERITY,
  type RotationIssue,
  type RotationIssueParams,
} from "./issues.js";
export type { RotationEligibilityOptions, TeacherEligibility } from "./judge-person.js";
export type {
  PlanBackbone,
  PlanConstraint,
  PlanGoal,
  PlannedMove,
  PlanObjective,
  PlanQuota,
  PlanQuotaState,
  PlanReason,
  PlanRotationOptions,
  PlanStaffing,
  RotationPlan,
} from "./plan-options.js";
export { planRotation } from "./plan-rotation.js";
export {
  type RetirementDate,
  type RetirementSchedule,
  retirementDate,
  retirementSchedule,
  statutoryRetirement,
} from "./retirement.js";
export { type RotationEligibility, rotationEligibility } from "./rotation-eligibility.js";
export { rotationFacts } from "./rotation-facts.js";
export { type RotationQuota, type RotationQuotaOptions, rotationQuota } from "./rotation-quota.js";
export type { NotCounted, RotationCount, RotationReading } from "./rotation-reading.js";
export type { CheckRotationOptions } from "./rotation-state.js";
export { type ServiceMonths, type ServiceReading, serviceInSchool } from "./service-in-school.js";
export type { Solver } from "./solver.js";
