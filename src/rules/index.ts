export { conditionsHold } from "./applies.js";
export { type ExplainedFinding, evaluateRule, explainRule } from "./evaluate-rule.js";
export * from "./fact.js";
export * from "./fact-lookup.js";
export * from "./finding.js";
export type { RuleQuery, RuleSubject } from "./prepare-rule.js";
export { type RolledFinding, type RollUp, rollUp, type VerdictCounts } from "./roll-up.js";
export { verdictTerm } from "./verdict.js";
