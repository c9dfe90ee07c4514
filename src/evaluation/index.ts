export { type AhpOptions, type AhpWeights, ahpWeights, type Judgement, RANDOM_INDEX } from "./ahp-weights.js";
export { type EntropyOptions, type EntropyWeights, entropyWeights } from "./entropy-weights.js";
export type { EvaluationIssue, EvaluationIssueParams } from "./issues.js";
export { equalWeights, type Weights } from "./weights.js";
