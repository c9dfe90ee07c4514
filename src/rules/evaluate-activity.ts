import { type ActivityRule, frameworkMeasure } from "../policy/index.js";
import { judgeNumber } from "./evaluate-range.js";
import type { JudgeContext, Judgement } from "./judgement.js";

/** 活动. The least that was done in any period due, as the ledger hands it over, reaches the amount per period: so every period does. */
export function evaluateActivity(
  rule: Pick<ActivityRule, "kind" | "activity" | "per" | "of" | "unit" | "atLeast">,
  context: JudgeContext,
): Judgement {
  return judgeNumber(frameworkMeasure(rule), { atLeast: rule.atLeast }, context);
}
