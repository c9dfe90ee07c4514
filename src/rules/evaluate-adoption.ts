import { type AdoptionRule, frameworkMeasure } from "../policy/index.js";
import { judgeNumber } from "./evaluate-range.js";
import type { JudgeContext, Judgement } from "./judgement.js";

/** 统一（事项）. The share of members attested to have adopted a practice, fully or at least in part, within bounds. */
export function evaluateAdoption(rule: Pick<AdoptionRule, "kind" | "practice" | "level" | "bounds">, context: JudgeContext): Judgement {
  return judgeNumber(frameworkMeasure(rule), rule.bounds, context);
}
