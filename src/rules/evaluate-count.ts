import type { CountRule } from "../policy/index.js";
import { judgeNumber } from "./evaluate-range.js";
import type { JudgeContext, Judgement } from "./judgement.js";

/** 数量. A headcount within bounds: 不低于 and 以上 include the figure itself. */
export function evaluateCount(rule: Pick<CountRule, "count" | "bounds">, context: JudgeContext): Judgement {
  return judgeNumber(rule.count, rule.bounds, context);
}
