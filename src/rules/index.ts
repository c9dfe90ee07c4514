export { conditionsHold } from "./applies.js";
export { type ExplainedFinding, evaluateFulfilled, evaluatePrepared, evaluateRule, explainPrepared, explainRule } from "./evaluate-rule.js";
export * from "./fact.js";
export * from "./fact-lookup.js";
export * from "./finding.js";
export { type PreparedRule, prepareRule, type RuleQuery, type RuleSubject } from "./prepare-rule.js";
export {
  addToTally,
  type RolledFinding,
  type RollUp,
  rollUp,
  rollUpOf,
  startTally,
  type VerdictCounts,
  type VerdictTally,
} from "./roll-up.js";
export { verdictTerm } from "./verdict.js";
