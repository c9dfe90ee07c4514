import { frameworkMeasure, type UniformityRule } from "../policy/index.js";
import { judgeNumber } from "./evaluate-range.js";
import type { JudgeContext, Judgement } from "./judgement.js";

/** 统一（文本）. The share of members that use the group's own document, as the ledger hands it over, within bounds. */
export function evaluateUniformity(rule: Pick<UniformityRule, "kind" | "reference" | "bounds">, context: JudgeContext): Judgement {
  return judgeNumber(frameworkMeasure(rule), rule.bounds, context);
}
