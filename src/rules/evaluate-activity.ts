import { type ActivityRule, frameworkMeasure } from "../policy/index.js";
import { type NumberTest, numberTest } from "./evaluate-number.js";
import type { Thresholds } from "./judgement.js";

/** 活动. The least that was done in any period due, as the ledger hands it over, reaches the amount per period: so every period does. */
export function activityTest(
  rule: Pick<ActivityRule, "kind" | "activity" | "per" | "of" | "unit" | "atLeast">,
  thresholds: Thresholds,
): NumberTest {
  return numberTest(frameworkMeasure(rule), { atLeast: rule.atLeast }, thresholds);
}
